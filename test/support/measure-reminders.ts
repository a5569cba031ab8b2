import { localDate } from '../../src/domain/vietnam-time.ts';
import { planReminders } from '../../src/reminders/plan-reminders.ts';
import type { Database } from '../../src/store/database.ts';
import { countAnew } from '../../src/store/planned-steps.ts';
import { claimDue, dropClaim } from '../../src/store/reminder-queue.ts';
import { ensurePaces } from '../../src/store/send-paces.ts';
import { addDuty, dutyDraft, rules, testService } from './reminder-world.ts';
import { simulatedClock } from './simulated-clock.ts';
import { simulatedPlatform, telegramLimits } from './simulated-platform.ts';

const now = new Date('2026-01-01T02:00:00Z');

/** People who all follow one monthly report. */
async function addPeople(database: Database, count: number): Promise<void> {
  await addDuty(database, dutyDraft('measure', { source: 'regime', regime: 'commune:monthly' }), now);
  await database.query(
    `insert into subscribers (platform, chat_id, created_at) select 'telegram', n, $2 from generate_series(1, $1::int) n`,
    [count, now],
  );
  await database.query(
    `insert into subscriptions (subscriber_id, topic, asked_by, created_at) select id, 'duty:measure', chat_id, $1 from subscribers`,
    [now],
  );
}

/** Seconds to plan a year of the monthly report's ladders for so many people, and how many rows that makes. */
export async function measurePlanning(database: Database, people: number): Promise<{ seconds: number; rows: number }> {
  await addPeople(database, people);
  const began = performance.now();
  const rows = await planReminders(database, rules, { now, days: 365 });
  return { seconds: (performance.now() - began) / 1000, rows };
}

/** Seconds that so many rows take that are only put in, nobody working out what they are. The database is one `measurePlanning` filled. */
export async function measureInserts(database: Database, count: number): Promise<number> {
  await database.query('truncate reminders cascade');
  const began = performance.now();
  await database.query(
    `insert into reminders (duty_id, occurrence, step, subscriber_id, via_id, due_at, next_try_at, created_at)
     select 1, date '2026-01-01' + n, 'day', 1, 1, $2, $2, $2 from generate_series(1, $1::int) n`,
    [count, now],
  );
  return (performance.now() - began) / 1000;
}

/** Milliseconds a reminder to claim so many that are due at once, eight at a time as the senders do, or more. The database is one `measurePlanning` filled. */
export async function measureClaims(database: Database, count: number, limit = 8): Promise<number> {
  await dueAtOnce(database, count);
  // As planning does after many rows.
  await countAnew(database);
  const at = new Date('2026-02-01T02:00:00Z');
  await ensurePaces(database, ['telegram']);
  let [milliseconds, claimed] = [0, 0];
  for (;;) {
    const began = performance.now();
    const claims = await claimDue(database, {
      now: at,
      holder: 'measure',
      leaseSeconds: 60,
      limit,
      platforms: ['telegram'],
    });
    milliseconds += performance.now() - began;
    if (claims.length === 0) return milliseconds / claimed;
    claimed += claims.length;
    for (const one of claims) {
      await dropClaim(database, { ...one, holder: 'measure' }, { status: 'cancelled', reason: 'measured', now: at });
    }
  }
}

/** Drains so many due at once under a simulated clock against Telegram's limits, in simulated seconds; `refused` counts answers with 429. */
export async function measureDrain(
  database: Database,
  count: number,
): Promise<{ simulatedSeconds: number; realSeconds: number; arrived: number; refused: number }> {
  const at = await dueAtOnce(database, count);
  const clock = simulatedClock(at.toISOString());
  const telegram = simulatedPlatform(clock, { limits: telegramLimits, latencyMs: 20 });
  const service = testService(database, clock, { platforms: [telegram] });
  const began = performance.now();
  while (telegram.arrived.length < count) {
    await service.tick();
    clock.advance(0.05);
  }
  const last = telegram.arrived.at(-1)?.at ?? at;
  return {
    simulatedSeconds: (+last - +at) / 1000,
    realSeconds: (performance.now() - began) / 1000,
    arrived: telegram.arrived.length,
    refused: telegram.refusedForRate,
  };
}

/** Leaves only so many reminders, one a chat, all due at the same instant. */
async function dueAtOnce(database: Database, count: number): Promise<Date> {
  const at = new Date('2026-02-01T01:00:00Z');
  await database.query('truncate reminders cascade');
  await database.query(
    `insert into subscribers (platform, chat_id, created_at) select 'telegram', n, $2
     from generate_series(1, $1::int) n on conflict do nothing`,
    [count, now],
  );
  await database.query(
    `insert into reminders (duty_id, occurrence, step, subscriber_id, via_id, due_at, next_try_at, created_at)
     select d.id, $2, 'day', c.id, c.id, $3, $3, $3 from duties d, subscribers c where d.origin = 'measure' order by c.id limit $1`,
    [count, localDate(at), at],
  );
  return at;
}
