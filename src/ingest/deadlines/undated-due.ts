import { sendingVerbs, tellsOfIssuing } from './duty-kind.ts';
import { conditionalDuty, finishingVerb, isActOfReporting, resultWords } from './duty-words.ts';
import { printedTime, standingTime, timeAtOnce, timeOfReport, timeOfSending, timeOfWork } from './undated-times.ts';

/**
 * A duty that names no date: to report, or to finish within so many days of some event. `verbAt`: offset of its verb; `due`: what stands for
 * the date; `said`: the words of the text that tell it, '' where none do.
 */
export type UndatedDue = { kind: 'report' | 'finish'; verbAt: number; due: string; said: string };

const reporting = /(?<!\p{L})báo cáo(?!\p{L})/giu;
const sending = /(?<!\p{L})(?:gửi|nộp|trình|chuyển)(?!\p{L})/iu;
/** Work with an end, besides the verbs of finishing. */
const working =
  /(?<!\p{L})(?:niêm yết|công khai|thanh toán|phân khai|thông báo|trả lời|thực hiện|cung cấp|xác nhận|bàn giao|giải trình|dự thảo|cân đối|cấp|chuyển|tiếp nhận|thẩm tra)(?!\p{L})/iu;
/** A span of law or of a matter's course binds nobody. */
const noDuty = /hiệu lực|thời hiệu|quá thời hạn|hết thời hạn|không quá thời hạn/iu;
const adHoc =
  /kịp thời (?:báo cáo|phản ánh)|báo cáo kịp thời|cấp có thẩm quyền|xem xét, (?:quyết định|giải quyết|xử lý|chỉ đạo)|(?:xin|cho) ý kiến/iu;
const cycles =
  /(?:định kỳ\s)?(?:(?:hằng|hàng) (?:tu[ầâ]n|tháng|quý|năm)|6 tháng|sáu tháng)(?:[,\s]+(?:và\s)?(?:(?:hằng|hàng)\s)?(?:tháng|quý|0?6 tháng|9 tháng|(?:một |0?1 |cả )?năm)(?!\s?\d))*/iu;

/** What is sent again and again. */
const papers = /(?<!\p{L})(?:báo cáo|kết quả|số liệu|danh sách|hồ sơ|kế hoạch|biểu mẫu|tiến độ)(?!\p{L})/iu;

/**
 * A duty to report in a clause without a binding date, with what the text says instead: "định kỳ", "theo quy định", "tại kỳ họp …", "ngay",
 * "hằng quý". Null for papers, results, conditions ("nếu có vướng mắc"), and calls to report when need arises.
 */
export function findUndatedDue(text: string): UndatedDue | null {
  if (resultWords.test(text) || tellsOfIssuing.test(text) || /^báo cáo tại (?:kỳ|cuộc|phiên) họp/iu.test(text))
    return null;
  for (const match of text.matchAll(reporting)) {
    if (!isActOfReporting(text, match.index)) continue;
    const report = { kind: 'report' as const, verbAt: match.index };
    const isAtOnce = /^\s?ngay(?!\s(?:sau|khi))(?!\p{L})/u.test(text.slice(match.index + match[0].length));
    if (isAtOnce && standingTime(text) === null) return { ...report, ...atOnce(text) };
    const onDemand = /^báo cáo[^,;]{0,40}(?:thực hiện\s)?(khi (?:có|được) yêu cầu|theo yêu cầu[^,;.]{0,60})/iu.exec(
      text,
    );
    if (onDemand?.[1] !== undefined) return { ...report, ...told(text, onDemand[1]) };
    if (conditionalDuty.test(text.slice(0, match.index)) || adHoc.test(text) || /\d ?%/.test(text)) return null;
    return { ...report, ...timeOrCycle(text) };
  }
  const verbAt = sendingVerbs(text)[0];
  const time = verbAt === undefined ? null : (standingTime(text) ?? (sending.test(text) ? timeOfSending(text) : null));
  if (verbAt === undefined) return finishWithin(text);
  if (time !== null) return { kind: 'report', verbAt, ...told(text, time) };
  const isStanding = cycles.test(text) && papers.test(text) && sending.test(text) && !conditionalDuty.test(text);
  return isStanding ? { kind: 'report', verbAt, ...timeOrCycle(text) } : finishWithin(text);
}

/** "thẩm định hồ sơ trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ" */
function finishWithin(text: string): UndatedDue | null {
  const time = timeOfWork(text);
  if (time === null || conditionalDuty.test(text) || noDuty.test(text)) return null;
  const verb = finishingVerb.exec(text) ?? working.exec(text);
  return verb === null ? null : { kind: 'finish', verbAt: verb.index, ...told(text, time) };
}

const told = (text: string, said: string) => ({ due: `${printedTime(text, said)} (không nêu ngày)`, said });

function atOnce(text: string) {
  const time = timeAtOnce(text);
  return time === null ? { due: 'báo cáo ngay (không nêu ngày)', said: '' } : told(text, time);
}

function timeOrCycle(text: string) {
  const time = timeOfReport(text);
  if (time !== null) return told(text, time);
  const said = cycles.exec(text)?.[0];
  const cycle = said
    ?.toLowerCase()
    .replace(/hàng/g, 'hằng')
    .replace(/tuân/g, 'tuần')
    .replace(/^định kỳ (?=hằng)/, '');
  const parts = [
    cycle ?? (/định kỳ/iu.test(text) ? 'định kỳ' : ''),
    /theo quy định/iu.test(text) ? 'theo quy định' : '',
  ].filter((part) => part !== '');
  return { due: parts.length === 0 ? 'không nêu ngày' : `${parts.join(', ')} (không nêu ngày)`, said: '' };
}
