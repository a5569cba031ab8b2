/** Widths of Be Vietnam Pro in ems by kind of letter; the font itself is not read for it, so a little is kept in reserve. */
const kinds: [letters: RegExp, width: number][] = [
  [/[ijlI.,:;!'|\s]/, 0.29],
  [/[frt()\-1“”"]/, 0.44],
  [/[mwMWOƠQ%@]/, 0.88],
  [/\p{Lu}/u, 0.73],
];
const USUAL = 0.62;

/** Letters the font has, drawn as one; pictures and other scripts, which it would show as boxes, are left out. */
export function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{Script=Latin}\p{Mn}0-9\s.,:;!?'"()%/&+=@#§–—“”‘’…•°-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text broken into at most so many lines of a width in pixels; what does not fit ends in "…". `[]` for an empty text. */
export function textLines(
  text: string,
  { size, width, most }: { size: number; width: number; most: number },
): string[] {
  const lines: string[] = [];
  let line = '';
  const words = drawable(text)
    .split(' ')
    .flatMap((word) => pieces(word, { size, width }));
  for (const [at, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1)
      return [...lines, shortened(`${line} ${words.slice(at).join(' ')}`, { size, width })];
    lines.push(line);
    line = word;
  }
  return line === '' ? lines : [...lines, line];
}

function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += kinds.find(([letters]) => letters.test(letter))?.[1] ?? USUAL;
  return width * size;
}

/** A word wider than the line, cut where it must be. */
function pieces(word: string, { size, width }: { size: number; width: number }): string[] {
  if (textWidth(word, size) <= width) return [word];
  const count = Math.max(1, Math.floor(width / (0.75 * size)));
  return word.match(new RegExp(`.{1,${count}}`, 'gu')) ?? [];
}

function shortened(text: string, { size, width }: { size: number; width: number }): string {
  let kept = text.slice(0, 400);
  while (kept !== '' && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
