import type { DeadlineFinding } from '../../domain/deadline.ts';
import { opensWithBody } from './acting-bodies.ts';
import type { BoundDue } from './bound-due.ts';
import {
  conditionBefore,
  finishingVerb,
  isActOfReporting,
  resultWords,
  sendingVerb,
  targetWords,
} from './duty-words.ts';

export type DutyKind = DeadlineFinding['kind'];

const spanLabel =
  /(?<!\p{L})(?:giai đoạn (?:\d|[IV]+)(?= ?\()|thời gian (?:thi đua|phát động|tổ chức|thực hiện|triển khai|diễn ra|ra quân|cao điểm)|đợt (?:thi đua|cao điểm|phát động)|đợt \d|tháng (?:cao điểm|hành động)|phong trào(?: thi đua)?|cuộc vận động|chiến dịch|cuộc thi|hội thi)(?!\p{L})/iu;
const spanBefore = /(?<!\p{L})(?:từ (?:ngày|nay|khi|tháng|đầu|năm|quý|\d)|bắt đầu|kéo dài|kể từ)(?!\p{L})/iu;
const firmWords =
  /(?<!\p{L})(?:hoàn thành|xong|hoàn tất|kết thúc|dự kiến|phải|yêu cầu|giao|chậm nhất|muộn nhất)(?!\p{L})/iu;
/** Verbs that make a month or quarter a deadline; "triển khai trong quý I" alone only says when. */
const endingVerb =
  /(?<!\p{L})(?:hoàn thành|hoàn tất|xong|kết thúc|nghiệm thu|sơ kết|tổng kết|ban hành|phê duyệt|tổ chức|ký|kiện toàn|rà soát|thành lập|công bố|khởi công|bàn giao|xây dựng|đánh giá|kiểm tra|thẩm định|dự kiến|đưa vào|khánh thành|diễn tập|tập huấn|nghiên cứu|hội thi|hội thao|hướng dẫn|tham mưu|lập|chi trả|phân bổ|bố trí|lắp đặt|xử lý|thu hồi|tiến hành)(?!\p{L})/iu;
/** The stretch of time whose figures a report covers is no date on which it is due. */
const cutOff =
  /(?:tính từ|chốt số liệu|lấy số liệu|thời điểm chốt|số liệu (?:được )?(?:tính|lấy))(?!\p{L})[^;]{0,160}$/iu;
/** "báo cáo kết quả thực hiện từ ngày 01/11/2025 đến ngày …": so is its end. */
const covered =
  /(?<!\p{L})(?:báo cáo|tổng hợp|thống kê|số liệu)(?!\p{L})(?:(?!gửi|nộp)[^;]){0,160}từ (?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})? $/iu;
const purpose = /(?<!\p{L})(?:để|nhằm|làm cơ sở|làm căn cứ)(?!\p{L})/u;

/** The part of a clause that says the duty; what follows "để …" is its purpose and somebody else's work. */
export function withoutPurpose(text: string): string {
  const cut = purpose.exec(text);
  if (cut === null || cut.index < 20) return text;
  // "… để triển khai thực hiện, định kỳ hằng tháng báo cáo …": a duty that comes again begins anew; offsets stay as they are.
  const again = text.slice(cut.index).search(/,\s(?=(?:định kỳ|hằng|hàng)\s)/u);
  const rest = again < 0 ? '' : `${' '.repeat(again)}${text.slice(cut.index + again)}`;
  return text.slice(0, cut.index) + rest;
}

/** Offsets of the verbs of sending and reporting in a text, "báo cáo" as a paper left out. */
export function sendingVerbs(text: string): number[] {
  return [...text.matchAll(sendingVerb)]
    .filter((match) => !/^báo cáo$/iu.test(match[0]) || isActOfReporting(text, match.index))
    .filter((match) => {
      const after = text.slice(match.index + match[0].length);
      if (/^(?:trình|thông báo)$/iu.test(match[0])) return !/^ (?:độ|diễn|số|tự)/u.test(after);
      return !/^(?:gửi|nộp)$/iu.test(match[0]) || !/^ (?:báo cáo )?(?:chậm|muộn|trễ)(?! nhất)/u.test(after);
    })
    .map((match) => match.index);
}

