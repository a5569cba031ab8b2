import { fold } from './fold.ts';
import { phrase, readNumber } from './time-phrase-pattern.ts';
import { group, type Piece, type PieceParser, type Reading } from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';

const lunarWord = '(?:âm lịch|lịch âm|âm|al)';
const day = '(?<day>\\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)';
const month = '(?<month>giêng|chạp|\\d{1,2}|mười hai|mười một|mười|hai|ba|tư|bốn|năm|~sáu|bảy|tám|chín)';
const yearBehind = '(?:,? (?:năm )?(?<year>(?:19|20|21)\\d\\d)|,? (?<yearsOn>năm nay|năm sau|năm tới|sang năm))?';

/** Days known by name: month and day of the lunar year; -1 is the last day. */
const named: readonly [words: string, month: number, day: number][] = [
  ['giỗ tổ(?: hùng vương)?', 3, 10],
  ['(?:đêm )?giao thừa', 12, -1],
  ['(?:tết|rằm) trung thu|(?<!thành phố )trung thu', 8, 15],
  ['(?:lễ )?vu lan', 7, 15],
  ['(?:tết )?(?:ông công ông táo|ông táo)', 12, 23],
  ['(?:tết )?đoan ngọ', 5, 5],
  ['tết nguyên tiêu', 1, 15],
  [
    '(?:mùng|mồng) một tết|tết (?:nguyên đán|âm lịch|ta|cổ truyền)|(?<=(?:trước|vào|đến|dịp|ngày|đúng|sau|hết) )tết(?! (?:dương|tây|thiếu nhi|trung thu|trồng))|tết(?= năm (?:nay|sau|tới)| 20\\d\\d)',
    1,
    1,
  ],
];

/**
 * mùng 10 tháng Giêng · mồng 3 Tết · 30 Tết · rằm tháng 8 · rằm hằng tháng · mùng 1 âm lịch · ngày 10/3 âm lịch · 23 tháng Chạp · Giỗ Tổ ·
 * giao thừa · Tết dương lịch (1/1) · mùng 5 tháng 6: refused, it may be either calendar
 */
