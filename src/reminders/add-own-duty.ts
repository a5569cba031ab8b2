import { isDate } from '../domain/calendar-date.ts';
import { ruleParts } from '../domain/recurrence-rule.ts';
import { type Ladder, topicOf } from '../domain/reminder.ts';
import { instantAt } from '../domain/vietnam-time.ts';
import type { Session } from '../store/database.ts';
import { countOwnDuties, saveDuties } from '../store/duties.ts';
import { subscribe } from '../store/subscriptions.ts';

/** What a person asked to be reminded of. One of `dueDate` and `rule` is set; a rule begins on `startsOn`. */
export type OwnDutyRequest = {
  subscriber: number;
  /** Who asked. */
  personId: string;
  what: string;
  dueDate: string | null;
  rule: string | null;
  startsOn: string;
  endsOn?: string | null;
  /** "15:00"; null for the day alone. */
  dueTime: string | null;
  /** Days before to be reminded as well; none: only when it is due. */
  leadDays: number[];
};

/** Most duties in a chat's own words at a time. */
export const ownDutyLimit = 200;
/** Nobody plans further than this. */
const LAST_DAY = '2199-12-31';

export type AddedDuty = { status: 'added'; id: number } | { status: 'too_many' | 'past' | 'not_a_day' | 'not_a_rule' };

/**
 * Adds a duty in a person's own words and the chat's subscription to it. `token` makes the request unique: the same one twice adds one duty.
 * Nothing changes when it is refused. Call it in a transaction, and wake the reminders afterwards.
 */
export async function addOwnDuty(
  session: Session,
  request: OwnDutyRequest & { token: string },
  now: Date,
): Promise<AddedDuty> {
  const { subscriber, dueDate, rule, dueTime, startsOn } = request;
  const first = dueDate ?? startsOn;
  if (!isDate(first) || first > LAST_DAY) return { status: 'not_a_day' };
  if (dueDate === null && (rule === null || ruleParts(rule) === null)) return { status: 'not_a_rule' };
  if (dueDate !== null && instantAt(dueDate, dueTime ?? '23:59') <= now) return { status: 'past' };
  if ((await countOwnDuties(session, subscriber)) >= ownDutyLimit) return { status: 'too_many' };
  const origin = `own:${request.token}`;
  const [id] = await saveDuties(session, [draftOf(request, origin)], now);
  if (id === undefined) throw new Error('a duty was not saved');
  await subscribe(session, { subscriber, topic: topicOf.duty(origin), askedBy: request.personId }, now);
  return { status: 'added', id };
}

function draftOf(
  { subscriber, what, dueDate, rule, startsOn, endsOn, dueTime, leadDays }: OwnDutyRequest,
  origin: string,
) {
  return {
    origin,
    source: 'own' as const,
    what,
    who: '',
    to: '',
    dueText: '',
    dueDate,
    rule: dueDate === null ? rule : null,
    regime: null,
    startsOn,
    endsOn: endsOn ?? null,
    dueTime,
    document: null,
    deadline: null,
    heading: [],
    quote: null,
    ladder: ownLadder(leadDays, dueTime),
    topics: [topicOf.duty(origin)],
    owner: subscriber,
  };
}

/** Exactly what was asked for: the days before, and the hour or the morning of the day itself, day off or not. */
function ownLadder(leadDays: number[], dueTime: string | null): Ladder {
  const before = [...new Set(dueTime === null ? [...leadDays, 0] : leadDays)].sort((a, b) => b - a);
  return { before, time: '08:00', overdueDays: 0, atDueTime: dueTime !== null, onDaysOff: 'keep' };
}
