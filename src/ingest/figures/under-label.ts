import { fold } from '../../vietnamese/fold.ts';
import { quantityText } from '../../vietnamese/quantity-text.ts';
import { beginsName, beginsWithNoun } from './name-opening.ts';
import { isBareWork } from './name-start.ts';
import type { Label } from './named-value.ts';
import { isNounOnly } from './noun-only.ts';
import type { OwnName } from './own-name.ts';

/** Whether a label tells work ("Thành lập mới:") rather than what is measured. */
export const isAction = (label: Label): boolean => beginsName(label.folded) && !beginsWithNoun(label.folded);

/** Work whose share is told of each thing it is done to: "Cứng hóa đường giao thông: đường xã 100%, đường thôn 70%". */
const hardening = /^(?:ty le )?(?:cung hoa|be tong hoa|nhua hoa|kien co hoa|so hoa|phu song)(?![a-z])/;

/** Of whom, where or of what grade a share is told, and no thing by itself: "Hồ sơ xử lý trên mạng: cấp tỉnh 100%, cấp xã 80%". */
const level =
  /^(?:(?:ở )?cấp (?:tỉnh|huyện|xã|cơ sở)|nam|nữ|(?:khu vực |ở )?(?:thành thị|nông thôn|miền núi|đồng bằng)|(?:(?:xuất sắc|giỏi|tốt|khá|trung bình|(?:chưa |không )?đạt|yếu|kém)(?:, | và )?)+)$/iu;

/** "Cơ cấu kinh tế: khu vực dịch vụ: 40%", "Thành lập mới: …; 03 tổ hợp tác"; a label that only names a field ("Y tế:") adds nothing. */
export function underLabel(
  label: Label | null,
  own: OwnName,
  standsAlone: boolean,
): { name: string; parent: string | null } {
  if (label === null) return { name: own.name, parent: null };
  if (own.name.endsWith('(lũy kế)') && beginsWithNoun(label.folded))
    return { name: `${label.name} (lũy kế)`, parent: null };
  if (own.isCounted && isAction(label)) return { name: `${label.name} ${own.name}`, parent: null };
  if (hardening.test(label.folded) && !own.isCounted && !standsAlone)
    return { name: `${label.name}: ${own.name}`, parent: label.name };
  if (/^[c§]o cau/.test(label.folded) && !own.isCounted)
    return isShareOf(label, own, standsAlone)
      ? { name: `${label.name}: ${own.name}`, parent: label.name }
      : { name: own.name, parent: null };
  if (level.test(own.name)) return { name: `${label.name} - ${own.name}`, parent: label.name };
  if (isBareWork(fold(own.name)) && !isAction(label)) return { name: `${label.name}, ${own.name}`, parent: null };
  if (isOfThose(label, own) && !standsAlone) return { name: `${label.name} - ${own.name}`, parent: label.name };
  if (standsAlone || !beginsWithNoun(label.folded)) return { name: own.name, parent: null };
  return { name: `${label.name} - ${own.name}`, parent: label.name };
}

/** "BHXH: 45% lực lượng lao động": of whom the label is told; whoever is named with a predicate is named in full. */
const isOfThose = (label: Label, own: OwnName): boolean =>
  !own.isLabel &&
  !own.isCounted &&
  own.span.start - label.span.end <= 12 &&
  own.name.split(' ').length <= 4 &&
  isNounOnly(quantityText(own.name));

const sector =
  /nông|lâm|thủy|thuỷ|công nghiệp|dịch vụ|khu vực|xây dựng|thương mại|du lịch|thuế|trồng trọt|chăn nuôi|lao động|KV/iu;

/** "cơ cấu kinh tế: công nghiệp 54%; dịch vụ 35%; …; tổng thu ngân sách vượt 8%": the shares end where something else is measured. */
const isShareOf = (label: Label, own: OwnName, standsAlone: boolean): boolean =>
  own.span.start - label.span.end < 40
    ? !standsAlone || shareName.test(own.name)
    : shareName.test(own.name) || (!standsAlone && sector.test(own.name));
const shareName = /^(?:tỷ|tỉ) trọng/iu;
