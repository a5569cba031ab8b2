import { addDays } from '../domain/calendar-date.ts';
import type { Ladder, QuietHours } from '../domain/reminder.ts';
import { addSeconds, instantAt, localDate, localTime } from '../domain/vietnam-time.ts';
import { afterQuiet, beforeQuiet } from './quiet-hours.ts';
import type { WorkingDays } from './working-days.ts';

export type LadderStep = { step: string; at: Date };

/** What is due. `knownAt`: when the bot learned of it; steps that lie before have no reader. */
export type DueDay = { date: string; time: string | null; knownAt: Date };

export type LadderWishes = { ladder: Ladder; quiet: QuietHours; calendar: WorkingDays };

/** A reminder of the due day that would come after the due hour comes so much before it. */
const LEAD_SECONDS = 3600;
/** When a superior is told that nobody has acknowledged: early enough on the last day to do something about it. */
const ESCALATION_TIME = '14:00';

/**
 * The steps of one due day in the order of their instants, at most one a day besides those of the due hour itself.
 * A step on a day off or in quiet hours moves earlier, never past what is due. When the bot learned of it too late for a step, one is added
 * right then ("new").
 */
export function planLadder(due: DueDay, wishes: LadderWishes): LadderStep[] {
  const planned = wishes.ladder.before.map((days) => stepBefore(due, days, wishes)).sort((a, b) => +a.at - +b.at);
  const steps = lastOfEachDay(planned.filter(({ at }) => at >= due.knownAt));
  const isLateNews = planned.some(({ at }) => at < due.knownAt);
  const news = isLateNews ? newsStep(due, steps, wishes) : [];
  return [...news, ...steps, ...dueSteps(due, wishes.ladder)].sort((a, b) => +a.at - +b.at);
}

/** The steps after the due day, on working days only: a last day that is off ends with the next working day (Bộ luật Dân sự 2015, Điều 148). */
export function planOverdue(due: DueDay, { ladder, quiet, calendar }: LadderWishes): LadderStep[] {
  const last = calendar.onOrAfter(due.date);
  const steps: LadderStep[] = [];
  for (let days = 1; days <= ladder.overdueDays; days += 1) {
    const date = addDays(last, days);
    if (!calendar.isWorkingDay(date)) continue;
    steps.push({ step: `overdue-${days}`, at: afterQuiet(instantAt(date, ladder.time), quiet) });
  }
  return steps.filter(({ at }) => at >= due.knownAt);
}

/** When the superior is told, on the last working day that is still in time; earlier when the due hour is. */
export function planEscalation(due: DueDay, calendar: WorkingDays): LadderStep {
  const day = calendar.onOrBefore(due.date);
  const at = instantAt(day, ESCALATION_TIME);
  const end = endOf(due);
  return { step: 'escalation', at: at < end ? at : addSeconds(end, -LEAD_SECONDS) };
}

function stepBefore(due: DueDay, days: number, { ladder, quiet, calendar }: LadderWishes): LadderStep {
  const step = days === 0 ? 'day' : `before-${days}`;
  const allowed = (date: string) => (ladder.onDaysOff === 'earlier' ? calendar.onOrBefore(date) : date);
  const wished = instantAt(allowed(addDays(due.date, -days)), ladder.time);
  const end = endOf(due);
  const inTime = wished < end ? wished : addSeconds(end, -LEAD_SECONDS);
  const at = beforeQuiet(inTime, quiet);
  // Quiet hours may have moved it to the evening of a day off.
  return { step, at: instantAt(allowed(localDate(at)), localTime(at)) };
}

/** At the due hour and the minutes before it, day or night: somebody asked for just that. */
function dueSteps(due: DueDay, { atDueTime, minutesBefore }: Ladder): LadderStep[] {
  if (due.time === null) return [];
  const end = endOf(due);
  const before = minutesBefore.map((minutes) => ({ step: `minutes-${minutes}`, at: addSeconds(end, -60 * minutes) }));
  return [...before, ...(atDueTime ? [{ step: 'due', at: end }] : [])].filter(({ at }) => at >= due.knownAt);
}

/** As soon as it is known, unless another step comes the same day or it is too late anyway. */
function newsStep(due: DueDay, steps: LadderStep[], { ladder, quiet }: LadderWishes): LadderStep[] {
  if (ladder.atDueTime) return [];
  const at = afterQuiet(due.knownAt, quiet);
  const isSameDay = steps.some((step) => localDate(step.at) === localDate(at));
  return at < endOf(due) && !isSameDay ? [{ step: 'new', at }] : [];
}

/** Steps moved to one day become one: the nearest to what is due. */
function lastOfEachDay(steps: LadderStep[]): LadderStep[] {
  return steps.filter(({ at }, index) => {
    const next = steps[index + 1];
    return next === undefined || localDate(next.at) !== localDate(at);
  });
}

function endOf({ date, time }: DueDay): Date {
  return time === null ? instantAt(addDays(date, 1), '00:00') : instantAt(date, time);
}
