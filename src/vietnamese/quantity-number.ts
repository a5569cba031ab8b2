import { allMatches } from './all-matches.ts';
import { parseNumber } from './number.ts';

/** A number in a text that may be a quantity; `end` is where its last digit ends. */
export type NumberToken = { value: number; start: number; end: number };

/**
 * Stretches whose numbers are no quantities: dates, numbers and symbols of documents, clock times, years and spans of years,
 * "lần thứ 13", "mức độ 4", "Đề án 06", "Covid-19". Written on folded text (see `quantityText`).
 */
/** After the number of a name: no digits go on, and nothing that would make it a quantity after all. */
const alone =
  '(?![.,]?\\d)(?! ?(?:%|-|–|trieu|ty |ti |nghin|ngan|dong|usd|ha |tan |km|nguoi|lao dong|xa |ho |truong |benh|hoc|§o so|doanh|hop|diem(?! [a-z§](?![a-z]))|vu(?![a-z])|cong trinh|du an|co so|mo hinh|cay(?![a-z])|ta(?![a-z])|tieu chi(?! so)|luot|giuong|bac si|kg|san pham|m(?![a-z])))';

const notQuantities = [
  // 34-CT/TW, 15/KH-UBND, 74/NQ- HDND, 42/2019/NQ-HDND, 16/2021/QH15
  '\\d{1,6}(?:/\\d{4})? ?[-/] ?(?:[a-z]{1,8}(?: ?[-/&] ?[a-z0-9]{1,12}){1,4}|qh\\d{1,2}|(?:qd|ct|kh|nq|nd|tt|bc|tb|hd|kl|ctr|vbhn)(?![a-z]))',
  // 07/4/2014, 7-4-2014, 12/2025, 30/6, 29/12
  '\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?\\d{4}',
  '\\d{1,2}[/-](?:19|20)\\d{2}(?!\\d)',
  '(?:ngay|toi|sang|chieu|hom|truoc|het|dip|le) \\(?\\d{1,2} ?[/-] ?\\d{1,2}(?![\\d.,%])',
  '(?:tu|den|va) \\d{1,2}/\\d{1,2}(?![\\d.,%])(?! {1,2}(?:so |tong so|xa|huyen|thon|truong|tieu chi|chi tieu))',
  // ngay 19 thang 8 nam 2021, thang 12, quy 4, nam 2025, nam hoc 2024-2025, giai doan 2021 - 2025
  'ngay \\d{1,2}(?: thang \\d{1,2})?(?: nam \\d{4})?',
  'thang \\d{1,2}(?: nam \\d{4}|[/-]\\d{4})?(?![.,]?\\d)',
  'quy \\d(?: nam \\d{4}|/\\d{4})?',
  '(?:19|20)\\d{2} ?[-–—] ?(?:19|20)\\d{2}',
  '(?:nam|nam hoc|nhiem ky|giai doan|khoa|thoi ky|chuan ngheo|vu|cuoi|dau|truoc|sau|tu|den|het) (?:19|20)\\d{2}(?![.,]?\\d| ?%)',
  // 08:03, 14h30, 7 gio 30
  '\\d{1,2}:\\d{2}|\\d{1,2}h\\d{0,2}(?![a-z])|(?:luc|hoi|truoc|tu|den) \\d{1,2} gio(?: \\d{1,2})?',
  // lan thu 13, muc do 4, dieu 5, de an 06, quoc lo 14, lop 9
  `(?<!moi )(?:lan (?:§hu|thu)|§hu|muc do|cap do|dieu|khoan|muc|phu luc|chuong|phan|quoc lo|tinh lo|ql|dt|lop|khoi lop|bieu|bang|mau|bieu so|` +
    `mau so|trang|dot|khoa|the he|phien ban|buoc|nhom [a-z]|web|so thu tu|khu vuc|vung|loai|hang|(?<!nang |cung )cap|phuong|(?<!(?:binh|giao|tuyen|tan|dan) )quan|ap|thon|tieu chi so|` +
    `chi tieu so) (?:so )?\\d{1,2}${alone}`,
  `(?:chuong trinh|ban chi dao|to cong tac|de an|nghi quyet|chi thi|ket luan|quyet dinh|nghi dinh|(?<!giao )thong [t§]u|luat|ke hoach|cong van|thong bao|so|quy chuan|tcvn|` +
    `qcvn|iso) (?:so )?\\d{1,4}${alone}`,
  '(?:covid|sars|pm|h)[- ]?\\d[\\d.,]*',
  '(?:dien thoai|dt|fax|hotline|sdt|tel)[: ]{1,2}\\(?\\+?\\d[\\d. ]{6,14}\\d',
  '0\\d{2,3}[. ]\\d{3,4}[. ]\\d{3,4}',
  // what a rate is counted on: tren 01 van dan, /100.000 tre de song, tren 1 ha
  '(?:tren|moi|tinh(?: cho)?|cua) (?:tren )?(?:01|1|100|1\\.000|10\\.000|100\\.000) {0,2}(?:van|nguoi dan|dan(?! [t§]oc)|tre(?! em)|ca de)',
  '(?:tren|moi|cho|tinh|cua) (?:tren )?(?:01|1) {0,2}(?:nguoi|ha(?![a-z])|hecta|don vi|lao dong|ho(?![a-z]))',
  '24/24|24/7|(?<![\\d,.])[1-5]\\.0(?![\\d%])',
  // a number of a list at the start, or in brackets: "1.", "2.1.", "(3)"
  '\\(\\d{1,2}\\)',
].join('|');

const masks = new RegExp(`(?<![a-z0-9§/.,])(?:${notQuantities})`, 'g');
/** Thousands set off by blanks count only before a word of money or measure: "116 000 triệu đồng". */
const numbers =
  /(?<![a-z0-9§/_])(?<!\d[.,])(?:\d{1,3}(?: \d{3}){1,3}(?:,\d{1,3})?(?= ?(?:ty|ti|trieu|nghin|ngan|dong|usd|tan|ha|nguoi|kg|m2|m3|luot|ho|lao dong)(?![a-z]))|\d{1,3}(?:\.\d{3})+(?:,\d{1,6})?|\d{1,12}(?:[.,]\d{1,6})?)(?!\d)/g;
/** "19/21 thôn": so many of so many. */
const outOf = /\/(\d{1,4})(?= {1,2}[a-z§]|[.;,)]?(?: |$))/y;
const lone = /^(?:19|20)\d{2}$/;

/** The numbers of a text that may be quantities, in order. `folded` is `quantityText(text)`. */
export function quantityNumbers(folded: string): NumberToken[] {
  if (!/\d/.test(folded)) return [];
  const hidden = folded.replace(masks, (stretch) => stretch.replace(/\d/g, '#'));
  const found: NumberToken[] = [];
  for (const match of allMatches(numbers, hidden)) {
    const end = match.index + match[0].length;
    const value = parseNumber(match[0]);
    const isYear = lone.test(match[0]) && !/^ {0,2}[%/]/.test(hidden.slice(end, end + 3));
    if (value === null || isYear || /^0{2}/.test(match[0])) continue;
    outOf.lastIndex = end;
    const whole = outOf.exec(hidden);
    const isPart = whole !== null && Number(whole[1]) >= value && Number.isInteger(value);
    found.push({ value, start: match.index, end: isPart ? outOf.lastIndex : end });
  }
  return found;
}
