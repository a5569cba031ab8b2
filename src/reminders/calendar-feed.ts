import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../store/database.ts';
import { closeFeed, findFeed, openFeed } from '../store/feeds.ts';
import { loadSubscribers } from '../store/subscribers.ts';
import { calendarFile } from './calendar-file.ts';
import { findChatDuties } from './chat-duties.ts';
import type { ReminderRules } from './duty-occurrences.ts';

/** Private addresses that a calendar program reads a chat's duties from, `/lich/<token>.ics`. */
export type CalendarFeed = {
  /** A new token for the chat; the one before is worth nothing any more. Only its fingerprint is kept. */
  open(subscriber: number): Promise<string>;
  /** False when the chat had none. */
  close(subscriber: number): Promise<boolean>;
  /** The chat's duties as an iCalendar file; null for a token that is wrong or was taken back. */
  feedOf(token: string): Promise<Uint8Array | null>;
  /** The same as a file to keep. */
  fileOf(subscriber: number): Promise<Uint8Array>;
};

const TOKEN_BYTES = 24;
const tokenShape = /^[\w-]{32}$/;

export function createCalendarFeed({
  database,
  rules,
  now,
}: {
  database: Database;
  rules: ReminderRules;
  now: () => Date;
}): CalendarFeed {
  const fileOf = async (subscriber: number): Promise<Uint8Array> => {
    const [chat] = await loadSubscribers(database, [subscriber]);
    const title = chat?.isGroup === true && chat.name !== '' ? `Hạn báo cáo – ${chat.name}` : 'Hạn báo cáo';
    return calendarFile(await findChatDuties(database, subscriber), { rules, now: now(), title });
  };
  return {
    fileOf,
    async open(subscriber) {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const feed = { subscriber, tokenHash: fingerprint(token) };
      await database.transaction((session) => openFeed(session, feed, now()));
      return token;
    },
    close: (subscriber) => closeFeed(database, subscriber, now()),
    async feedOf(token) {
      const subscriber = tokenShape.test(token) ? await findFeed(database, fingerprint(token)) : null;
      return subscriber === null ? null : fileOf(subscriber);
    },
  };
}

function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
