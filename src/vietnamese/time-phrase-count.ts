import { fold } from './fold.ts';
import { numberSource, phrase, phraseAfter, readNumber } from './time-phrase-pattern.ts';
import {
  type CountUnit,
  group,
  type Piece,
  type PieceParser,
  type Reading,
  textAfter,
  textBefore,
} from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';

const unit = '(?<unit>phút|p|tiếng(?: đồng hồ)?|giờ|h|ngày|hôm|bữa|tuần(?: lễ)?|tháng|năm)';
const prefix =
  '(?<prefix>trong(?: vòng| thời gian| thời hạn| khoảng)?|thời hạn|không quá|chậm nhất(?: là| sau)?|tối đa|sau|khoảng) ';
const suffix =
  '(?<suffix>nữa|tới|sắp tới|kế tiếp|tiếp theo|sau|trước|(?:,? ?)?(?:kể|tính) từ(?: sau)?|từ|sau khi|trước khi)';

const minutesOf = new Map([
  ['phut', 1],
  ['p', 1],
  ['tieng', 60],
  ['tieng dong ho', 60],
  ['gio', 60],
  ['h', 60],
]);
const unitsOf = new Map<string, CountUnit>([
  ['ngay', 'day'],
  ['hom', 'day'],
  ['bua', 'day'],
  ['tuan', 'week'],
  ['tuan le', 'week'],
  ['thang', 'month'],
  ['nam', 'year'],
]);

/** "thứ sáu tuần sau", "ngày 5 tháng sau", "20/11 năm sau": the number is not counted. */
const namesBefore =
  /(?:(?:^|[^\p{L}])(?:thứ|thu|ngày|ngay|hôm|hom|quý|quy|quí|mùng|mung|mồng|mong|tháng|thang|năm|nam|số|so|lớp|lop|q|t) ?|[/.:,-])$/u;

/** The words behind name a day to count from. */
const dayFollows = phraseAfter(
  ' ?(?:ngày (?:\\d+|mùng|mồng|mai|kia|làm việc|lễ|rằm)|hôm nay|bữa nay|hôm qua|\\d{1,2}[/.-]\\d+|mùng|mồng|rằm|tết|giỗ tổ|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cuối|đầu|giữa|tháng \\d+|mai)',
);
const nowFollows = phraseAfter(' ?(?:bây giờ|lúc này|giờ|nay)');
const unknownFollows = phraseAfter(
  ' ?(?:ngày |khi |lúc )?(?:nhận|ký|kí|ban hành|có|được|công bố|phát hành|hoàn thành|kết thúc|tiếp nhận|ra)',
);
const clockFollows = phraseAfter(' ?(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|mai|thứ|chủ nhật|\\d+)');

/**
 * 2 tiếng nữa · nửa tiếng nữa · 1 tiếng rưỡi nữa · 1 tiếng 30 phút nữa · sau 3 ngày · 2 tuần tới · nửa tháng nữa ·
 * trong 05 ngày làm việc kể từ ngày 20/11/2026 · 10 ngày sau ngày 25/11 · 3 ngày trước ngày 25/11 · trong vòng 3 ngày ·
 * kể từ ngày ký: refused, nobody knows that day
 */
export const countParsers: readonly PieceParser[] = [
  {
    pattern: phrase(
      `(?:${prefix})?(?<count>nửa|${numberSource}) ?${unit}(?<half> rưỡi)?(?: (?<more>\\d{1,2}) ?(?:phút|p))?(?<working> làm việc)?(?: ?${suffix})?`,
    ),
    read: readCount,
  },
];

function readCount(match: RegExpExecArray, reading: Reading): Piece | null {
  if (namesBefore.test(textBefore(match, reading))) return null;
  const after = textAfter(match, reading);
  // Without marks "8h toi" is eight in the evening.
  if (group(match, 'suffix') === 'toi' && /^(?:gio|giờ|h)$/.test(group(match, 'unit'))) return null;
  const base = baseOf(match, after);
  if (base === null) return null;
  if (base === 'unknown')
    return { type: 'refused', reason: refusals.unknownBase(unknownFollows.exec(after)?.[0].trim() ?? '') };
  const unitName = fold(group(match, 'unit'));
  const isHalf = fold(group(match, 'count')) === 'nua';
  const count = isHalf ? 0.5 : readNumber(group(match, 'count'));
  if (count === null) return null;
  if (count === 0) return { type: 'refused', reason: refusals.badCount };
  const minutes = minutesOf.get(unitName);
  if (minutes !== undefined) return base === 'now' ? readMinutes(match, { count, minutes, after }) : null;
  const sign = fold(group(match, 'suffix')) === 'truoc' ? -1 : 1;
  return readDays(match, { count: count * sign, unit: unitsOf.get(unitName), base });
}

/** From when it counts; null where nothing is counted ("3 ngày" alone is how long something takes). */
function baseOf(match: RegExpExecArray, after: string): 'now' | 'next' | 'unknown' | null {
  const said = fold(group(match, 'suffix'));
  const before = fold(group(match, 'prefix'));
  if (/^(?:sau|truoc) khi$/.test(said)) return 'unknown';
  if (/tu(?: sau)?$/.test(said)) {
    if (dayFollows.test(after)) return 'next';
    if (nowFollows.test(after)) return 'now';
    return unknownFollows.test(after) ? 'unknown' : null;
  }
  if (said === 'truoc') return dayFollows.test(after) ? 'next' : null;
  if (said === 'sau') return dayFollows.test(after) ? 'next' : 'now';
  if (said !== '') return 'now';
  return before === '' || before === 'khoang' ? null : 'now';
}

/** "sau 15 giờ chiều nay" is after three o'clock, not in fifteen hours; "trong 2 giờ" is how long. */
function readMinutes(
  match: RegExpExecArray,
  { count, minutes, after }: { count: number; minutes: number; after: string },
): Piece | null {
  const isBare = group(match, 'suffix') === '';
  if (isBare && fold(group(match, 'prefix')) !== 'sau') return null;
  if (isBare && /^(?:gio|h)$/.test(fold(group(match, 'unit'))) && clockFollows.test(after)) return null;
  const half = group(match, 'half') === '' ? 0 : minutes / 2;
  return { type: 'minutes', minutes: Math.round(count * minutes + half + Number(group(match, 'more') || 0)) };
}

/** "nửa tháng" is 15 days and "nửa năm" six months (Bộ luật Dân sự 2015, Điều 146); half a day is twelve hours. */
function readDays(
  match: RegExpExecArray,
  { count, unit: each, base }: { count: number; unit: CountUnit | undefined; base: 'now' | 'next' },
): Piece | null {
  if (each === undefined) return null;
  const isWithin = /^(?:trong|thoi han|khong qua|cham nhat|toi da)/.test(fold(group(match, 'prefix')));
  const counted = (amount: number, unitOfAmount: CountUnit): Piece => ({
    type: 'count',
    count: amount,
    unit: unitOfAmount,
    base,
    isWithin,
  });
  if (group(match, 'working') !== '') return each === 'day' ? counted(count, 'workday') : null;
  const total = count + (group(match, 'half') === '' ? 0 : Math.sign(count) / 2);
  if (Number.isInteger(total)) return counted(total, each);
  if (each === 'month') return counted(total * 30, 'day');
  if (each === 'year') return counted(total * 12, 'month');
  return each === 'day' && base === 'now' ? { type: 'minutes', minutes: total * 1440 } : null;
}
