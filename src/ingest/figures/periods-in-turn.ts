import type { NamedValue } from './named-value.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText, Span } from './plain-text.ts';

const joint = /^ ?(?:,| va|, va) ?(?:den |vao |nam |cac nam )*$/;

/**
 * "đạt 85%, 90% và 95% vào các năm 2026, 2028, 2030": as many years behind the last of a row of values as there are values in it are theirs in
 * turn. One entry a value; null where the row has no such years.
 */
export function periodsInTurn(
  { plain, mentions }: { plain: PlainText; mentions: readonly PeriodMention[] },
  values: readonly NamedValue[],
  segment: Span,
): (PeriodMention | null)[] {
  const turns: (PeriodMention | null)[] = values.map(() => null);
  for (let first = 0; first < values.length; ) {
    let next = first + 1;
    while (values[next]?.goesOn === true) next++;
    const count = next - first;
    const last = values[next - 1];
    const limit = values[next]?.clause.region.start ?? segment.end;
    const years =
      count < 2 || last === undefined
        ? []
        : yearsOfRow({ plain, mentions }, values.slice(first, next), { segment, limit });
    const isSame = values.slice(first, next).every(({ name }) => name === values[first]?.name);
    if (isSame && years.length === count && !hasYearBetween(mentions, values.slice(first, next))) {
      for (const [at, year] of years.entries()) turns[first + at] = year;
    }
    first = next;
  }
  return turns;
}

/** The years behind a row; for "…; riêng miền núi lần lượt là 72% và 90%" those of as many values before. */
function yearsOfRow(
  { plain, mentions }: { plain: PlainText; mentions: readonly PeriodMention[] },
  row: readonly NamedValue[],
  { segment, limit }: { segment: Span; limit: number },
): PeriodMention[] {
  const behind = yearsBehind({ plain, mentions }, row.at(-1)?.clause.quantity.end ?? limit, limit);
  const isInTurn = /(?:lan luot|tuong ung)/.test(plain.flat.slice(segment.start, row[0]?.clause.quantity.start));
  if (behind.length > 0 || !isInTurn || plain.flat.charAt(segment.start - 1) !== ';') return behind;
  const before = plain.flat.slice(0, segment.start - 1);
  const from = Math.max(before.lastIndexOf(';'), before.lastIndexOf('. '));
  const said = mentions.filter((one) => one.start > from && one.end < segment.start);
  return said.every(({ period }) => /^(?:year|until)$/.test(period.kind)) ? said : [];
}

/** The years that stand in a row behind an offset, joined by commas and "và". */
function yearsBehind(
  { plain, mentions }: { plain: PlainText; mentions: readonly PeriodMention[] },
  from: number,
  to: number,
): PeriodMention[] {
  const behind = mentions.filter(
    (one) => one.start >= from && one.end <= to && /^(?:year|until)$/.test(one.period.kind),
  );
  const row: PeriodMention[] = [];
  for (const one of behind) {
    const last = row.at(-1);
    if (last !== undefined && !joint.test(plain.flat.slice(last.end, one.start))) break;
    row.push(one);
  }
  return row;
}

const hasYearBetween = (mentions: readonly PeriodMention[], values: readonly NamedValue[]): boolean =>
  values.slice(0, -1).some(({ clause }, at) => {
    const next = values[at + 1]?.clause.quantity.start ?? clause.quantity.end;
    return mentions.some((one) => one.start >= clause.quantity.end && one.end <= next);
  });
