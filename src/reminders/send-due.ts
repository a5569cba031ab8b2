import { type ClaimedReminder, claimDue } from '../store/reminder-queue.ts';
import { deliver, type Post } from './deliver.ts';
import type { Sources } from './write-letter.ts';

/** So many are claimed at a time for each sender; those a killed process leaves behind wait for its lease. */
const CLAIMED_A_SENDER = 2;

/** Sends everything that is due and can be sent now. Resolves when nothing is left to claim; gives how many were taken up. */
export async function sendDue(post: Post): Promise<number> {
  const queue: ClaimedReminder[] = [];
  const sources: Sources = new Map();
  let isDry = false;
  let taken = 0;
  let claiming: Promise<void> | null = null;

  const claim = async () => {
    const due = await claimDue(post.database, {
      now: post.now(),
      holder: post.holder,
      leaseSeconds: post.leaseSeconds,
      limit: CLAIMED_A_SENDER * post.senders,
      platforms: [...post.platforms.keys()],
    });
    isDry = due.length === 0;
    queue.push(...due);
    taken += due.length;
  };
  const claimMore = (): Promise<void> => {
    claiming ??= claim().finally(() => {
      claiming = null;
    });
    return claiming;
  };
  const next = async (): Promise<ClaimedReminder | null> => {
    while (queue.length === 0 && !isDry && !post.signal.aborted) await claimMore();
    const claimed = queue.shift() ?? null;
    // A failure to claim ahead shows again when the queue is empty.
    if (queue.length < post.senders && !isDry && !post.signal.aborted) claimMore().catch(() => undefined);
    return claimed;
  };
  const sender = async () => {
    for (let claimed = await next(); claimed !== null; claimed = await next()) await deliver(post, claimed, sources);
  };
  const senders = await Promise.allSettled(Array.from({ length: post.senders }, sender));
  if (claiming !== null) await claiming;
  const failed = senders.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return taken;
}
