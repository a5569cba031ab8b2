import type { CommandContext } from './command.ts';

/** Quick files need no telling; a slow one tells no oftener than this. */
const betweenSeconds = 5;

/** Says on stderr how far a slow file has come and about how long it will take: "đang đọc a.pdf: 12/40 trang, còn khoảng 1 phút 24 giây". */
export function readingProgress(
  path: string,
  { now, log }: Pick<CommandContext, 'now' | 'log'>,
): (progress: { done: number; total: number }) => void {
  const begun = now().getTime();
  let told = begun;
  return ({ done, total }) => {
    const at = now().getTime();
    if (done >= total || at - told < betweenSeconds * 1000) return;
    told = at;
    const left = Math.round(((at - begun) / 1000 / done) * (total - done));
    log(`đang đọc ${path}: ${done}/${total} trang, còn khoảng ${inWords(left)}`);
  };
}

function inWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} giây` : `${minutes} phút ${seconds % 60} giây`;
}
