import type { AskedReader } from '../tools/read-asked.ts';

/** "nam 23": a year of this century in two digits; not "năm 12 tháng". */
const shortYear = /(?<!\p{L})(n[aă]m )(2\d)(?![\d.,/%]|\s?(?:%|ph[aầ]n tr[aă]m|th[aá]ng|x[aã]|h[oộ]|ng[uư][oờ]i))/giu;
/** Vowels but i, which Roman numerals draw out: "vậyyyy", "nhaaa", not "quý III", "PCCC". */
const longSound = /([aeouy\u00e0-\u1ef9])\1{2,}/gu;
/** "25-26" after words for a term, or one year after the other. */
const shortYears =
  /(?<![\d.,/-])(2\d)\s?[-–]\s?(2\d)(?![\d.,/%]|\s?(?:%|ph[aầ]n tr[aă]m|tri[eệ]u|t[yỷiỉ] |ngh[iì]n))/gu;
/** Kinds of documents by their symbols, alone: "KH thu ngân sách", not "15/KH-UBND". */
const kindSymbol = /(?<![\p{L}\d/-])(?:KH|NQ|QĐ|CV)(?![\p{L}\d/-])/gu;

/** "bo gddt", "Sở NN&MT": what follows a kind of organisation. */
const office = /(?<!\p{L})((?:b[oộ]|s[oở]|ph[oò]ng|chi c[uụ]c) )([\p{L}&]{2,8})(?![\p{L}&])/giu;

/** A message with people's short forms ("bn", "dc"), names of offices and years in two digits written out, letters drawn out ("vậyyyy") made one. */
export function spellOut(
  text: string,
  { writeOut, writeOutTyping }: Pick<AskedReader, 'writeOut' | 'writeOutTyping'>,
): string {
  const whole = text
    .replace(longSound, '$1')
    .replace(shortYear, '$120$2')
    .replace(shortYears, (years, first: string, last: string) =>
      Number(last) - Number(first) === 1 || Number(last) - Number(first) === 5 ? `20${first}-20${last}` : years,
    )
    .replace(kindSymbol, writeOut)
    .replace(office, (_, kind: string, name: string) => kind + writeOut(name));
  return writeOutTyping(whole);
}
