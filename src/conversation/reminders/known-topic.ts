import { topicOf } from '../../domain/reminder.ts';
import { findDuties, openDutyTopic } from '../../store/duties.ts';
import type { Turn } from '../feature.ts';
import { shorten } from '../say-reply.ts';
import type { ReminderDesk } from './reminder-desk.ts';
import { topicName } from './topic-name.ts';

/**
 * The topic that a choice carried as "han 12", "vanban …" or "chude …", checked anew: null unless it exists now and is no chat's own words.
 */
export function carriedTopic(
  carried: { kind: string; value: string },
  turn: Turn,
  desk: ReminderDesk,
): Promise<string | null> {
  const { kind, value } = carried;
  return kind === 'han'
    ? topicOfDuty({ ids: [Number(value)], hidden: turn.hidden }, desk)
    : knownTopic(kind, value, { turn, desk });
}

async function topicOfDuty(
  filter: { hidden: readonly string[] } & ({ ids: number[] } | { origins: string[] }),
  { database }: ReminderDesk,
): Promise<string | null> {
  if ('ids' in filter && !filter.ids.every(Number.isSafeInteger)) return null;
  const [duty] = await findDuties(database, { ...filter, sources: ['directive', 'regime'] });
  return duty === undefined ? null : openDutyTopic(database, duty.id);
}

const longestUnit = 120;

async function knownTopic(
  kind: string,
  value: string,
  { turn, desk }: { turn: Turn; desk: ReminderDesk },
): Promise<string | null> {
  const { catalog } = await turn.engine.tools(turn.today);
  const topic = kind === 'vanban' ? topicOf.directive(value) : value;
  const [start = ''] = topic.split(':', 1);
  const name = topic.slice(start.length + 1);
  const isKnown =
    (start === 'directive' && catalog.directive(name) !== null) ||
    (start === 'locality' && catalog.gazetteer.byKey(name) !== null) ||
    (start === 'regime' && /^(?:commune|department|province)(?::[a-z_]{1,20})?$/.test(name)) ||
    (start === 'unit' && name.trim() !== '' && name.length <= longestUnit);
  return start === 'duty' ? topicOfDuty({ origins: [name], hidden: turn.hidden }, desk) : isKnown ? topic : null;
}

/** A deadline is named by itself, everything else by its kind. */
export async function nameOfTopic(
  topic: string,
  { today, engine, hidden }: Turn,
  { database, rulebook }: ReminderDesk,
): Promise<string> {
  const { catalog } = await engine.tools(today);
  if (!topic.startsWith('duty:')) return topicName(topic, catalog);
  const [duty] = await findDuties(database, { origins: [topic.slice('duty:'.length)], hidden });
  return duty === undefined ? 'một hạn không còn nữa' : shorten(rulebook.nameOf(duty, duty.dueDate ?? today), 100);
}
