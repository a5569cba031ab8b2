import { conditionalDuty, isActOfReporting, resultWords } from './duty-words.ts';

/** A duty to report that names no date: offset of its verb, and what stands for the date. */
export type UndatedDue = { verbAt: number; due: string };

const reporting = /(?<!\p{L})báo cáo(?!\p{L})/giu;
const session = /(?:tại|vào|trong) (?:các )?kỳ họp[^,;.()]{0,70}/iu;
const atOnce = /ngay (?:sau khi|khi)\s[^,;.()]{3,80}/iu;
const within =
  /(?:trong(?: vòng| thời hạn)?|chậm nhất(?: sau)?|sau)\s(?:(?:không quá|là|trong) )?\d{1,3}\s(?:ngày(?: làm việc)?|giờ|tháng)[^,;.()]{0,80}(?:kể từ|từ khi|từ ngày|sau khi|khi)\s[^,;.()]{3,80}/iu;
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
  if (resultWords.test(text)) return null;
  const sending = /(?<!\p{L})(?:gửi|nộp|trình)(?!\p{L})/iu.exec(text);
  for (const match of text.matchAll(reporting)) {
    if (!isActOfReporting(text, match.index)) continue;
    const isAtOnce = /^\s?ngay(?!\s(?:sau|khi))(?!\p{L})/u.test(text.slice(match.index + match[0].length));
    if (isAtOnce) return { verbAt: match.index, due: 'báo cáo ngay (không nêu ngày)' };
    const onDemand = /^báo cáo[^,;]{0,40}(?:thực hiện\s)?(khi (?:có|được) yêu cầu|theo yêu cầu[^,;.]{0,60})/iu.exec(
      text,
    );
    if (onDemand?.[1] !== undefined) return { verbAt: match.index, due: `${onDemand[1]} (không nêu ngày)` };
    if (conditionalDuty.test(text.slice(0, match.index)) || adHoc.test(text)) return null;
    return { verbAt: match.index, due: printed(text) };
  }
  if (sending === null) return null;
  const event = atOnce.exec(text) ?? within.exec(text) ?? session.exec(text);
  if (event !== null) return { verbAt: sending.index, due: `${event[0].trim()} (không nêu ngày)` };
  const isStanding = cycles.test(text) && papers.test(text) && !conditionalDuty.test(text);
  return isStanding ? { verbAt: sending.index, due: printed(text) } : null;
}

function printed(text: string): string {
  const event = session.exec(text) ?? atOnce.exec(text) ?? within.exec(text);
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
