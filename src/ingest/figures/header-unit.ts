import { findQuantities } from '../../vietnamese/quantity.ts';
import { unitInBrackets } from './table-value.ts';

const vague =
  /^(?:dự kiến|lũy kế|luỹ kế|cộng dồn|ước|tổng|bổ sung|điều chỉnh|kế hoạch|thực hiện|giao|tạm|mới|lần \d|ca \d)(?!\p{L})/iu;
/** Short for things that are counted; "(BHYT)", "(KH)" count nothing. */
const counted = /^(?:CĐCS|HTX|THT|DN|DNNVV|HS|SV|HSSV|GV|HV|ĐV|ĐVTN|LĐ|NLĐ|CLB|TTHC)$/u;
const inBrackets = /(?<!\s)\s*\(([^()]{1,24})\)/gu;
const percent = /\s%$/;

/** The unit that a header, or the one spanning it, has in brackets or behind it ("Trong đó (giấy phép) Lưới kéo", "Tốt %"); empty when there is none. */
export function unitOfHeader(header: string): string {
  for (const [, inside = ''] of header.matchAll(inBrackets)) {
    const unit = knownUnit(inside, header);
    if (unit !== '') return unit;
  }
  return percent.test(header) ? '%' : unitInBrackets(header);
}

/** A header without its unit in brackets or behind it; the header itself where it has none. */
export const withoutUnit = (header: string): string =>
  header
    .replace(inBrackets, (bracket, inside: string) => (knownUnit(inside, header) === '' ? bracket : ''))
    .replace(percent, '')
    .trim();

function knownUnit(inside: string, header: string): string {
  const known = unitInBrackets(`(${inside})`);
  if (known !== '') return known;
  if (counted.test(inside)) return /tỷ lệ|tỉ lệ|%/iu.test(header) ? '' : inside;
  const isUnit = /^\p{Ll}/u.test(inside) && !vague.test(inside) && findQuantities(`1 ${inside}`)[0]?.unit === inside;
  return isUnit ? inside : '';
}

/** "Thành lập mới", "Số lượng": what is counted is told by the unit only. */
const bareAction =
  /^(?:(?:thành lập|kết nạp|phát triển|tuyển|xây dựng|cấp|tăng|giảm|thêm|số lượng|bổ sung|công nhận|ra mắt)(?: mới| thêm)?)$/iu;

/** The name a column has once its unit is taken off: a bare action counts its unit ("Thành lập mới (CĐCS)": "Thành lập mới CĐCS"). */
export const namedByUnit = (name: string, unit: string): string =>
  bareAction.test(name) && /\p{L}/u.test(unit) ? `${name} ${unit}` : name;
