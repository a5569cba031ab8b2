import { fold } from './fold.ts';
import { isSlip, numberSource, phrase, phraseAfter, phraseBefore, readNumber } from './time-phrase-pattern.ts';
import {
  type DayPart,
  group,
  type Piece,
  type PieceParser,
  type Reading,
  textAfter,
  textBefore,
} from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';

const part = '(?<part>sáng|trưa|chiều|tối|đêm|khuya)';
const minute = '(?<minute>\\d{1,2})';
const tail = `(?: (?<half>rưỡi))?(?:,? ?kém (?<less>\\d{1,2}|năm|mười|mười lăm|hai mươi)(?: ?phút| ?p)?)?(?: ?(?:giờ )?(?:buổi )?${part})?`;

const partNames = new Map<string, DayPart>([
  ['sang', 'morning'],
  ['trua', 'noon'],
  ['chieu', 'afternoon'],
  ['toi', 'evening'],
  ['dem', 'night'],
  ['khuya', 'night'],
]);

/** The part of the day that a word names; null for another word. */
export const dayPartOf = (word: string): DayPart | null => partNames.get(fold(word)) ?? null;

const lasts = phraseBefore(
  '(?:trong|suốt|mất|thêm|tổng|hơn|kéo dài|mỗi|học|làm|dạy|của|được|có|dưới|trên|đủ|tối thiểu|tối đa|ít nhất|khoảng thời gian|một ngày|nghỉ|trực|chậm|muộn|bay|đi|chạy|ngủ|chờ|đợi|xem|nói) ',
);
const goesOnAsLength = phraseAfter(
  ' ?(?:/ ?\\p{L}{1,6}|làm|học|dạy|liền|liên tục|công|tiết|đồng hồ|hành chính|bay|xe|thực hành|lý thuyết|trên|một ngày|mỗi ngày|mỗi tuần)',
);
const saysWhen = phraseBefore(
  '(?:lúc|vào|hồi|trước|đến|tới|từ|khoảng|đúng|mai|nay|kia|mốt|qua|sáng|trưa|chiều|tối|đêm|nhắc|sau|hạn)(?: lúc)? ',
);
const dayFollows = phraseAfter(
  ',? ?(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|mai|thứ|chủ nhật|cn|hằng|hàng|mỗi|cuối|đầu|\\d{1,2}/\\d+)',
);

/**
 * 15h · 15h30 · 8g30 · 15 giờ · 15 giờ 30 phút · 3 giờ rưỡi chiều · 3 giờ kém 15 chiều · ba giờ chiều · 15:30 · 08:30 ·
 * 2 giờ làm thêm: a length of time · 25 giờ: refused
 */
export const clockParsers: readonly PieceParser[] = [
  // 8-10h · 8h30 - 11h sáng: it begins at the first.
  {
    pattern: phrase(
      `(?<![\\d.,:/])(?<hour>\\d{1,2})(?:(?<word>h|g| ?giờ)(?:${minute})?)? ?(?:[-–]|đến|tới) ?\\d{1,2} ?(?:h|g|giờ)(?:\\d{2})?(?: ?(?:giờ )?${part})?`,
    ),
    read: readClock,
  },
  { pattern: phrase(`(?<![\\d:.,/] ?)(?<hour>\\d{1,2}):${minute}(?::\\d{2})?(?!:)(?: ?${part})?`), read: readClock },
  {
    pattern: phrase(
      `(?<![\\d.,:/])(?<hour>\\d{1,2}) ?(?<word>h|g|giờ) ?(?:${minute}(?! ?(?:[/.:%-]\\d|(?:người|tháng|tuần|h|ngày (?:nữa|sau|tới|làm))(?!\\p{L}))) ?(?:phút|ph|p|')?)?${tail}`,
    ),
    read: readClock,
  },
  {
    pattern: phrase(
      `(?<hour>${numberSource}) (?<word>giờ)(?: (?<minute>\\d{1,2}|mười|mười lăm|hai mươi|ba mươi|bốn mươi|bốn mươi lăm)(?: phút))?${tail}`,
    ),
    read: readClock,
  },
  { pattern: phrase(`(?<=lúc )(?<hour>\\d{1,2})\\.${minute}(?![.\\d])`), read: readClock },
  // 7 rưỡi sáng · lúc 8 rưỡi
  {
    pattern: phrase(`(?<hour>${numberSource})(?<half> rưỡi) ${part}|(?<=lúc )(?<hour>${numberSource})(?<half> rưỡi)`),
    read: readClock,
  },
];

