import type { AskedReader } from '../tools/read-asked.ts';

/** "nam 23": a year of this century in two digits; not "năm 12 tháng". */
const shortYear = /(?<!\p{L})(n[aă]m )(2\d)(?![\d.,/%]|\s?(?:%|ph[aầ]n tr[aă]m|th[aá]ng|x[aã]|h[oộ]|ng[uư][oờ]i))/giu;
const longSound = /(\p{L})\1{2,}/gu;

/** "bo gddt", "Sở NN&MT": what follows a kind of organisation. */
const office = /(?<!\p{L})((?:b[oộ]|s[oở]|ph[oò]ng|chi c[uụ]c) )([\p{L}&]{2,8})(?![\p{L}&])/giu;

/** A message with people's short forms ("bn", "dc"), names of offices and years in two digits written out, letters drawn out ("vậyyyy") made one. */
export function spellOut(
  text: string,
  { writeOut, writeOutTyping }: Pick<AskedReader, 'writeOut' | 'writeOutTyping'>,
): string {
  const whole = text.replace(longSound, '$1').replace(shortYear, '$120$2');
  return writeOutTyping(whole.replace(office, (_, kind: string, name: string) => kind + writeOut(name)));
}
