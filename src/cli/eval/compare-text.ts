import { fold } from '../../vietnamese/fold.ts';

/** NFC, white space collapsed, as gold/README.md asks for quotes and values. */
export function collapse(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** For judging sameness only: folded, dashes made one, no blanks beside / - %. */
export function loosely(text: string): string {
  return fold(collapse(text))
    .replace(/[‐-―−]/g, '-')
    .replace(/ ?([/%-]) ?/g, '$1');
}

/** Words that say how a figure is set, not what is measured. */
const emptyWords = new Set(
  'ti ty le dat phan dau so tong cac cua la va tren duoi tai o voi trong do rieng den nam hang moi co duoc chi tieu nhac lai'.split(
    ' ',
  ),
);

function nameWords(name: string): string[] {
  return loosely(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** 0..1: how far two names of an indicator share their words (Dice); empty words count only where a name has nothing else. */
export function nameSimilarity(left: string, right: string): number {
  const [a, b] = [contentWords(left), contentWords(right)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function contentWords(name: string): Set<string> {
  const words = nameWords(name);
  const content = words.filter((word) => !emptyWords.has(word));
  return new Set(content.length > 0 ? content : words);
}

/** 0..1: the shorter text's words found in the longer one; 1 where one quote contains the other. */
export function quoteOverlap(left: string, right: string): number {
  const [a, b] = [loosely(left), loosely(right)];
  if (a === '' || b === '') return 0;
  if (a.includes(b) || b.includes(a)) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const words = new Set(nameWords(long));
  const wanted = nameWords(short);
  return wanted.filter((word) => words.has(word)).length / Math.max(1, wanted.length);
}
