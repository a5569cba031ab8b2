import type { AskedReader } from '../tools/read-asked.ts';

/** "nam 23": a year of this century in two digits; not "năm 12 tháng". */
const shortYear = /(?<!\p{L})(n[aă]m )(2\d)(?![\d.,/%]|\s?(?:%|ph[aầ]n tr[aă]m|th[aá]ng|x[aã]|h[oộ]|ng[uư][oờ]i))/giu;
/** "cao bang 23 la bao nhieu", "BHYT Kon Tum 25?": where only the year can be short. */
const bareYear =
  /(?<=\p{L}{2} )(2\d)(?= (?:l[aà]|[dđ][aạ]t|bn|bnhieu|bao|m[aấ]y|t[aă]ng|gi[aả]m|dc|[dđ][uư][oơợ]c|v[aậ]y|z|th[iì])(?!\p{L})|\s*\?*$)/giu;
/** "nk 2020-2025": nhiệm kỳ, elsewhere nhập khẩu. */
const term = /(?<!\p{L})nk(?= ?20\d\d)/gu;
/** Vowels but i, which Roman numerals draw out: "vậyyyy", "nhaaa", not "quý III", "PCCC". */
const longSound = /([aeouy\u00e0-\u1ef9])\1{2,}/gu;
/** "25-26" after words for a term, or one year after the other. */
const shortYears =
  /(?<![\d.,/-])(2\d)\s?[-–]\s?(2\d)(?![\d.,/%]|\s?(?:%|ph[aầ]n tr[aă]m|tri[eệ]u|t[yỷiỉ] |ngh[iì]n))/gu;
/** Kinds of documents by their symbols, alone: "KH thu ngân sách", not "15/KH-UBND". */
const kindSymbol = /(?<![\p{L}\d/-])(?:KH|NQ|QĐ|CV)(?![\p{L}\d/-])/gu;

/** "bo gddt", "Sở NN&MT": what follows a kind of organisation. */
const office = /(?<!\p{L})((?:b[oộ]|s[oở]|ph[oò]ng|chi c[uụ]c) )([\p{L}&]{2,8})(?![\p{L}&])/giu;

const institution = /(?<!\p{L})(?:ttyt|bvđk|bvdk)(?!\p{L})/giu;
/** "bs/van dan": what stands before the stroke is a word of its own. */
const beforeStroke = /(?<![\p{L}\d/-])\p{Ll}{2,3}(?=\/\p{Ll}{2})/gu;

/** A message with people's short forms ("bn", "dc"), names of offices and years in two digits written out, letters drawn out ("vậyyyy") made one. */
export function spellOut(
  text: string,
  { writeOut, writeOutTyping }: Pick<AskedReader, 'writeOut' | 'writeOutTyping'>,
): string {
  const whole = text
    .replace(longSound, '$1')
    .replace(shortYear, '$120$2')
    .replace(bareYear, '20$1')
    .replace(term, 'nhiem ky')
    .replace(shortYears, (years, first: string, last: string) =>
      Number(last) - Number(first) === 1 || Number(last) - Number(first) === 5 ? `20${first}-20${last}` : years,
    )
    .replace(kindSymbol, writeOut)
    .replace(institution, writeOut)
    .replace(beforeStroke, writeOutTyping)
    .replace(office, (_, kind: string, name: string) => kind + writeOut(name));
  return writeOutTyping(whole);
}
