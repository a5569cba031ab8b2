import type { Deadline } from '../domain/deadline.ts';
import { fold } from '../vietnamese/fold.ts';

/** A date, a recurrence, or a time less exact than a day: "trong quý II/2026", "trong vòng 02 giờ kể từ …"; not "theo quy định". */
export const tellsWhen = ({ dueDate, due, rule }: Deadline): boolean =>
  dueDate !== null ||
  rule !== null ||
  /\d|quý [IVX]|kỳ họp|thứ [A-ZĐ]|hằng (?:ngày|tuần|tháng|quý)/iu.test(withoutNote(due));

/** "trong tháng 7/2026 (không nêu ngày)": the time alone. */
export const withoutNote = (due: string): string =>
  due.replace(/(?<!\s)\s*\(không nêu[^()]*\)/u, '').replace(/^không nêu ngày$/u, '');

/** A sentence says by when: a day, or a time less exact ("trong quý II", "sau 05 ngày"); the day of a document that it names is none. */
export const saysDay = (text: string): boolean => dueWords.test(fold(text).replace(ofDocument, ' '));

const ofDocument =
  /\d{1,5}(?:\/\d{4})?[-/][a-z\d][a-z\d/-]*,?(?: ngay)? \d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}| thang \d{1,2} nam \d{4})/g;
const dueWords =
  /(?<![a-z])(?:truoc|den|cham nhat|muon nhat|han|trong|vao|tu|sau|hang|dinh ky|ngay)(?: (?:het|la|ngay|thang|quy|vong|thoi han|thu|luc)){0,3} (?:\d|[ivx]{1,3}(?![a-z]))|\d (?:gio|ngay)(?![a-z])/;
