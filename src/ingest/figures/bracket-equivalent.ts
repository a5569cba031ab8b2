import type { Quantity } from '../../vietnamese/quantity.ts';
import type { PlainText, Span } from './plain-text.ts';

/** "giảm còn 1,2% (tương đương giảm 85 hộ)": the same goal counted otherwise, in brackets behind it. Null for any other bracket. */
export function bracketEquivalent(
  { plain, quantities }: { plain: PlainText; quantities: readonly Quantity[] },
  bracket: Span,
  of: Quantity,
): Quantity | null {
  if (!/^\( ?tuong (?:duong|ung)(?![a-z])/.test(plain.folded.slice(bracket.start, bracket.end))) return null;
  const inside = quantities.filter((one) => one.start > bracket.start && one.end < bracket.end);
  const [only] = inside;
  return inside.length === 1 && only !== undefined && only.kind !== of.kind && only.kind !== 'none' ? only : null;
}
