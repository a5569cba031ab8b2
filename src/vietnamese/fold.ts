/** Above this code unit nothing is folded: Vietnamese, Latin and Greek-like scripts all lie below. */
const tableSize = 0x1f00;
const chunkSize = 8192;

/** For each UTF-16 code unit below `tableSize`: lower case, first base letter, đ → d. */
const foldTable = makeFoldTable();

function makeFoldTable(): Uint16Array {
  const table = new Uint16Array(tableSize);
  for (let code = 0; code < tableSize; code++) table[code] = foldCode(code);
  return table;
}

function foldCode(code: number): number {
  if (code === 0x110 || code === 0x111 || code === 0xd0) return 0x64;
  const decomposed = String.fromCharCode(code).normalize('NFD');
  const isMarked = decomposed.length > 1 && /^[\u0300-\u036f]+$/.test(decomposed.slice(1));
  const base = isMarked ? decomposed.charAt(0) : String.fromCharCode(code);
  const lower = base.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/**
 * The text in lower case without Vietnamese marks (đ → d); punctuation, blanks and everything else stay.
 * An NFC text keeps its UTF-16 length, so offsets into the result are offsets into the text.
 * U+00D0 (Ð) counts as Đ: old documents carry it for it.
 */
export function fold(text: string): string {
  const length = text.length;
  if (length <= chunkSize) return foldChunk(text, 0, length);
  let folded = '';
  for (let at = 0; at < length; at += chunkSize) folded += foldChunk(text, at, Math.min(at + chunkSize, length));
  return folded;
}

function foldChunk(text: string, from: number, to: number): string {
  const codes = new Array<number>(to - from);
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    codes[at - from] = code < tableSize ? (foldTable[code] ?? code) : code;
  }
  return String.fromCharCode.apply(null, codes);
}

/** Whether any letter carries a Vietnamese mark or is đ (also in NFD). False: typed without diacritics, or no Vietnamese at all. */
export function hasDiacritics(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0xc0) continue;
    if (code >= 0x300 && code <= 0x36f) return true;
    if (code < tableSize && foldTable[code] !== code && isMarkedLatin(code)) return true;
  }
  return false;
}

const isMarkedLatin = (code: number): boolean => {
  const folded = foldTable[code] ?? code;
  return folded >= 0x61 && folded <= 0x7a;
};
