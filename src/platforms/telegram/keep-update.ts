import type { Update } from 'grammy/types';
import type { Inbox } from '../../domain/platform.ts';

export type UpdateKeeper = {
  inbox: Inbox;
  /** Whether somebody speaks to the bot in it. */
  isForUs: (update: Update) => boolean;
  counted: (what: 'stored' | 'repeat' | 'ignored') => void;
  now: () => Date;
};

/** Keeps an update for good before it counts as received; what is not for us is not kept. Rejects when it cannot be kept. */
export async function keepUpdate({ inbox, isForUs, counted, now }: UpdateKeeper, update: Update): Promise<void> {
  if (!isForUs(update)) return counted('ignored');
  const { message, callback_query: tap } = update;
  const about = message ?? tap?.message;
  const isNew = await inbox.add('telegram', {
    eventId: eventIdOf(update),
    chatId: about === undefined ? 'none' : String(about.chat.id),
    sentAt: message === undefined ? now() : new Date(message.date * 1000),
    // Telegram hands out what was said in a chat in its order.
    holdMilliseconds: 0,
    body: JSON.stringify(update),
  });
  counted(isNew ? 'stored' : 'repeat');
}

/** Of what was said: the same message may come in a second update. */
function eventIdOf({ update_id: id, message, callback_query: tap }: Update): string {
  if (message !== undefined) return `${message.chat.id}:${message.message_id}`;
  return tap === undefined ? `update:${id}` : `callback:${tap.id}`;
}
