/** Times that name no day, as texts say them. On NFC text; each expression is bounded. */

const count = '\\d{1,3} (?:ngày(?: làm việc)?|giờ|tuần|tháng)';
const clock = "\\d{1,2}\\s?(?:giờ|h|g)(?:\\s?\\d{2}(?!\\d))?(?:\\s?phút|['’′])?(?:\\s(?:sáng|chiều))?";

const session =
  /(?:tại|vào|trong) (?:các )?(?:kỳ họp|phiên họp|cuộc họp)(?![^,;.()]{0,40}(?:nêu rõ|cho thấy|cho biết|khẳng định))[^,;.():]{0,70}/iu;
/** "sớm hơn 05 ngày so với thời hạn nêu trên" */
const earlier = /sớm hơn \d{1,2} ngày(?: làm việc)?(?: so với)? thời hạn[^,;.()]{0,40}/iu;
const atOnce = /ngay (?:sau khi|khi)\s[^,;.()]{3,80}/iu;
/** "trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ": so long after some event. */
export const withinEvent =
  /(?:trong(?: vòng| thời hạn)?|chậm nhất(?: sau)?|(?:không (?:để )?chậm )?quá|sau)\s(?:(?:không quá|là|trong) )?\d{1,3}\s(?:ngày(?: làm việc)?|giờ|tháng)[^,;.()]{0,80}(?:kể từ|từ khi|từ ngày|sau khi|khi)\s[^,;.()]{3,80}/iu;
/** "chậm nhất 05 ngày làm việc trước ngày đoàn đến làm việc": so long before one. */
const daysBefore = new RegExp(
  `(?:(?:chậm nhất|muộn nhất|ít nhất|tối thiểu)(?: là)? )?${count} trước (?:ngày|khi|thời điểm|kỳ|phiên|cuộc|buổi|hội nghị|đại hội|lễ)(?! \\d)[^,;.()]{2,80}`,
  'iu',
);
/** "trước khi kiểm tra 01 tuần", "trước thời điểm kiểm tra ít nhất 05 ngày làm việc" */
const beforeByDays = new RegExp(
  `trước (?:(?:ít nhất|tối thiểu) )?${count} (?:so với|tính đến) [^,;.()]{3,80}|trước (?:khi|thời điểm|ngày(?! \\d)|kỳ|phiên|cuộc|buổi|hội nghị|đại hội|lễ)(?: [^\\s,;.()\\d]+){0,10}? (?:(?:ít nhất|tối thiểu|chậm nhất|là|khoảng) ){0,2}${count}`,
  'iu',
);
/** "sau khi kết thúc đợt 05 ngày" */
const daysAfter = new RegExp(
  `sau (?:khi|ngày) [^,;.()\\d]{2,60} (?:(?:không quá|chậm nhất|ít nhất|là) )?${count}(?!\\p{L})`,
  'iu',
);
/** "thanh toán trong vòng 01 ngày làm việc": so long after what the sentence is about. */
const withinDays = /(?:trong vòng|trong thời hạn|chậm nhất)\s(?:không quá )?\d{1,2}\s(?:ngày|giờ) làm việc(?!\p{L})/iu;
/** "Kết thúc đợt kiểm tra, Đoàn kiểm tra trình … trong vòng 07 ngày" */
const withinAfter = new RegExp(
  `(?<=(?:^|[,;] )(?:Sau khi )?kết thúc [^;.]{3,150})(?:trong vòng|trong thời hạn|chậm nhất(?: sau)?|sau) ${count}(?!\\p{L})`,
  'iu',
);
/** Hours are short enough to need no event: "báo cáo trong vòng 24 giờ". */
const withinHours = /(?:trong(?: vòng| thời hạn)?|chậm nhất|không quá)\s\d{1,3}\s(?:giờ|phút)(?!\s?\d)/iu;
/** "xong trước mùa mưa bão", "đưa vào sử dụng trước khai giảng năm học 2025 - 2026" */
const beforeEvent = /trước (?:mùa|vụ|khai giảng|thềm|dịp|Tết|kỳ họp|ngày khai)(?!\p{L})[^,;.()]{0,60}/iu;
/** "trước 06 giờ, 11 giờ và 17 giờ hằng ngày", "lúc 9 giờ 30 mỗi ngày" */
const daily = new RegExp(
  `(?:(?:hằng|hàng|mỗi) ngày,? )?(?:trước|lúc|vào)(?: lúc)? ${clock}(?:(?:,| và) ${clock}){0,5}(?: (?:hằng|hàng|mỗi|cùng|trong) ngày)?(?!\\p{L})`,
  'iu',
);
const everyDay = /(?:hằng|hàng|mỗi|cùng) ngày/iu;
const lastWeekday = /(?:vào )?(?:thứ \S+|Chủ nhật) tuần (?:cuối|đầu)(?: cùng| tiên)?(?: của)? (?:tháng|quý)/iu;
const workingDay =
  /(?:vào\s)?ngày làm việc (?:cuối cùng|đầu tiên) (?:của |trong )?(?:hằng |mỗi )?(?:tuần|tháng|quý|năm)/iu;

const first = (text: string, patterns: readonly RegExp[]): string | null => {
  for (const pattern of patterns) {
    const said = pattern.exec(text)?.[0];
    if (said !== undefined) return said;
  }
  return null;
};

/** The hours of every day, or the day of every week or month, on which something is sent; null for none. */
export const standingTime = (text: string): string | null =>
  first(text, everyDay.test(text) ? [lastWeekday, workingDay, daily] : [lastWeekday, workingDay]);

/** When something is sent that is counted from an event or said at one; null for none. */
export const timeOfSending = (text: string): string | null =>
  first(text, [earlier, daysBefore, beforeByDays, daysAfter, atOnce, withinEvent, withinAfter, session]);

/** When a report is due, said in any of these ways; null for none. */
export const timeOfReport = (text: string): string | null =>
  first(text, [earlier, daysBefore, beforeByDays, daysAfter, session, atOnce, withinEvent, withinAfter, withinHours]) ??
  standingTime(text);

/** How soon a report at once is owed; null where only "ngay" is said. */
export const timeAtOnce = (text: string): string | null => first(text, [withinEvent, withinHours]);

/** When work is to be finished, counted from an event or before a season; null for none. */
export const timeOfWork = (text: string): string | null =>
  first(text, [daysBefore, withinEvent, beforeEvent, withinDays, withinAfter]);

/** The words as they are printed: "hằng ngày, trước 16 giờ 30". */
export function printedTime(text: string, said: string): string {
  const words = said.trim();
  if (daily.test(words) && !/ngày/iu.test(words) && everyDay.test(text)) return `hằng ngày, ${words}`;
  const yearly = /(?:hằng|hàng|mỗi) năm/iu.test(text) && session.test(words) && !/năm,/iu.test(words);
  return yearly ? `hằng năm, ${words}` : words.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}
