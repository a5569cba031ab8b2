import type { Answer } from '../../answer/answer.ts';
import type { Duty } from '../../domain/reminder.ts';
import type { Choice } from '../../domain/reply.ts';
import { findDuties } from '../../store/duties.ts';
import { findFollowedDuties } from '../../store/followed-duties.ts';
import { sayShortDate } from '../../vietnamese/say-day.ts';
import type { Turn } from '../feature.ts';
import { subscriberOf } from './chat-subscriber.ts';
import type { ReminderDesk } from './reminder-desk.ts';
import { nextOccurrences } from './upcoming.ts';

const mostOffered = 2;

/** "Nhắc tôi hạn này" beneath an answer that tells deadlines, for those that lie ahead and are not followed here yet. */
export async function offerReminders(turn: Turn, desk: ReminderDesk, answer: Answer): Promise<Choice[]> {
  if (answer.reading.intent !== 'list_deadlines' || answer.citations.length === 0) return [];
  const documents = [...new Set(answer.citations.map(({ document }) => document))];
  const duties = await findDuties(desk.database, { documents, sources: ['directive'] });
  const subscriber = await subscriberOf(turn, desk.database);
  const followed = subscriber === null ? [] : await findFollowedDuties(desk.database, { subscriber: subscriber.id });
  const known = new Set(followed.map(({ duty }) => duty));
  const told = duties.filter((duty) => isTold(duty, answer) && !known.has(duty.id));
  const [only, ...more] = nextOccurrences(told, turn.today, desk).slice(0, mostOffered);
  if (only === undefined) return [];
  return [only, ...more].map(({ duty, occurrence }) => ({
    label: more.length === 0 ? 'Nhắc tôi hạn này' : `Nhắc tôi hạn ${sayShortDate(occurrence)}`,
    message: `/theodoi han ${duty.id}`,
  }));
}

function isTold({ document, quote }: Duty, { citations }: Answer): boolean {
  return citations.some(
    (citation) =>
      citation.document === document && quote !== null && citation.start < quote.end && quote.start < citation.end,
  );
}
