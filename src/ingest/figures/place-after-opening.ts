import { fold } from '../../vietnamese/fold.ts';
import { findPeriods } from '../../vietnamese/period.ts';
import type { Quantity } from '../../vietnamese/quantity.ts';
import type { BlockPlace } from './block-place.ts';
import type { PlainText } from './plain-text.ts';
import { opensResults } from './section-kind.ts';
import { splitSegments } from './split-segments.ts';

/**
 * The place of a block whose opening sentence works as a heading over the rest: "Tán thành đánh giá kết quả nhiệm kỳ 2015 - 2020. Tỷ lệ …"
 * tells results, of the years it names. Unchanged where the opening holds values or says nothing of results, and amid goals.
 */
export function placeAfterOpening(
  { plain, quantities }: { plain: PlainText; quantities: readonly Quantity[] },
  place: BlockPlace,
): BlockPlace {
  if (place.section === 'goal') return place;
  const segments = splitSegments(plain);
  const first = segments[0];
  if (first === undefined || segments[1]?.sentence === first.sentence || segments.length === 1) return place;
  const isBare = quantities.every((one) => one.start >= first.end);
  if (!isBare || !opensResults(fold(plain.text.slice(first.start, first.end)))) return place;
  // Not the mentions of the block: they leave out the years of a congress, whose results these are.
  const periods = findPeriods(plain.text.slice(first.start, first.end)).map((one) => one.period);
  return { ...place, section: 'result', telling: null, governing: [...periods.slice(-1), ...place.governing] };
}
