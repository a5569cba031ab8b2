import type { BoundPiece } from './time-phrase-bind.ts';
import type { Refusal } from './time-phrase-hour.ts';
import type { CycleUnit, Piece, Reading, Stretch } from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';
import {
  daily,
  everyWorkingDay,
  lunar,
  type MonthDay,
  monthly,
  nthOfMonth,
  type RulePlan,
  weekly,
  yearly,
} from './time-phrase-rule.ts';

export type Cycle = { unit: CycleUnit; every: number };

/** What a rule is made from. `isBefore`: "trước ngày 20" shifts it to the day before. */
export type PlanInput = { cycle: Cycle; pieces: readonly BoundPiece[]; isBefore: boolean; reading: Reading };

type PieceOf<Type extends Piece['type']> = Extract<Piece, { type: Type }>;

const quarterEnds = [3, 6, 9, 12];
const quarterStarts = [1, 4, 7, 10];

/** The rule that a cycle and the days named with it make; a refusal that says what is missing, or what does not go together. */
export function planRule(input: PlanInput): RulePlan | Refusal {
  const { cycle, pieces, reading } = input;
  const lunarDays = piecesOf(pieces, 'lunar');
  if (lunarDays.length > 0) return planLunar(lunarDays, input);
  switch (cycle.unit) {
    case 'day':
      return pieces.length === 0 ? daily(cycle.every) : refuse(refusals.cycleAndDay);
    case 'workday':
      return pieces.length === 0 ? everyWorkingDay(reading) : refuse(refusals.cycleAndDay);
    case 'week':
      return planWeek(input);
    case 'month':
      return planMonth(input);
    case 'quarter':
      return planQuarter(input);
    case 'year':
      return planYear(input);
  }
}

function planWeek({ cycle, pieces, isBefore }: PlanInput): RulePlan | Refusal {
  const named = piecesOf(pieces, 'weekday').flatMap(({ days }) => days);
  const parts = piecesOf(pieces, 'part').filter(({ of }) => of.unit === 'week');
  if (pieces.some(({ piece }) => piece.type !== 'weekday' && piece.type !== 'part'))
    return refuse(refusals.cycleAndDay);
  const ofParts = named.length > 0 ? [] : parts.map(({ part }) => (part === 'first' ? 1 : part === 'middle' ? 3 : 6));
  const days = [...new Set([...named, ...ofParts])].map((day) => (isBefore ? ((day + 5) % 7) + 1 : day));
  return days.length === 0
    ? refuse(refusals.whichWeekday)
    : weekly(
        days.sort((a, b) => a - b),
        cycle.every,
      );
}

function planMonth({ cycle, pieces, isBefore, reading }: PlanInput): RulePlan | Refusal {
  const every = { every: cycle.every, months: null };
  if (pieces.length === 0) return refuse(refusals.whichDayOfMonth);
  const [nth] = piecesOf(pieces, 'nth');
  if (nth !== undefined)
    return pieces.length > 1 || isBefore
      ? refuse(refusals.cycleAndDay)
      : nthOfMonth(nth.nth, nth.weekday, { reading, ...every });
  const days = pieces.map(({ piece }) => daysOfMonth(piece));
  if (days.some((each) => each === null)) {
    return refuse(
      pieces.every(({ piece }) => piece.type === 'weekday') ? refusals.whichWeekdayOfMonth : refusals.cycleAndDay,
    );
  }
  return monthly(
    days.flatMap((each) => each ?? []).map((day) => (isBefore ? dayBefore(day) : day)),
    every,
  );
}

function daysOfMonth(piece: Piece): number[] | null {
  if (piece.type === 'monthday' && piece.quarterMonth === null) return piece.days;
  if (piece.type !== 'part' || piece.of.unit !== 'month' || !isOpen(piece.of)) return null;
  return [piece.part === 'first' ? 1 : piece.part === 'middle' ? 15 : -1];
}

/** Before day 1 is the last day of the month that ends; before the last day is still any time until it ends. */
const dayBefore = (day: number): number => (day === 1 ? -1 : day === -1 ? -1 : day - 1);

function planQuarter({ cycle, pieces, isBefore, reading }: PlanInput): RulePlan | Refusal {
  const [bound, other] = pieces;
  if (bound === undefined) return refuse(refusals.whichDayOfQuarter);
  if (other !== undefined || cycle.every !== 1) return refuse(refusals.cycleAndDay);
  const { piece } = bound;
  const once = { every: 1 };
  if (piece.type === 'nth') {
    if (isBefore) return refuse(refusals.cycleAndDay);
    return nthOfMonth(piece.nth, piece.weekday, {
      reading,
      ...once,
      months: piece.nth < 0 ? quarterEnds : quarterStarts,
    });
  }
  if (piece.type === 'part' && piece.of.unit === 'quarter' && piece.part !== 'middle') {
    if (piece.part === 'last') return monthly([-1], { ...once, months: quarterEnds });
    return isBefore
      ? monthly([-1], { ...once, months: quarterEnds })
      : monthly([1], { ...once, months: quarterStarts });
  }
  if (piece.type !== 'monthday' || piece.quarterMonth === null) return refuse(refusals.whichDayOfQuarter);
  const months = quarterStarts.map((month) => month + (piece.quarterMonth ?? 1) - 1);
  if (!isBefore) return monthly(piece.days, { ...once, months });
  const isFirst = piece.days.includes(1);
  if (isFirst && piece.days.length > 1) return refuse(refusals.manyDays);
  const shifted = isFirst ? months.map((month) => (month === 1 ? 12 : month - 1)).sort((a, b) => a - b) : months;
  return monthly(piece.days.map(dayBefore), { ...once, months: shifted });
}