/** "đối với trường hợp nghỉ trong quý I hồ sơ gửi trước ngày …": the time says which cases are meant. */
const ofCase = /(?:trường hợp|đối với)(?!\p{L})[^,;:]{0,60}$/iu;
/** "Ngày 07/02, UBND tỉnh ban hành văn bản số … về việc báo cáo …" tells of what was issued. */
export const tellsOfIssuing = /^Ngày \d{1,2}\s?\/[^;]{3,60}\s(?:ban(?: hành)?|có|ký)(?: \p{L}+){1,3} số\s?\d/u;

/** "… báo cáo phương án tại cuộc họp ngày 10/7"; a conclusion of a meeting is no duty at it. */
const reportsThere =
  /(?<!\p{L})(?:báo cáo|trình|thông qua)(?!\p{L})(?:(?!kết luận|ý kiến|chỉ đạo|phát biểu|theo)[^;]){0,120}$/iu;

/** A case, a result, the stretch a report covers, an offence, the end of a term: a date that nobody has to keep. */
function isNotOwed(text: string, due: BoundDue): boolean {
  const before = text.slice(0, due.start);
  const isCovered = covered.test(before) && /^(?:đến|tới)/iu.test(text.slice(due.start));
  return (
    /^(?:trường hợp|nếu|quá thời hạn|sau thời (?:hạn|gian|điểm)|sau ngày)(?!\p{L})/iu.test(text) ||
    /^[^,;]{0,20}(?<!\p{L})thì(?!\p{L})|^ (?:không|chưa|mà) /u.test(text.slice(due.end)) ||
    tellsOfIssuing.test(text) ||
    (/^tại /iu.test(text.slice(due.start)) && !reportsThere.test(before)) ||
    /chốt số liệu[^;]*$/iu.test(before) ||
    resultWords.test(before.slice(-160).replace(/\([^()]*\)/g, ' ')) ||
    endOfTerm.test(text.slice(0, due.end)) ||
    (due.binding === 'within' && ofCase.test(before) && sendingVerbs(text.slice(due.end)).length > 0) ||
    isCovered
  );
}
const endOfTerm = /(?<!\p{L})(?:hành vi không|(?:nhiệm kỳ|khóa)(?: \d[\d\s–-]{0,12})? ?(?:kết thúc|bế mạc))/iu;

/** "Lùi thời hạn nộp hồ sơ đến ngày 15/7", "thời gian gửi báo cáo được gia hạn đến …": another last day. */
const moves =
  /(?<!\p{L})(?:lùi|dời|gia hạn|kéo dài|điều chỉnh|thay đổi|chuyển)(?!\p{L})[^;.]{0,60}(?:thời hạn|thời gian|thời điểm|hạn)(?!\p{L})[^;.]{0,80}$|(?<!\p{L})(?:thời hạn|thời gian|thời điểm|hạn)(?!\p{L})[^;.]{0,80}(?<!\p{L})(?:lùi|dời|gia hạn|kéo dài|điều chỉnh|chuyển)(?!\p{L})[^;.]{0,60}$/iu;
const paper = /(?<!\p{L})(?:báo cáo|hồ sơ|gửi|nộp|đăng ký|danh sách|bài|ý kiến)(?!\p{L})/iu;

