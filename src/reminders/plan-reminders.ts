import { addDays } from '../domain/calendar-date.ts';
import { type Duty, type Ladder, usualLadder } from '../domain/reminder.ts';
import { addSeconds, instantAt, localDate } from '../domain/vietnam-time.ts';
import type { Database, Session } from '../store/database.ts';
import { findDuties } from '../store/duties.ts';
import {
  countAnew,
  findFollowed,
  findUnplanned,
  insertSteps,
  type LadderGroup,
  lockPlanning,
  markPlanned,
  type PlannedStep,
} from '../store/planned-steps.ts';
import { dutyOccurrences, type ReminderRules } from './duty-occurrences.ts';
import { planEscalation, planLadder, planOverdue } from './plan-ladder.ts';

export const horizonDays = 40;
/** A due day may lie this much behind the last step planned for it: the longest row of days off, and more. */
const SLACK_DAYS = 15;
/** What should have been planned longer ago than this is not made up for. */
const LOOK_BACK_DAYS = 14;
const STEPS_A_STATEMENT = 5000;
const DAY_SECONDS = 86_400;
const MANY_ROWS = 1000;

/** Plans the ladders of everything that is followed, up to the horizon. Doing it again adds nothing. Gives how many reminders were added. */
export async function planReminders(
  database: Database,
  rules: ReminderRules,
  { now, days = horizonDays }: { now: Date; days?: number },
): Promise<number> {
  return database.transaction((session) => planLadders(session, rules, { now, days }));
}

/** As `planReminders`, within an open transaction. */
export async function planLadders(
  session: Session,
  rules: ReminderRules,
  { now, days = horizonDays }: { now: Date; days?: number },
): Promise<number> {
  await lockPlanning(session);
  // The same all day long: what was planned today is not looked at again before tomorrow.
  const until = instantAt(addDays(localDate(now), days + 1), '00:00');
  const groups = await findUnplanned(session, until);
  if (groups.length === 0) return 0;
  const earliest = addSeconds(now, -LOOK_BACK_DAYS * DAY_SECONDS);
  const spans = groups.map((group) => ({ ...group, from: new Date(Math.max(+group.from, +earliest)) }));
  const added = await insertLadders(session, spans, { rules, until, now });
  await markPlanned(session, until);
  if (added >= MANY_ROWS) await countAnew(session);
  return added;
}

/** Plans the reminders of what is overdue today and tomorrow and was not submitted. To be called once an hour or so. */
export async function planOverdueReminders(database: Database, rules: ReminderRules, now: Date): Promise<number> {
  return database.transaction(async (session) => {
    await lockPlanning(session);
    const groups = await findFollowed(session);
    const duties = await dutiesOf(session, groups);
    const [from, until] = [addSeconds(now, -DAY_SECONDS), addSeconds(now, DAY_SECONDS)];
    const steps = groups.flatMap((group, place) => {
      const duty = duties.get(group.duty);
      if (duty === undefined) return [];
      const wishes = wishesOf(group, rules);
      const span = { from: addDays(localDate(now), -wishes.ladder.overdueDays - SLACK_DAYS), to: localDate(now) };
      return dutyOccurrences(duty, span, rules).flatMap((date) =>
        planOverdue({ date, time: duty.dueTime, knownAt: duty.createdAt }, wishes)
          .filter(({ at }) => at >= from && at < until)
          .map((step) => ({ group: place, occurrence: date, ...step })),
      );
    });
    return insertChunks(session, { groups, steps, to: 'subscribers' }, now);
  });
}

async function insertLadders(
  session: Session,
  groups: LadderGroup[],
  { rules, until, now }: { rules: ReminderRules; until: Date; now: Date },
): Promise<number> {
  const duties = await dutiesOf(session, groups);
  const steps: PlannedStep[] = [];
  const escalations: PlannedStep[] = [];
  for (const [place, group] of groups.entries()) {
    const duty = duties.get(group.duty);
    if (duty === undefined) continue;
    const wishes = wishesOf(group, rules);
    const isWanted = ({ at }: { at: Date }) => at >= group.from && at < until;
    for (const date of dutyOccurrences(duty, spanOf(group, wishes.ladder, until), rules)) {
      const due = { date, time: duty.dueTime, knownAt: duty.createdAt };
      const place_ = { group: place, occurrence: date };
      for (const step of planLadder(due, wishes).filter(isWanted)) steps.push({ ...place_, ...step });
      if (duty.source === 'own') continue;
      const escalation = planEscalation(due, rules.calendar);
      if (isWanted(escalation)) escalations.push({ ...place_, ...escalation });
    }
  }
  const added = await insertChunks(session, { groups, steps, to: 'subscribers' }, now);
  return added + (await insertChunks(session, { groups, steps: escalations, to: 'superiors' }, now));
}

/** Each statement gets only the groups its steps belong to. */
async function insertChunks(
  session: Session,
  { groups, steps, to }: { groups: LadderGroup[]; steps: PlannedStep[]; to: 'subscribers' | 'superiors' },
  now: Date,
): Promise<number> {
  let added = 0;
  for (let at = 0; at < steps.length; at += STEPS_A_STATEMENT) {
    const chunk = steps.slice(at, at + STEPS_A_STATEMENT);
    const places = [...new Set(chunk.map(({ group }) => group))];
    const placeOf = new Map(places.map((place, index) => [place, index]));
    added += await insertSteps(
      session,
      {
        groups: places.flatMap((place) => groups[place] ?? []),
        steps: chunk.map((step) => ({ ...step, group: placeOf.get(step.group) ?? 0 })),
        to,
      },
      now,
    );
  }
  return added;
}

async function dutiesOf(session: Session, groups: LadderGroup[]): Promise<Map<number, Duty>> {
  const ids = [...new Set(groups.map(({ duty }) => duty))];
  return new Map((await findDuties(session, { ids })).map((duty) => [duty.id, duty]));
}

function wishesOf({ ladder, quiet }: LadderGroup, { calendar }: ReminderRules) {
  return { ladder: ladder ?? usualLadder, quiet, calendar };
}

/** The due days whose steps may lie between the group's mark and the horizon. */
function spanOf({ from }: LadderGroup, ladder: Ladder, until: Date): { from: string; to: string } {
  return { from: localDate(from), to: addDays(localDate(until), Math.max(0, ...ladder.before) + SLACK_DAYS) };
}
