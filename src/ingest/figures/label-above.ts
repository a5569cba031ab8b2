import type { Clause, Linking } from './link-values.ts';
import { beginsWithNoun } from './name-opening.ts';
import { type Label, type NamedValue, valueSpan } from './named-value.ts';
import type { OwnName } from './own-name.ts';
import { directionOf } from './value-direction.ts';

type Named = { clause: Clause; own: OwnName | null; label: Label | null };

/** Small words and marks that may stand with a time before a value. */
const bare =
  /^[^a-z§]*(?:(?:cu the|dat|la|co|con|them|tang|giam|xuong|phan dau|khoang|tren|duoi|it nhat|toi thieu|khong qua)[^a-z§]+)*$/;

/**
 * "Tỷ lệ bao phủ bảo hiểm y tế:" over the lines "+ Năm 2023: 91%": a line with nothing but a time and a value is of what the line that leads it
 * in names. Null where a line names something itself, or nothing above it is measured.
 */
export function namedAbove({ plain, mentions }: Linking, { clause, own, label }: Named): NamedValue | null {
  if (label === null || !beginsWithNoun(label.folded)) return null;
  const { quantity, region } = clause;
  if (own !== null && !(own.isCounted && quantity.unit.endsWith(own.name))) return null;
  const words = mentions
    .filter((one) => one.start >= region.start && one.end <= quantity.start)
    .reduceRight(
      (text, one) => text.slice(0, one.start - region.start) + text.slice(one.end - region.start),
      plain.flat.slice(region.start, quantity.start),
    );
  if (!bare.test(words)) return null;
  return {
    clause,
    name: label.name,
    parent: null,
    direction: directionOf(plain, clause, label.name),
    span: { start: quantity.start, end: quantity.end },
    value: valueSpan(clause),
    goesOn: false,
  };
}
