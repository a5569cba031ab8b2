import { addDays, weekday } from '../domain/calendar-date.ts';
import type { OnceWhen, WhenBound } from '../domain/when.ts';
import { epochOf, wallTime, zonedInstant } from '../domain/zoned-time.ts';
import { sayDay, sayTime, weekdayName } from './say-day.ts';
import type { BoundPiece } from './time-phrase-bind.ts';
import { countedDay, type DayScope, dayOf } from './time-phrase-day.ts';
import { lastYear } from './time-phrase-far.ts';
import { type Hour, isBesideDay, type Refusal, settleHour } from './time-phrase-hour.ts';
import type { Piece, Reading, Stretch } from './time-phrase-piece.ts';
import { refusals } from './time-phrase-refusals.ts';
import { sayStretch, stretchDays } from './time-phrase-stretch-days.ts';

/** Pieces that settle a day by themselves; a weekday beside them is checked, not looked for. */
const exactTypes: readonly Piece['type'][] = ['date', 'yearday', 'monthday', 'nth', 'lunar', 'count'];
const dayTypes: readonly Piece['type'][] = [...exactTypes, 'weekday', 'part', 'stretch'];

type Day = { date: string; bound: WhenBound };

/** The one moment that the pieces of a message agree on; null when they hold no time at all. */
export function settleOnce(pieces: readonly BoundPiece[], reading: Reading): OnceWhen | Refusal | null {
  const hour = settleHour(pieces, reading);
  if ('kind' in hour) return hour;
  const days = pieces.filter(({ piece }) => dayTypes.includes(piece.type));
  const minutes = pieces.filter(({ piece }) => piece.type === 'minutes');
  if (minutes.length > 0)
    return days.length > 0 || hour.clock !== null ? refuse(refusals.manyTimes) : afterMinutes(minutes, reading);
  if (days.length === 0) {
    if (hour.clock === null) return null;
    return atMoment({ date: reading.today, bound: 'on' }, hour, { reading, isBesideDay: true });
  }
  const day = settleDay(days, { hour, reading });
  return 'kind' in day ? day : atMoment(day, hour, { reading, isBesideDay: isBesideDay(hour.clock, days, reading) });
}

function afterMinutes(pieces: readonly BoundPiece[], reading: Reading): OnceWhen | Refusal {
  const counts = new Set(pieces.map(({ piece }) => (piece.type === 'minutes' ? piece.minutes : 0)));
  const [minutes = 0] = counts;
  if (counts.size > 1) return refuse(refusals.manyTimes);
  // To the full minute, never sooner than was asked.
  const at = new Date(Math.ceil(epochOf(reading.now) / 60_000) * 60_000 + minutes * 60_000).toISOString();
  return { kind: 'once', at: zonedInstant(wallTime(at, reading.zone), reading.zone), dayOnly: false, bound: 'on' };
}

function settleDay(days: readonly BoundPiece[], { hour, reading }: { hour: Hour; reading: Reading }): Day | Refusal {
  const counted = settleCounts(days, reading);
  if ('kind' in counted) return counted;
  const rest = counted.rest;
  const stretches = rest.flatMap(({ piece }) => (piece.type === 'stretch' ? [piece.of] : []));
  const hasExact = counted.dates.length > 0 || rest.some(({ piece }) => exactTypes.includes(piece.type));
  const weekdays = rest.filter(({ piece }) => piece.type === 'weekday');
  const binding = (rest.find(({ binding: own }) => own !== 'on') ?? counted.bound)?.binding ?? 'on';
  const scope = {
    reading,
    earliest: earliestFor(binding, hour, reading),
    stretches: [...stretches, ...weeksOfParts(rest, weekdays)],
  };
  const looked = rest.filter(
    ({ piece }) =>
      piece.type !== 'stretch' && !(hasExact && piece.type === 'weekday') && !isWeekBeside(piece, weekdays),
  );
  const found = [
    ...counted.dates,
    ...looked.map(({ piece }) => dayOf(piece, { ...scope, earliest: earliestOf(piece, scope, hour) })),
  ];
  const refused = found.find((each): each is Refusal => typeof each !== 'string');
  if (refused !== undefined) return refused;
  const dates = new Set(found as string[]);
  if (dates.size > 1) return refuse(refusals.manyDays);
  const [date] = dates;
  if (date === undefined) return stretchDay(rest, { binding, scope });
  return (
    checked({ date, weekdays, stretches, reading }) ??
    bindDay(date, { binding, rest, isWithin: counted.isWithin, hour })
  );
}

