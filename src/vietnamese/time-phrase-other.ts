import { isoDate } from './date.ts';
import { phrase, phraseBefore } from './time-phrase-pattern.ts';
import { group, type Piece, type PieceParser, type Reading, textBefore } from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';

const asOther = (): { type: 'other' } => ({ type: 'other' });

const ordinalNouns =
  'lần|kỳ họp|phiên họp|phiên|kỳ|khóa|khoá|hội nghị|điểm|quý|đợt|tập|vòng|tuần|tháng|năm|ngày|người|điều|vấn đề|cuộc|hạng|thế hệ|đại hội|vị trí|nhóm|chương|phần|mục|bước|giai đoạn|nội dung|lớp|cấp|bậc|xếp|đứng|về|con';

const paper =
  'công văn|cv|văn bản|vb|nghị quyết|nq|quyết định|qđ|chỉ thị|thông báo|tờ trình|nghị định|thông tư|kế hoạch|kh';

/** What a bracket "(trước ngày 20)" only repeats. */
const restatedBehind = phraseBefore('(?:\\d{4}\\)?|(?:hằng|một) (?:tháng|quý|năm|tuần|lần)|âm lịch) ');

/**
 * Words that look like time and are none, so that no parser reads them:
 * lần thứ hai · kỳ họp thứ 8 · thứ nhất · 6 tháng đầu năm · giai đoạn 2021-2025 · số 15/11 · 24/7 · 3/4 số xã · đầu tư · nhắc tôi ("toi" is
 * not tối) · thứ Sáu, ngày 27/11/2026 (trước ngày 28/11/2026): the bracket repeats what stands before it
 */
export const otherParsers: readonly PieceParser[] = [
  {
    pattern: phrase(
      `(?:${paper})(?: số)? \\d{1,5}(?:[/-]\\S{1,30})? ngày (?<day>\\d{1,2})(?:[/.-]| tháng )(?<month>\\d{1,2})(?:(?:[/.-]| năm )(?<year>\\d{4}))?`,
    ),
    read: readPaper,
  },
  {
    pattern: phrase(`(?:${ordinalNouns}) thứ (?:\\d{1,3}|\\p{L}{1,6}(?: (?:mươi|mốt|hai|ba|tư|lăm)){0,2})`),
    read: asOther,
  },
  { pattern: phrase('thứ nhất(?! (?:hằng|hàng))'), read: asOther },
  {
    pattern: phrase(
      '(?<!ngày )(?:\\d{1,2}|sáu|chín|ba|những|các) tháng (?:đầu|cuối) năm(?: (?:nay|này|(?:19|20)\\d\\d))?|(?:những|các|hai|2) tháng (?:đầu|cuối) quý',
    ),
    read: asOther,
  },
  { pattern: phrase('(?:giai đoạn|nhiệm kỳ|niên độ|năm học|niên khóa|khóa) \\d{4}(?: ?[-–] ?\\d{4})?'), read: asOther },
  { pattern: phrase('(?:19|20)\\d\\d ?[-–] ?(?:19|20)\\d\\d'), read: asOther },
  {
    pattern: phrase(
      '(?:số|công văn|cv|văn bản|vb|nghị quyết|nq|quyết định|qđ|chỉ thị|thông báo|tờ trình|nghị định|thông tư|điều|khoản)(?: số)? \\d{1,5}(?:[/-]\\S{1,30})?',
    ),
    read: asOther,
  },
  {
    pattern: phrase(
      '24/24(?:h|/7)?|(?<=(?:trực|phục vụ|hoạt động|làm việc|mở cửa|hỗ trợ|vận hành|giám sát)(?: tới| suốt)? )(?:24/7|7/7)|\\d{1,2}/\\d{1,2}(?= (?:số|tổng|đơn vị|chỉ tiêu|thôn|xã|phường|hộ|diện tích|dân số|đại biểu|thành viên|trường|tiêu chí|nhiệm vụ|cán bộ|phiếu|điểm))',
    ),
    read: asOther,
  },
  { pattern: phrase('(?<!ngày )(?:\\d{1,2}|ba|sáu|chín) tháng năm (?:19|20)\\d\\d'), read: asOther },
  { pattern: phrase('nhắc(?: nhở)?(?: cho| giúp| hộ| lại)? tôi(?! nay)'), read: asOther },
  {
    pattern: phrase(
      '(?:chị|anh|cô|bà|em|bác|dì|đồng chí|đ/c|bạn|ông|chú) (?:mai|tư|năm|sáu|bảy|hai|ba)(?! (?:giờ|h|\\d))',
    ),
    read: asOther,
  },
  {
    pattern: /\((?:trước|chậm nhất|truoc|cham nhat) [^()]{1,40}\)/gu,
    read: (match, reading) => (restatedBehind.test(textBefore(match, reading)) ? { type: 'restated' } : null),
  },
];

/** "công văn 1234/UBND-NC ngày 10/11/2026": its own date, when that has come; a later one is when to do something about it. */
function readPaper(match: RegExpExecArray, reading: Reading): Piece | null {
  const year = Number(group(match, 'year') || reading.today.slice(0, 4));
  const date = isoDate(year, Number(group(match, 'month')), Number(group(match, 'day')));
  return date !== null && date <= reading.today ? { type: 'other' } : null;
}

/** lát nữa · vài hôm nữa · hôm nào đó · mai mốt · ngay bây giờ · khi nào rảnh */
export const vagueParsers: readonly PieceParser[] = [
  {
    pattern: phrase(
      '(?:lát|tí|chút|chốc|một lát|một chút)(?: nữa)|(?:vài|mấy|dăm)(?: ba)? (?:phút|tiếng|giờ|hôm|ngày|tuần|tháng|năm)(?: nữa| tới)|hôm nào(?: đó)?|bữa nào(?: đó)?|mai mốt|nay mai|nửa đêm|sau tết(?! (?:dương|tây))|ngay bây giờ|ngay lập tức|(?:khi|lúc) nào (?:rảnh|tiện|đó)|một (?:ngày|lúc) nào đó',
    ),
    read: (match, { text }) => ({
      type: 'refused',
      reason: refusals.vague(text.shown.slice(match.index, match.index + match[0].length)),
    }),
  },
];
