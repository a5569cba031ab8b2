import type { PlatformName } from '../domain/message.ts';
import type { Log, Platform, SendOutcome } from '../domain/platform.ts';
import { noTrace, type Trace } from '../domain/trace.ts';
import { addSeconds } from '../domain/vietnam-time.ts';
import type { Database } from '../store/database.ts';
import {
  type Settlement,
  settleFailed,
  settleSent,
  settleUnknown,
  startDelivery,
  takeBackStart,
} from '../store/deliveries.ts';
import { markUnreachable, moveChat, turnToOtherChat } from '../store/reminder-chats.ts';
import { type ClaimedReminder, dropClaim, releaseClaim } from '../store/reminder-queue.ts';
import { countSilence, pausePlatform } from '../store/send-paces.ts';
import type { ReminderRules } from './duty-occurrences.ts';
import { judgeFailure, silencePause } from './judge-failure.ts';
import type { PaceOf } from './send-paces.ts';
import { type Sources, writeLetter } from './write-letter.ts';

/** What sending needs of the world. Time comes from `now` and `sleep` alone. */
export type Post = {
  database: Database;
  platforms: ReadonlyMap<PlatformName, Platform>;
  rules: ReminderRules;
  paceOf: PaceOf;
  /** One random id a process. */
  holder: string;
  now: () => Date;
  /** Resolves after so many milliseconds, at once when the signal says so. */
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  log: Log;
  /** Default: off. */
  trace?: Trace;
  /** Attempts in flight at once. */
  senders: number;
  /** How long another process waits before it takes up what this one had claimed and left. */
  leaseSeconds: number;
  /** Aborted when the process is to stop: what is on its way is finished, nothing new begins. */
  signal: AbortSignal;
};

/** A slot further away than this means that the platform rests: the claim is given back meanwhile. */
const LONGEST_WAIT_MS = 2_000;
const DATABASE_RETRY_MS = 1_000;
/** How often the record of a message already sent is tried again while the process is stopping. */
const LAST_RETRIES = 5;

/** Sends one claimed reminder and puts on record what became of it. */
export function deliver(post: Post, claimed: ClaimedReminder, sources: Sources): Promise<void> {
  const { platform, attempts } = claimed;
  return (post.trace ?? noTrace).step('reminder', { platform, attempts }, () => deliverOne(post, claimed, sources));
}

async function deliverOne(post: Post, claimed: ClaimedReminder, sources: Sources): Promise<void> {
  const { database, now, holder, platforms } = post;
  const claim = { ...claimed, holder };
  const letter = await writeLetter(database, claimed, { rules: post.rules, now: now(), sources });
  if ('drop' in letter) return dropClaim(database, claim, { status: 'cancelled', reason: letter.drop, now: now() });
  if ('postponeTo' in letter) {
    return releaseClaim(database, claim, { now: now(), nextTryAt: letter.postponeTo });
  }
  const delivery = await start(post, claimed);
  const platform = platforms.get(claimed.platform);
  if (delivery === null || platform === undefined) return;
  const outcome = await platform.send(claimed.chatId, letter.reply);
  post.trace?.note({ outcome: outcome.status === 'failed' ? outcome.kind : outcome.status });
  await insist(post, () => settle(post, { claimed, delivery, outcome, lists: letter.lists }));
}

/** Waits for the platform's next slot and opens the attempt; null when there is nothing to send after all. */
async function start(post: Post, claimed: ClaimedReminder): Promise<number | null> {
  const { database, holder, now, sleep, signal } = post;
  const { slotSeconds, perSecond, chatSeconds, groupSeconds } = post.paceOf(claimed.platform);
  const pace = { slotSeconds, perSecond, chatSeconds: claimed.isGroup ? groupSeconds : chatSeconds };
  const claim = { ...claimed, holder };
  for (;;) {
    const started = signal.aborted
      ? { status: 'wait' as const, milliseconds: Number.POSITIVE_INFINITY }
      : await startOrTakeBack(
          post,
          () => startDelivery(database, { claimed: claim, platform: claimed.platform, pace, now: now() }),
          claim,
        );
    if (started.status === 'go') return started.delivery;
    if (started.status === 'void') return null;
    if (started.milliseconds > LONGEST_WAIT_MS) {
      await releaseClaim(database, claim, { now: now(), nextTryAt: now() });
      return null;
    }
    await sleep(started.milliseconds, signal);
  }
}

