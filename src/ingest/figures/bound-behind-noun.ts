import { withComparator } from '../../vietnamese/quantity-value.ts';
import type { NamedValue } from './named-value.ts';

const bound =
  /^((?:(?:\p{Ll}|-)+,? ){1,6}?)trở lên (?=hoàn thành|được|đạt|có |tham gia|thực hiện|biết|sử dụng|tiếp cận|đăng ký|xếp loại)/u;

/** "85% chi bộ trở lên hoàn thành tốt nhiệm vụ": the end of a bound behind what is counted. A grade ("hoàn thành nhiệm vụ trở lên") has its own. */
export function withBoundBehindNoun(value: NamedValue): NamedValue {
  const { quantity } = value.clause;
  const noun = bound.exec(value.name)?.[1];
  if (noun === undefined || quantity.comparator !== '=' || quantity.kind === 'none') return value;
  if (/(?:^| )(?:hoàn thành|đạt|được|từ) /u.test(noun)) return value;
  const name = value.name.replace(bound, noun);
  return { ...value, name, clause: { ...value.clause, quantity: withComparator(quantity, '>=') } };
}
