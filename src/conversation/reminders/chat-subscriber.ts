import { mayActAs } from '../../domain/person.ts';
import type { Subscriber } from '../../domain/reminder.ts';
import type { ChatKey } from '../../store/chats.ts';
import type { Session } from '../../store/database.ts';
import { findSubscriber, saveSubscriber } from '../../store/subscribers.ts';
import { listSubscriptions } from '../../store/subscriptions.ts';
import type { Turn } from '../feature.ts';
import { sayReply } from '../say-reply.ts';

export const chatOf = ({ message }: Turn): ChatKey => ({ platform: message.platform, chatId: message.chatId });

/** Null for a chat that never asked for a reminder. */
export const subscriberOf = (turn: Turn, session: Session): Promise<Subscriber | null> =>
  findSubscriber(session, chatOf(turn));

/** The chat as a subscriber, made one when it is none yet: only for somebody who has just asked for it. */
export async function joinChat(turn: Turn, session: Session): Promise<Subscriber> {
  const { isGroup, personName, receivedAt } = turn.message;
  const known = await subscriberOf(turn, session);
  const own = personName ?? '';
  // Platforms do not tell what a group is called; who asked first has to do.
  const name = isGroup ? (known?.name ?? (own === '' ? 'Nhóm' : `Nhóm của ${own}`)) : own || (known?.name ?? '');
  return saveSubscriber(session, { ...chatOf(turn), name, isGroup }, receivedAt);
}

/**
 * Whether the speaker may take back what was asked for here: in a group only who asked for it (without a topic: for anything) and administrators;
 * in a private chat always.
 */
export async function mayChange(turn: Turn, session: Session, wish: { subscriber: number; topic?: string }) {
  const { isGroup, personId } = turn.message;
  if (!isGroup || mayActAs(turn.speaker.role, 'administrator')) return true;
  const asked = await listSubscriptions(session, wish.subscriber);
  return asked.some(({ askedBy, topic }) => askedBy === personId && (wish.topic ?? topic) === topic);
}

export const notYoursReply = sayReply(
  'Trong nhóm, chỉ người đã đặt (hoặc quản trị) mới đổi hay bỏ được; chưa có gì thay đổi.',
);
