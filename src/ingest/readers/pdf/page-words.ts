import { toNfc } from '../../../vietnamese/normalize.ts';
import { lettersOfFont } from '../encoding/legacy-font.ts';
import type { Word } from '../printed/printed-page.ts';
import type { PDFPageProxy } from './open-pdf.ts';

/** Signs without meaning, and those that note places (printed/marks.ts): no file may bring them along. */
const unwanted = /[\p{Cc}\p{Co}\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff]/gu;
const unknownSign = /[\p{Co}\ufffd]/gu;

/** Pieces of one word lie this close, as a share of their size. */
const touching = 0.2;

type Piece = { text: string; x: number; y: number; width: number; size: number; turn: number };

/** The words of a page, upright ones only: what most of its letters are. `letters` counts signs that stand for nothing, too. */
export async function pageWords(page: PDFPageProxy): Promise<{ words: Word[]; letters: number; unknown: number }> {
  const pieces = await textPieces(page);
  const turn = mainTurn(pieces);
  const { width, height } = page.getViewport({ scale: 1 });
  const words = joinedWords(
    pieces.filter((piece) => piece.turn === turn).map((piece) => upright(piece, { width, height })),
  );
  let letters = 0;
  let unknown = 0;
  for (const { text } of pieces) {
    letters += text.length;
    unknown += (text.match(unknownSign) ?? []).length;
  }
  return { words, letters, unknown };
}

async function textPieces(page: PDFPageProxy): Promise<Piece[]> {
  const { items } = await page.getTextContent({ disableNormalization: false });
  const view = page.getViewport({ scale: 1 }).transform as number[];
  const fonts = new Map<string, string>();
  const nameOf = (id: string): string => {
    const known = fonts.get(id) ?? fontName(page, id);
    fonts.set(id, known);
    return known;
  };
  return items.flatMap((item): Piece[] => {
    if (!('str' in item)) return [];
    const [a, b, c, d, e, f] = item.transform as number[];
    const across = turned(view, a ?? 0, b ?? 0);
    const size = Math.hypot(c ?? 0, d ?? 0) || Math.hypot(a ?? 0, b ?? 0);
    const turn = Math.round(Math.atan2(across.y, across.x) / (Math.PI / 180));
    const at = turned(view, e ?? 0, f ?? 0);
    const text = lettersOfFont(nameOf(item.fontName), item.str);
    return size > 0.5 && size < 400
      ? [{ text, x: at.x + (view[4] ?? 0), y: at.y + (view[5] ?? 0), width: item.width, size, turn }]
      : [];
  });
}

/** The name of a font without the tag of its subset; empty while it is not loaded. */
function fontName(page: PDFPageProxy, id: string): string {
  if (id === '' || !page.commonObjs.has(id)) return '';
  const font = page.commonObjs.get(id) as { name?: string } | null;
  return (font?.name ?? '').replace(/^[A-Z]{6}\+/, '');
}

function turned([a = 1, b = 0, c = 0, d = 1]: readonly number[], x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y, y: b * x + d * y };
}

/** The direction that most letters run in, in degrees clockwise: a page may be laid on its side. */
function mainTurn(pieces: readonly Piece[]): number {
  const letters = new Map<number, number>();
  for (const { turn, text } of pieces) letters.set(turn, (letters.get(turn) ?? 0) + text.trim().length);
  return [...letters].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

function upright(piece: Piece, { width, height }: { width: number; height: number }): Piece {
  const { x, y, turn } = piece;
  if (turn === 90) return { ...piece, x: y, y: width - x };
  if (turn === -90) return { ...piece, x: height - y, y: x };
  return Math.abs(turn) === 180 ? { ...piece, x: width - x, y: height - y } : piece;
}

/** Cuts pieces at their blanks and joins those that touch: a letter and its mark may be pieces of their own. */
function joinedWords(pieces: readonly Piece[]): Word[] {
  const words: Word[] = [];
  const seen = new Set<string>();
  let isApart = true;
  for (const piece of pieces) {
    if (isShadow(seen, piece)) continue;
    for (const { text, x, width, isBlank } of cutAtBlanks(piece)) {
      const last = words.at(-1);
      if (isBlank) isApart = true;
      else {
        if (last !== undefined && !isApart && isTouching(last, { ...piece, x })) {
          last.text += text;
          last.right = Math.max(last.right, x + width);
        } else words.push({ text, left: x, right: x + width, baseline: piece.y, size: piece.size, isDoubtful: false });
        isApart = false;
      }
    }
  }
  return words
    .map((word) => ({ ...word, text: toNfc(word.text.replace(unwanted, '')) }))
    .filter(({ text }) => text !== '');
}

const isTouching = (last: Word, { x, y, size }: Piece): boolean =>
  Math.abs(last.baseline - y) < size * 0.1 &&
  Math.abs(last.size - size) < size * 0.2 &&
  x - last.right < size * touching &&
  x > last.left;

/** Bold letters are drawn twice by some printers, a hair apart. */
function isShadow(seen: Set<string>, { text, x, y }: Piece): boolean {
  if (text.trim() === '') return false;
  const [column, line] = [Math.round(x), Math.round(y)];
  for (const dx of [-1, 0, 1])
    for (const dy of [-1, 0, 1]) if (seen.has(`${column + dx} ${line + dy} ${text}`)) return true;
  seen.add(`${column} ${line} ${text}`);
  return false;
}

function cutAtBlanks({ text, x, width }: Piece): { text: string; x: number; width: number; isBlank: boolean }[] {
  const advance = text.length === 0 ? 0 : width / text.length;
  return [...text.matchAll(/\s+|\S+/gu)].map((match) => ({
    text: match[0],
    x: x + match.index * advance,
    width: match[0].length * advance,
    isBlank: match[0].trim() === '',
  }));
}
