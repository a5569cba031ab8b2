import type { Period } from '../../domain/period.ts';
import { allMatches } from '../../vietnamese/all-matches.ts';
import { firstMonthsPeriod, monthPeriod } from '../../vietnamese/period-forms.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText } from './plain-text.ts';

/** "năm nay": the year of the day of issue. */
export const thisYear = 'năm nay';

const open = (text: string, kind: Period['kind']): Period => ({ text, kind, from: null, to: null });

/** No year behind it, of any spelling. */
const bare = '(?! ?[-–/(]? ?(?:nam )?(?:19|20)\\d\\d)(?![a-z\\d/])';

const monthCounts: Readonly<Record<string, number>> = { ba: 3, sau: 6, chin: 9 };

/** Times whose year is told by what stands around them, and the words that name them. */
const forms: readonly [pattern: RegExp, read: (match: RegExpExecArray) => Period][] = [
  // trong tháng 8 · đến hết tháng 9
  [
    new RegExp(
      `(?<![a-z])(?:ngay )?(?:trong|vao|(?:den )?(?:het|cuoi)) thang (1[0-2]|0?[1-9])(?! ?(?:[-–,]|va) ?\\d|, ?nam 20)${bare}`,
      'g',
    ),
    ([, month]) => monthPeriod(Number(month), null),
  ],
  // Tháng 3 trồng …, tháng 4 trồng …
  [
    new RegExp(
      `(?<=^[^a-z\\d]{0,6}|[;,:] )thang (1[0-2]|0?[1-9])(?= [a-z§])(?! (?:[-–,]|va|nam|den|hang) ?)${bare}`,
      'g',
    ),
    ([, month]) => monthPeriod(Number(month), null),
  ],
  // (tháng 4)
  [/(?<=\()thang (1[0-2]|0?[1-9])(?=\))/g, ([, month]) => monthPeriod(Number(month), null)],
  // 6 tháng đạt 45%, 9 tháng đạt 75%
  [
    /(?<=^[^a-z\d]{0,6}|[;,:] |(?:den|het|trong) )(0?[369]|sau|chin|ba) thang(?= (?:dat|la|hoan thanh|giai ngan|thuc hien|thu|tren|toi thieu|khoang|\d)|:)/g,
    ([, count = '']) => firstMonthsPeriod(monthCounts[count] ?? Number(count), null),
  ],
  // vào cuối năm · đến cuối năm
  [
    new RegExp(`(?<![a-z])(?:den|toi|vao) (?:het )?cuoi nam(?! (?:hoc|sau|truoc|ngoai|toi)(?![a-z]))${bare}`, 'g'),
    () => open('cuối năm', 'year_end'),
  ],
  // đến cuối nhiệm kỳ · hết giai đoạn
  [
    new RegExp(
      `(?<![a-z])(?:(?:den|toi|vao) )?(?:het|cuoi) (?:nhiem ky|giai doan|ky ke hoach)(?! (?:qua|truoc|nay da))${bare}`,
      'g',
    ),
    () => open('đến cuối nhiệm kỳ', 'until'),
  ],
  // đến hết năm
  [
    new RegExp(`(?<![a-z])(?:den )?het nam(?! (?:nay|hoc|sau|truoc|ngoai|toi|thu)(?![a-z]))${bare}`, 'g'),
    () => open('hết năm', 'year'),
  ],
  // năm nay
  [/(?<![a-z])(?:trong )?nam nay(?![a-z])/g, () => open(thisYear, 'year')],
];

/** The times of a block that name no year: a month, the end of a year or a term, "năm nay". Empty when there are none. */
export const openMentions = ({ folded }: PlainText): PeriodMention[] =>
  forms.flatMap(([pattern, read]) =>
    allMatches(pattern, folded).map((match) => ({
      period: read(match),
      preposition: null,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
