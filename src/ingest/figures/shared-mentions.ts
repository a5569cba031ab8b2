import type { NamedValue } from './named-value.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { Block } from './read-figure.ts';
import { valueMention } from './value-mention.ts';

const longestJoint = 60;

/**
 * "350 tổ và 180 điểm trong năm 2026", "01 điểm du lịch, 03 bản đạt chuẩn vào năm 2025": the time behind the last of a list of values is that of
 * all in it. One entry a value; null for a value that takes none so. `isLed`: a time at the head of the sentence holds for a list parted by commas.
 */
export function sharedMentions(block: Block, values: readonly NamedValue[], isLed: boolean): (PeriodMention | null)[] {
  const shared: (PeriodMention | null)[] = values.map(() => null);
  for (let at = values.length - 2; at >= 0; at--) {
    const value = values[at];
    const next = values[at + 1];
    if (value === undefined || next === undefined || valueMention(block, value) !== null) continue;
    const behind = shared[at + 1] ?? mentionBehind(block, next);
    if (
      behind !== null &&
      (isPair(block, value, next) ||
        (!isLed && !behind.period.kind.startsWith('yearly') && isListed(block, value, next)))
    )
      shared[at] = behind;
  }
  return shared;
}

function mentionBehind(block: Block, value: NamedValue): PeriodMention | null {
  const mention = valueMention(block, value);
  return mention !== null && mention.start >= value.clause.quantity.end ? mention : null;
}

function isPair({ plain }: Block, { clause }: NamedValue, next: NamedValue): boolean {
  if (clause.quantity.kind !== next.clause.quantity.kind) return false;
  const between = plain.flat.slice(clause.quantity.end, next.clause.quantity.start);
  return / va (?:co |dat |tren )?$/.test(between) && !/[;.:]/.test(between) && between.length <= longestJoint;
}

/** Two things to be made or counted, with nothing but a comma or "và", an act and small words before the second. */
function isListed({ plain }: Block, { clause }: NamedValue, next: NamedValue): boolean {
  const { head, quantity } = next.clause;
  const isAct = head.startsWith === 'action' && head.name.end - head.name.start <= longestAct;
  if (clause.head.startsWith === 'noun' || next.goesOn || !(isAct || head.name.start === head.name.end)) return false;
  const between = plain.flat.slice(clause.quantity.end, quantity.start);
  const joint = isAct ? /(?:,| va) $/ : /(?:,| va)(?: va)?(?: (?:co|it nhat|tren|khoang|toi thieu|hon))? $/;
  const upTo = isAct ? plain.flat.slice(clause.quantity.end, head.name.start) : between;
  return joint.test(upTo) && !/[;.:]/.test(between);
}

/** "xây dựng", "phát triển mới": an act and no name. */
const longestAct = 24;
