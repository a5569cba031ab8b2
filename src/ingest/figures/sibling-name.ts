import { quantityText } from '../../vietnamese/quantity-text.ts';
import type { Clause } from './link-values.ts';
import type { Carry } from './named-value.ts';
import { isNounOnly, predicateAt } from './noun-only.ts';
import type { OwnName } from './own-name.ts';

/** Parts of a population that stand for the whole phrase they replace: "… của dân cư thành thị là 95%, nông thôn là 65%". */
export const counterparts = [
  /(?:ở |khu vực )?(?:thành thị|nông thôn|đô thị|miền núi|vùng cao|đồng bằng)/u,
  /(?:nội trú|ngoại trú)/u,
  /(?:toàn trình|một phần)/u,
  /(?:(?:BHYT|BHXH|BHTN)|bảo hiểm (?:y tế|xã hội|thất nghiệp))(?: (?:bắt buộc|tự nguyện))?/u,
  /(?:mầm non|mẫu giáo|nhà trẻ|tiểu học|trung học cơ sở|trung học phổ thông|THCS|THPT)/u,
  /(?:cấp tỉnh|cấp huyện|cấp xã)/u,
  /(?:khách |lượt khách )?(?:quốc tế|nội địa|trong nước)/u,
  /(?:khu|cụm) công nghiệp/u,
  /(?<=đàn )(?:trâu|bò|lợn|heo|dê|ngựa|gia cầm|gà|vịt)/u,
  /thể (?:nhẹ cân|thấp còi|gầy còm|béo phì)/u,
  /nước (?:hợp vệ sinh|sạch(?: theo quy chuẩn)?)/u,
  /(?:đạt|trên|dưới) chuẩn/u,
  /khu vực \p{Ll}+ \p{Ll}+(?:(?: ?[-–] ?|, | và )\p{Ll}+ \p{Ll}+)*/u,
];

/** The subject's name with its part replaced by the one named now; null when the own name is no such part. */
export function siblingName({ quantity, head }: Clause, own: OwnName, { subject }: Carry): string | null {
  if (subject === null || own.isCounted || head.isPart || subject.clause.quantity.unit !== quantity.unit) return null;
  for (const pattern of counterparts) {
    const before = pattern.exec(subject.name);
    const whole = pattern.exec(own.name);
    if (before !== null && whole !== null && whole[0].length === own.name.length && before[0] !== whole[0]) {
      return subject.name.replace(before[0], whole[0]);
    }
  }
  return quantity.kind === 'percent' && head.verbs.every((verb) => /^(?:dat|la|chiem)/.test(verb))
    ? ofSameKind(subject.name, own.name)
    : null;
}

const rate = /^((?:tỷ|tỉ) (?:lệ|suất)) (.+)$/iu;
/** Grades say themselves what is measured: "tỷ lệ học sinh lên lớp 99%, học sinh giỏi 30%". */
const graded =
  /(?:giỏi|khá|xuất sắc|trung bình|yếu|kém|tốt|nghèo|văn hóa|kiểu mẫu|chuẩn|nâng cao|mù chữ|bỏ học|mới)$/iu;
const longestKind = 5;

/**
 * "Tỷ lệ đường xã được cứng hóa 100%, đường thôn 85%", "tỷ lệ điều tra, khám phá án đạt 80%, án rất nghiêm trọng 95%": another of the same
 * kind, of which the same is told. Null where the kinds differ or the name tells something itself.
 */
function ofSameKind(before: string, own: string): string | null {
  const [, said, rest] = rate.exec(before) ?? [];
  const words = own.split(' ');
  if (said === undefined || rest === undefined || words.length < 2 || words.length > longestKind) return null;
  const head = words[0]?.toLowerCase() ?? '';
  const at = ` ${rest} `.toLowerCase().indexOf(` ${head} `);
  if (at < 0 || !isNounOnly(quantityText(own))) return null;
  const predicate = predicateAt(quantityText(rest.slice(at)));
  if (predicate === null) return `${said} ${rest.slice(0, at)}${own}`;
  if (at > 0) return null;
  return graded.test(own) ? null : `${said} ${own} ${rest.slice(predicate)}`;
}
