import type { Api } from 'grammy';
import type { ShowPart } from '../../domain/message.ts';
import type { Reply } from '../../domain/reply.ts';
import { toApiSignal } from './api-signal.ts';
import type { Target } from './send-message.ts';
import { toHtml } from './to-html.ts';
import { writeLetter } from './write-letter.ts';

/** A reply in the making as its reader sees it; `end` before the reply itself is sent. */
export type DraftScreen = { show: ShowPart; end(): Promise<void> };

export type DraftOptions = {
  api: Api;
  target: Target;
  isGroup: boolean;
  draftId: number;
  /** Between two calls; ends early with the signal. */
  pause(signal: AbortSignal): Promise<void>;
};

/**
 * Shows parts of a reply as Telegram's own drafts, which vanish by themselves: what a killed process leaves behind is no message. Private chats
 * only, the newest part only, one call at a time with a pause behind it; a server that knows no drafts is asked once. Null for a group.
 */
export function openDraft({ api, target, isGroup, draftId, pause }: DraftOptions): DraftScreen | null {
  const { chatId, threadId } = target;
  if (isGroup || typeof chatId !== 'number') return null;
  const ending = new AbortController();
  let waiting: Reply | null = null;
  let working: Promise<void> | null = null;
  const thread = threadId === null ? {} : { message_thread_id: threadId };
  const work = async (): Promise<void> => {
    for (let part = waiting; part !== null && !ending.signal.aborted; part = waiting) {
      waiting = null;
      const [message] = writeLetter({ ...part, choices: [] }).messages;
      if (message === undefined || 'kind' in message) continue;
      const more = { ...thread, parse_mode: 'HTML' as const };
      await api.sendMessageDraft(chatId, draftId, toHtml(message), more, toApiSignal(ending.signal));
      await pause(ending.signal);
    }
  };
  return {
    show(part) {
      waiting = part;
      // Only a sign of life: when it cannot be shown, nothing is lost, and nothing more is tried.
      working ??= work().then(
        () => {
          working = null;
        },
        () => ending.abort(),
      );
    },
    async end() {
      ending.abort();
      waiting = null;
      await working;
    },
  };
}
