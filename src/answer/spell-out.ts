import type { AskedReader } from '../tools/read-asked.ts';

/** "nam 23": a year of this century in two digits; not "năm 12 tháng". */
const shortYear = /(?<!\p{L})(n[aă]m )(2\d)(?![\d.,/%]|\s?(?:%|ph[aầ]n tr[aă]m|th[aá]ng|x[aã]|h[oộ]|ng[uư][oờ]i))/giu;
const longSound = /(\p{L})\1{2,}/gu;

/** A message with people's short forms ("bn", "dc") and years in two digits written out, letters drawn out ("vậyyyy") made one. */
export function spellOut(text: string, { writeOutTyping }: Pick<AskedReader, 'writeOutTyping'>): string {
  return writeOutTyping(text.replace(longSound, '$1').replace(shortYear, '$120$2'));
}
