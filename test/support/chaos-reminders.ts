import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../src/store/database.ts';
import { startDatabaseProxy } from './database-proxy.ts';
import { startFakeTelegram } from './fake-telegram.ts';
import type { ReminderProcessSettings } from './reminder-process.ts';

export type ChaosPlan = {
  database: ReminderProcessSettings['database'];
  reminders: number;
  chats: number;
  kills: number;
  processes: number;
  senders: number;
  /** The same seed kills at the same places. */
  seed: number;
  /** So often the connections to the server break and cannot be made again for a while, as when it restarts. */
  databaseCuts?: number;
  /** Keeps Telegram's pace, and the server refuses what is faster; default: as fast as it goes. */
  keepsPace?: boolean;
};

export type ChaosResult = {
  sent: number;
  /** Reminders whose process was killed between the opening of the attempt and the record of its end; and how many of them had arrived. */
  unknown: number;
  unknownArrived: number;
  /** Neither sent nor shown as unknown, or recorded as sent and not arrived. Must be 0. */
  lost: number;
  /** Messages that arrived more than once. Must be 0. */
  twice: number;
  kills: number;
  /** From the first message that arrived to the last. */
  seconds: number;
  /** Answers with 429. */
  refused: number;
};

/** Reminders due at once are sent by processes that are killed with SIGKILL at random moments and started again, until all is settled. */
export async function chaosReminders(plan: ChaosPlan): Promise<ChaosResult> {
  const fake = await startFakeTelegram();
  for (let chat = 1; chat <= plan.chats; chat += 1) fake.state.chats.set(chat, []);
  if (plan.keepsPace) fake.state.gate.limits = { perSecond: 30, perChatPerSecond: 1, perGroupPerMinute: 20 };
  const arrivals: number[] = [];
  const { onMessage } = fake.state;
  fake.state.onMessage = () => {
    arrivals.push(performance.now());
    onMessage();
  };
  await seed(plan);
  const random = randomFrom(plan.seed);
  const proxy = plan.database.url !== null && plan.databaseCuts ? await startDatabaseProxy(plan.database.url) : null;
  const settings: ReminderProcessSettings = {
    apiRoot: fake.apiRoot,
    token: fake.token,
    database: proxy === null ? plan.database : { ...plan.database, url: proxy.url },
    leaseSeconds: 2,
    senders: plan.senders,
    keepsPace: plan.keepsPace ?? false,
  };
  const children = Array.from({ length: plan.processes }, () => begin(settings));
  const places = Array.from({ length: plan.kills }, () => Math.floor(random() * plan.reminders)).sort((a, b) => a - b);
  let kills = 0;
  for (const place of places) {
    while (arrivals.length < place && children.some(isAlive)) await sleep(5);
    await sleep(random() * 20);
    const at = Math.floor(random() * children.length);
    const child = children[at];
    if (child === undefined || !isAlive(child)) break;
    child.kill('SIGKILL');
    await ended(child);
    kills += 1;
    children[at] = begin(settings);
  }
  for (let cut = 1; cut <= (plan.databaseCuts ?? 0) && proxy !== null; cut += 1) {
    const place = (cut * plan.reminders) / ((plan.databaseCuts ?? 0) + 1);
    while (arrivals.length < place && children.some(isAlive)) await sleep(1);
    await proxy.cut(random() * 1500);
  }
  const codes = await Promise.all(children.map(ended));
  if (codes.some((code) => code !== 0)) throw new Error(`a process ended with ${codes.join(', ')}`);
  const seconds = ((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)) / 1000;
  const refused = fake.calls.filter(({ method }) => method === 'sendMessage').length - arrivals.length;
  const arrived = new Map<string, number>();
  for (const [chat, entries] of fake.state.chats) {
    for (const { text } of entries) {
      const key = `${chat} ${/Việc số (\d+)/.exec(text)?.[1]}`;
      arrived.set(key, (arrived.get(key) ?? 0) + 1);
    }
  }
  await fake.close();
  await proxy?.close();
  return { ...(await judge(plan, arrived)), kills, seconds, refused };
}

async function seed({ database: location, reminders, chats }: ChaosPlan): Promise<void> {
  const database = await openDatabase(location);
  const now = new Date();
  await database.query(
    `insert into subscribers (platform, chat_id, quiet_from, quiet_to, created_at)
     select 'telegram', n, '00:00', '00:00', $2 from generate_series(1, $1::int) n`,
    [chats, now],
  );
  await database.query(
    `insert into duties (origin, source, what, due_on, starts_on, topics, created_at)
     select 'chaos:' || n, 'own', 'việc số ' || n, '2026-11-13', '2026-01-01', array['chaos'], $2 from generate_series(1, $1::int) n`,
    [Math.ceil(reminders / chats), now],
  );
  await database.query(
    `insert into reminders (duty_id, occurrence, step, subscriber_id, via_id, due_at, next_try_at, created_at)
     select d.id, d.due_on, 'day', c.id, c.id, $2, $2, $2 from duties d, subscribers c where d.origin like 'chaos:%' order by d.id, c.id limit $1`,
    [reminders, now],
  );
  await database.close();
}

async function judge({ database: location, reminders }: ChaosPlan, arrived: Map<string, number>) {
  const database = await openDatabase(location);
  const rows = await database.query<{ key: string; status: string }>(
    `select c.chat_id || ' ' || substring(d.what from '\\d+') as key, r.status
     from reminders r join duties d on d.id = r.duty_id join subscribers c on c.id = r.subscriber_id`,
  );
  await database.close();
  const unknown = rows.filter(({ status }) => status === 'unknown');
  const sent = rows.filter(({ status }) => status === 'sent');
  const missing = sent.filter(({ key }) => !arrived.has(key));
  return {
    sent: sent.length,
    unknown: unknown.length,
    unknownArrived: unknown.filter(({ key }) => arrived.has(key)).length,
    lost: reminders - sent.length - unknown.length + missing.length,
    twice: [...arrived.values()].filter((times) => times > 1).length,
  };
}

function begin(settings: ReminderProcessSettings): ChildProcess {
  const script = join(import.meta.dirname, 'reminder-process.ts');
  return spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ['ignore', 'inherit', 'inherit'] });
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (isAlive(child)) await new Promise((resolve) => child.once('exit', resolve));
  return child.exitCode;
}

/** Mulberry32: numbers from 0 to 1 that follow from the seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
