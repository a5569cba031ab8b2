import type { Quantity } from '../../vietnamese/quantity.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText, Span } from './plain-text.ts';

/** A value of another time said in brackets behind the value of a plan. */
export type Milestone = { quantity: Quantity; mention: PeriodMention };

type Read = { plain: PlainText; mentions: readonly PeriodMention[]; quantities: readonly Quantity[] };

const joint = /^(?: dat| la|[ :])*$/;

/**
 * "75% (quý II/2026: 68%)", "(năm 2026: 70%; năm 2027: 75%)": each time with the value of the same kind behind it, and nothing else. `[]` for
 * any other bracket.
 */
export function bracketMilestones({ plain, mentions, quantities }: Read, bracket: Span, of: Quantity): Milestone[] {
  const inside = { start: bracket.start + 1, end: bracket.end - 1 };
  const found: Milestone[] = [];
  let at = inside.start;
  for (const mention of mentions.filter((one) => one.start >= inside.start && one.end <= inside.end)) {
    const quantity = quantities.find((one) => one.start >= mention.end && one.end <= inside.end);
    if (quantity === undefined || quantity.kind !== of.kind || quantity.unit !== of.unit) return [];
    if (!/^[ ,;]*(?:va )?$/.test(plain.folded.slice(at, mention.start))) return [];
    if (!joint.test(plain.folded.slice(mention.end, quantity.start))) return [];
    found.push({ quantity, mention });
    at = quantity.end;
  }
  return plain.folded.slice(at, inside.end).trim() === '' ? found : [];
}
