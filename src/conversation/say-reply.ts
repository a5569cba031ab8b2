import { type Block, type Choice, paragraph, type Reply, type Span } from '../domain/reply.ts';

/** One paragraph, with next steps. */
export function sayReply(text: string | Span[], choices: Choice[] = []): Reply {
  return { blocks: [typeof text === 'string' ? paragraph(text) : paragraph(...text)], choices };
}

export const blocksReply = (blocks: Block[], choices: Choice[] = []): Reply => ({ blocks, choices });

/** At most so many characters, cut at a blank where there is one, with "…". */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > most / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}

/** The same for something that is not there and something that is somebody else's: whether it exists is not told. */
export const notHere = (what: string): Reply =>
  sayReply(`Cuộc trò chuyện này không có ${what}; chưa có gì thay đổi. Gõ /nhaccuatoi để xem các lời nhắc ở đây.`);
