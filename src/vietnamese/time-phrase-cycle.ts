import { fold } from './fold.ts';
import { dayPartOf } from './time-phrase-clock.ts';
import { numberSource, phrase, readNumber } from './time-phrase-pattern.ts';
import {
  type CycleUnit,
  type DayPart,
  group,
  type Piece,
  type PieceParser,
  type Reading,
  textBefore,
} from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';
import { namedBefore } from './time-phrase-stretch.ts';

const unit = '(?<unit>ngày làm việc|ngày|tuần|tháng|quý|quí|qúy|năm)';
const every = '(?:hằng|hàng|mỗi|từng|mọi|các)';

const unitsOf = new Map<string, CycleUnit>([
  ['ngay lam viec', 'workday'],
  ['ngay', 'day'],
  ['tuan', 'week'],
  ['thang', 'month'],
  ['quy', 'quarter'],
  ['qui', 'quarter'],
  ['nam', 'year'],
]);

/**
 * hằng tháng · hàng tuần · mỗi ngày · ngày nào cũng · mỗi sáng · các ngày làm việc · 2 tuần một lần · cứ 3 tháng một lần · cách tuần ·
 * mỗi giờ, 2 lần một tuần: refused
 */
export const cycleParsers: readonly PieceParser[] = [
  {
    pattern: phrase(
      `(?:cứ |mỗi |hằng )?(?:${numberSource} )?(?:phút|tiếng|giờ)(?: đồng hồ)? (?:một|1) lần|(?:mỗi|hằng|hàng|từng|cứ mỗi) (?:${numberSource} )?(?:phút|tiếng|giờ)(?! (?:hành chính|làm việc|học))`,
    ),
    read: () => ({ type: 'refused', reason: refusals.tooOften }),
  },
  {
    pattern: phrase(`${numberSource} lần (?:một|mỗi|trong một|/) ?${unit}`),
    read: (match) => ({
      type: 'refused',
      reason: fold(group(match, 'unit')) === 'tuan' ? refusals.whichWeekday : refusals.whichDayOfMonth,
    }),
  },
  {
    pattern: phrase(
      `(?:(?:cứ|mỗi|định kỳ)(?: mỗi)? )?(?<count>${numberSource}) ${unit} (?:một|1) lần|(?:cứ|mỗi|cứ mỗi) (?<count>${numberSource}) ${unit}`,
    ),
    read: (match) => cycleOf(group(match, 'unit'), readNumber(group(match, 'count')) ?? 0),
  },
  {
    pattern: phrase('cách (?<unit>ngày|tuần|tháng)(?: (?:một|1) lần)?'),
    read: (match) => cycleOf(group(match, 'unit'), 2),
  },
  {
    pattern: phrase(
      `(?:${every}|định kỳ ${every}) (?<part>sáng|trưa|chiều|tối|đêm)|(?<part>sáng|trưa|chiều|tối|đêm) nào cũng`,
    ),
    read: (match) => [cycleOf('ngày', 1), { type: 'daypart', part: dayPartOf(group(match, 'part')) as DayPart }],
  },
  // "các ngày 15" and "mọi năm" before a number or name are no cycle; "các tháng" is none either.
  {
    pattern: phrase(
      '(?:(?:trong )?(?:các|những|mọi) )?ngày làm việc nào cũng|(?:các|những|mọi|mỗi|hằng|hàng) ngày làm việc(?! (?:đầu|cuối|thứ|\\d))|(?:các|những) ngày trong tuần',
    ),
    read: () => cycleOf('ngày làm việc', 1),
  },
  {
    pattern: phrase(
      `(?:(?:định kỳ|thường kỳ) )?(?:hằng|hàng|mỗi|từng)(?: một)? ${unit}(?! (?:làm việc|một lần \\d))(?: (?:một|1) lần)?|${unit} nào cũng|mọi ${unit.replace('unit', 'unit')}|định kỳ (?<unit>tuần|tháng|quý|năm)`,
    ),
    read: (match, reading) => ({ ...cycleOf(group(match, 'unit'), 1), ...nameOf(match, reading) }),
  },
];

function cycleOf(word: string, count: number): Extract<Piece, { type: 'cycle' | 'refused' }> {
  const found = unitsOf.get(fold(word));
  if (found === undefined || count < 1 || count > 99) return { type: 'refused', reason: refusals.badInterval };
  return { type: 'cycle', unit: found, every: count, isName: false };
}

/** "báo cáo hằng quý trước ngày 15/12": what kind of report it is, where the day named does not come back with it. */
const nameOf = (match: RegExpExecArray, reading: Reading): { isName?: boolean } =>
  namedBefore.test(textBefore(match, reading)) ? { isName: true } : {};
