import { tellsOfIssuing } from './duty-kind.ts';
import { conditionalDuty, finishingVerb, isActOfReporting, resultWords } from './duty-words.ts';

/** A duty that names no date: to report, or to finish within so many days of some event. `verbAt`: offset of its verb; `due`: what stands for the date. */
export type UndatedDue = { kind: 'report' | 'finish'; verbAt: number; due: string };

const reporting = /(?<!\p{L})báo cáo(?!\p{L})/giu;
const session =
  /(?:tại|vào|trong) (?:các )?(?:kỳ họp|phiên họp|cuộc họp)(?![^,;.()]{0,40}(?:nêu rõ|cho thấy|cho biết|khẳng định))[^,;.():]{0,70}/iu;
/** "sớm hơn 05 ngày so với thời hạn nêu trên" */
const earlier = /sớm hơn \d{1,2} ngày(?: làm việc)?(?: so với)? thời hạn[^,;.()]{0,40}/iu;
const atOnce = /ngay (?:sau khi|khi)\s[^,;.()]{3,80}/iu;
/** "trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ": so long after some event. */
export const withinEvent =
  /(?:trong(?: vòng| thời hạn)?|chậm nhất(?: sau)?|(?:không (?:để )?chậm )?quá|sau)\s(?:(?:không quá|là|trong) )?\d{1,3}\s(?:ngày(?: làm việc)?|giờ|tháng)[^,;.()]{0,80}(?:kể từ|từ khi|từ ngày|sau khi|khi)\s[^,;.()]{3,80}/iu;
/** "thanh toán trong vòng 01 ngày làm việc": so long after what the sentence is about. */
const withinDays = /(?:trong vòng|trong thời hạn|chậm nhất)\s(?:không quá )?\d{1,2}\s(?:ngày|giờ) làm việc(?!\p{L})/iu;
/** Hours are short enough to need no event: "báo cáo trong vòng 24 giờ". */
const withinHours = /(?:trong(?: vòng| thời hạn)?|chậm nhất|không quá)\s\d{1,3}\s(?:giờ|phút)(?!\s?\d)/iu;
/** "xong trước mùa mưa bão", "đưa vào sử dụng trước khai giảng năm học 2025 - 2026" */
const beforeEvent = /trước (?:mùa|vụ|khai giảng|thềm|dịp|Tết|kỳ họp|ngày khai)(?!\p{L})[^,;.()]{0,60}/iu;
/** "trước 06 giờ, 11 giờ và 17 giờ hằng ngày" */
const daily =
  /(?:(?:hằng|hàng|mỗi) ngày,? )?trước \d{1,2} giờ(?:(?:,| và) \d{1,2} giờ){0,3}(?: (?:hằng|hàng|mỗi) ngày)?/iu;
const lastWeekday = /(?:vào )?(?:thứ \S+|Chủ nhật) tuần (?:cuối|đầu)(?: cùng| tiên)?(?: của)? (?:tháng|quý)/iu;
const workingDay =
  /(?:vào\s)?ngày làm việc (?:cuối cùng|đầu tiên) (?:của |trong )?(?:hằng |mỗi )?(?:tuần|tháng|quý|năm)/iu;
/** Work with an end, besides the verbs of finishing. */
const working =
  /(?<!\p{L})(?:niêm yết|công khai|thanh toán|phân khai|thông báo|trả lời|thực hiện|cung cấp|xác nhận|bàn giao|giải trình)(?!\p{L})/iu;
/** A span of law or of a matter's course binds nobody. */
const noDuty = /hiệu lực|thời hiệu|quá thời hạn|hết thời hạn|không quá thời hạn/iu;
const adHoc =
  /kịp thời (?:báo cáo|phản ánh)|báo cáo kịp thời|cấp có thẩm quyền|xem xét, (?:quyết định|giải quyết|xử lý|chỉ đạo)|(?:xin|cho) ý kiến/iu;
const cycles =
  /(?:định kỳ\s)?(?:(?:hằng|hàng) (?:tu[ầâ]n|tháng|quý|năm)|6 tháng|sáu tháng)(?:[,\s]+(?:và\s)?(?:(?:hằng|hàng)\s)?(?:tháng|quý|6 tháng|9 tháng|năm|cả năm)(?!\s?\d))*/iu;

