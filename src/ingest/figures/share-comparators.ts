import { type Quantity, withComparator } from '../../vietnamese/quantity-value.ts';

/**
 * "ít nhất 70% A và 65% B": a bound said before the first of two percentages joined by "và" is meant for both; so is "trở lên" behind
 * the second of "92% và 88% trở lên". A comma and "trên" carry nothing ("trên 80% A, 70% B", "trên 80% A và 75% B").
 */
export function shareComparators(quantities: readonly Quantity[], flat: string): Quantity[] {
  const shared = [...quantities];
  for (let at = 0; at + 1 < shared.length; at++) {
    const first = shared[at];
    const second = shared[at + 1];
    if (first === undefined || second === undefined || first.kind !== 'percent' || second.kind !== 'percent') continue;
    const between = flat.slice(first.end, second.start);
    if (!/(?:^| )va $/.test(between) || /[;.:]|(?:19|20)\d\d/.test(between)) continue;
    if (second.comparator === '=' && isBound(first) && second.min !== 100)
      shared[at + 1] = withComparator(second, first.comparator);
    const isBehind = flat.slice(second.unitEnd, second.end).trim() !== '';
    if (first.comparator === '=' && between === ' va ' && isBehind)
      shared[at] = withComparator(first, second.comparator);
  }
  return shared;
}

/** "ít nhất", "không quá" bind what is joined to them; "trên", "dưới" and "khoảng" only their own number. */
const isBound = ({ comparator }: Quantity): boolean => comparator === '>=' || comparator === '<=';
