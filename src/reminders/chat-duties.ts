import type { Directive } from '../domain/directive.ts';
import { type Duty, type Ladder, usualLadder } from '../domain/reminder.ts';
import type { Session } from '../store/database.ts';
import { findDirectives } from '../store/directives.ts';
import { findDuties } from '../store/duties.ts';
import { type FollowedDuty, findFollowedDuties } from '../store/followed-duties.ts';
import { dutyOccurrences, type ReminderRules } from './duty-occurrences.ts';

/** A duty as one chat sees it in its calendar. */
export type ChatDuty = {
  duty: Duty;
  /** Null for a duty that no directive set, or whose directive is gone. */
  directive: Directive | null;
  ladder: Ladder;
  /** Due days the chat has said "đã nộp" for. */
  submitted: string[];
  /** Spans of days (both included) in which a followed directive sets another date for this report of the regime. */
  silenced: FollowedDuty['silenced'];
};

/** Everything a chat is reminded of; `[]` when it follows nothing. */
export async function findChatDuties(session: Session, subscriber: number): Promise<ChatDuty[]> {
  const followed = await findFollowedDuties(session, { subscriber });
  const duties = new Map(
    (await findDuties(session, { ids: followed.map(({ duty }) => duty) })).map((duty) => [duty.id, duty]),
  );
  const documents = [...new Set([...duties.values()].flatMap(({ document }) => document ?? []))];
  const directives = new Map((await findDirectives(session, { ids: documents })).map((one) => [one.id, one]));
  return followed.flatMap(({ duty: id, ladder, submitted, silenced }) => {
    const duty = duties.get(id);
    if (duty === undefined) return [];
    const directive = directives.get(duty.document ?? '') ?? null;
    return [{ duty, directive, ladder: ladder ?? usualLadder, submitted, silenced }];
  });
}

/** The due days of a duty as a chat is reminded of them, within a span of days (both included). */
export function chatOccurrences(
  { duty, silenced }: ChatDuty,
  span: { from: string; to: string },
  rules: ReminderRules,
): string[] {
  return dutyOccurrences(duty, span, rules).filter(
    (day) => !silenced.some(({ from, to }) => day >= from && (to === null || day <= to)),
  );
}
