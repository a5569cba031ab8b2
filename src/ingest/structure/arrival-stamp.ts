import { isBlank, type Line, type SourceText } from '../source-text.ts';

const arrival =
  /^(?:(?:cong )?van(?: ban)? den|den)\s{0,3}(?:so|ngay|gio)?\s{0,3}[:.]?\s{0,3}(?:so|ngay)?[:.…\d/\s-]{0,40}(?:ngay\s?[:.]?[.…\d/\s-]{0,20})?$/;
const stampLine =
  /^(?:chuyen|luu ho so|so|den|ngay|gio|ky hieu ho so)(?![a-z])[^.]{0,30}[:.…][\d/.…\s]{0,40}(?:ngay\s?:?[\d/.…\s]{0,30})?$/;
const receiver = /^(?:lien doan|so|ubnd|uy ban|van phong|ban|chi cuc|cuc|phong|hoi)(?![a-z])/;
const reach = 12;

/** "ĐẾN Ngày: 19/08/2021 · Chuyển: · Lưu hồ sơ số:" of the receiving mail room, and the receiver's name above it. */
export function addArrivalStamps(source: SourceText, furniture: Set<number>): void {
  const { lines, folded } = source;
  for (const [index, line] of lines.entries()) {
    if (line.end - line.start > 60) continue;
    const text = folded.slice(line.start, line.end);
    if (text === 'den' || !arrival.test(text)) continue;
    furniture.add(index);
    for (const other of neighbours(lines, index)) {
      const near = folded.slice(lines[other]?.start, lines[other]?.end);
      if (stampLine.test(near) || (other < index && receiver.test(near) && isCaps(source, other))) furniture.add(other);
    }
  }
}

/** The three lines above and below that say something, not further than a dozen lines away. */
function neighbours(lines: readonly Line[], index: number): number[] {
  const said = (at: number) => lines[at] !== undefined && !isBlank(lines[at]);
  const near = Array.from({ length: reach }, (_, step) => step + 1);
  const above = near.map((step) => index - step).filter(said);
  const below = near.map((step) => index + step).filter(said);
  return [...above.slice(0, 3), ...below.slice(0, 3)];
}

function isCaps(source: SourceText, index: number): boolean {
  const line = source.lines[index];
  if (line === undefined) return false;
  const text = source.text.slice(line.start, line.end);
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
