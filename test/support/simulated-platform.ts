import type { PlatformName } from '../../src/domain/message.ts';
import type { Platform, SendOutcome } from '../../src/domain/platform.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { renderReply } from '../../src/platforms/terminal/render-reply.ts';
import type { SimulatedClock } from './simulated-clock.ts';

export type Arrived = { chatId: string; text: string; reply: Reply; at: Date };

/** Telegram's limits; a chat id that begins with "-" is a group's. */
export type Limits = { perSecond: number; perChatPerSecond: number; perGroupPerMinute: number };
export const telegramLimits: Limits = { perSecond: 30, perChatPerSecond: 1, perGroupPerMinute: 20 };

/** A platform under a simulated clock: keeps what arrives, refuses what comes too fast, and fails as it is told. */
export type SimulatedPlatform = Platform & {
  arrived: Arrived[];
  /** Every call, also those that were refused. */
  calls: number;
  /** Answers with 429. */
  refusedForRate: number;
  /** Decides over a call before the limits do; null lets it through. "lost": it arrives, but the answer does not. */
  fault: (chatId: string, reply: Reply) => SendOutcome | 'lost' | null;
  textsOf(chatId: string): string[];
};

export function simulatedPlatform(
  clock: SimulatedClock,
  { name = 'telegram' as PlatformName, limits = null as Limits | null, latencyMs = 0 } = {},
): SimulatedPlatform {
  const arrived: Arrived[] = [];
  const tooFast = (
    chatId: string,
    now: number,
    { perSecond, perChatPerSecond, perGroupPerMinute }: Limits,
  ): boolean => {
    const recent = arrived.slice(-3000);
    const within = (ms: number, here: boolean) =>
      recent.filter((one) => +one.at > now - ms && (!here || one.chatId === chatId)).length;
    if (within(1000, false) >= perSecond || within(1000, true) >= perChatPerSecond) return true;
    return chatId.startsWith('-') && within(60_000, true) >= perGroupPerMinute;
  };
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const platform: SimulatedPlatform = {
    name,
    limits: { textLength: 4096, buttons: 24 },
    capabilities: {
      formatting: true,
      groups: true,
      images: true,
      files: true,
      edits: false,
      typing: false,
      receipts: false,
      proactive: 'always',
    },
    finished,
    start: async () => undefined,
    stop: async () => finish(),
    arrived,
    calls: 0,
    refusedForRate: 0,
    fault: () => null,
    textsOf: (chatId) => arrived.filter((one) => one.chatId === chatId).map(({ text }) => text),
    async send(chatId, reply) {
      platform.calls += 1;
      if (latencyMs > 0) await clock.sleep(latencyMs);
      const fault = platform.fault(chatId, reply);
      if (fault !== null && fault !== 'lost') return fault;
      const at = clock.now();
      if (limits !== null && tooFast(chatId, +at, limits)) {
        platform.refusedForRate += 1;
        return { status: 'failed', kind: 'rate', retryAfterSeconds: 1, reason: '429 Too Many Requests' };
      }
      const text = renderReply(reply, { columns: Number.POSITIVE_INFINITY, color: false });
      arrived.push({ chatId, text, reply, at });
      if (fault === 'lost') return { status: 'unknown', reason: 'network: ECONNRESET' };
      return { status: 'sent', receipt: `${chatId}:${arrived.length}` };
    },
  };
  return platform;
}