export const lunarParsers: readonly PieceParser[] = [
  {
    pattern: phrase(`(?:tết )(?:dương lịch|tây)${yearBehind}`),
    read: (match, reading) => solar({ day: 1, month: 1 }, match, reading),
  },
  {
    pattern: phrase(`(?:lễ )?quốc khánh${yearBehind}`),
    read: (match, reading) => solar({ day: 2, month: 9 }, match, reading),
  },
  ...named.map(
    ([words, of, on]): PieceParser => ({
      pattern: phrase(`(?:ngày )?(?:${words})${yearBehind}`),
      read: (match, reading) => ({ type: 'lunar', day: on, month: of, isLeap: false, year: yearOf(match, reading) }),
    }),
  ),
  {
    pattern: phrase(`(?:(?:ngày )?(?:mùng|mồng)|ngày) ${day} tết${yearBehind}`),
    read: (match, reading) => lunar(match, reading, { month: 1 }),
  },
  {
    pattern: phrase(`(?:ngày )?(?<day>2[3-9]|30|ba mươi|hai mươi chín|hai chín|hăm chín) tết${yearBehind}`),
    read: readEve,
  },
  {
    pattern: phrase(`(?:ngày )?rằm(?: tháng ${month}(?<leap> nhuận)?)?(?: ${lunarWord})?${yearBehind}`),
    read: (match, reading) => lunar(match, reading, { day: 15 }),
  },
  {
    pattern: phrase(
      `(?:ngày )?(?:(?:mùng|mồng) )?${day}(?: tháng |[/-])${month}(?<leap> nhuận)?(?: năm (?<year>\\d{4})|[/-](?<year>\\d{4}))? ${lunarWord}${yearBehind.replaceAll('year', 'anno')}`,
    ),
    read: (match, reading) => lunar(match, reading, {}),
  },
  {
    pattern: phrase(
      `(?:ngày )?(?:(?:mùng|mồng) )?${day} tháng (?<month>giêng|chạp)(?<leap> nhuận)?(?: ${lunarWord})?${yearBehind}`,
    ),
    read: (match, reading) => lunar(match, reading, {}),
  },
  {
    pattern: phrase(`(?:ngày )?(?:(?:mùng|mồng) )?${day}(?=(?: và| hoặc|,) (?:ngày )?rằm)`),
    read: (match, reading) => lunar(match, reading, {}),
  },
  {
    pattern: phrase(`(?:ngày )?(?:(?:mùng|mồng) )?${day} ${lunarWord}`),
    read: (match, reading) => lunar(match, reading, {}),
  },
  {
    pattern: phrase(`(?:ngày )?(?:mùng|mồng) ${day}(?=(?: (?:hằng|hàng|mỗi) tháng)? (?:âm lịch|lịch âm|âm))`),
    read: (match, reading) => lunar(match, reading, {}),
  },
  {
    pattern: phrase('(?:ngày )?(?:mùng|mồng) (?<day>\\d{1,2}) tháng (?<month>\\d{1,2})(?: dương(?: lịch)?)'),
    read: (match) => ({
      type: 'yearday',
      day: Number(group(match, 'day')),
      month: Number(group(match, 'month')),
      yearsOn: null,
    }),
  },
  {
    pattern: phrase(
      `(?:ngày )?(?:mùng|mồng) ${day}(?: tháng (?:\\d{1,2}|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?|này|sau|tới))?`,
    ),
    read: (match) => ({ type: 'refused', reason: refusals.whichCalendar(match[0]) }),
  },
  {
    pattern: phrase(`ngày cuối(?: cùng)?(?: (?:của )?tháng ${month})? ${lunarWord}`),
    read: (match) => ({ type: 'lunar', day: -1, month: monthOf(group(match, 'month')), isLeap: false, year: null }),
  },
  { pattern: phrase('(?:theo )?(?:âm lịch|lịch âm)'), read: () => ({ type: 'aside' }) },
];

function lunar(match: RegExpExecArray, reading: Reading, known: { day?: number; month?: number }): Piece {
  const on = known.day ?? readNumber(group(match, 'day')) ?? 0;
  const of = known.month ?? monthOf(group(match, 'month'));
  if (on < 1 || on > 30 || (of !== null && (of < 1 || of > 12))) {
    return { type: 'refused', reason: refusals.noLunarDay(of === null ? String(on) : `${on}/${of}`) };
  }
  return { type: 'lunar', day: on, month: of, isLeap: group(match, 'leap') !== '', year: yearOf(match, reading) };
}

function monthOf(word: string): number | null {
  const name = fold(word);
  if (name === '') return null;
  return name === 'gieng' ? 1 : name === 'chap' ? 12 : (readNumber(word) ?? 0);
}

/** "30 Tết" is the eve even in a year whose month Chạp has 29 days; the year is that of the Tết to come. */
function readEve(match: RegExpExecArray, reading: Reading): Piece {
  const said = fold(group(match, 'day'));
  const on = said === 'ba muoi' || said === '30' ? -1 : Number(/\d+/.exec(said)?.[0] ?? 29) || 29;
  const year = yearOf(match, reading);
  return { type: 'lunar', day: on, month: 12, isLeap: false, year: year === null ? null : year - 1 };
}

function solar(on: { day: number; month: number }, match: RegExpExecArray, reading: Reading): Piece {
  const year = yearOf(match, reading);
  if (year === null) return { type: 'yearday', ...on, yearsOn: null };
  return { type: 'date', date: `${year}-${String(on.month).padStart(2, '0')}-${String(on.day).padStart(2, '0')}` };
}

function yearOf(match: RegExpExecArray, reading: Reading): number | null {
  const digits = group(match, 'year') || group(match, 'anno');
  if (digits !== '') return Number(digits);
  const said = fold(group(match, 'yearsOn') || group(match, 'annosOn'));
  return said === '' ? null : Number(reading.today.slice(0, 4)) + (said === 'nam nay' ? 0 : 1);
}