/** đầu giờ sáng · đầu giờ chiều · cuối giờ chiều · cuối ngày · hết giờ làm việc: by usual office hours, shown for the person to correct */
export const officeHourParsers: readonly PieceParser[] = [
  { pattern: phrase('đầu (?:giờ|buổi) (?:chiều)'), read: () => exactly(13, 30) },
  { pattern: phrase('đầu (?:giờ|buổi)(?: sáng| làm việc)?'), read: () => exactly(7, 30) },
  { pattern: phrase('cuối (?:giờ|buổi) sáng'), read: () => exactly(11, 0) },
  {
    pattern: phrase(
      '(?:cuối (?:giờ|buổi)(?: chiều| làm việc)?|(?:hết|cuối) giờ (?:làm việc|hành chính|làm)|cuối ngày)',
    ),
    read: () => exactly(17, 0),
  },
];

/** sáng mai's "sáng" · chiều thứ hai · buổi sáng · tối 25/11 · trưa, 12h */
export const daypartParsers: readonly PieceParser[] = [
  {
    pattern: phrase(
      `(?:vào )?buổi ${part}|${part}(?= (?:mai|nay|kia|mốt|qua|ngày|thứ|hôm|chủ nhật|chu nhat|cn|mùng|mồng|rằm|\\d{1,2}[/-]\\d|(?:2\\d|30|ba mươi) tết|t[2-7]|\\d{1,2} ?(?:h|g|giờ|gio|:)|lúc|luc|đầu tuần|cuối tuần|giao thừa|tuần|hằng|hàng|các|thu [2-7]))`,
    ),
    read: (match, reading) => {
      const named = dayPartOf(group(match, 'part'));
      return named === null || isSlip(group(match, 'part'), reading.text) ? null : { type: 'daypart', part: named };
    },
  },
];

const exactly = (hour: number, minuteOfHour: number): Piece => ({
  type: 'clock',
  hour,
  minute: minuteOfHour,
  part: null,
  isExact: true,
});

function readClock(match: RegExpExecArray, reading: Reading): Piece | null {
  const hour = readNumber(group(match, 'hour'));
  const minuteOfHour = minutesOf(match);
  if (hour === null || minuteOfHour === null) return null;
  const isSure = isSaidAsClock(match, reading);
  if (isSure === 'no') return null;
  if (hour > 24 || minuteOfHour > 59 || (hour === 24 && minuteOfHour > 0)) {
    // "25h" is a slip, "40h" a length of time.
    const isHour = isSure === 'yes' || (group(match, 'word') === 'h' && hour < 30);
    return isHour ? { type: 'refused', reason: refusals.noSuchHour(match[0].trim()) } : null;
  }
  const at = hour * 60 + minuteOfHour - lessOf(match);
  if (at < 0) return null;
  const said = group(match, 'part');
  const isExact = (group(match, 'word') === '' && group(match, 'half') === '') || /^0\d/.test(group(match, 'hour'));
  const named = said === '' || isSlip(said, reading.text) ? null : dayPartOf(said);
  return { type: 'clock', hour: Math.floor(at / 60), minute: at % 60, part: named, isExact };
}

/** Whether "15 giờ" is three o'clock or a length of time; "perhaps" for numbers that no context explains. */
function isSaidAsClock(match: RegExpExecArray, reading: Reading): 'yes' | 'perhaps' | 'no' {
  const [before, after] = [textBefore(match, reading), textAfter(match, reading)];
  const isSaid = ['minute', 'half', 'less', 'part'].some((name) => group(match, name) !== '');
  if (group(match, 'word') === '' || saysWhen.test(before) || dayFollows.test(after)) return 'yes';
  if (isSaid) return group(match, 'word') === 'g' && group(match, 'minute') === '' ? 'no' : 'yes';
  if (group(match, 'word') === 'g' || lasts.test(before) || goesOnAsLength.test(after)) return 'no';
  // "hai giờ" in words is a length of time unless something says otherwise.
  return /^\d/.test(group(match, 'hour')) ? 'perhaps' : 'no';
}

function minutesOf(match: RegExpExecArray): number | null {
  if (group(match, 'half') !== '') return group(match, 'minute') === '' ? 30 : null;
  return group(match, 'minute') === '' ? 0 : readNumber(group(match, 'minute'));
}

const lessOf = (match: RegExpExecArray): number =>
  group(match, 'less') === '' ? 0 : (readNumber(group(match, 'less')) ?? 0);
