/** Letters of Word's "Symbol" font by their code; Wingdings marks are bullets. */
const symbols: ReadonlyMap<number, string> = new Map([
  [0x2d, '-'],
  [0x3c, '<'],
  [0x3d, '='],
  [0x3e, '>'],
  [0x25, '%'],
  [0x2b, '+'],
  [0xa3, '≤'],
  [0xb3, '≥'],
  [0xb1, '±'],
  [0xb4, '×'],
  [0xb8, '÷'],
  [0xb0, '°'],
  [0xb7, '-'],
  [0xbb, '≈'],
  [0xb9, '≠'],
  [0xae, '→'],
]);

/** What a symbol taken from a font by its hexadecimal code says; a dash for pictures, empty when unknown. */
export function symbolLetter(font: string, code: string): string {
  const at = Number.parseInt(code, 16);
  if (!Number.isFinite(at)) return '';
  if (/^symbol$/i.test(font)) return symbols.get(at & 0xff) ?? '';
  if (/wingdings|webdings/i.test(font)) return '-';
  return at >= 0xf000 && at <= 0xf0ff ? '' : String.fromCodePoint(Math.min(at, 0xffff));
}
