import { isoDate } from './date.ts';
import { fold } from './fold.ts';
import { phrase, phraseAfter, phraseBefore, readNumber } from './time-phrase-pattern.ts';
import { group, type Piece, type PieceParser, type Reading, textAfter, textBefore } from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';

const day = '(?<day>\\d{1,2})';
const month = '(?<month>\\d{1,2})';
const yearBehind = '(?:,? (?:năm )?(?<year>\\d{4})| (?<yearsOn>năm nay|năm sau|năm tới|sang năm))';
const notInNumber = '(?<![\\d.,/-])';

/**
 * ngày 25/11/2026 · 25-11-2026 · 25.11.2026 · 25/11/26 · 2026-11-25 · ngày 25 tháng 11 năm 2026 · ngày 20 tháng tư · ngày 25/11 · 25/11 năm sau ·
 * ngày 30/2: refused
 */
export const dateParsers: readonly PieceParser[] = [
  {
    pattern: phrase(`(?:ngày )?${notInNumber}${day} ?(?<sign>[/.-]) ?${month} ?\\k<sign> ?(?<year>\\d{4})(?![/-])`),
    read: (match) => fullDate(match, group(match, 'year')),
  },
  {
    pattern: phrase(`(?:ngày )?${notInNumber}${day}/${month}/(?<year>\\d{2})(?![/-])`),
    read: (match) => fullDate(match, `20${group(match, 'year')}`),
  },
  {
    pattern: phrase(`(?:ngày )?${notInNumber}(?<year>\\d{4})[-/]${month}[-/]${day}(?![/-])`),
    read: (match) => fullDate(match, group(match, 'year')),
  },
  {
    pattern: phrase(
      `(?:ngày )?(?<![\\d.,/-])(?<day>\\d{1,2}) tháng (?<month>\\d{1,2}|một|hai|ba|tư|bốn|năm|~sáu|bảy|tám|chín|mười một|mười hai|mười)(?! lần)(?:,? năm (?<year>\\d{4})|[/-](?<year>\\d{4})| (?<yearsOn>năm nay|năm sau|năm tới|sang năm))?`,
    ),
    read: withoutYear,
  },
  { pattern: phrase(`(?:ngày|hôm) ${day} ?[/-] ?${month}${yearBehind}?(?![\\d/-]|[.,]\\d| ?%)`), read: withoutYear },
  {
    pattern: phrase(`${notInNumber}${day}/${month}${yearBehind}?(?![\\d/-]|[.,]\\d| ?%)`),
    read: (match, reading) => (isShare(match, reading) ? null : withoutYear(match, reading)),
  },
];

const aroundDate = phraseBefore(
  '(?:vào|hôm|lúc|sáng|trưa|chiều|tối|đêm|trước|sau|từ|đến|tới|hết|hạn|nhất|là|và|họp|nộp|gửi|nhắc|ngày|quá|giờ|\\dh|h\\d\\d|:\\d\\d|thứ \\S{1,4}|chủ nhật|trong) ',
);
const behindDate = phraseAfter(
  ' ?(?:[,;.)]|lúc|vào|hằng|hàng|mỗi|năm|sáng|trưa|chiều|tối|đêm|này|tới|\\d{1,2} ?(?:h|g|giờ|:))',
);

