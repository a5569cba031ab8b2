import type { Log, Platform } from '../domain/platform.ts';
import type { Sleep } from '../platforms/sleep.ts';

export type Lead = {
  /** True while this process leads, for `leaseSeconds` from the call. Rejects when nobody can tell. */
  take(): Promise<boolean>;
  /** Lets another lead at once. */
  release(): Promise<void>;
  leaseSeconds: number;
};

/** A leader that cannot renew stops this part of the lease before another may take over. */
const MARGIN = 1 / 3;

/**
 * A polled platform in several processes: every one sends, the one that leads takes messages. A dead leader's lease runs out, and the next that
 * asks leads. `make` gives an unstarted platform each time, as one that was stopped does not start again.
 */
export function leadPlatform(make: () => Platform, lead: Lead, { log, sleep }: { log: Log; sleep: Sleep }): Platform {
  const first = make();
  const { name, limits, capabilities } = first;
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const askEveryMilliseconds = (lead.leaseSeconds / 3) * 1000;
  let current = first;
  let isLeading = false;
  let leadsUntil = 0;
  let following: Promise<void> = Promise.resolve();

  async function ask(): Promise<boolean> {
    const askedAt = performance.now();
    try {
      const late = sleep(askEveryMilliseconds).then(() => Promise.reject(new Error('no answer')));
      if (!(await Promise.race([lead.take(), late]))) return false;
      leadsUntil = askedAt + lead.leaseSeconds * (1 - MARGIN) * 1000;
      return true;
    } catch {
      // The database is away: who led goes on for as long as nobody else can.
      return isLeading && performance.now() + askEveryMilliseconds < leadsUntil;
    }
  }

  async function step(): Promise<void> {
    const mayLead = await ask();
    if (mayLead === isLeading || stopping.signal.aborted) return;
    isLeading = mayLead;
    log.info({ platform: name, leads: mayLead }, mayLead ? `${name}: nhận tin từ đây` : `${name}: thôi nhận tin`);
    if (!mayLead) return renew();
    try {
      await current.start();
    } catch (error) {
      isLeading = false;
      await Promise.all([renew(), lead.release()]);
      throw error;
    }
  }

  async function renew(): Promise<void> {
    const former = current;
    current = make();
    await former.stop();
  }

  async function follow(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sleep(askEveryMilliseconds, stopping.signal);
      if (stopping.signal.aborted) return;
      await step().catch((error) => log.error({ platform: name, err: error }, `${name}: chưa nhận tin được`));
    }
  }

  return {
    name,
    limits,
    capabilities,
    finished,
    send: (chatId, reply) => current.send(chatId, reply),
    problem: () => (isLeading ? (current.problem?.() ?? null) : null),
    counts: () => current.counts?.() ?? {},
    async start() {
      // A wrong setting stops the start, as it does in a process alone.
      await step();
      following = follow();
    },
    async stop() {
      stopping.abort();
      await following;
      await current.stop();
      await lead.release().catch(() => undefined);
      finish();
    },
  };
}
