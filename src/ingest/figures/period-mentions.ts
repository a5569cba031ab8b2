import type { Period } from '../../domain/period.ts';
import { findPeriods, type PeriodPreposition } from '../../vietnamese/period.ts';
import { yearlyAveragePeriod } from '../../vietnamese/period-forms.ts';
import { openMentions } from './open-mentions.ts';
import type { PlainText, Span } from './plain-text.ts';

/** A period named in a block that can be the time of a target, with its place in the plain text. */
export type PeriodMention = Span & { period: Period; preposition: PeriodPreposition | null };

/** What, right before a period, makes it the year of something else: a poverty line, a base of prices, a document, a comparison. */
const elsewhere = new RegExp(
  '(?<![a-z])(?:chuan ngheo[^,;.]{0,40}|chuan (?:moi|da chieu)|bo tieu chi[^,;.]{0,60}|gia (?:so sanh|co dinh|hien hanh|goc)|dai hoi(?:(?!de ra|[d§]at ra|muc tieu|chi tieu|phan dau|xac dinh)[^,;:.]){0,60}|' +
    'so voi(?: (?:uoc|thuc hien|cung ky|muc|ket qua|binh quan|trung binh|dau|cuoi|thoi diem|du toan|ke hoach|nam|ca|giai doan))*|cung ky(?: nam)?|' +
    'lan|(?:cao|thap|it|nhieu|tot|lon|nho) hon|(?:gap|bang) (?:doi|ba|\\d[\\d.,]* lan)|uoc(?: thuc hien| dat)?|(?:nghi quyet|chi thi|quyet dinh|bo luat|luat|phap lenh)(?: so [^ ]{1,20})?|ban hanh|ky ngay|' +
    'tu (?:muc |tren |duoi )?[\\d.,]{1,12} ?(?:%|[a-z§/ ]{0,20})) ?\\(?$',
);

/** "số nợ của năm 2019 chuyển sang", "từ năm 2022 trở về trước": whence something comes, not when it is done. */
const origin = /^ (?:(?:duoc )?(?:chuyen|keo dai) (?:sang|qua)|tro ve truoc|ve truoc|de lai|con ton)(?![a-z])/;

/** A bare year that is part of a name: "Chương trình giáo dục phổ thông 2018", "APEC 2027". */
const named = /(?<![a-z])(?:chuong trinh|hoi nghi|luat|apec|festival|sea games|chuan)(?![a-z])[^,;.:\d]{0,40}$/;

/** The mentions of a block in order; empty when it names no period. */
export function periodMentions(plain: PlainText): PeriodMention[] {
  if (!/(?:19|20)\d\d|nam|quy|thang|ky|doan/.test(plain.folded)) return [];
  const found: PeriodMention[] = [];
  for (const { period, start, end, preposition } of findPeriods(plain.text)) {
    if (
      preposition === 'so với' &&
      /(?:^|\s)(?:so|cùng kỳ|thay)(?:\s|$)/iu.test(plain.text.slice(Math.max(0, start - 30), start))
    )
      continue;
    // "khám sức khỏe mỗi năm một lần": how often, not when.
    if (
      period.kind === 'yearly' &&
      /^ (?:it nhat |toi thieu )?(?:mot|hai|ba|\d{1,2}) lan/.test(plain.folded.slice(end, end + 20))
    )
      continue;
    if (origin.test(plain.folded.slice(end, end + 24))) continue;
    const before = textBefore(plain, start);
    // "Dân số trung bình năm": the mean over the year it stands for, no yearly goal.
    if (/dan so$/.test(before) && /^(?:trung binh|binh quan) nam$/.test(plain.folded.slice(start, end))) continue;
    // "đất trồng cây hàng năm": crops of one year.
    if (period.kind === 'yearly' && /(?<![a-z])cay(?: cong nghiep| [t§]rong)?$/.test(before)) continue;
    if (period.kind !== 'yearly' && period.kind !== 'yearly_average' && elsewhere.test(before)) continue;
    if (/^\d{4}$/.test(plain.text.slice(start, end)) && named.test(before)) continue;
    const average =
      period.kind === 'yearly'
        ? (/(?:binh quan|trung binh) $/.exec(plain.folded.slice(Math.max(0, start - 12), start))?.[0] ?? '')
        : '';
    if (average !== '')
      found.push({ period: yearlyAveragePeriod(null), start: start - average.length, end, preposition });
    else found.push({ period, start: start - endWords(before, period).length, end, preposition });
  }
  const open = openMentions(plain).filter(({ start }) => !elsewhere.test(textBefore(plain, start)));
  return [...found, ...open, ...lastDays(plain)].sort((a, b) => a.start - b.start);
}

const textBefore = ({ folded }: PlainText, at: number): string => folded.slice(Math.max(0, at - 60), at).trimEnd();

/** "(đến) hết quý III": the words that belong to the part of a year behind them. */
const endWords = (before: string, { kind }: Period): string =>
  /^(?:quarter|month|half|nine_months)$/.test(kind) ? (/(?<![a-z])(?:den )?het $/.exec(`${before} `)?.[0] ?? '') : '';

const lastDay = /(?<![a-z])den (?:het )?(?:ngay )?(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)(?!\d)/g;

/** "đến (hết) ngày 30/9/2026": a last day, finer than the periods of the language. */
function lastDays({ folded }: PlainText): PeriodMention[] {
  // "từ ngày 01 đến ngày 03/10/2025": the days something is held on.
  const isHeld = (at: number): boolean =>
    /tu (?:ngay )?\d{1,2}(?:\/\d{1,2})? $/.test(folded.slice(Math.max(0, at - 16), at));
  const found = [...folded.matchAll(lastDay)].filter((match) => !isHeld(match.index));
  return found.map((match) => {
    const [words, day = '', month = '', year = ''] = match;
    const to = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const period: Period = { text: `đến ${Number(day)}/${Number(month)}/${year}`, kind: 'until', from: null, to };
    return { period, preposition: 'đến', start: match.index, end: match.index + words.length };
  });
}
