import type { PlatformName } from '../domain/message.ts';
import type { ClaimedChat, Inbox, InboxEvent, Log } from '../domain/platform.ts';
import { backOff, type Sleep, sleep as sleepInRealTime } from './sleep.ts';

export type InboxWork = {
  inbox: Inbox;
  platform: PlatformName;
  /** Works one event off. Rejects when it is to be taken up again (the process is stopping, the database is gone). */
  work: (event: InboxEvent) => Promise<void>;
  log: Log;
  now: () => Date;
  sleep: Sleep;
};

export type InboxWorker = {
  start(): void;
  /** Something came in: look now. */
  wake(): void;
  /** Takes no more events; resolves when those in hand are done or the patience is over. Safe to call twice, also before `start`. */
  stop(patienceMilliseconds: number): Promise<void>;
};

const CHATS_AT_ONCE = 16;
/** How often events that other processes left are looked for. */
const LOOK_MILLISECONDS = 500;
/** After the wake of one event, for the one held a moment. */
const SOON_MILLISECONDS = 50;
const RENEW_MILLISECONDS = 5_000;
/** An event that brought a process down this often is given up, or it would do so for ever. */
const MOST_ATTEMPTS = 3;
const FAILED_MILLISECONDS = 1000;
const FORGET_EVERY_MILLISECONDS = 6 * 3_600_000;
/** Repeats come for two hours at Zalo, a day at Telegram. */
const KNOWN_MILLISECONDS = 7 * 24 * 3_600_000;

/** Works off the events of one platform: those of a chat in their order and one at a time, chats side by side, shared with other processes. */
export function workInbox(options: InboxWork): InboxWorker {
  const { inbox, platform, log, now, sleep } = options;
  const stopping = new AbortController();
  const inHand = new Set<Promise<void>>();
  let running: Promise<void> = Promise.resolve();
  let wakeUp: (() => void) | null = null;
  let wokenAt = Number.NEGATIVE_INFINITY;
  let forgottenAt = Number.NEGATIVE_INFINITY;

  async function rest(milliseconds: number): Promise<void> {
    const waking = new AbortController();
    const { promise, resolve } = Promise.withResolvers<void>();
    wakeUp = resolve;
    await Promise.race([promise, sleep(milliseconds, AbortSignal.any([stopping.signal, waking.signal]))]);
    wakeUp = null;
    waking.abort();
  }

  async function forgetOld(): Promise<void> {
    if (now().getTime() - forgottenAt < FORGET_EVERY_MILLISECONDS) return;
    forgottenAt = now().getTime();
    await inbox.forget(new Date(forgottenAt - KNOWN_MILLISECONDS));
  }

  async function run(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        await forgetOld();
        const free = CHATS_AT_ONCE - inHand.size;
        const chats = free > 0 ? await inbox.claim(platform, free) : [];
        for (const chat of chats) take(chat);
        failures = 0;
        if (chats.length === 0) {
          const isSoon = now().getTime() - wokenAt < LOOK_MILLISECONDS;
          await rest(isSoon ? SOON_MILLISECONDS : LOOK_MILLISECONDS);
        }
      } catch (error) {
        if (failures === 0) log.error({ platform, reason: nameOf(error) }, 'hộp thư đến: cơ sở dữ liệu không trả lời');
        await sleep(backOff(failures), stopping.signal);
        failures += 1;
      }
    }
  }

  function take(chat: ClaimedChat): void {
    const done = workChat(chat, options, stopping.signal).finally(() => {
      // Chats that found no room wait for one to end.
      if (inHand.size === CHATS_AT_ONCE) wakeUp?.();
      inHand.delete(done);
    });
    inHand.add(done);
  }

  return {
    start() {
      running = run();
    },
    wake() {
      wokenAt = now().getTime();
      wakeUp?.();
    },
    async stop(patienceMilliseconds) {
      stopping.abort();
      await running;
      const patience = new AbortController();
      await Promise.race([Promise.allSettled(inHand), sleepInRealTime(patienceMilliseconds, patience.signal)]);
      patience.abort();
    },
  };
}

/** Works off a chat until it has no more events. Never rejects: what is left is taken up by whoever claims the chat next. */
async function workChat(
  chat: ClaimedChat,
  { platform, work, log, sleep }: InboxWork,
  stop: AbortSignal,
): Promise<void> {
  const renewal = setInterval(() => void chat.renew().catch(() => undefined), RENEW_MILLISECONDS);
  try {
    let event = stop.aborted ? null : await chat.next(null);
    while (event !== null) {
      if (event.attempts <= MOST_ATTEMPTS) await work(event);
      else log.error({ platform, event: event.eventId }, 'hộp thư đến: bỏ qua một sự kiện đã làm hỏng nhiều lần');
      if (stop.aborted) await chat.finish(event.id);
      event = stop.aborted ? null : await chat.next(event.id);
    }
    await chat.release();
  } catch (error) {
    if (!stop.aborted) log.error({ platform, reason: nameOf(error) }, 'hộp thư đến: chưa xử lý được, sẽ làm lại');
    await sleep(stop.aborted ? 0 : FAILED_MILLISECONDS, stop);
    await chat.release().catch(() => undefined);
  } finally {
    clearInterval(renewal);
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
