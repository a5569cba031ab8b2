import type { Refusal } from './fake-telegram-updates.ts';

export type Fault =
  /** Answered so, nothing done. */
  | { kind: 'refuse'; refusal: Refusal }
  /** The connection breaks before the call was read. */
  | { kind: 'drop_before' }
  /** The call is carried out, then the connection breaks: the caller cannot know. */
  | { kind: 'drop_after' }
  /** A gateway's HTML page instead of JSON. */
  | { kind: 'garbage' }
  | { kind: 'slow'; milliseconds: number };

export const faults = {
  tooManyRequests: (retryAfter: number): Fault =>
    refuse(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter }),
  badEntities: refuse(400, 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0'),
  blocked: refuse(403, 'Forbidden: bot was blocked by the user'),
  unauthorized: refuse(401, 'Unauthorized'),
  internal: refuse(500, 'Internal Server Error: restart'),
  badGateway: refuse(502, 'Bad Gateway'),
  dropBefore: { kind: 'drop_before' } as Fault,
  dropAfter: { kind: 'drop_after' } as Fault,
  garbage: { kind: 'garbage' } as Fault,
};

export function refuse(code: number, description: string, parameters?: Record<string, number>): Fault {
  return { kind: 'refuse', refusal: { code, description, ...(parameters ? { parameters } : {}) } };
}

type Script = { method: string; fault: Fault; left: number; chatId: number | null };

/** Faults in the order they were scripted; each is used up by the calls it fits. */
export class FaultScript {
  private scripts: Script[] = [];

  add(method: string, fault: Fault, { times = 1, chatId = null as number | null } = {}): void {
    this.scripts.push({ method, fault, left: times, chatId });
  }

  clear(): void {
    this.scripts = [];
  }

  take(method: string, chatId: number | null): Fault | null {
    const script = this.scripts.find(
      (one) => one.left > 0 && one.method === method && (one.chatId === null || one.chatId === chatId),
    );
    if (script === undefined) return null;
    script.left -= 1;
    return script.fault;
  }
}

export type RateLimits = { perSecond: number; perChatPerSecond: number; perGroupPerMinute: number };

/** Telegram's flood control, switchable: null lets everything through. */
export class RateGate {
  limits: RateLimits | null = null;
  /** Messages that came before the time named by `retry_after`: a bot that does this is banned in the end. */
  earlyCalls = 0;
  private sends: { chatId: number; at: number }[] = [];
  private closedUntil = new Map<number, number>();

  /** Seconds to wait, or null when the message may pass. */
  pass(chatId: number): number | null {
    const now = performance.now();
    if (now < (this.closedUntil.get(chatId) ?? 0)) this.earlyCalls += 1;
    const wait = this.limits === null ? null : this.waitFor(chatId, this.limits, now);
    if (wait === null) this.sends.push({ chatId, at: now });
    else this.close(chatId, wait);
    return wait;
  }

  close(chatId: number, seconds: number): void {
    this.closedUntil.set(chatId, performance.now() + seconds * 1000);
  }

  private waitFor(chatId: number, limits: RateLimits, now: number): number | null {
    this.sends = this.sends.filter(({ at }) => at > now - 60_000);
    const since = (milliseconds: number) => this.sends.filter(({ at }) => at > now - milliseconds);
    const here = (milliseconds: number) => since(milliseconds).filter((one) => one.chatId === chatId);
    if (since(1000).length >= limits.perSecond || here(1000).length >= limits.perChatPerSecond) return 1;
    const inGroup = chatId < 0 ? here(60_000) : [];
    const oldest = inGroup.at(-limits.perGroupPerMinute);
    return oldest === undefined ? null : Math.ceil((oldest.at + 60_000 - now) / 1000);
  }
}