/** "trước ngày 20" said on the 20th is of next month: the day it means has passed. */
function earliestFor(binding: string, hour: Hour, reading: Reading): string {
  const isOver = hour.time !== null && !hour.isNextDay && hour.time <= reading.time;
  const base = isOver ? addDays(reading.today, 1) : reading.today;
  return binding === 'before' && hour.clock === null ? addDays(base, 1) : base;
}

/** A weekday without a week is not today's, unless its hour is still to come. */
function earliestOf(piece: Piece, { earliest, reading }: DayScope, hour: Hour): string {
  const isToday = piece.type === 'weekday' && hour.time === null && earliest === reading.today;
  return isToday ? addDays(earliest, 1) : earliest;
}

/** "thứ hai đầu tuần sau": the part only says which week. */
function weeksOfParts(rest: readonly BoundPiece[], weekdays: readonly BoundPiece[]): Stretch[] {
  return weekdays.length === 0
    ? []
    : rest.flatMap(({ piece }) => (isWeekBeside(piece, weekdays) && piece.type === 'part' ? [piece.of] : []));
}

const isWeekBeside = (piece: Piece, weekdays: readonly BoundPiece[]): boolean =>
  weekdays.length > 0 && piece.type === 'part' && piece.of.unit === 'week';

type Counted = { dates: (string | Refusal)[]; rest: BoundPiece[]; isWithin: boolean; bound: BoundPiece | undefined };

/** Takes the counted days out, each with the day right behind it that it counts from. */
function settleCounts(days: readonly BoundPiece[], reading: Reading): Counted | Refusal {
  const counted: Counted = { dates: [], rest: [], isWithin: false, bound: undefined };
  for (let at = 0; at < days.length; at++) {
    const bound = days[at];
    if (bound === undefined) break;
    if (bound.piece.type !== 'count') {
      counted.rest.push(bound);
      continue;
    }
    const base = bound.piece.base === 'now' ? reading.today : baseDay(days.slice(at + 1), reading);
    if (typeof base !== 'string') return base;
    // A weekday before its date ("thứ Sáu, ngày 20/11") belongs to it.
    if (bound.piece.base === 'next')
      at += days[at + 1]?.piece.type === 'weekday' && days[at + 2]?.piece.type === 'date' ? 2 : 1;
    counted.dates.push(countedDay(bound.piece, base, reading));
    counted.isWithin ||= bound.piece.isWithin;
    counted.bound = bound;
  }
  return counted;
}

/** A day to count from may have passed; without its year it is the nearest either way. */
function baseDay(behind: readonly BoundPiece[], reading: Reading): string | Refusal {
  const [first, second] = behind;
  const piece = first?.piece.type === 'weekday' && second?.piece.type === 'date' ? second.piece : first?.piece;
  if (piece === undefined) return refuse(refusals.unknownBase('ngày bắt đầu'));
  const earliest =
    piece.type === 'yearday'
      ? addDays(reading.today, -182)
      : piece.type === 'monthday'
        ? addDays(reading.today, -27)
        : reading.today;
  return dayOf(piece, { reading: { ...reading, today: earliest }, earliest, stretches: [] });
}