/** When the database fails here, nobody knows whether the attempt was opened; that nothing was sent is sure, so it is taken back. */
async function startOrTakeBack<Result>(
  post: Post,
  open: () => Promise<Result>,
  claim: ClaimedReminder & { holder: string },
): Promise<Result> {
  try {
    return await open();
  } catch (error) {
    await insist(post, () => takeBackStart(post.database, claim));
    throw error;
  }
}

type Sent = { claimed: ClaimedReminder; delivery: number; outcome: SendOutcome; lists: number[] };

async function settle(post: Post, { claimed, delivery, outcome, lists }: Sent): Promise<void> {
  const { database, log } = post;
  const now = post.now();
  const { chatSeconds, groupSeconds } = post.paceOf(claimed.platform);
  const freeAt = addSeconds(now, claimed.isGroup ? groupSeconds : chatSeconds);
  const settlement = { claimed: { ...claimed, holder: post.holder }, delivery, freeAt, now };
  if (outcome.status === 'sent') {
    await settleSent(database, settlement, { receipt: outcome.receipt, lists });
    if (outcome.movedTo !== undefined) await moveChat(database, claimed.via, outcome.movedTo);
  } else if (outcome.status === 'unknown') {
    // The rest comes first: a claim another process makes in between must not go out.
    const seconds = silencePause(await countSilence(database, claimed.platform));
    await pausePlatform(database, { platform: claimed.platform, seconds }, now);
    await settleUnknown(database, settlement, outcome.reason);
    log.warn(
      { reminder: claimed.id, reason: outcome.reason, seconds },
      'nhắc việc: không rõ tin đã đến chưa, không gửi lại',
    );
  } else {
    await settleFailure(post, settlement, { claimed, outcome });
    log.warn({ reminder: claimed.id, kind: outcome.kind, reason: outcome.reason }, 'nhắc việc: chưa gửi được');
  }
}

async function settleFailure(
  { database }: Post,
  settlement: Settlement,
  { claimed, outcome }: { claimed: ClaimedReminder; outcome: Extract<SendOutcome, { status: 'failed' }> },
): Promise<void> {
  const { now } = settlement;
  const { platform, via, attempts } = claimed;
  const isSilent = outcome.kind === 'transient' || outcome.kind === 'ambiguous';
  const silences = isSilent ? await countSilence(database, platform) : 0;
  const judgement = judgeFailure(outcome, { now, attempts, silences });
  const again = (at: Date) => ({ status: 'planned' as const, nextTryAt: at });
  const hasOther =
    judgement.act === 'leave_chat'
      ? await markUnreachable(database, via, now)
      : judgement.act === 'other_chat' && (await turnToOtherChat(database, claimed.id));
  const verdict =
    judgement.act === 'again' ? again(judgement.at) : hasOther ? again(now) : { status: 'failed' as const };
  if (judgement.act === 'again' && judgement.pauseSeconds > 0) {
    await pausePlatform(database, { platform, seconds: judgement.pauseSeconds }, now);
  }
  await settleFailed(database, settlement, { failure: { kind: outcome.kind, reason: outcome.reason }, verdict });
}

/** Tries until the database has taken it: what is known of a sent message must not get lost while the database restarts. */
async function insist(post: Post, record: () => Promise<void>): Promise<void> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await record();
    } catch (error) {
      if (post.signal.aborted && retries >= LAST_RETRIES) throw error;
      post.log.error(
        { error: error instanceof Error ? error.name : 'unknown' },
        'nhắc việc: cơ sở dữ liệu chưa ghi được, thử lại',
      );
      await post.sleep(DATABASE_RETRY_MS);
    }
  }
}