/** What a date in a clause binds someone to; null when it is a condition, a result, a goal, or says when something is in force. */
export function kindOfDue(text: string, due: BoundDue): DutyKind | null {
  const before = text.slice(0, due.start);
  if (moves.test(before) && !resultWords.test(text)) return paper.test(before) ? 'report' : 'finish';
  if (isNotOwed(text, due)) return null;
  if (isSpan(text, due)) return 'span';
  if (cutOff.test(before)) return null;
  const isLatest = /^(?:chậm|muộn) nhất/iu.test(text.slice(due.start));
  if (!isLatest && conditionBefore.test(before.trimEnd())) return null;
  if (due.term.kind === 'year' && !isWorkOfYear(text, due)) return null;
  const duty = dutyUntil(text, due);
  if (sendingVerbs(duty).length > 0 || /chế độ (?:thông tin,? )?báo cáo/iu.test(duty)) return 'report';
  if (isRecurring(due) && publishing.test(before)) return 'finish';
  if (due.term.kind === 'weekday' || (due.binding === 'on' && due.term.kind === 'day')) return null;
  if (isWorkBehind(text, due)) return targetWords.test(text) ? null : 'finish';
  if (due.binding === 'within' || due.binding === 'on')
    return !targetWords.test(ownPiece(duty, due)) && endingVerb.test(ownWords(text, due)) ? 'finish' : null;
  if (isLabelled(before) && !targetWords.test(duty)) return 'finish';
  if (!finishingVerb.test(duty) || targetWords.test(ownPiece(duty, due))) return null;
  return finishOrNull(text, due);
}

/** "Từ ngày 01/3 đến ngày 15/3, các đơn vị tự kiểm tra": the work stands behind the days, and is no event that is told of. */
const isWorkAfter = (text: string, { end, from }: BoundDue): boolean =>
  from !== null && finishingVerb.test(text.slice(end)) && !told.test(text);
const told = /(?<!\p{L})(?:đã|được tổ chức|sẽ tổ chức|diễn ra|khai mạc|nghỉ|lễ hội|hội nghị)(?!\p{L})/iu;

/** "Tập trung lực lượng để hoàn thành … trước ngày 30/6": a purpose that is to be finished by the day is the duty itself. */
function dutyUntil(text: string, due: BoundDue): string {
  const duty = withoutPurpose(text);
  const isOwn = due.start > duty.trimEnd().length && sendingVerbs(duty).length === 0;
  return isOwn && /(?:hoàn thành|hoàn tất|xong|bàn giao)(?!\p{L})/iu.test(text.slice(duty.length, due.start))
    ? text
    : duty;
}

/** "Tháng 3/2026: Ban hành kế hoạch", "Trong quý II, Sở Y tế trình …": the time opens the clause and the work stands behind it. */
function isWorkBehind(text: string, { start, end, binding, term }: BoundDue): boolean {
  const before = text.slice(0, start);
  if (!/^(?:\s?|[^,;:]{2,40},\s)$/.test(before) || binding !== 'within' || told.test(text)) return false;
  const behind = text.slice(end);
  if (/^\s?:/.test(behind)) return finishingVerb.test(behind.slice(0, 60));
  const isGiven =
    term.kind !== 'year' && term.kind !== 'weekday' && term.year !== null && opensWithBody(behind.replace(/^,\s/, ''));
  if (isGiven && checking.test(behind.slice(0, 160))) return true;
  return (
    closing.test(behind.slice(0, 160)) || (/trước mắt|khẩn trương|phải|yêu cầu/iu.test(text) && endingVerb.test(behind))
  );
}

const checking = /(?<!\p{L})(?:kiểm tra|thanh tra|giám sát|rà soát|thẩm định|kiện toàn)(?!\p{L})/iu;

/** "hoàn thành … trong năm 2026": a year binds work that is to be finished in it, and no figure. */
function isWorkOfYear(text: string, { binding, start, end }: BoundDue): boolean {
  const before = start <= 1 ? text.slice(end) : text.slice(0, start);
  const work = closing.exec(before);
  const isWithin =
    binding !== 'by' || (/^(?:vào )?cuối/iu.test(text.slice(start)) && !/(?:kỳ|phiên) họp\s?$/iu.test(before));
  return (
    isWithin &&
    work !== null &&
    !/mục tiêu|tầm nhìn/iu.test(text) &&
    !/\d|%/.test(before.slice(work.index).replace(/(?:số|năm) \d\S*/giu, ''))
  );
}
const closing =
  /(?<!\p{L})(?:hoàn thành|hoàn tất|xong|ban hành|(?<!chương |lộ |quy |quá |công |giáo |tờ )trình|phê duyệt|khởi công|khánh thành|đưa vào|sơ kết|tổng kết)(?!\p{L})/iu;

