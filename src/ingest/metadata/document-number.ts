/**
 * Numbers and symbols of documents (Nghị định 30/2020/NĐ-CP, Điều 15 and Phụ lục III): "15/KH-UBND", "41/2019/QĐ-UBND", "36/2026/QH16";
 * of the Party "05-NQ/TU". Blanks around the marks and en dashes are forgiven. Dates and fractions are none: a capital must follow.
 */
const symbol =
  '\\p{Lu}[\\p{L}\\d&]{0,14}(?:[-–]\\p{Lu}[\\p{L}\\d&]{0,14}|\\s?[-–]\\s?\\p{Lu}{2}[\\p{L}\\d]{0,12}){0,4}';
const state = `\\d{1,5}\\s?(?:/\\s?(?:19|20)\\d\\d\\s?)?/\\s?${symbol}`;
const party =
  '\\d{1,4}\\s?[-–]\\s?\\p{Lu}\\p{L}{0,4}\\s?/\\s?\\p{Lu}{2}[\\p{L}\\d]{0,12}(?:[-–]\\p{Lu}[\\p{L}\\d]{0,10})?';
const pattern = new RegExp(`(?<![\\d.,/])(?:${party}|${state})`, 'gu');

export type FoundNumber = { number: string; start: number; end: number };

/** Document numbers in a text, in order, normalised; `[]` when there is none. */
export function findDocumentNumbers(text: string): FoundNumber[] {
  return [...text.matchAll(pattern)].map((match) => ({
    number: normalised(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The number a text is or opens with, normalised; null when it opens with something else. */
export function parseDocumentNumber(text: string): string | null {
  const first = findDocumentNumbers(text.slice(0, 120))[0];
  return first !== undefined && text.slice(0, first.start).trim() === '' ? first.number : null;
}

function normalised(text: string): string {
  return text.replace(/\s/g, '').replaceAll('–', '-').replaceAll('Ð', 'Đ');
}
