import { topicOf } from '../../domain/reminder.ts';
import { paragraph, type Reply } from '../../domain/reply.ts';
import { forgetPlanned } from '../../store/planned-steps.ts';
import { listSubscriptions, unsubscribe } from '../../store/subscriptions.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { Turn } from '../feature.ts';
import { readCommand } from '../read-command.ts';
import { blocksReply, sayReply, shorten } from '../say-reply.ts';
import { mayChange, notYoursReply, subscriberOf } from './chat-subscriber.ts';
import { nameOfTopic } from './known-topic.ts';
import type { ReminderDesk, ReminderStep } from './reminder-desk.ts';

/** Not what was asked for in own words: that is deleted, not unfollowed. */
export const isFollowed = ({ topic }: { topic: string }): boolean => !topic.startsWith(topicOf.duty('own:'));

/** What this chat follows, each with one tap to end it. */
export async function listFollowed(turn: Turn, desk: ReminderDesk): Promise<Reply> {
  const subscriber = await subscriberOf(turn, desk.database);
  const all = subscriber === null ? [] : await listSubscriptions(desk.database, subscriber.id);
  const followed = all.filter(isFollowed);
  if (followed.length === 0) return sayReply(nothingFollowed, starters);
  const names = await Promise.all(followed.map(({ topic }) => nameOfTopic(topic, turn, desk)));
  const items = names.map((name): [string] => [name]);
  return blocksReply(
    [paragraph({ bold: `Đang theo dõi ${followed.length}` }), { kind: 'list', items }],
    followed.map(({ topic }, at) => ({ label: `Bỏ: ${shorten(names[at] ?? '', 40)}`, message: `/botheodoi ${topic}` })),
  );
}

const nothingFollowed =
  'Ở đây chưa theo dõi gì. Anh/chị gõ /theodoi kèm số văn bản (15/KH-UBND), địa phương (Cao Bằng), loại báo cáo (báo cáo quý) hoặc đơn vị (Sở Tài chính).';
const starters = [
  { label: 'Đơn vị của tôi', message: '/theodoi đơn vị của tôi' },
  { label: 'Báo cáo định kỳ', message: '/theodoi báo cáo định kỳ' },
  { label: 'Xem các hạn sắp tới', message: '/han' },
];

/** "/botheodoi …", one tap: that one topic; "bỏ theo dõi" alone lists what can be ended. */
export const unfollow: ReminderStep = async (turn, desk) => {
  const command = readCommand(turn.text);
  const said = /^(?:bo|thoi|huy|dung|ngung)(?: dang ky)? (?:theo doi|nhan nhac)(?: (tat ca|het))?[.!]?$/.exec(
    fold(turn.text.trim()),
  );
  if (command?.name !== 'botheodoi' && said === null) return null;
  const topic = said === null ? (command?.rest ?? '') : said[1] === undefined ? '' : 'all';
  if (topic === '') return listFollowed(turn, desk);
  const subscriber = await subscriberOf(turn, desk.database);
  const followed =
    subscriber === null ? [] : (await listSubscriptions(desk.database, subscriber.id)).filter(isFollowed);
  const meant = followed.filter((one) => one.topic === topic || topic === 'all');
  if (subscriber === null || meant.length === 0) return sayReply('Ở đây không theo dõi mục ấy; chưa có gì thay đổi.');
  for (const one of meant) {
    if (!(await mayChange(turn, desk.database, { subscriber: subscriber.id, topic: one.topic }))) return notYoursReply;
  }
  const name = topic === 'all' ? 'tất cả' : await nameOfTopic(topic, turn, desk);
  await desk.database.transaction(async (session) => {
    for (const one of meant) {
      await unsubscribe(session, { subscriber: subscriber.id, topic: one.topic }, turn.message.receivedAt);
    }
    // What another topic still follows may be due by another ladder now.
    await forgetPlanned(session, subscriber.id, turn.message.receivedAt);
  });
  desk.wake();
  return sayReply(
    ['Đã bỏ theo dõi: ', { bold: name }, '.'],
    topic === 'all' ? [] : [{ label: 'Theo dõi lại', message: `/theodoi chude ${topic}` }],
  );
};
