import { holdOver, recoverClaims } from '../store/reminder-queue.ts';
import { ensurePaces } from '../store/send-paces.ts';
import { tidyDatabase } from '../store/tidy-database.ts';
import type { Post } from './deliver.ts';
import { planDigests } from './plan-digests.ts';
import { planOverdueReminders, planReminders } from './plan-reminders.ts';
import { sendDue } from './send-due.ts';
import { paceOf } from './send-paces.ts';
import { syncDuties } from './sync-duties.ts';

export type ReminderServiceOptions = Omit<Post, keyof typeof usual | 'signal'> & Partial<typeof usual>;

/** Four attempts in flight keep Telegram's pace while its answers take up to a tenth of a second. */
const usual = { paceOf, senders: 4, leaseSeconds: 60 };

/** Plans and sends reminders until it is stopped. Any number of processes may run one on the same server. */
export type ReminderService = {
  start(): void;
  /** Finishes what is on its way, then resolves. Safe to call twice, also before `start`. */
  stop(): Promise<void>;
  /** Something was asked for or changed: plan now, not within the minute. */
  wake(): void;
  /** One round: take up, plan what is due to be planned, send what is due. Gives how many reminders were taken up. `start` repeats it. */
  tick(): Promise<number>;
};

/** So often the queue is looked at: a reminder goes out within a second of its instant. */
const POLL_MS = 500;
const FAILED_ROUND_MS = 2_000;
const RECOVER_SECONDS = 5;
const PLAN_SECONDS = 60;
const OVERDUE_SECONDS = 3600;
/** Sent reminders leave dead rows behind, which the embedded database does not clear by itself. */
const TIDY_SECONDS = 86_400;
/** Later than this a reminder is not sent by itself any more; the next digest tells of it. */
export const lateWindowSeconds = 12 * 3600;

export function createReminderService(options: ReminderServiceOptions): ReminderService {
  const stopping = new AbortController();
  const post: Post = { ...usual, ...options, signal: stopping.signal };
  const { database, rules, now, holder, leaseSeconds } = post;
  const planning = every(PLAN_SECONDS, async () => {
    await syncDuties(database, now());
    await planReminders(database, rules, { now: now() });
    await planDigests(database, rules.calendar, now());
  });
  const tasks = [
    every(RECOVER_SECONDS, async () => {
      await recoverClaims(database, {
        now: now(),
        holder,
        leaseSeconds,
        everyOther: database.kind === 'embedded',
      });
      await holdOver(database, { now: now(), windowSeconds: lateWindowSeconds });
    }),
    planning,
    every(OVERDUE_SECONDS, () => planOverdueReminders(database, rules, now())),
    every(TIDY_SECONDS, () => tidyDatabase(database), now()),
  ];
  let waking = new AbortController();
  let isReady = false;
  let running: Promise<void> = Promise.resolve();

  const tick = async (): Promise<number> => {
    if (!isReady) await ensurePaces(database, [...post.platforms.keys()]);
    isReady = true;
    for (const task of tasks) await task.runIfDue(now());
    return sendDue(post);
  };
  const run = async () => {
    while (!stopping.signal.aborted) {
      const rest = await tick().then(
        () => POLL_MS,
        (error: unknown) => {
          post.log.error(
            { error: error instanceof Error ? error.message : 'unknown' },
            'nhắc việc: một lượt không xong, sẽ làm lại',
          );
          return FAILED_ROUND_MS;
        },
      );
      await post.sleep(rest, AbortSignal.any([stopping.signal, waking.signal]));
    }
  };
  return {
    tick,
    start() {
      running = run();
    },
    async stop() {
      stopping.abort();
      await running;
    },
    wake() {
      planning.isDue = true;
      waking.abort();
      waking = new AbortController();
    },
  };
}

/** Work that is done again after so many seconds, and after the clock was put back; first at once, or so long after `began`. */
function every(seconds: number, work: () => Promise<unknown>, began: Date | null = null) {
  let last = began;
  return {
    isDue: began === null,
    async runIfDue(now: Date) {
      const elapsed = last === null ? Number.POSITIVE_INFINITY : (now.getTime() - last.getTime()) / 1000;
      if (!this.isDue && elapsed >= 0 && elapsed < seconds) return;
      await work();
      last = now;
      this.isDue = false;
    },
  };
}
