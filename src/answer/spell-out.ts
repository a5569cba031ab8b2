import type { AskedReader } from '../tools/read-asked.ts';
import { fold, hasDiacritics } from '../vietnamese/fold.ts';
import { withTypedMarks } from '../vietnamese/typed-marks.ts';

/** "trẻ dưới 5t": years of age. */
const age = /(?<=(?:d[uư][oớ]i|tr[eê]n|t[uừ]|[dđ][uủ]) \d{1,2}) ?t(?![\p{L}\d/])/giu;
/** "BHYT '25". */
const apostropheYear = /(?<![\p{L}\d])['’]([0-4]\d)(?![\p{L}\d])/gu;
/** "nam 23": a year of this century in two digits; not "năm 12 tháng". */
const shortYear =
  /(?<!\p{L})(n[aă]m )([1-3]\d)(?![\d.,/%-]|\s?(?:%|ph[aầ]n tr[aă]m|th[aá]ng|x[aã]|h[oộ]|ng[uư][oờ]i|tri[eệ]u|t[yỷiỉ](?!\p{L})|ngh[iì]n|ng[aà]n|ha|km|tu[oổ]i|ng[aà]y|doanh|d[uự]|c[oô]ng|tr[uư][oờ]ng|l[oớ]p|l[aầ]n|[dđ]i[eể]m))/giu;
/** "cao bang 23 la bao nhieu", "BHYT Kon Tum 25?": where only the year can be short. */
const bareYear =
  /(?<=\p{L}{2} )(2\d)(?= (?:l[aà]|[dđ][aạ]t|bn|bnhieu|bao|m[aấ]y|t[aă]ng|gi[aả]m|dc|[dđ][uư][oơợ]c|v[aậ]y|z|th[iì])(?!\p{L})|\s*\?*$)/giu;
/** "nk 2020-2025", "nk này": nhiệm kỳ, elsewhere nhập khẩu. */
const term = /(?<!\p{L})nk(?= ?20\d\d| (?:n[aà]y|m[oớ]i|t[oớ]i|qua|tr[uư][oớ]c)(?!\p{L}))/giu;
/** "SL lúa": what is grown, caught or cut. */
const output =
  /(?<!\p{L})sl(?= (?:th[uủ][yỷ]|l[uú]a|l[uư][oơ]ng|th[iị]t|t[oô]m|g[oỗ](?!\p{L})|ng[oô]|ch[eè]|c[aà] ph|m[ií]a|rau|qu[aả](?!\p{L})|khai|nu[oô]i|[dđ]i[eệ]n|cao su|c[aâ]y)(?!\p{Lu}))/giu;
/** An amount that somebody supposes, in a question whether it is so. */
const supposed =
  /(?:(?<!\p{L})(?:c[oó] ph[aả]i(?: l[aà])?|ph[aả]i l[aà]|l[aà]|d[uư][oớ]i|tr[eê]n|b[aằ]ng|[dđ][aạ]t) )?(?<![\d.,])\d[\d.,]{0,20}\s?(?:%|ph[aầ]n tr[aă]m|t[yỷ](?: [dđ][oồ]ng)?|tri[eệ]u(?: [dđ][oồ]ng)?)(?=[^?]{0,20}(?:kh[oô]ng|ko|[aà]|h[aả])\s*\??\s*$)/giu;
/** "GRDP bình quân 2023": a head, where nothing grows. */
const perHead =
  /(?<!\p{L})(?:grdp|gdp|thu nh[aậ]p) (?:bq|b[iì]nh qu[aâ]n)(?!\s+(?:[dđ][aầ]u|ng[uư][oờ]i|theo|tr[eê]n|h[aăằ]ng|m[oỗ]i|n[aă]m|giai|1|m[oộ]t)(?!\p{L})|\s?\/|\p{L})/giu;
/** "đồng bào DT", "trồng cây p.tán", "trước mấy h". */
const loose: readonly (readonly [RegExp, string])[] = [
  // Asked which way it goes: both answer.
  [/(?<!\p{L})(?:t[aă]ng hay (?:l[aà] )?gi[aả]m|gi[aả]m hay (?:l[aà] )?t[aă]ng)(?!\p{L})/giu, ''],
  // "có phải 3% không", "dưới 4% đúng không": what is supposed is not what it is.
  [supposed, ''],
  [/(?<=(?<!\p{L})kv ?\d) (?=kv ?\d)/giu, ', '],
  [/(?<=(?:đồng bào|dong bao) )[dđ]t(?!\p{L})/giu, 'dân tộc'],
  [/(?<!\p{L})p\. ?t[aá]n(?!\p{L})/giu, 'phân tán'],
  [/(?<=(?:m[aấ]y|bao nhi[eê]u|bn|\d) ?)h(?=\s*[?.!]*$)/giu, ' giờ'],
];
/** Vowels but i, which Roman numerals draw out: "vậyyyy", "nhaaa", not "quý III", "PCCC". */
const longSound = /([aeouy\u00e0-\u1ef9])\1{2,}/gu;
/** "25-26" after words for a term, or one year after the other. */
const shortYears =
  /(?<![\d.,/-])(2\d)\s?[-–]\s?(2\d)(?![\d.,/%]|\s?(?:%|ph[aầ]n tr[aă]m|tri[eệ]u|t[yỷiỉ] |ngh[iì]n))/gu;
/** "nk 25-30", "gđ 21 - 25": of a term. */
const termYears =
  /(?<=(?<!\p{L})(?:nk|nhi[eệ]m k[yỳ]|g[dđ]|giai [dđ]o[aạ]n) )([12]\d)\s?[-–]\s?([123]\d)(?![\d.,/%])/giu;
/** Kinds of documents by their symbols, alone: "KH thu ngân sách", not "15/KH-UBND". */
const kindSymbol = /(?<![\p{L}\d/-])(?:KH|NQ|QĐ|CV)(?![\p{L}\d/-])/gu;

/** "bo gddt", "Sở NN&MT": what follows a kind of organisation. */
const office = /(?<!\p{L})((?:b[oộ]|s[oở]|ph[oò]ng|chi c[uụ]c) )([\p{L}&]{2,8})(?![\p{L}&])/giu;

/** "so nn", "sở xd": two letters that elsewhere mean something else. */
const shortOffice = /(?<=(?<!\p{L})(?:s[oở]|b[oộ]) )(?:nn|tc|nv|xd|tp|yt|gd)(?![\p{L}&])/giu;
const offices: Readonly<Record<string, string>> = {
  nn: 'nông nghiệp',
  tc: 'tài chính',
  nv: 'nội vụ',
  xd: 'xây dựng',
  tp: 'tư pháp',
  yt: 'y tế',
  gd: 'giáo dục',
};

const institution = /(?<![\p{L}\d/-])(?:ttyt|bvđk|bvdk|lđlđ|ldld|hlhpn|lhpn|ubmttq|mttq|cct|ttg)(?![\p{L}/-])/giu;
/** "QH chốt": the National Assembly decides; a plan of land does not. */
const assembly = /(?<!\p{L})QH(?=\s+(?:chốt|thông qua|quyết|giao|đặt|biểu quyết|chot|thong qua|quyet|dat)(?!\p{L}))/gu;
/** "mây phần trăm", "mây xã": bamboo for how many. */
const howMany =
  /(?<!\p{L})mây(?=\s*%|\s+(?:ph[aầ]n tr[aă]m|tri[eệ]u|t[yỷ]|ngh[iì]n|x[aã]|ph[uư][oờ]ng|huy[eệ]n|tr[uư][oờ]ng|ng[uư][oờ]i|h[oộ]|ha|km|c[aă]n|th[oô]n)(?!\p{L}))/giu;
/** "cấp tỉnh, huyện, xã": each is a tier. */
const tiers =
  /(?<!\p{L})(c[aấ]p) (t[iỉ]nh|huy[eệ]n|x[aã])((?:\s*,\s*|\s+(?:v[aà]\s+)?)(?:t[iỉ]nh|huy[eệ]n|x[aã])(?!\p{L})){1,2}/giu;
const ranks = ['x', 'h', 't'];
const rankOf = (tier: string): number => ranks.indexOf(fold(tier).trim().charAt(0));

/** Without a comma or "và" only from above: "cấp xã tỉnh …" names one tier and where. */
const isOneTier = (all: string): boolean => {
  const [, first = '', second = ''] = fold(all).split(/\s+/);
  return !/,|(?<!\p{L})v[aà](?!\p{L})/u.test(all) && rankOf(first) < rankOf(second);
};

const eachTier = (all: string, tier: string): string =>
  isOneTier(all)
    ? all
    : tier + all.slice(tier.length + 1).replace(/^|[\s,]+(?:v[aà]\s+)?/giu, (gap) => (gap === '' ? ' ' : `, ${tier} `));
/** "bs/van dan": what stands before the stroke is a word of its own. */
const beforeStroke = /(?<![\p{L}\d/-])\p{Ll}{2,3}(?=\/\p{Ll}{2})/gu;

/** A message with people's short forms ("bn", "dc"), names of offices and years in two digits written out, letters drawn out ("vậyyyy") made one. */
export function spellOut(
  text: string,
  { writeOut, writeOutTyping }: Pick<AskedReader, 'writeOut' | 'writeOutTyping'>,
): string {
  // In a message without marks what is written out has none either.
  const say = (words: string): string => (hasDiacritics(text) ? words : fold(words));
  const whole = withTypedMarks(text)
    .replace(longSound, '$1')
    .replace(age, ' tuoi')
    .replace(apostropheYear, '20$1')
    .replace(shortYear, '$120$2')
    .replace(bareYear, '20$1')
    .replace(termYears, '20$1-20$2')
    .replace(shortYears, (years, first: string, last: string) =>
      Number(last) - Number(first) === 1 || Number(last) - Number(first) === 5 ? `20${first}-20${last}` : years,
    )
    .replace(term, 'nhiem ky')
    .replace(output, say('sản lượng'))
    .replace(perHead, (head) => (/t[aă]ng/i.test(text) ? head : `${head}${say(' đầu người')}`))
    .replace(kindSymbol, writeOut)
    .replace(institution, writeOut)
    .replace(assembly, 'Quốc hội')
    .replace(howMany, 'mấy')
    .replace(tiers, eachTier)
    .replace(shortOffice, (name) => say(offices[name.toLowerCase()] ?? name))
    .replace(beforeStroke, writeOutTyping)
    .replace(office, (_, kind: string, name: string) => kind + writeOut(name));
  return writeOutTyping(loose.reduce((written, [form, meaning]) => written.replace(form, say(meaning)), whole));
}
