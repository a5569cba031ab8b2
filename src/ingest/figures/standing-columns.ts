import type { ValueColumn } from './table-columns.ts';

const standing =
  /^(?:tổng )?(?:dân số|số (?:dân|hộ|khẩu|nhân khẩu|người|lao động|thôn|xã|học sinh|đối tượng|đoàn viên|hội viên|đảng viên|đơn vị|trường|lớp|phòng|giáo viên))|có mặt|tại thời điểm|hiện (?:có|nay|trạng)|đang |đầu (?:năm|kỳ)|tự nhiên|tính đến/iu;
/** Told, not handed out, whatever the line above says. */
const counted = /^(?:tổng )?(?:dân số|số (?:dân|hộ|khẩu|nhân khẩu))$|có mặt|hiện có|đầu (?:năm|kỳ)|tự nhiên/iu;
const changing =
  /(?<!\p{L})(?:giảm|tăng|mới|thêm|thoát|phấn đấu|đạt|tham gia|phát triển|thành lập|kết nạp|xây dựng)(?!\p{L})/iu;

/**
 * Beside columns that say they are goals, the others of a table of places tell where these stand today ("Dân số", "Số hộ"). Where the line
 * above hands out goals, those that say a change, and those behind the first goal that name no standing count, are goals too.
 */
export function settleContext(values: ValueColumn[], isHandedOut: boolean): void {
  for (const column of values)
    if (!column.isGoal && column.kind === 'target' && counted.test(column.name)) column.kind = 'observation';
  const first = values.findIndex(({ isGoal }) => isGoal);
  if (first < 0) return;
  for (const [at, column] of values.entries()) {
    if (column.isGoal || column.kind !== 'target') continue;
    const isHanded = changing.test(column.header) || (at > first && !standing.test(column.header));
    if (!isHandedOut || !isHanded) column.kind = 'observation';
  }
}
