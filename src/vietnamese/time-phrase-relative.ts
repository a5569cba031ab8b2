import { addDays, weekday } from '../domain/calendar-date.ts';
import { fold } from './fold.ts';
import { dayPartOf } from './time-phrase-clock.ts';
import { isSlip, phrase } from './time-phrase-pattern.ts';
import { group, type Piece, type PieceParser, type Reading, textAfter, textBefore } from './time-phrase-piece.ts';

const daysOn = new Map([
  ['mai', 1],
  ['nay', 0],
  ['kia', 2],
  ['mot', 2],
  ['qua', -1],
]);

/** Before "mai", a person of that name: chị Mai, đồng chí Mai. */
const personBefore = /(?:chị|anh|cô|bà|em|bạn|bác|dì|ông|đồng chí|đ\/c|chi|co|ban|dong chi|gửi|cho|gặp|với) $/u;

/** hôm nay · ngày mai · mai · chiều mai · tối nay · sáng ngày kia · ngày mốt · hôm qua · giờ này ngày mai · ngày này tuần sau */
export const relativeParsers: readonly PieceParser[] = [
  {
    pattern: phrase('(?<part>sáng|trưa|chiều|tối|đêm) (?:ngày |hôm )?(?<day>mai|nay|kia|mốt|qua)'),
    read: (match, reading) => {
      const named = dayPartOf(group(match, 'part'));
      if (named === null || isSlip(group(match, 'part'), reading.text)) return null;
      return [dayFrom(group(match, 'day'), reading), { type: 'daypart', part: named }];
    },
  },
  {
    pattern: phrase('(?:ngày|hôm|bữa) (?<day>mai|nay|kia|mốt|qua)'),
    read: (match, reading) => (isBareMot(match) ? null : dayFrom(group(match, 'day'), reading)),
  },
  { pattern: phrase('ngày kìa'), read: (_, reading) => ({ type: 'date', date: addDays(reading.today, 3) }) },
  {
    pattern: phrase('(?<day>mai|mốt)'),
    read: (match, reading) =>
      isBareMot(match) || isPerson(match, reading) ? null : dayFrom(group(match, 'day'), reading),
  },
  {
    pattern: phrase('(?<=(?:sáng|trưa|chiều|tối|đêm) )(?<day>nay|kia|qua)'),
    read: (match, reading) => dayFrom(group(match, 'day'), reading),
  },
  {
    pattern: phrase('(?:giờ|lúc) này'),
    read: (_, reading) => ({
      type: 'clock',
      hour: Number(reading.time.slice(0, 2)),
      minute: Number(reading.time.slice(3)),
      part: null,
      isExact: true,
    }),
  },
  {
    pattern: phrase('(?:đúng )?ngày này(?= tuần)'),
    read: (_, reading) => ({ type: 'weekday', days: [weekday(reading.today)], weeksOn: null, isComing: false }),
  },
  {
    pattern: phrase('(?:đúng )?ngày này(?= tháng)'),
    read: (_, reading) => ({
      type: 'monthday',
      days: [Number(reading.today.slice(8))],
      unitsOn: null,
      quarterMonth: null,
    }),
  },
  {
    pattern: phrase('(?:đúng )?ngày này(?= năm)'),
    read: (_, { today }) => ({
      type: 'yearday',
      day: Number(today.slice(8)),
      month: Number(today.slice(5, 7)),
      yearsOn: null,
    }),
  },
];

const isBareMot = (match: RegExpExecArray): boolean => group(match, 'day') === 'mot';

const dayFrom = (word: string, reading: Reading): Piece => ({
  type: 'date',
  date: addDays(reading.today, daysOn.get(fold(word)) ?? 0),
});

/** "chị Mai", "Mai Thị Lan", "nhắc Mai nộp": a name has a capital letter where the message itself does not begin. */
function isPerson(match: RegExpExecArray, reading: Reading): boolean {
  const shown = reading.text.shown.slice(match.index, match.index + match[0].length);
  if (personBefore.test(textBefore(match, reading))) return true;
  const isCapital = shown.charAt(0) !== shown.charAt(0).toLowerCase();
  const isAllCapitals = reading.text.shown === reading.text.shown.toUpperCase();
  const nextShown = reading.text.shown.slice(match.index + match[0].length + 1, match.index + match[0].length + 2);
  const isNameFollowing = textAfter(match, reading) !== '' && /\p{Lu}/u.test(nextShown);
  return isCapital && !isAllCapitals && (match.index > 0 || isNameFollowing);
}
