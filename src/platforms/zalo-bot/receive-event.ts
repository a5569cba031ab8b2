import type { Inbox } from '../../domain/platform.ts';
import { readHead } from './read-event.ts';

export type Reception = 'stored' | 'repeat' | 'own' | 'unreadable';

/** Deliveries of one chat may overtake each other within this time. */
export const HOLD_MILLISECONDS = 200;

/** Keeps an event for good before anything is done about it. Rejects when it cannot be kept. */
export async function receiveEvent(inbox: Inbox, json: unknown, now: Date): Promise<Reception> {
  const head = readHead(json, now);
  if (head === null) return 'unreadable';
  if (head.isFromBot) return 'own';
  const isNew = await inbox.add('zalo-bot', {
    // The same message may be told of by two events.
    eventId: `${head.name}:${head.chatId}:${head.messageId}`,
    chatId: head.chatId,
    sentAt: head.sentAt,
    holdMilliseconds: HOLD_MILLISECONDS,
    body: JSON.stringify(json),
  });
  return isNew ? 'stored' : 'repeat';
}
