import { addDays } from '../domain/calendar-date.ts';
import type { RecurringWhen, WhenBound } from '../domain/when.ts';
import { zonedInstant } from '../domain/zoned-time.ts';
import type { BoundPiece } from './time-phrase-bind.ts';
import { countedDay, dayOf } from './time-phrase-day.ts';
import { type Hour, isBesideDay, type Refusal, settleHour } from './time-phrase-hour.ts';
import type { CycleUnit, Piece, Reading } from './time-phrase-piece.ts';
import { type Cycle, planRule } from './time-phrase-plan.ts';
import { refusals } from './time-phrase-refusals.ts';
import type { RulePlan } from './time-phrase-rule.ts';
import { stretchDays } from './time-phrase-stretch-days.ts';

/** Longest wait for a first occurrence: from one 29 February to the next over a year without. */
const longestWaitDays = 3000;

/** The rule that the pieces of a message make. To be called when they hold a cycle (or `openCycle` finds one in them). */
export function settleRecurring(pieces: readonly BoundPiece[], reading: Reading): RecurringWhen | Refusal {
  const cycle = settleCycle(pieces);
  if ('kind' in cycle) return cycle;
  if (pieces.some(({ piece }) => piece.type === 'minutes' || (piece.type === 'count' && !piece.isWithin)))
    return refuse(refusals.cycleAndDay);
  const hour = settleHour(pieces, reading);
  if ('kind' in hour) return hour;
  const { days, ends } = partDays(pieces, cycle.unit);
  const isHourBound =
    isBesideDay(hour.clock, [...days, ...ends, ...cyclesOf(pieces)], reading) &&
    (hour.clock?.binding === 'before' || hour.clock?.binding === 'by');
  if (hour.isNextDay && !isHourBound) return refuse(refusals.noSuchHour('24 giờ'));
  const binding = days.find(({ binding: own }) => own !== 'on')?.binding ?? 'on';
  const plan = planRule({ cycle, pieces: days, isBefore: binding === 'before', reading });
  if ('kind' in plan) return plan;
  const time = hour.isNextDay ? null : hour.time;
  const span = settleSpan(ends, { plan, time, reading });
  if ('kind' in span) return span;
  const bound = boundOf({ binding, days, hour, isHourBound });
  const rrule = span.until === null ? plan.rrule : `${plan.rrule};UNTIL=${utcEndOf(span.until, reading.zone)}`;
  return {
    kind: 'recurring',
    rrule,
    start: zonedInstant({ date: span.start, time: time ?? '00:00' }, reading.zone),
    time,
    bound,
  };
}

const cyclesOf = (pieces: readonly BoundPiece[]): BoundPiece[] => pieces.filter(({ piece }) => piece.type === 'cycle');

/** "thứ hai đầu tiên của tháng", "ngày làm việc cuối cùng của tháng": of no month in particular, so of each. */
export function openCycle(pieces: readonly BoundPiece[]): Cycle | null {
  for (const { piece } of pieces) {
    if (piece.type !== 'nth' || piece.of === null || piece.of.unit === 'week') continue;
    const { by, number, year } = piece.of;
    if (by === null && number === null && year === null) return { unit: piece.of.unit, every: 1 };
  }
  return null;
}

/** One cycle from all that were said: "hằng ngày từ thứ 2 đến thứ 6" is weekly, "mỗi sáng thứ Hai hằng tuần" too. */
function settleCycle(pieces: readonly BoundPiece[]): Cycle | Refusal {
  const cycles: Cycle[] = pieces.flatMap(({ piece }) =>
    piece.type === 'cycle' ? [{ unit: piece.unit, every: piece.every }] : [],
  );
  const open = openCycle(pieces);
  const all = open === null || cycles.length > 0 ? cycles : [open];
  const hasWeekday = pieces.some(({ piece }) => piece.type === 'weekday');
  const merged = hasWeekday
    ? all.map((cycle) => (cycle.unit === 'day' && cycle.every === 1 ? { unit: 'week' as const, every: 1 } : cycle))
    : all;
  const units = new Set(merged.map(({ unit }) => unit));
  const intervals = new Set(merged.map(({ every }) => every).filter((every) => every !== 1));
  const [unit] = units;
  if (unit === undefined || units.size > 1 || intervals.size > 1) return refuse(refusals.manyCycles);
  return { unit, every: [...intervals][0] ?? 1 };
}

