import { ruleParts } from '../domain/recurrence-rule.ts';
import { type DutyDraft, type Ladder, topicOf } from '../domain/reminder.ts';
import { instantAt, localDate, localTime } from '../domain/vietnam-time.ts';
import type { When } from '../domain/when.ts';
import type { Session } from './database.ts';
import { countOwnDuties, saveDuties } from './duties.ts';
import { subscribe } from './subscriptions.ts';

/** What a person asked to be reminded of, as it was understood and confirmed. */
export type OwnDutyRequest = {
  subscriber: number;
  /** Who asked. */
  personId: string;
  what: string;
  when: When;
  /** Days and minutes before, to be reminded as well. */
  leadDays: number[];
  leadMinutes: number[];
  /** Makes the request unique: the same one twice adds one duty. */
  token: string;
};

/** Most duties in a chat's own words at a time. */
export const ownDutyLimit = 200;
/** Nobody plans further than this. */
const LAST_DAY = '2199-12-31';

export type AddedDuty = { status: 'added'; id: number } | { status: 'too_many' | 'past' | 'not_a_day' | 'not_a_rule' };

/**
 * Adds a duty in a person's own words and the chat's subscription to it. Nothing changes when it is refused. Call it in a transaction, and wake the
 * reminders afterwards.
 */
export async function addOwnDuty(session: Session, request: OwnDutyRequest, now: Date): Promise<AddedDuty> {
  const { subscriber, personId, token, when } = request;
  if (Number.isNaN(Date.parse(when.kind === 'once' ? when.at : when.start))) return { status: 'not_a_day' };
  const origin = `own:${token}`;
  const draft = draftOf(request, origin);
  if (draft.startsOn > LAST_DAY) return { status: 'not_a_day' };
  if (draft.rule !== null && ruleParts(draft.rule) === null) return { status: 'not_a_rule' };
  if (draft.dueDate !== null && instantAt(draft.dueDate, draft.dueTime ?? '23:59') <= now) return { status: 'past' };
  if ((await countOwnDuties(session, subscriber, localDate(now))) >= ownDutyLimit) return { status: 'too_many' };
  const [id] = await saveDuties(session, [draft], now);
  if (id === undefined) throw new Error('a duty was not saved');
  await subscribe(session, { subscriber, topic: topicOf.duty(origin), askedBy: personId }, now);
  return { status: 'added', id };
}

/** The first day something is due and its hour; null: any time of that day. */
export function dueOf(when: When): { date: string; time: string | null } {
  if (when.kind === 'recurring') return { date: localDate(new Date(when.start)), time: when.time };
  const at = new Date(when.at);
  return { date: localDate(at), time: when.dayOnly ? null : localTime(at) };
}

function draftOf(request: OwnDutyRequest, origin: string): DutyDraft {
  const { subscriber, what, when } = request;
  const isOnce = when.kind === 'once';
  const { date, time: dueTime } = dueOf(when);
  return {
    origin,
    source: 'own',
    what,
    who: '',
    to: '',
    dueText: '',
    dueDate: isOnce ? date : null,
    rule: isOnce ? null : when.rrule,
    regime: null,
    startsOn: date,
    endsOn: null,
    dueTime,
    document: null,
    deadline: null,
    heading: [],
    quote: null,
    ladder: ownLadder(request),
    topics: [topicOf.duty(origin)],
    owner: subscriber,
  };
}

/**
 * Exactly what was asked for: the leads, and the hour or the morning of the day itself, day off or not; but a deadline ("trước ngày 20") on a day
 * off is told of before it. Null, the chat's own ladder, for a deadline without leads.
 */
export function ownLadder({
  when,
  leadDays,
  leadMinutes,
}: Pick<OwnDutyRequest, 'when' | 'leadDays' | 'leadMinutes'>): Ladder | null {
  const isDeadline = when.bound === 'before' || when.bound === 'by';
  if (isDeadline && leadDays.length === 0 && leadMinutes.length === 0) return null;
  const { time } = dueOf(when);
  const days = time === null ? [...leadDays, 0] : leadDays;
  return {
    before: distinct(days).slice(0, 20),
    time: '08:00',
    overdueDays: 0,
    atDueTime: time !== null,
    minutesBefore: time === null ? [] : distinct(leadMinutes).slice(0, 10),
    onDaysOff: isDeadline ? 'earlier' : 'keep',
  };
}

const distinct = (numbers: number[]): number[] => [...new Set(numbers)].sort((a, b) => b - a);
