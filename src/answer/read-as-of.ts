import { dateOf, daysInMonth } from '../domain/calendar-date.ts';
import { type CorpusView, currentView } from '../tools/corpus-view.ts';
import { findDates } from '../vietnamese/date.ts';
import { fold } from '../vietnamese/fold.ts';
import { findPeriods } from '../vietnamese/period.ts';
import { blankSpans } from './blank-spans.ts';

/** A question with the words left out that say which state of the documents it is about. */
export type AsOf = { view: CorpusView; text: string };

const moment =
  '(?:(?:tai|vao|o|luc|tinh (?:den|tai)) )?(?:thoi diem|luc|hoi)(?: (?:do|cuoi|dau|giua|thang|nam|ngay|la))*';
/** "lúc tháng 6/2022", "tại thời điểm ngày 15/3/2025", "hồi cuối năm 2024", "có hiệu lực vào tháng 6/2022". */
const momentBefore = new RegExp(
  `(?<![a-z])(?:${moment}|(?:co )?hieu luc (?:vao|tai|luc|trong)(?: (?:thoi diem|ngay|thang|cuoi|dau|giua|nam))*) ?$`,
);

const change = '(?:dieu chinh|sua doi|bo sung|thay the|thay doi|bai bo|cap nhat)';
const phrases: readonly (readonly [CorpusView['kind'] & ('current' | 'before' | 'first' | 'all'), RegExp])[] = [
  [
    'all',
    new RegExp(
      `(?:da |duoc |bi )*${change}(?: (?:nhu )?the nao| ra sao| may lan| (?:nhung|cac) lan nao| tu bao nhieu[^?]{0,30})|qua cac lan ${change}|(?:lich su|qua trinh) (?:${change}|cua chi tieu)|truoc va sau (?:khi )?${change}`,
    ),
  ],
  [
    'first',
    /(?:giao |dat |de )?(?:ra )?(?:ban dau|luc dau|lan dau(?: tien)?|khi moi giao)(?![a-z])|(?:chi tieu|muc|so|con so) goc(?![a-z])/,
  ],
  [
    'before',
    new RegExp(
      `(?<![a-z])truoc (?:khi |luc |ngay )?(?:duoc |bi |co )*${change}(?: lan (?:thu )?[a-z\\d]+)?|(?:khi |luc )?chua (?:duoc |bi )*${change}|(?<=(?:chi tieu|muc|so|con so|gia tri|quy dinh) (?:[^?]{0,60} )?)cu(?![a-z])(?! (?:the|chi|ly|thi))|truoc day(?= (?:la|bao nhieu|giao|duoc|may)(?![a-z])|\\s*[?.!]?$)`,
    ),
  ],
  [
    'current',
    new RegExp(
      `(?<![a-z])sau (?:khi |lan )?(?:duoc |bi |co )*${change}(?: lan (?:thu )?[a-z\\d]+)?|(?:dang |con )(?:co )?hieu luc(?! (?:khong|chua|ko|k|nua)(?![a-z])|\\s*\\?|\\s*$)|(?<!gia )hien hanh`,
    ),
  ],
];

/**
 * Reads which state of the documents a question is about: a past day ("lúc tháng 6/2022", its last day), the values before the last change
 * ("trước khi điều chỉnh"), those set first ("ban đầu"), every one ("điều chỉnh thế nào"), else what counts today.
 */
export function readAsOf(question: string): AsOf {
  const text = question.normalize('NFC');
  const onDay = readDay(text);
  if (onDay !== null) return onDay;
  const folded = fold(text);
  for (const [kind, pattern] of phrases) {
    const match = pattern.exec(folded);
    if (match === null || (match[0] === 'cu' && !/^c[uũ]$/iu.test(text.slice(match.index, match.index + 2)))) continue;
    return { view: { kind }, text: blankSpans(text, [{ start: match.index, end: match.index + match[0].length }]) };
  }
  return { view: currentView, text: question };
}

type Moment = { day: string; start: number; end: number };

function readDay(text: string): AsOf | null {
  const folded = fold(text);
  for (const { day, start, end } of momentsOf(text)) {
    const lead = momentBefore.exec(folded.slice(Math.max(0, start - 60), start));
    if (lead === null || !isMeant(text.slice(0, start), lead[0].length)) continue;
    const from = start - lead[0].length;
    const part = /(dau|giua) (?:nam )?$/.exec(lead[0])?.[1];
    const rest = blankSpans(text, [{ start: from, end }]);
    const isOpen = findPeriods(rest).length === 0;
    return { view: { kind: 'day', day: part === undefined ? day : withinYear(day, part), isOpen }, text: rest };
  }
  return null;
}

/** "lúc" and "hồi" are spelled so: not "nhân lực năm 2025", "xã hội năm 2026"; without marks only where no such word can be meant. */
function isMeant(before: string, length: number): boolean {
  const lead = before.slice(-length);
  const ahead = fold(before.slice(0, -length));
  if (/thoi diem|hieu luc/.test(fold(lead)) || /lúc|hồi/iu.test(lead)) return true;
  if (/^luc(?![a-z])/i.test(lead)) return !/(?:nhan|nang|hieu|dien|nguon|the|tiem|bat|ap|tri|bao|thuy) $/.test(ahead);
  return /^hoi(?![a-z])/i.test(lead) && ahead.trim() === '';
}

/** "đầu năm 2025", "giữa năm 2025". */
const withinYear = (day: string, part: string): string => `${day.slice(0, 4)}-${part === 'dau' ? '03-31' : '06-30'}`;

/** Days, months and years named, each with its last day, the most exact first. */
function momentsOf(text: string): Moment[] {
  const days = findDates(text).map(({ date, start, end }) => ({ day: date, start, end }));
  const folded = fold(text);
  const months = [...folded.matchAll(/(?<![\d/])(0?[1-9]|1[0-2])(?:\s?[/-]\s?|,? nam )((?:19|20)\d\d)(?!\d)/g)].map(
    (match) => {
      const [year, month] = [Number(match[2]), Number(match[1])];
      return { day: dateOf(year, month, daysInMonth(year, month)), ...spanOf(match) };
    },
  );
  const years = [...folded.matchAll(/(?<![\d/])((?:19|20)\d\d)(?!\d|\s?[-–/])/g)].map((match) => ({
    day: `${match[1]}-12-31`,
    ...spanOf(match),
  }));
  return [...days, ...months, ...years];
}

const spanOf = (match: RegExpExecArray): { start: number; end: number } => ({
  start: match.index,
  end: match.index + match[0].length,
});