/** Only a stretch was named: by its last day where "trong" binds it, before its first for "trước"; else its first day. */
function stretchDay(
  rest: readonly BoundPiece[],
  { binding, scope }: { binding: string; scope: DayScope },
): Day | Refusal {
  const [named] = rest;
  if (named?.piece.type !== 'stretch' || rest.length > 1) return refuse(refusals.manyDays);
  const { reading, earliest } = scope;
  const days = stretchDays(
    named.piece.of,
    reading.today,
    ({ first, last }) => (binding === 'before' ? first : last) < earliest,
  );
  if (binding === 'before') return { date: addDays(days.first, -1), bound: 'before' };
  if (binding === 'after') return { date: addDays(days.last, 1), bound: 'on' };
  if (binding === 'within' || binding === 'by' || binding === 'until') return { date: days.last, bound: 'by' };
  if (days.last < reading.today) return refuse(refusals.past(sayStretch(named.piece.of, days)));
  return days.first < reading.today
    ? refuse(refusals.whichDay(sayStretch(named.piece.of, days)))
    : { date: days.first, bound: 'on' };
}

/** A refusal when a weekday or stretch named beside the day does not fit it. */
function checked(named: {
  date: string;
  weekdays: readonly BoundPiece[];
  stretches: readonly Stretch[];
  reading: Reading;
}): Refusal | null {
  const { date, reading } = named;
  for (const { piece } of named.weekdays) {
    if (piece.type !== 'weekday' || piece.days.includes(weekday(date))) continue;
    return refuse(
      refusals.otherWeekday(
        `ngày ${sayDay(date).split('ngày ')[1]} là ${weekdayName(weekday(date))}`,
        piece.days.map(weekdayName).join(', '),
      ),
    );
  }
  for (const of of named.stretches) {
    const days = stretchDays(of, reading.today, ({ last }) => last < date);
    if (date < days.first || date > days.last) return refuse(refusals.notWithin(sayDay(date), sayStretch(of, days)));
  }
  return null;
}

function bindDay(
  date: string,
  { binding, rest, isWithin, hour }: { binding: string; rest: readonly BoundPiece[]; isWithin: boolean; hour: Hour },
): Day {
  if (isWithin) return { date, bound: 'by' };
  // "trước cuối tháng" is any time until its last day; a weekend has two days, and before it is Friday.
  const isEnd = rest.some(({ piece }) => piece.type === 'part' && piece.part === 'last' && piece.of.unit !== 'week');
  const hasPart = rest.some(({ piece }) => piece.type === 'part');
  if (binding === 'before') {
    if (isEnd) return { date, bound: 'by' };
    return { date: addDays(date, -1), bound: hour.clock === null ? 'before' : 'on' };
  }
  if (binding === 'after') return { date: addDays(date, 1), bound: 'on' };
  const isBy = binding === 'by' || binding === 'until' || (binding === 'within' && hasPart);
  return { date, bound: isBy ? 'by' : 'on' };
}

function atMoment(
  day: Day,
  hour: Hour,
  { reading, isBesideDay: isBeside }: { reading: Reading; isBesideDay: boolean },
): OnceWhen | Refusal {
  const hourBinding = isBeside ? (hour.clock?.binding ?? 'on') : 'on';
  const isEndOfDay = hour.isNextDay && (hourBinding === 'before' || hourBinding === 'by');
  const time = isEndOfDay ? null : hour.time;
  const date = hour.isNextDay && !isEndOfDay ? addDays(day.date, 1) : day.date;
  const bound = hourBinding === 'before' || hourBinding === 'by' ? (isEndOfDay ? 'by' : hourBinding) : day.bound;
  const shown = time === null ? sayDay(date) : `${sayTime(time)} ${sayDay(date)}`;
  const isPast = date < reading.today || (date === reading.today && time !== null && time <= reading.time);
  if (isPast) return refuse(refusals.past(shown));
  if (Number(date.slice(0, 4)) > lastYear(reading)) return refuse(refusals.tooFar(lastYear(reading)));
  return {
    kind: 'once',
    at: zonedInstant({ date, time: time ?? '00:00' }, reading.zone),
    dayOnly: time === null,
    bound,
  };
}

const refuse = (reason: string): Refusal => ({ kind: 'refused', reason });