/** What is sent again and again. */
const papers = /(?<!\p{L})(?:báo cáo|kết quả|số liệu|danh sách|hồ sơ|kế hoạch|biểu mẫu|tiến độ)(?!\p{L})/iu;

/**
 * A duty to report in a clause without a binding date, with what the text says instead: "định kỳ", "theo quy định", "tại kỳ họp …", "ngay",
 * "hằng quý". Null for papers, results, conditions ("nếu có vướng mắc"), and calls to report when need arises.
 */
export function findUndatedDue(text: string): UndatedDue | null {
  if (resultWords.test(text) || tellsOfIssuing.test(text) || /^báo cáo tại (?:kỳ|cuộc|phiên) họp/iu.test(text))
    return null;
  const sending = /(?<!\p{L})(?:gửi|nộp|trình)(?!\p{L})/iu.exec(text);
  for (const match of text.matchAll(reporting)) {
    if (!isActOfReporting(text, match.index)) continue;
    const isAtOnce = /^\s?ngay(?!\s(?:sau|khi))(?!\p{L})/u.test(text.slice(match.index + match[0].length));
    const isDaily = /(?:hằng|hàng|mỗi) ngày/iu.test(text) && daily.test(text);
    if (isAtOnce && !isDaily) return { kind: 'report', verbAt: match.index, due: atOnceOr(text) };
    const onDemand = /^báo cáo[^,;]{0,40}(?:thực hiện\s)?(khi (?:có|được) yêu cầu|theo yêu cầu[^,;.]{0,60})/iu.exec(
      text,
    );
    if (onDemand?.[1] !== undefined)
      return { kind: 'report', verbAt: match.index, due: `${onDemand[1]} (không nêu ngày)` };
    if (conditionalDuty.test(text.slice(0, match.index)) || adHoc.test(text)) return null;
    return { kind: 'report', verbAt: match.index, due: printed(text) };
  }
  if (sending === null) return finishWithin(text);
  const event = earlier.exec(text) ?? atOnce.exec(text) ?? withinEvent.exec(text) ?? session.exec(text);
  if (event !== null) return { kind: 'report', verbAt: sending.index, due: `${event[0].trim()} (không nêu ngày)` };
  const isStanding = cycles.test(text) && papers.test(text) && !conditionalDuty.test(text);
  return isStanding ? { kind: 'report', verbAt: sending.index, due: printed(text) } : finishWithin(text);
}

/** "thẩm định hồ sơ trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ" */
function finishWithin(text: string): UndatedDue | null {
  const event = withinEvent.exec(text) ?? beforeEvent.exec(text) ?? withinDays.exec(text);
  if (event === null || conditionalDuty.test(text) || noDuty.test(text)) return null;
  const verb = finishingVerb.exec(text) ?? working.exec(text);
  return verb === null ? null : { kind: 'finish', verbAt: verb.index, due: `${event[0].trim()} (không nêu ngày)` };
}

function atOnceOr(text: string): string {
  const event = withinEvent.exec(text) ?? withinHours.exec(text);
  return event === null ? 'báo cáo ngay (không nêu ngày)' : `${event[0].trim()} (không nêu ngày)`;
}

function printed(text: string): string {
  const event =
    earlier.exec(text) ??
    session.exec(text) ??
    atOnce.exec(text) ??
    withinEvent.exec(text) ??
    withinHours.exec(text) ??
    lastWeekday.exec(text) ??
    workingDay.exec(text) ??
    (/(?:hằng|hàng|mỗi) ngày/iu.test(text) ? daily.exec(text) : null);
  if (event !== null) return `${event[0].trim()} (không nêu ngày)`;
  const cycle = cycles
    .exec(text)?.[0]
    .toLowerCase()
    .replace(/hàng/g, 'hằng')
    .replace(/tuân/g, 'tuần')
    .replace(/^định kỳ (?=hằng)/, '');
  const parts = [
    cycle ?? (/định kỳ/iu.test(text) ? 'định kỳ' : ''),
    /theo quy định/iu.test(text) ? 'theo quy định' : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'không nêu ngày' : `${parts.join(', ')} (không nêu ngày)`;
}
