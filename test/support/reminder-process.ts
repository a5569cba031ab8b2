import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTelegram } from '../../src/platforms/telegram/create-telegram.ts';
import { createReminderService } from '../../src/reminders/reminder-service.ts';
import { paceOf } from '../../src/reminders/send-paces.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { rules, silentLog } from './reminder-world.ts';

/**
 * Reminders in a process of their own, to be killed. Its one argument is JSON: where the Bot API and the database are and how to send. Ends by
 * itself when nothing is left to send.
 */
export type ReminderProcessSettings = {
  apiRoot: string;
  token: string;
  database: { url: string | null; directory: string | null; schema?: string };
  leaseSeconds: number;
  senders: number;
  /** Telegram's own pace; otherwise as fast as it goes. */
  keepsPace: boolean;
};

const settings: ReminderProcessSettings = JSON.parse(process.argv[2] ?? '{}');
const { apiRoot, token, leaseSeconds, senders, keepsPace } = settings;
const database = await openPatiently();
const holder = randomUUID();
const telegram = createTelegram({
  token,
  apiRoot,
  commands: [],
  log: silentLog,
  now: () => new Date(),
  handleMessage: async () => null,
  inbox: createInbox(database, { now: () => new Date() }),
});
const service = createReminderService({
  database,
  platforms: new Map([['telegram', telegram]]),
  rules,
  holder,
  now: () => new Date(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined),
  log: { ...silentLog, error: (fields, message) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`) },
  senders,
  leaseSeconds,
  paceOf: keepsPace ? paceOf : () => ({ slotSeconds: 0, perSecond: 100_000, chatSeconds: 0, groupSeconds: 0 }),
});
service.start();
for (;;) {
  await sleep(200);
  const rows = await database
    .query<{ open: boolean }>(
      `select exists (select from reminders where duty_id is not null and status in ('planned', 'claimed')) as open`,
    )
    .catch(() => [{ open: true }]);
  if (!rows[0]?.open) break;
}
await service.stop();
await telegram.stop();
await database.close();

/** The server may be down just now. */
async function openPatiently(tries = 20): Promise<Database> {
  try {
    return await openDatabase(settings.database);
  } catch (error) {
    if (settings.database.url === null || tries === 0) throw error;
    await sleep(300);
    return openPatiently(tries - 1);
  }
}
