import type { NamedValue } from './named-value.ts';

/** What a sentence left where a name should be: who acts, a comparison, or what was named before. Better no figure than one of nobody knows what. */
const nameless =
  /^(?:(?:toàn |cả )?(?:tỉnh|huyện|xã|nước|ngành|địa phương|đơn vị|thành phố|cục|sở)|cao|thấp|nhiều|năm|so|vượt mục tiêu|(?:các|những) (?:tỷ lệ|chỉ tiêu|con số)(?: này| trên)?|lần|đã|ước tính|lần lượt|tương ứng|tương đương)$/iu;

/** "Đồng chí Bí thư nhấn mạnh, với kết quả": who speaks, and nothing that is measured. */
const speaks =
  /^(?:Đồng chí|Đ\/c|Ông|Bà|Chủ tịch|Bí thư|Giám đốc|Phó)\s[^,]{0,90}(?:nhấn mạnh|cho biết|khẳng định|cho rằng|chia sẻ|phát biểu)(?!\p{L})/u;

export const isNameless = ({ name, parent, clause }: NamedValue): boolean =>
  parent === null &&
  (/^của .*(?:đề ra|đặt ra|giao|quy định|yêu cầu)$/u.test(name) ||
    speaks.test(name) ||
    (clause.quantity.kind !== 'count' && nameless.test(name.trim())));
