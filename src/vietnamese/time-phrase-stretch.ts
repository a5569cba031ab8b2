import { fold } from './fold.ts';
import { phrase, phraseBefore } from './time-phrase-pattern.ts';
import {
  group,
  type Piece,
  type PieceParser,
  type Reading,
  type Stretch,
  type StretchUnit,
  textBefore,
} from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';

const past =
  '(?:trước|vừa qua|vừa rồi|qua|rồi|ngoái)(?! (?:ngày|\\d|khi|giờ|lúc|thứ|mùng|mồng|rằm|tết|cuối|đầu|giữa|chiều|sáng|tháng|quý|hạn))';
const relative = `(?<relative>này|nay|sau nữa|tới nữa|sau|tới|kế tiếp|tiếp theo|${past})`;
const ofYear = '(?:(?:,? năm |/|-| )(?<year>(?:19|20|21|99)\\d\\d)|,? (?<yearsOn>năm nay|năm sau|năm tới))?';

/** A week, month, quarter or year with what says which: "tháng sau", "quý IV/2026", "năm 2027", "tháng 12", or alone. */
export const stretchSource = `(?:(?<unit>tuần|tháng|quý|quí|qúy|năm)(?: ${relative}|(?<= ?(?:tháng)) (?<number>\\d{1,2}|giêng|mười hai|mười một|mười|một|hai|ba|tư|bốn|năm|~sáu|bảy|tám|chín)(?! ?(?:(?:ngày|tháng|giờ|h|người|lần|đơn vị)(?!\\p{L})|[%.,]\\d))${ofYear}|(?<=(?:quý|quí|qúy|quy)) (?<quarter>iv|i{1,3}|[1-4])${ofYear}|(?<= ?(?:năm|nam)) (?<named>(?:19|20|21|99)\\d\\d))?)`;

/** Nouns that a month, quarter or year behind them only names: "báo cáo tháng 11", "kế hoạch năm 2027". */
export const namedBefore = phraseBefore(
  '(?:báo cáo|bc|số liệu|kế hoạch|kh|kết quả|chương trình|chỉ tiêu|nhiệm vụ|tổng kết|sơ kết|đánh giá|quyết toán|dự toán|thống kê|công tác|lương|ngân sách|nghị quyết|đề án|kiểm điểm|xếp loại|thi đua|tiến độ|kiểm tra|phân loại|hội nghị|tình hình|giao ban|của|trong báo cáo|văn kiện|hồ sơ|danh sách|biên bản|bảng chấm công|chấm công|kết luận|đảng phí|đoàn phí|tiền điện|cước|(?<!âm )lịch) ?(?:công tác |thực hiện |định kỳ |tổng kết |sơ kết |tài chính |kinh tế - xã hội )?',
);

/** đầu tháng sau · giữa năm · cuối quý này · cuối tháng 11/2026 · cuối tuần · đầu tuần sau (Bộ luật Dân sự 2015, Điều 146) */
export const partParsers: readonly PieceParser[] = [
  {
    pattern: phrase(`(?<part>đầu|giữa|cuối)(?: của)? ${stretchSource}`),
    read: readPart,
  },
];

/** ngày cuối cùng của tháng 12 · ngày đầu tiên của quý sau · ngày cuối cùng hằng tháng */
export const dayOfUnitParsers: readonly PieceParser[] = [
  {
    pattern: phrase(`ngày (?<part>đầu|cuối)(?: tiên| cùng)?(?: của| trong)? ${stretchSource}`),
    read: readPart,
  },
  {
    pattern: phrase(
      'ngày (?<part>đầu|cuối)(?: tiên| cùng)?(?= (?:hằng|hàng|mỗi) (?<unit>tháng|quý|năm)|, \\d{1,2} (?<unit>tháng) một lần)',
    ),
    read: readPart,
  },
];

