import { fold } from './fold.ts';
import { isSlip, phrase, phraseAfter } from './time-phrase-pattern.ts';
import { group, type Piece, type PieceParser, type Reading, type Stretch, textAfter } from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';
import { readStretch, stretchSource } from './time-phrase-stretch.ts';

const name = '(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])';
const weekday = `(?:thứ ?${name}|chủ nhật|chúa nhật)`;
const link = '(?:,| và|, và| hoặc)';
const which =
  '(?<which>tuần này|tuần sau nữa|tuần sau|tuần tới|tuần kế tiếp|tuần trước(?! (?:ngày|\\d))|tuần qua|tuần rồi|tới|này|sau|kế tiếp|vừa rồi|trước(?! (?:ngày|\\d|khi|giờ|lúc|thứ|khi)))';

/** Behind "thu" without marks: an amount that is collected, no day of the week. */
const amountFollows = phraseAfter(
  ' ?(?:triệu|tỷ|tỉ|nghìn|ngàn|trăm|đồng|loại|khoản|người|hộ|đơn vị|lần|trường hợp|phí|thuế)|[.,%]\\d?',
);

/** thứ sáu · thứ 6 tuần sau · chủ nhật này · thứ Hai, thứ Tư và thứ Sáu · thứ 2, 4, 6 · từ thứ 2 đến thứ 6 · mỗi thứ hai · thứ hai nào cũng · CN */
export const weekdayParsers: readonly PieceParser[] = [
  {
    pattern: phrase(
      `(?<every>mỗi|mọi|các|các ngày|vào các|mỗi sáng|mỗi chiều)? ?(?<days>${weekday}(?:${link} ?(?:${weekday}|${name}(?! ?(?:giờ|h|g|phút|ngày|tuần|tháng|quý|năm|:|/))))*|(?:từ )?(?<first>${weekday})(?: ?[-–] ?| đến | tới )(?<last>${weekday}))(?: (?:của |trong )?${which})?(?<always> nào cũng)?`,
    ),
    read: readWeekdays,
  },
  // T6 is June as often, and CN công nghiệp: only with a week behind, or an hour or part of the day before.
  {
    pattern: phrase(
      `(?<days>t[2-7]|cn)(?: (?:của )?${which}|(?= (?:hằng|hàng|mỗi) tuần))|(?<=(?:sáng|trưa|chiều|tối|đêm|giờ|\\dh|h\\d\\d|:\\d\\d) )(?<days>t[2-7]|cn)(?![/-])`,
    ),
    read: readWeekdays,
  },
  {
    pattern: phrase('(?:thứ ?(?:tám|chín|mười|một|không|0|1|8|9|\\d{2,3}))'),
    read: (match, reading) =>
      isSlip(match[0], reading.text) || amountFollows.test(textAfter(match, reading))
        ? null
        : { type: 'refused', reason: refusals.noSuchWeekday(shownAs(match, reading)) },
  },
];

/**
 * thứ hai đầu tiên của tháng · thứ sáu cuối cùng hằng tháng · ngày làm việc cuối cùng của tháng · ngày làm việc thứ 3 của tháng 12 ·
 * ngày làm việc đầu tiên của quý I/2027
 */
export const nthParsers: readonly PieceParser[] = [
  {
    pattern: phrase(
      `(?<what>ngày làm việc|${weekday}) (?:(?<nth>đầu tiên|cuối cùng|thứ nhất|thứ hai|thứ ba|thứ tư|thứ năm|thứ ?\\d{1,2})(?: (?:của |trong )?${stretchSource})?|(?<edge>đầu|cuối) (?:của )?(?=tháng|thang|quý|quy|năm|nam)${stretchSource})`,
    ),
    read: readNth,
  },
];

function readWeekdays(match: RegExpExecArray, reading: Reading): Piece | Piece[] | null {
  const days = daysOf(match);
  if (days.length === 0) return null;
  const said = fold(group(match, 'which'));
  const isBareThu = /^thu/.test(match[0].replace(/^t(?=[2-7])/, 'thứ')) && isSlip('thu', reading.text);
  if (isBareThu && said === '') return null;
  if (/^thu ?\d/.test(match[0]) && amountFollows.test(textAfter(match, reading))) return null;
  const piece: Piece = { type: 'weekday', days, weeksOn: weeksOn(said), isComing: /^(?:toi|sau|ke tiep)$/.test(said) };
  const isCycle = group(match, 'every') !== '' || group(match, 'always') !== '';
  return isCycle && said === '' ? [piece, { type: 'cycle', unit: 'week', every: 1, isName: false }] : piece;
}

function daysOf(match: RegExpExecArray): number[] {
  const [first, last] = [group(match, 'first'), group(match, 'last')];
  if (first !== '' && last !== '') {
    const [from, to] = [numberOf(first), numberOf(last)];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  }
  const names = group(match, 'days').split(/,| và | va | hoặc | hoac |, /u);
  return [...new Set(names.map(numberOf).filter((day) => day > 0))].sort((a, b) => a - b);
}

const numbers = new Map([
  ['hai', 1],
  ['ba', 2],
  ['tu', 3],
  ['nam', 4],
  ['sau', 5],
  ['bay', 6],
]);

/** 1 = thứ Hai … 7 = Chủ nhật; 0 for anything else. */
function numberOf(weekdayName: string): number {
  const word = fold(weekdayName)
    .trim()
    .replace(/^(?:va |hoac )/, '')
    .replace(/^(?:thu|t) ?/, '');
  if (/^(?:chu nhat|chua nhat|cn)$/.test(word)) return 7;
  return numbers.get(word) ?? (/^[2-7]$/.test(word) ? Number(word) - 1 : 0);
}

function weeksOn(said: string): number | null {
  if (said === '' || /^(?:toi|sau|ke tiep)$/.test(said)) return null;
  if (/nay$/.test(said)) return 0;
  if (/sau nua$/.test(said)) return 2;
  return /^(?:tuan (?:truoc|qua|roi)|truoc|vua roi)$/.test(said) ? -1 : 1;
}

const ordinals = new Map([
  ['dau tien', 1],
  ['thu nhat', 1],
  ['thu hai', 2],
  ['thu ba', 3],
  ['thu tu', 4],
  ['thu nam', 5],
  ['cuoi cung', -1],
  ['dau', 1],
  ['cuoi', -1],
]);

function readNth(match: RegExpExecArray, reading: Reading): Piece | null {
  const said = fold(group(match, 'nth') || group(match, 'edge'));
  const nth = ordinals.get(said) ?? Number(/\d+/.exec(said)?.[0] ?? 0);
  const what = fold(group(match, 'what'));
  const isWorking = what.startsWith('ngay');
  if (nth === 0 || nth > (isWorking ? 20 : 5)) return null;
  const of = group(match, 'unit') === '' ? null : readStretch(match, reading);
  if (of === 'refused') return null;
  return { type: 'nth', nth, weekday: isWorking ? 'working' : numberOf(what), of: of as Stretch | null };
}

const shownAs = (match: RegExpExecArray, reading: Reading): string =>
  reading.text.shown.slice(match.index, match.index + match[0].length);
