import type { Transformer } from 'grammy';
import type { Sleep } from '../sleep.ts';

/** The chats Telegram told us to leave alone, with the time it named. One map for all senders of a process. */
export type HeldChats = Map<string, { seconds: number; over: Promise<void> }>;

/**
 * Keeps every sender of the process from writing to a chat before the `retry_after` Telegram named for it has passed; other chats are
 * not held. A call waits when that time is at most `longestWaitSeconds`, else it fails at once as Telegram would fail it.
 */
export function holdChats(held: HeldChats, longestWaitSeconds: number, sleep: Sleep): Transformer {
  // biome-ignore lint/complexity/useMaxParams: the shape of a grammY transformer
  return async (previous, method, payload, signal) => {
    const chat = chatOf(payload);
    if (chat === null) return previous(method, payload, signal);
    for (let hold = held.get(chat); hold !== undefined; hold = held.get(chat)) {
      if (hold.seconds > longestWaitSeconds) return refusal(hold.seconds);
      await hold.over;
    }
    const answer = await previous(method, payload, signal);
    const seconds = answer.ok ? undefined : answer.parameters?.retry_after;
    if (seconds !== undefined) holdChat(held, chat, { seconds, over: sleep(seconds * 1000) });
    return answer;
  };
}

function holdChat(held: HeldChats, chat: string, { seconds, over }: { seconds: number; over: Promise<void> }): void {
  const hold = { seconds, over: over.then(() => void (held.get(chat) === hold && held.delete(chat))) };
  held.set(chat, hold);
}

function refusal(seconds: number) {
  const description = 'Too Many Requests: the chat is held';
  return { ok: false as const, error_code: 429, description, parameters: { retry_after: seconds } };
}

function chatOf(payload: object): string | null {
  return 'chat_id' in payload ? String(payload.chat_id) : null;
}