/** What is done again and again on a day: "công khai kết quả vào ngày 05 hằng tháng". */
const isRecurring = ({ term, cycle }: BoundDue): boolean =>
  term.kind === 'weekday' ? cycle === 'week' : term.kind === 'day' && term.place !== null;
const publishing =
  /(?<!\p{L})(?:công khai|công bố|cập nhật|đăng tải|họp|giao ban|kiểm tra|rà soát|đối chiếu)(?!\p{L})/iu;

/** "Diễn tập cấp xã: trước ngày 20/8/2026": what is due stands before the colon. */
const isLabelled = (before: string): boolean => /(?:^|[;,] )[^:;,.]{4,60}: ?$/u.test(before);

/** The words before a date, behind the date before it. */
const ownWords = (text: string, { start, end }: BoundDue): string =>
  text.slice(Math.max(0, start - 140), end).replace(/^.{0,139}\d{4}\)?[,;] (?=.)/su, '');

/** The piece between commas that holds the date, where it says itself what is to be finished; else the whole clause. */
function ownPiece(duty: string, due: BoundDue): string {
  const from = duty.lastIndexOf(', ', due.start) + 1;
  const said = duty.slice(from, due.end);
  // A day makes a deadline of what is to be finished wholly; "phấn đấu" only says that it is wished for.
  const isWhole = due.term.kind === 'day' && /(?:hoàn thành|hoàn tất|(?<!\p{L})xong|giải ngân)(?!\p{L})/iu.test(said);
  const piece = isWhole ? said.replace(/phấn đấu|100 ?%/giu, '') : said;
  if (isWhole && piece !== said) return piece;
  return from > 0 && /(?:hoàn thành|xong|hoàn tất)/iu.test(piece) ? piece : duty;
}

/** "đến ngày 30/6" alone says how far something runs; only with "từ" or a word of finishing does it bind. */
function finishOrNull(text: string, due: BoundDue): DutyKind | null {
  const word = text.slice(due.start, due.start + 8);
  const isFromNow = /từ nay $/iu.test(text.slice(0, due.start));
  if (!/^(?:đến|tới|vào|đầu)(?! hết| cuối)/iu.test(word) || firmWords.test(text) || isFromNow) return 'finish';
  return null;
}

function isSpan(text: string, due: BoundDue): boolean {
  if (due.binding !== 'by' && due.binding !== 'within') return false;
  const before = text.slice(0, due.start);
  if (/^\p{Lu}[^:;]{2,60}: ?từ (?:ngày )?\d/u.test(text)) return true;
  // "Từ tháng 3 đến tháng 10/2026: Tổ chức thực hiện"
  if (/^từ (?:ngày|tháng|quý) [^:;,]{1,30}$/iu.test(before.trimEnd()) && /^\s?:/.test(text.slice(due.end))) return true;
  // Days of beginning and end, with work between them: "rà soát hộ nghèo từ ngày 01/9 đến ngày 15/11/2026".
  if (
    due.term.kind === 'day' &&
    /^(?:đến|tới|từ)/iu.test(text.slice(due.start)) &&
    due.from?.month != null &&
    (finishingVerb.test(before) || isWorkAfter(text, due))
  )
    return true;
  if (!spanLabel.test(before) || /báo cáo|gửi|hoàn thành|(?<!\p{L})xong(?!\p{L})/iu.test(before)) return false;
  return spanBefore.test(text.slice(0, due.end)) || /^đến hết/iu.test(text.slice(due.start));
}
