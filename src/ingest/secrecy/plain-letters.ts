/** Letters of other alphabets that look like those of MẬT, TỐI, TUYỆT. */
const lookAlikes: Readonly<Record<string, string>> = {
  Μ: 'M',
  М: 'M',
  Τ: 'T',
  Т: 'T',
  Α: 'A',
  А: 'A',
  Ι: 'I',
  І: 'I',
  Ο: 'O',
  О: 'O',
  Ε: 'E',
  Е: 'E',
  Υ: 'Y',
  У: 'Y',
};
const lookAlike = new RegExp(`[${Object.keys(lookAlikes).join('')}]`, 'gu');

/** Letters and signs of Vietnamese that are what they look like, composed: what most lines are made of. */
const plain = /^[\t\n\x20-\x7eÀ-ÖØ-öø-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ–—“”‘’]*$/;

/** The text as an eye reads it: NFC, nothing invisible, full-width and borrowed letters as Latin ones. For the gate of secrecy only. */
export function plainLetters(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(\p{L})\p{M}+/gu, (letters) => letters.normalize('NFC'))
    .replace(lookAlike, (letter) => lookAlikes[letter] ?? letter)
    .normalize('NFC');
}