/** "24/24" cannot be a date, "01/6" no share; "2/3 bình" is a share, unless the words around it speak of time or stand alone. */
function isShare(match: RegExpExecArray, reading: Reading): boolean {
  const [dayNumber, monthNumber] = [Number(group(match, 'day')), Number(group(match, 'month'))];
  if (dayNumber > 31 || monthNumber > 12) return true;
  const [before, after] = [textBefore(match, reading), textAfter(match, reading)];
  if (/^0|\/0/.test(match[0])) return false;
  const isAlone = /(?:^|[,;:(]) ?$/.test(before) || after.trim() === '';
  return (
    dayNumber < monthNumber && monthNumber <= 10 && !isAlone && !aroundDate.test(before) && !behindDate.test(after)
  );
}

const inQuarter =
  '(?:của )?tháng (?<place>đầu|giữa|cuối)(?: tiên| cùng)?(?: của)?(?<every> hằng| hàng| mỗi)? quý(?: (?<next>này|sau|tới))?';

/** từ ngày 25-27/11 · 25/11 - 30/11: refused, one reminder has one day */
export const dateRangeParsers: readonly PieceParser[] = [
  {
    pattern: phrase(
      `(?:ngày|từ) \\d{1,2} ?[-–] ?${day}/${month}(?:/\\d{4})?|${notInNumber}\\d{1,2}/\\d{1,2} ?[-–] ?${day}/${month}(?:/\\d{4})?`,
    ),
    read: (match) =>
      Number(group(match, 'day')) > 31 || Number(group(match, 'month')) > 12
        ? null
        : { type: 'refused', reason: refusals.manyDays },
  },
];

/** ngày 25 các tháng 3, 6, 9, 12: every year */
export const monthListParsers: readonly PieceParser[] = [
  {
    pattern: phrase(
      `ngày ${day} (?:của )?(?:các )?tháng (?<months>\\d{1,2}(?:(?:,| và|, và) ?(?:tháng )?\\d{1,2}(?![/\\d])){1,11})`,
    ),
    read: readMonthList,
  },
];

/** ngày 20 · ngày 20 tháng này · ngày 05 tháng sau · ngày 15 và 30 (hằng tháng) · ngày 20 tháng cuối quý · ngày 45: refused */
export const monthdayParsers: readonly PieceParser[] = [
  {
    pattern: phrase(
      `ngày (?<days>\\d{1,2}(?:(?:,| và|, và) ?(?:ngày )?\\d{1,2}(?! ?(?:giờ|h|phút|ngày|tuần|tháng|quý|năm|[/:])))*)(?: (?:của )?tháng (?<monthsOn>này|sau nữa|sau|tới|trước|kế tiếp)| ${inQuarter})?(?! ?[/%:-]| tháng \\d| (?:lần|buổi|bữa|tiếng|giờ|viên|ca|lượt)(?!\\p{L})|[.,]\\d)`,
    ),
    read: readMonthdays,
  },
  {
    pattern: phrase('(?<=(?:^|trước|vào|hôm|đến|nhất|định kỳ|là) ?)(?<days>\\d{1,2})(?= (?:hằng|hàng|mỗi) tháng)'),
    read: readMonthdays,
  },
];

function fullDate(match: RegExpExecArray, year: string): Piece {
  const date = isoDate(Number(year), Number(group(match, 'month')), Number(group(match, 'day')));
  return date === null ? { type: 'refused', reason: refusals.noSuchDay(dayName(match, year)) } : { type: 'date', date };
}

function withoutYear(match: RegExpExecArray, reading: Reading): Piece | null {
  if (group(match, 'year') !== '') return fullDate(match, group(match, 'year'));
  const monthNumber = readNumber(group(match, 'month'));
  const dayNumber = Number(group(match, 'day'));
  if (monthNumber === null) return null;
  // 29/2 exists in some years: a leap year tells whether the day exists at all.
  if (isoDate(2028, monthNumber, dayNumber) === null) {
    return { type: 'refused', reason: refusals.noSuchDay(dayName(match, '')) };
  }
  const said = fold(group(match, 'yearsOn'));
  const yearsOn = said === '' ? null : said === 'nam nay' ? 0 : 1;
  if (yearsOn === null) return { type: 'yearday', day: dayNumber, month: monthNumber, yearsOn };
  return yearOf(reading, yearsOn, { day: dayNumber, month: monthNumber });
}

function yearOf(
  reading: Reading,
  yearsOn: number,
  { day: dayNumber, month: monthNumber }: { day: number; month: number },
): Piece {
  const year = Number(reading.today.slice(0, 4)) + yearsOn;
  const date = isoDate(year, monthNumber, dayNumber);
  return date === null
    ? { type: 'refused', reason: refusals.noSuchDay(`${dayNumber}/${monthNumber}/${year}`) }
    : { type: 'date', date };
}

const dayName = (match: RegExpExecArray, year: string): string =>
  `${group(match, 'day')}/${readNumber(group(match, 'month')) ?? group(match, 'month')}${year === '' ? '' : `/${year}`}`;

function readMonthList(match: RegExpExecArray): Piece | Piece[] {
  const dayNumber = Number(group(match, 'day'));
  const months = [...group(match, 'months').matchAll(/\d{1,2}/g)].map(([digits]) => Number(digits));
  const wrong = months.find((each) => isoDate(2028, each, 1) === null || dayNumber < 1 || dayNumber > 31);
  if (wrong !== undefined) return { type: 'refused', reason: refusals.noSuchDay(`${dayNumber}/${wrong}`) };
  const days = months.map((each): Piece => ({ type: 'yearday', day: dayNumber, month: each, yearsOn: null }));
  return [...days, { type: 'cycle', unit: 'year', every: 1, isName: false }];
}

function readMonthdays(match: RegExpExecArray): Piece | Piece[] {
  const days = [...group(match, 'days').matchAll(/\d{1,2}/g)].map(([digits]) => Number(digits));
  const wrong = days.find((each) => each < 1 || each > 31);
  if (wrong !== undefined) return { type: 'refused', reason: refusals.noSuchDay(String(wrong)) };
  const said = fold(group(match, 'monthsOn'));
  const place = fold(group(match, 'place'));
  const piece: Piece = {
    type: 'monthday',
    days: [...new Set(days)].sort((a, b) => a - b),
    unitsOn:
      place === ''
        ? said === ''
          ? null
          : (monthsOn.get(said) ?? 1)
        : (quartersOn.get(fold(group(match, 'next'))) ?? null),
    quarterMonth: place === '' ? null : (quarterMonths.get(place) ?? 3),
  };
  return group(match, 'every') === '' ? piece : [piece, { type: 'cycle', unit: 'quarter', every: 1, isName: false }];
}

const monthsOn = new Map([
  ['nay', 0],
  ['truoc', -1],
  ['sau nua', 2],
]);
const quartersOn = new Map([
  ['nay', 0],
  ['sau', 1],
  ['toi', 1],
]);
const quarterMonths = new Map([
  ['dau', 1],
  ['giua', 2],
]);