/** tuần sau · tháng này · sang tháng · tháng 12 · quý IV/2026 · năm 2027 · trong tuần */
export const stretchParsers: readonly PieceParser[] = [
  {
    pattern: phrase('sang (?<unit>tuần|tháng|quý|năm)(?! (?:sau|tới|này|\\d|i))'),
    read: (match) => ({ type: 'stretch', of: { ...openStretch(unitOf(group(match, 'unit'))), by: 1 }, isName: false }),
  },
  {
    pattern: phrase('(?<=(?:trong|hết) )(?<unit>tuần|tháng|quý|năm)(?! (?:này|nay|sau|tới|trước|\\d|i|qua))'),
    read: (match) => ({ type: 'stretch', of: { ...openStretch(unitOf(group(match, 'unit'))), by: 0 }, isName: false }),
  },
  {
    pattern: phrase(stretchSource),
    read: (match, reading) => {
      const of = readStretch(match, reading);
      if (of === 'refused') return wrongMonth(match);
      // A bare "tháng" or "năm" says nothing.
      if (of === null || (of.by === null && of.number === null && of.year === null)) return null;
      return { type: 'stretch', of, isName: isNamed(match, reading) };
    },
  },
];

function readPart(match: RegExpExecArray, reading: Reading): Piece | null {
  const of = readStretch(match, reading);
  if (of === null || of === 'refused') return wrongMonth(match);
  const said = fold(group(match, 'part'));
  const part = said === 'dau' ? 'first' : said === 'giua' ? 'middle' : 'last';
  return { type: 'part', part, of, isName: isNamed(match, reading) };
}

/** The stretch that `stretchSource` matched; null where it names none, "refused" for month 13. */
export function readStretch(match: RegExpExecArray, reading: Reading): Stretch | 'refused' | null {
  const unit = unitOf(group(match, 'unit'));
  const year = yearOf(match, reading);
  const relativeWord = fold(group(match, 'relative'));
  if (relativeWord !== '') return { ...openStretch(unit), by: stepOf(relativeWord) };
  if (group(match, 'named') !== '') return { ...openStretch(unit), year: Number(group(match, 'named')) };
  if (group(match, 'quarter') !== '') return { ...openStretch(unit), number: quarterOf(group(match, 'quarter')), year };
  if (group(match, 'number') === '') return openStretch(unit);
  const month = monthOf(group(match, 'number'));
  return month < 1 || month > 12 ? 'refused' : { ...openStretch(unit), number: month, year };
}

const openStretch = (unit: StretchUnit): Stretch => ({ unit, by: null, number: null, year: null });

const unitOf = (word: string): StretchUnit =>
  (({ t: fold(word) === 'tuan' ? 'week' : 'month', q: 'quarter', n: 'year' }) as Record<string, StretchUnit>)[
    fold(word).charAt(0)
  ] ?? 'month';

function yearOf(match: RegExpExecArray, reading: Reading): number | null {
  if (group(match, 'year') !== '') return Number(group(match, 'year'));
  const said = fold(group(match, 'yearsOn'));
  return said === '' ? null : Number(reading.today.slice(0, 4)) + (said === 'nam nay' ? 0 : 1);
}

const stepOf = (word: string): number =>
  /^na?y$/.test(word) ? 0 : /nua$/.test(word) ? 2 : /^(?:sau|toi|ke tiep|tiep theo)/.test(word) ? 1 : -1;

const quarterOf = (word: string): number => ({ i: 1, ii: 2, iii: 3, iv: 4 })[word] ?? Number(word);

const monthNames = ['', 'mot', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi', 'muoi mot', 'muoi hai'];

function monthOf(word: string): number {
  const name = fold(word);
  if (name === 'bon') return 4;
  return /^\d+$/.test(name) ? Number(name) : monthNames.indexOf(name);
}

const wrongMonth = (match: RegExpExecArray): Piece | null =>
  /^\d+$/.test(group(match, 'number')) && group(match, 'year') !== ''
    ? { type: 'refused', reason: refusals.noSuchMonth(group(match, 'number')) }
    : null;

/** "báo cáo tháng 11" names a report; "họp tuần sau", "nộp báo cáo tuần sau" say when. */
function isNamed(match: RegExpExecArray, reading: Reading): boolean {
  const isAhead = /^(?:sau|toi|ke tiep|tiep theo)/.test(fold(group(match, 'relative')));
  return !isAhead && namedBefore.test(textBefore(match, reading));
}
