import type { PlatformName } from '../domain/message.ts';
import type { ClaimedEvent, Inbox, InboxEvent, Log } from '../domain/platform.ts';
import { noTrace, type Trace } from '../domain/trace.ts';
import { createRest } from './create-rest.ts';
import { eventsInHand } from './events-in-hand.ts';
import { backOff, type Sleep } from './sleep.ts';

export type InboxWork = {
  inbox: Inbox;
  platform: PlatformName;
  /** Works one event off. Rejects when it is to be taken up again (the process is stopping, the database is gone). */
  work: (event: InboxEvent) => Promise<void>;
  log: Log;
  /** Default: off. */
  trace?: Trace | undefined;
  now: () => Date;
  sleep: Sleep;
};

export type InboxWorker = {
  start(): void;
  /** Something came in that is ready after so many milliseconds: look then. */
  wake(milliseconds: number): void;
  /** Takes no more events; resolves when those in hand are done or the patience is over. Safe to call twice, also before `start`. */
  stop(patienceMilliseconds: number): Promise<void>;
};

/** Each of another chat, so that whoever floods has one of these places at most. */
const EVENTS_AT_ONCE = 32;
/** How often events that other processes left are looked for. */
const LOOK_MILLISECONDS = 500;
/** How often while events are held that came in lately. */
const SOON_MILLISECONDS = 50;
const RENEW_MILLISECONDS = 2_500;
/** An event that brought a process down this often is given up, or it would do so for ever. */
const MOST_ATTEMPTS = 5;
const FAILED_MILLISECONDS = 1000;
/** Crowds rest for the sake of others: of those who wrote within so long. */
const COMPANY_MILLISECONDS = 3000;
const FORGET_EVERY_MILLISECONDS = 6 * 3_600_000;
/** Repeats come for two hours at Zalo, a day at Telegram. */
const KNOWN_MILLISECONDS = 7 * 24 * 3_600_000;

/** Works off the events of one platform, shared with other processes: those of a chat in their order and one at a time, chats side by side and in turns. */
export function workInbox(options: InboxWork): InboxWorker {
  const { inbox, platform, log, now, sleep } = options;
  const stopping = new AbortController();
  const { rest, wake } = createRest(sleep, stopping.signal);
  const inHand = eventsInHand({ inbox, work: (event) => workEvent(event, options, stopping.signal), ended: wake });
  let running: Promise<void> = Promise.resolve();
  let renewal: NodeJS.Timeout | undefined;
  let heldUntil = Number.NEGATIVE_INFINITY;
  let othersAt = Number.NEGATIVE_INFINITY;
  let forgottenAt = Number.NEGATIVE_INFINITY;
  const isHolding = (): boolean => now().getTime() < heldUntil;

  async function forgetOld(): Promise<void> {
    if (now().getTime() - forgottenAt < FORGET_EVERY_MILLISECONDS) return;
    forgottenAt = now().getTime();
    await inbox.forget(new Date(forgottenAt - KNOWN_MILLISECONDS));
  }

  async function look(): Promise<void> {
    await forgetOld();
    const restMilliseconds = await inHand.noteDone(now().getTime() - othersAt < COMPANY_MILLISECONDS);
    if (restMilliseconds > 0) void sleep(restMilliseconds, stopping.signal).then(wake);
    const free = EVENTS_AT_ONCE - inHand.count();
    const events = free > 0 ? await inbox.claim(platform, free, inHand.isQuiet()) : [];
    if (events.some(({ isOfCrowd }) => !isOfCrowd)) othersAt = now().getTime();
    for (const event of events) inHand.take(event);
    // As many as there was room for may not be all.
    const isAll = events.length < free || free === 0;
    if (isAll && !inHand.hasDone()) await rest(isHolding() ? SOON_MILLISECONDS : LOOK_MILLISECONDS);
  }

  async function run(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        await look();
        failures = 0;
      } catch (error) {
        if (failures === 0) log.error({ platform, reason: nameOf(error) }, 'hộp thư đến: cơ sở dữ liệu không trả lời');
        await sleep(backOff(failures), stopping.signal);
        failures += 1;
      }
    }
  }

  return {
    start() {
      renewal = setInterval(() => void inHand.renew().catch(() => undefined), RENEW_MILLISECONDS);
      running = run();
    },
    wake(milliseconds) {
      const mustWake = milliseconds === 0 || !isHolding();
      if (milliseconds > 0) heldUntil = now().getTime() + milliseconds + SOON_MILLISECONDS;
      if (mustWake) wake();
    },
    async stop(patienceMilliseconds) {
      stopping.abort();
      await running;
      await inHand.drain(patienceMilliseconds);
      clearInterval(renewal);
    },
  };
}

/** False when the event is to be taken up again, by whoever claims it next. Never rejects. */
async function workEvent(event: ClaimedEvent, options: InboxWork, stop: AbortSignal): Promise<boolean> {
  const { inbox, platform, work, log, trace = noTrace, now } = options;
  if (event.attempts > MOST_ATTEMPTS) {
    log.error({ platform, event: event.id }, 'hộp thư đến: bỏ qua một sự kiện đã làm hỏng nhiều lần');
    return true;
  }
  try {
    const { attempts, sentAt } = event;
    const waitedMilliseconds = Math.max(0, now().getTime() - sentAt.getTime());
    await trace.step('message', { platform, attempts, waitedMilliseconds }, () => work(event));
    return true;
  } catch (error) {
    if (!stop.aborted) log.error({ platform, reason: nameOf(error) }, 'hộp thư đến: chưa xử lý được, sẽ làm lại');
    // Where even that fails, the lease runs out.
    await inbox.giveBack(event, stop.aborted ? 0 : FAILED_MILLISECONDS).catch(() => undefined);
    return false;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
