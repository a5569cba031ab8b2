import type { Update } from 'grammy/types';

/**
 * The updates taken from Telegram and not yet confirmed. Asking for updates from an offset on confirms (deletes) all before it, so the
 * offset only moves past an update when it and all before it are done: what a killed process had in hand comes again after its restart.
 */
export type UpdateWindow = {
  /** Offset for the next getUpdates; 0 before the first update. */
  offset(): number;
  /** Those of a batch that were not taken yet, which now are. */
  take(updates: Update[]): Update[];
  /** This update needs no more work and may be confirmed. */
  finish(updateId: number): void;
  hasUnfinished(): boolean;
  /** Resolves as soon as nothing is in hand. */
  whenIdle(): Promise<void>;
};

export function createUpdateWindow(): UpdateWindow {
  // In the order they came, which need not be that of their ids: after a quiet week Telegram begins anew at a random number.
  const taken = new Map<number, { isFinished: boolean }>();
  let unfinishedCount = 0;
  let offset = 0;
  let waiting: (() => void)[] = [];

  return {
    offset() {
      for (const [id, { isFinished }] of taken) {
        if (!isFinished) return id;
        taken.delete(id);
        offset = id + 1;
      }
      return offset;
    },
    take(updates) {
      const fresh = updates.filter(({ update_id: id }) => !taken.has(id));
      for (const { update_id: id } of fresh) taken.set(id, { isFinished: false });
      unfinishedCount += fresh.length;
      return fresh;
    },
    finish(updateId) {
      const entry = taken.get(updateId);
      if (entry === undefined || entry.isFinished) return;
      entry.isFinished = true;
      unfinishedCount -= 1;
      if (unfinishedCount > 0) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    hasUnfinished: () => unfinishedCount > 0,
    whenIdle: () => (unfinishedCount === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
