import { fold } from './fold.ts';
import { marksOptional, numberSource, phrase, phraseAfter, phraseBefore, readNumber } from './time-phrase-pattern.ts';
import { group, type Piece, type PieceParser, type Reading, textAfter, textBefore } from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';

const unit = '(?:ngày|hôm|bữa|tuần|tháng|phút|tiếng|giờ|h)';
const amount = `${numberSource}(?: ?${unit})?`;
const longestLeadDays = 365;
const minutesOf = new Map([
  ['phut', 1],
  ['tieng', 60],
  ['gio', 60],
  ['h', 60],
]);
const daysOf = new Map([
  ['ngay', 1],
  ['hom', 1],
  ['bua', 1],
  ['tuan', 7],
  ['thang', 30],
]);

const asksForReminder = phraseBefore('(?:nhắc|báo|nhắc nhở|thông báo|cảnh báo)(?: (?:tôi|mình|em|nhóm|cả nhóm))? ');
const goesOnAsClock = phraseAfter(' ?(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|mai|thứ|chủ nhật|\\d+)');
const amounts = new RegExp(marksOptional(`(${numberSource})(?: ?(${unit}))?`), 'gu');

/** trước 3 ngày · nhắc trước 7, 3 và 1 ngày · báo trước 30 phút · trước một tuần · trước đó 1 ngày · sớm 2 hôm */
export const leadParsers: readonly PieceParser[] = [
  {
    pattern: phrase(`trước ${numberSource} ngày làm việc`),
    read: () => ({ type: 'refused', reason: refusals.leadOfWorkingDays }),
  },
  {
    pattern: phrase(
      `(?:trước|sớm)(?: (?:đó|hạn|khi [^\\d,;.]{1,20}|giờ [^\\d,;.]{1,20}))? (?<amounts>${amount}(?:(?:,| và|, và|,? rồi) (?:trước )?${amount}){0,7})(?<= ?${unit})(?: trước đó)?`,
    ),
    read: readLead,
  },
];

function readLead(match: RegExpExecArray, reading: Reading): Piece | null {
  const said = readAmounts(group(match, 'amounts'));
  if (said === null) return null;
  const isOfHours = said.some(({ unit: each }) => each === 'gio' || each === 'h');
  if (isOfHours && (!asksForReminder.test(textBefore(match, reading)) || goesOnAsClock.test(textAfter(match, reading))))
    return null;
  const days = said.flatMap(({ count, unit: each }) => toList(count, daysOf.get(each)));
  const minutes = said.flatMap(({ count, unit: each }) => toList(count, minutesOf.get(each)));
  const isInReach = [...days, ...minutes.map((each) => each / 1440)].every(
    (each) => each > 0 && each <= longestLeadDays,
  );
  return isInReach
    ? { type: 'lead', days: descending(days), minutes: descending(minutes) }
    : { type: 'refused', reason: refusals.badLead };
}

/** The amounts with their units; one that names none has the unit of the next. */
function readAmounts(text: string): { count: number; unit: string }[] | null {
  const said: { count: number; unit: string }[] = [];
  let next = '';
  for (const [, count = '', unitWord] of [...text.matchAll(amounts)].reverse()) {
    next = unitWord === undefined ? next : fold(unitWord);
    const value = readNumber(count);
    if (value === null || next === '') return null;
    said.unshift({ count: value, unit: next });
  }
  return said;
}

const toList = (count: number, factor: number | undefined): number[] => (factor === undefined ? [] : [count * factor]);
const descending = (numbers: number[]): number[] => [...new Set(numbers)].sort((a, b) => b - a);