function planYear({ cycle, pieces, isBefore, reading }: PlanInput): RulePlan | Refusal {
  if (pieces.length === 0) return refuse(refusals.whichDayOfYear);
  const [first] = pieces;
  if (first?.piece.type === 'nth' && pieces.length === 1 && !isBefore) return nthOfYear(first.piece, cycle, reading);
  const days = pieces.map(({ piece }) => dayOfYear(piece));
  if (days.some((day) => day === null)) {
    return refuse(
      pieces.some(({ piece }) => piece.type === 'stretch') ? refusals.whichDayOfYear : refusals.cycleAndDay,
    );
  }
  const isEnd = pieces.every(({ piece }) => piece.type === 'part' && piece.part === 'last');
  return yearly(
    days.flatMap((day) => (day === null ? [] : [isBefore && !isEnd ? dayBeforeOfYear(day) : day])),
    cycle.every,
  );
}

function nthOfYear({ nth, weekday, of }: PieceOf<'nth'>, cycle: Cycle, reading: Reading): RulePlan | Refusal {
  if (cycle.every !== 1) return refuse(refusals.nthEvery);
  const months =
    of?.unit === 'month' && of.number !== null
      ? [of.number]
      : of === null || of.unit === 'year'
        ? [nth < 0 ? 12 : 1]
        : null;
  return months === null ? refuse(refusals.cycleAndDay) : nthOfMonth(nth, weekday, { reading, months, every: 1 });
}

function dayOfYear(piece: Piece): MonthDay | null {
  if (piece.type === 'yearday') return { month: piece.month, day: piece.day };
  if (piece.type === 'date') return { month: Number(piece.date.slice(5, 7)), day: Number(piece.date.slice(8)) };
  if (piece.type !== 'part' || piece.of.by !== null || piece.of.year !== null) return null;
  const { of, part } = piece;
  const on = (first: number, last: number): MonthDay =>
    part === 'first' ? { month: first, day: 1 } : { month: last, day: lastOf(last) };
  if (of.unit === 'year') return part === 'middle' ? { month: 6, day: 30 } : on(1, 12);
  if (of.number === null) return null;
  if (of.unit === 'month') return part === 'middle' ? { month: of.number, day: 15 } : on(of.number, of.number);
  return of.unit === 'quarter' && part !== 'middle' ? on(of.number * 3 - 2, of.number * 3) : null;
}

const lastOf = (month: number): number => (month === 2 ? -1 : [4, 6, 9, 11].includes(month) ? 30 : 31);

function dayBeforeOfYear({ month, day }: MonthDay): MonthDay {
  if (day !== 1) return { month, day: day === -1 ? -1 : day - 1 };
  const before = month === 1 ? 12 : month - 1;
  return { month: before, day: lastOf(before) };
}

function planLunar(days: readonly PieceOf<'lunar'>[], { cycle, pieces, isBefore }: PlanInput): RulePlan | Refusal {
  const months = [...new Set(days.map(({ month }) => month))];
  const [month = null] = months;
  const isMeant = month === null ? cycle.unit === 'month' : cycle.unit === 'year';
  if (months.length > 1 || days.length < pieces.length || !isMeant || cycle.every !== 1)
    return refuse(refusals.cycleAndDay);
  if (days.some(({ isLeap }) => isLeap)) return refuse(refusals.cycleAndDay);
  const numbers = [...new Set(days.map(({ day }) => day))];
  if (!isBefore)
    return lunar(
      numbers.sort((a, b) => a - b),
      month,
    );
  const isFirst = numbers.includes(1);
  const shifted = numbers.map((day) => (day === 1 ? -1 : day - 1));
  return lunar(shifted, isFirst && month !== null ? (month === 1 ? 12 : month - 1) : month);
}

const isOpen = ({ by, number, year }: Stretch): boolean => by === null && number === null && year === null;

function piecesOf<Type extends Piece['type']>(pieces: readonly BoundPiece[], type: Type): PieceOf<Type>[] {
  return pieces.flatMap(({ piece }) => (piece.type === type ? [piece as PieceOf<Type>] : []));
}

const refuse = (reason: string): Refusal => ({ kind: 'refused', reason });
