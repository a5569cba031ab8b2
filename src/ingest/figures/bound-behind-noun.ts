import { withComparator } from '../../vietnamese/quantity-value.ts';
import { rateEnd } from '../../vietnamese/unit.ts';
import type { NamedValue } from './named-value.ts';
import type { PlainText } from './plain-text.ts';

/** The words of a noun between a number with its unit and the end of its bound: "08 đảng viên | mới trở lên". */
const behind = /^((?: [a-z§]+){0,5}) tro len(?![a-z])/;
/** Words that have steps themselves: "hoàn thành tốt nhiệm vụ trở lên", "trình độ đại học trở lên", "giải ba trở lên". */
const steps =
  /(?<![a-z])(?:loai|hang|cap|bac|muc|trinh do|gioi|kha|tot|trung binh|xuat sac|hoc|cao dang|si|sy|nhiem vu|chuan|sao|pho|truong|nhat|nhi|ba|khuyen khich|huy chuong|dat|duoc|hoan thanh|tuoi|nam|thang|ngay|huyen|tinh|do|thu|tu|la|khu vuc)(?![a-z])/;

/**
 * "85% chi bộ trở lên hoàn thành tốt nhiệm vụ", "kết nạp 08 đảng viên mới trở lên/năm": the end of a bound behind what is counted. A grade
 * ("xếp loại khá trở lên") has its own.
 */
export function withBoundBehindNoun({ folded, text }: PlainText, value: NamedValue): NamedValue {
  const { quantity, tail } = value.clause;
  if (quantity.kind === 'none' || (quantity.comparator !== '=' && quantity.comparator !== '>=')) return value;
  const [all, noun = ''] = behind.exec(folded.slice(quantity.end, tail.end)) ?? [];
  if (all === undefined || steps.test(noun)) return value;
  const bound = quantity.end + all.length;
  const end = rateEnd(folded, bound) ?? bound;
  const rate = text.slice(bound, end);
  const bounded = { ...withComparator(quantity, '>='), unit: quantity.unit + rate.replace(/\s+/g, ''), end };
  return {
    ...value,
    name: value.name.replace(` trở lên${rate}`, ''),
    clause: {
      ...value.clause,
      quantity: rate !== '' && quantity.kind === 'count' ? { ...bounded, kind: 'rate' } : bounded,
    },
    value: { ...value.value, end },
    span: { ...value.span, end: Math.max(value.span.end, end) },
  };
}
