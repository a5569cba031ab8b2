import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlatformName } from '../../src/domain/message.ts';
import type { Log, Platform } from '../../src/domain/platform.ts';
import { type DutyDraft, topicOf } from '../../src/domain/reminder.ts';
import type { ReminderRules } from '../../src/reminders/duty-occurrences.ts';
import { createReminderService, type ReminderServiceOptions } from '../../src/reminders/reminder-service.ts';
import { usualRules } from '../../src/reminders/reporting-regime.ts';
import { workingDays } from '../../src/reminders/working-days.ts';
import type { Database } from '../../src/store/database.ts';
import { saveDuties } from '../../src/store/duties.ts';
import { saveSubscriber } from '../../src/store/subscribers.ts';
import { subscribe } from '../../src/store/subscriptions.ts';
import type { SimulatedClock } from './simulated-clock.ts';

export const calendar = workingDays(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../data/calendar.json'), 'utf8')).years,
);

export const rules: ReminderRules = { calendar, reporting: usualRules };

const silent = () => undefined;
export const silentLog: Log = { info: silent, warn: silent, error: silent };

/** A service under a simulated clock. */
export function testService(
  database: Database,
  clock: SimulatedClock,
  { platforms, ...more }: Partial<Omit<ReminderServiceOptions, 'platforms'>> & { platforms: Platform[] },
) {
  return createReminderService({
    database,
    platforms: new Map(platforms.map((one) => [one.name, one])),
    rules,
    holder: 'test',
    now: clock.now,
    sleep: clock.sleep,
    log: silentLog,
    // Waiting moves a simulated clock at once: side by side, senders would each move it.
    senders: 1,
    ...more,
  });
}

export function dutyDraft(origin: string, draft: Partial<DutyDraft> = {}): DutyDraft {
  return {
    origin,
    source: 'own',
    what: `việc ${origin}`,
    who: '',
    to: '',
    dueText: '',
    dueDate: draft.rule || draft.regime ? null : '2026-11-13',
    rule: null,
    regime: null,
    startsOn: '2026-01-01',
    endsOn: null,
    dueTime: null,
    document: null,
    deadline: null,
    heading: [],
    quote: null,
    ladder: null,
    topics: [topicOf.duty(origin)],
    owner: null,
    ...draft,
  };
}

/** Saves a duty and gives its id. */
export async function addDuty(database: Database, draft: DutyDraft, now: Date): Promise<number> {
  const [id] = await saveDuties(database, [draft], now);
  if (id === undefined) throw new Error('not saved');
  return id;
}

/** A chat that follows these topics; gives its subscriber's id. */
export async function addSubscriber(
  database: Database,
  { chatId, topics = [], platform = 'telegram' }: { chatId: string; topics?: string[]; platform?: PlatformName },
  now: Date,
): Promise<number> {
  const chat = { platform, chatId, name: `chat ${chatId}`, isGroup: chatId.startsWith('-') };
  const { id } = await saveSubscriber(database, chat, now);
  for (const topic of topics) await subscribe(database, { subscriber: id, topic, askedBy: chatId }, now);
  return id;
}