const bindsEnd: readonly string[] = ['from', 'until', 'by', 'within'];
const ownTypes: Record<CycleUnit, readonly Piece['type'][]> = {
  day: [],
  workday: [],
  week: ['weekday', 'part'],
  month: ['monthday', 'nth', 'part', 'lunar', 'weekday'],
  quarter: ['monthday', 'nth', 'part'],
  year: ['yearday', 'nth', 'part', 'lunar', 'date', 'stretch'],
};
const dayTypes: readonly Piece['type'][] = [
  'date',
  'yearday',
  'monthday',
  'weekday',
  'nth',
  'part',
  'stretch',
  'lunar',
  'count',
];

/** Which days the rule is made of, and which only say from when until when. */
function partDays(pieces: readonly BoundPiece[], unit: CycleUnit): { days: BoundPiece[]; ends: BoundPiece[] } {
  const named = pieces.filter(({ piece }) => dayTypes.includes(piece.type));
  const isEnd = ({ piece, binding }: BoundPiece): boolean => {
    if (piece.type === 'count') return true;
    if (!bindsEnd.includes(binding)) return false;
    if (!ownTypes[unit].includes(piece.type) || piece.type === 'date' || piece.type === 'stretch') return true;
    return piece.type === 'part' && (piece.of.unit !== unit || piece.of.by !== null || piece.of.year !== null);
  };
  const weekBeside = (bound: BoundPiece): boolean =>
    bound.piece.type === 'weekday' &&
    named.some((other) => isEnd(other) && other.piece.type === 'date' && Math.abs(other.start - bound.end) <= 2);
  const ends = named.filter((bound) => isEnd(bound) || weekBeside(bound));
  return {
    days: named.filter((bound) => !ends.includes(bound)),
    ends: ends.filter((bound) => isEnd(bound) && !weekBeside(bound)),
  };
}

type Span = { start: string; until: string | null };

function settleSpan(
  ends: readonly BoundPiece[],
  { plan, time, reading }: { plan: RulePlan; time: string | null; reading: Reading },
): Span | Refusal {
  let [from, until]: [string, string | null] = [reading.today, null];
  for (const { piece, binding } of ends) {
    const span = endDays(piece, reading);
    if ('kind' in span) return span;
    if (binding === 'from' || binding === 'within') from = span.first > from ? span.first : from;
    if (binding !== 'from') until = span.last;
  }
  const start = firstHeld(plan, { from, time, reading });
  if (start === null) return refuse(refusals.never);
  return until !== null && until < start ? refuse(refusals.endsFirst) : { start, until };
}

function endDays(piece: Piece, reading: Reading): { first: string; last: string } | Refusal {
  if (piece.type === 'stretch') return stretchDays(piece.of, reading.today, ({ last }) => last < reading.today);
  const day =
    piece.type === 'count'
      ? countedDay(piece, reading.today, reading)
      : dayOf(piece, { reading, earliest: reading.today, stretches: [] });
  return typeof day === 'string' ? { first: day, last: day } : day;
}

function firstHeld(
  plan: RulePlan,
  { from, time, reading }: { from: string; time: string | null; reading: Reading },
): string | null {
  for (let later = 0; later < longestWaitDays; later++) {
    const date = addDays(from, later);
    const isOver = date === reading.today && time !== null && time <= reading.time;
    if (!isOver && plan.holds(date)) return date;
  }
  return null;
}

function boundOf({
  binding,
  days,
  hour,
  isHourBound,
}: {
  binding: string;
  days: readonly BoundPiece[];
  hour: Hour;
  isHourBound: boolean;
}): WhenBound {
  if (isHourBound) return hour.isNextDay ? 'by' : hour.clock?.binding === 'by' ? 'by' : 'before';
  const isEnd = days.some(({ piece }) => piece.type === 'part' && piece.part === 'last');
  if (binding === 'before') return isEnd ? 'by' : hour.clock === null ? 'before' : 'on';
  return binding === 'by' || binding === 'until' || (binding === 'within' && isEnd) ? 'by' : 'on';
}

/** The end of a day in UTC, as UNTIL wants it: "20261231T165959Z". */
function utcEndOf(date: string, zone: string): string {
  const end = Date.parse(zonedInstant({ date, time: '23:59' }, zone)) + 59_000;
  return new Date(end).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

const refuse = (reason: string): Refusal => ({ kind: 'refused', reason });
