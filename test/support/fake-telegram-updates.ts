import type { Update } from 'grammy/types';

export type Refusal = { code: number; description: string; parameters?: Record<string, number> };
type Asked = { offset: number; limit: number; timeoutSeconds: number };
type Waiter = { asked: Asked; answer: (result: Update[] | Refusal) => void; timer: NodeJS.Timeout };

const conflict: Refusal = {
  code: 409,
  description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
};

/**
 * The server's side of getUpdates: updates are kept until a request with a higher offset confirms them, a request with nothing to
 * hand out waits, and a second request ends the first with 409.
 */
export class FakeUpdateQueue {
  private pending: Update[] = [];
  private waiter: Waiter | null = null;
  /** How often each update was handed out: more than once after a crash before it was confirmed. */
  readonly handedOut = new Map<number, number>();

  push(update: Update): void {
    this.pending.push(update);
    // The real server waits a moment for more before it answers; so do all updates of one turn of the loop travel together.
    if (this.waiter !== null) setImmediate(() => this.serveWaiter());
  }

  get pendingCount(): number {
    return this.pending.length;
  }

  async get(asked: Asked, onGone: (gone: () => void) => void): Promise<Update[] | Refusal> {
    this.confirm(asked.offset);
    if (this.pending.length > 0 || asked.timeoutSeconds === 0) return this.handOut(asked.limit);
    this.endWaiter(conflict);
    return new Promise((answer) => {
      const timer = setTimeout(() => this.endWaiter([]), asked.timeoutSeconds * 1000);
      const waiter: Waiter = { asked, answer, timer };
      this.waiter = waiter;
      onGone(() => {
        if (this.waiter === waiter) this.endWaiter([]);
      });
    });
  }

  /** As when a webhook is set or the server restarts. */
  endWaiter(result: Update[] | Refusal): void {
    const { waiter } = this;
    this.waiter = null;
    if (waiter === null) return;
    clearTimeout(waiter.timer);
    waiter.answer(result);
  }

  private serveWaiter(): void {
    if (this.waiter !== null && this.pending.length > 0) this.endWaiter(this.handOut(this.waiter.asked.limit));
  }

  private handOut(limit: number): Update[] {
    const updates = this.pending.slice(0, limit);
    for (const { update_id: id } of updates) this.handedOut.set(id, (this.handedOut.get(id) ?? 0) + 1);
    return updates;
  }

  private confirm(offset: number): void {
    if (offset < 0) this.pending = this.pending.slice(offset);
    else if (offset > 0) this.pending = this.pending.filter((update) => update.update_id >= offset);
  }
}
