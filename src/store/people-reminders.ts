import type { Account } from '../domain/person.ts';
import type { Session } from './database.ts';
import { closeFeed } from './feeds.ts';
import { findSubscriber } from './subscribers.ts';
import { unsubscribe } from './subscriptions.ts';

/** Ends all reminders of these accounts' own chats: what they follow, asked for themselves, are told of as superiors, their digest and calendar. */
export async function silenceAccounts(session: Session, accounts: readonly Account[], now: Date): Promise<void> {
  for (const { platform, accountId } of accounts) {
    const chat = await findSubscriber(session, { platform, chatId: accountId });
    if (chat === null) continue;
    await unsubscribe(session, { subscriber: chat.id, topic: 'all' }, now);
    await closeFeed(session, chat.id, now);
    await session.query(
      `update subscribers set digest = case when id = $1 then 'none' else digest end,
         superior_id = case when superior_id = $1 then null else superior_id end,
         superior_accepted_at = case when superior_id = $1 then null else superior_accepted_at end
       where id = $1 or superior_id = $1`,
      [chat.id],
    );
    await session.query(`update duties set status = 'ended', ended_at = $2 where owner_id = $1 and status = 'active'`, [
      chat.id,
      now,
    ]);
    await session.query(
      `update reminders set status = 'cancelled', reason = 'put out', settled_at = $2
       where subscriber_id = $1 and (status = 'planned' or status in ('held_over', 'unknown', 'failed') and listed_in is null)`,
      [chat.id, now],
    );
  }
}
