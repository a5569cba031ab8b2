import type { Locality } from '../domain/locality.ts';
import type { Period } from '../domain/period.ts';
import type { QuestionMarks } from './question-marks.ts';

/** A place and a time that a figure is asked for; null: not said. */
export type AskedSide = { locality: Locality | null; period: Period | null };

type Said = { periods: readonly Period[]; localities: readonly Locality[] };
type Marks = Pick<QuestionMarks, 'localities' | 'periods'>;

const mostSides = 8;

/** Places and times as they were said together: "Kon Tum 2020 và Cao Bằng 2023" → two sides, not four. `said`: each place and time once. */
export function sidesOf(marks: Marks, { periods, localities }: Said): AskedSide[] {
  if (localities.length <= 1 || periods.length <= 1) {
    const places = localities.length > 0 ? localities : [null];
    const times = periods.length > 0 ? periods : [null];
    return places.flatMap((locality) => times.map((period) => ({ locality, period }))).slice(0, mostSides);
  }
  const timesLead =
    leads(marks.periods[0], marks.localities[0]) && leads(marks.periods.at(-1), marks.localities.at(-1));
  const ordered = marks.localities.map((place) => {
    const next = marks.localities.find(({ start }) => start > place.start);
    const own = marks.periods.find(
      ({ start }) => start >= place.end && start < (next?.start ?? Number.POSITIVE_INFINITY),
    );
    const before = marks.periods.findLast(({ end }) => end <= place.start);
    const nearest = timesLead ? before : (own ?? before);
    return { locality: place.locality, period: nearest?.period ?? null };
  });
  return ordered.slice(0, mostSides);
}

type Span = { start: number; end: number };

/** "năm 2023 của Cao Bằng và năm 2020 của Kon Tum": each time stands before its place. */
const leads = (time: Span | undefined, place: Span | undefined): boolean =>
  time !== undefined && place !== undefined && time.end <= place.start;

/**
 * The sides of each part of a question. Where every part names a place or time of its own ("xuất khẩu Kon Tum 2020, BHYT Cao Bằng 2023") each
 * has those, and what it leaves unsaid from the part before; else all parts have all sides.
 */
export function sidesOfParts(
  parts: readonly Span[],
  marks: Marks,
  { periods, localities, sides }: Said & { sides: AskedSide[] },
): AskedSide[][] {
  const own = parts.map((part, at) => {
    const [from, to] = [at === 0 ? 0 : part.start, parts[at + 1]?.start ?? Number.POSITIVE_INFINITY];
    const isIn = ({ start }: Span): boolean => start >= from && start < to;
    return { localities: marks.localities.filter(isIn), periods: marks.periods.filter(isIn) };
  });
  const isShared = own.some((said) => said.localities.length + said.periods.length === 0);
  if (parts.length < 2 || isShared || (localities.length < 2 && periods.length < 2)) return parts.map(() => sides);
  let before: Said = { periods: [], localities: [] };
  return own.map((said) => {
    const places = said.localities.map(({ locality }) => locality);
    const times = said.periods.map(({ period }) => period);
    before = {
      localities: places.length > 0 ? places : before.localities,
      periods: times.length > 0 ? times : before.periods,
    };
    return sidesOf(said, before);
  });
}
