import { fold } from '../../vietnamese/fold.ts';
import { insideEmphasis } from './line-shape.ts';

export type MarkerStyle =
  | 'hash'
  | 'annex'
  | 'part'
  | 'chapter'
  | 'section'
  | 'letter'
  | 'roman'
  | 'article'
  | 'decimal'
  | 'small'
  | 'bracket'
  | 'bullet';

/** How a line is numbered. `rank`: 0 outermost; lines of the same rank are siblings. The content begins at `contentStart` in the line. */
export type Marker = { style: MarkerStyle; rank: number; contentStart: number };

/** Ranks by the order that Nghị định 30/2020/NĐ-CP, Phụ lục I gives: phần, chương, mục, (A, I), điều, khoản, điểm. */
const rankOf: Readonly<Record<MarkerStyle, number>> = {
  hash: 0,
  annex: 10,
  part: 20,
  chapter: 30,
  section: 40,
  letter: 50,
  roman: 60,
  article: 70,
  decimal: 80,
  small: 120,
  bracket: 130,
  bullet: 140,
};

/** Rank of a heading without a number: inside a numbered section, outside the points below it. */
export const unnumberedRank = 115;

const bullet = /^(?:[-–—+•●▪◦·‣►▸➢➤✓√○■□♦❖\uF000-\uF0FF]|\*(?!\*)|o(?=\s+\p{Lu}))\s*(?=[\p{L}\d“"'‘(*[<>≥≤%])/u;
const roman = /^([IVX]{1,6})\s?(?:[.)]\s*(?=[\p{Lu}\d“"'(*])|[-–:/]\s*(?=\p{Lu}))/u;
const romanDecimal = /^[IVX]{1,5}\.(\d{1,2}(?:\.\d{1,2}){0,3})\s?[.)]?\s+(?=\S)/u;
const letter = /^[A-HKĐ]\s?(?:[./]\s+|\)\s*)(?=[\p{Lu}\d“"'(*])/u;
const decimal =
  /^(\d{1,2}(?:\.\d{1,2}){0,4})\s?(?:[.)]\s*(?=[\p{L}“"'(*[])|\/\s+(?=\p{Lu})|\/(?=\p{Lu}\p{Ll}|\p{Lu}{2,12}\s\p{Lu})|\s?[-–]\s(?=\p{Lu}))/u;
const bareDecimal = /^(\d{1,2}(?:\.\d{1,2}){1,4})\s+(?=\p{Lu})/u;
const small = /^[a-zđ]\s?(?:\)\s*(?=\S)|\.\s*(?=[\p{Lu}“"]))/u;
const bracket = /^\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*(?=\S)/u;

const words: readonly (readonly [MarkerStyle, RegExp])[] = [
  ['annex', /^phu luc(?:\s+(?:so\s+)?(?:\d{1,2}|[ivx]{1,5}|[a-h]))?(?=[\s.:\-–]|$)[\s.:\-–]*/],
  ['part', /^phan\s+(?:thu\s+\p{L}{2,5}|\d{1,2}|[ivx]{1,5})(?=[\s.:\-–]|$)[\s.:\-–]*/u],
  ['chapter', /^chuong\s+(?:\d{1,2}|[ivx]{1,5})(?=[\s.:\-–]|$)[\s.:\-–]*/],
  ['section', /^(?:tieu\s+)?muc\s+(?:\d{1,2}|[ivx]{1,5})(?=[\s.:\-–]|$)[\s.:\-–]*/],
  ['article', /^dieu\s+\d{1,3}\s?[.:]?\s*/],
];

/** The numbering or bullet that opens a line, Markdown emphasis before it passed over; null when there is none. */
export function parseMarker(text: string): Marker | null {
  const hash = /^(#{1,6})\s+/.exec(text);
  if (hash?.[1] !== undefined) {
    const inner = parseMarker(text.slice(hash[0].length));
    const own = inner !== null && inner.style !== 'bullet' ? inner.contentStart : 0;
    return { style: 'hash', rank: hash[1].length, contentStart: hash[0].length + own };
  }
  const skipped = insideEmphasis(text).start;
  const found = parsePlain(text.slice(skipped, skipped + 200));
  if (found !== null) {
    const closing =
      skipped === 0 ? 0 : (/^[*_]{1,3}\s*/.exec(text.slice(found.contentStart + skipped))?.[0].length ?? 0);
    return { ...found, contentStart: found.contentStart + skipped + closing };
  }
  return skipped > 0 ? parsePlain(text.slice(0, 200)) : null;
}

function parsePlain(text: string): Marker | null {
  return parseWordMarker(text) ?? parseNumberMarker(text) ?? parseOf('bullet', bullet, text);
}

function parseWordMarker(text: string): Marker | null {
  if (!/^[PCTMĐ]/u.test(text) || /^mức/iu.test(text)) return null;
  const folded = fold(text.slice(0, 40));
  for (const [style, pattern] of words) {
    const match = pattern.exec(folded);
    if (match !== null) return { style, rank: rankOf[style], contentStart: match[0].length };
  }
  return null;
}

function parseNumberMarker(text: string): Marker | null {
  const path = romanDecimal.exec(text) ?? decimal.exec(text) ?? bareDecimal.exec(text);
  if (path?.[1] !== undefined) {
    const depth = path[1].split('.').length + (/^[IVX]/.test(path[0]) ? 1 : 0);
    return { style: 'decimal', rank: rankOf.decimal + (depth - 1) * 5, contentStart: path[0].length };
  }
  const numeral = roman.exec(text);
  if (numeral?.[1] !== undefined && isRoman(numeral[1])) {
    return { style: 'roman', rank: rankOf.roman, contentStart: numeral[0].length };
  }
  return parseOf('letter', letter, text) ?? parseOf('small', small, text) ?? parseOf('bracket', bracket, text);
}

function isRoman(text: string): boolean {
  return /^X{0,3}(?:IX|IV|V?I{0,3})$/.test(text);
}

function parseOf(style: MarkerStyle, pattern: RegExp, text: string): Marker | null {
  const match = pattern.exec(text);
  return match === null ? null : { style, rank: rankOf[style], contentStart: match[0].length };
}
