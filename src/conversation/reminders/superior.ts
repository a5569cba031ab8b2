import type { PlatformName } from '../../domain/message.ts';
import type { Subscriber } from '../../domain/reminder.ts';
import { type Choice, paragraph, type Reply, type Span } from '../../domain/reply.ts';
import type { ChatKey } from '../../store/chats.ts';
import { acceptSuperior, findSubscriber, listSubordinates, nameSuperior } from '../../store/subscribers.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { Turn } from '../feature.ts';
import { readCommand } from '../read-command.ts';
import { blocksReply, sayReply } from '../say-reply.ts';
import { chatOf, joinChat, mayChange, notYoursReply, subscriberOf } from './chat-subscriber.ts';
import type { ReminderDesk, ReminderStep } from './reminder-desk.ts';

/**
 * /captren: who is told when nobody here has acknowledged. A superior is named by the code of their own chat and told of nothing before they have
 * agreed there; both sides see it and can end it.
 */
export const superior: ReminderStep = async (turn, desk) => {
  const command = readCommand(turn.text);
  if (command?.name !== 'captren') return null;
  const [word = '', ...rest] = fold(command.rest).split(/\s+/);
  const id = Number(rest[0]);
  if (word === '') return showSuperior(turn, desk);
  if (word === 'bo') return nameNobody(turn, desk);
  if (word === 'nhan' || word === 'thoi') return decide(turn, desk, { subordinate: id, accepts: word === 'nhan' });
  return name(turn, desk, command.rest);
};

const codeOf = ({ platform, chatId }: ChatKey): string => `${platform}:${chatId}`;

/** Also makes the chat known, so that it can be named; it is reminded of nothing by that. */
async function showSuperior(turn: Turn, { database }: ReminderDesk): Promise<Reply> {
  const own = await database.transaction((session) => joinChat(turn, session));
  const people = await listSubordinates(database, own.id);
  const current = own.superior;
  const state =
    current === null
      ? 'chưa đặt. Gõ /captren kèm mã của cấp trên, ví dụ /captren telegram:123456.'
      : `${current.name || 'đã đặt'} – ${current.isAccepted ? 'đã nhận lời' : 'chưa nhận lời, nên chưa được báo gì'}.`;
  const blocks = [
    paragraph({ bold: 'Cấp trên ở đây' }, `: ${state}`),
    paragraph(
      `Mã của cuộc trò chuyện này: ${codeOf(chatOf(turn))}. Đưa mã này cho cấp dưới để họ đặt anh/chị làm cấp trên.`,
    ),
    ...(people.length === 0 ? [] : [paragraph({ bold: 'Đặt anh/chị làm cấp trên' }), listOf(people)]),
  ];
  const end: Choice[] = current === null ? [] : [{ label: 'Bỏ cấp trên', message: '/captren bo' }];
  return blocksReply(blocks, [...people.flatMap(decisions), ...end]);
}

const listOf = (people: readonly Subscriber[]) => ({
  kind: 'list' as const,
  items: people.map((one): Span[] => [
    `${one.name || codeOf(one)}: ${one.superior?.isAccepted === true ? 'đã nhận lời' : 'đang chờ nhận lời'}`,
  ]),
});

function decisions({ id, name: own, superior: current, ...chat }: Subscriber): Choice[] {
  const label = own || codeOf(chat);
  return current?.isAccepted
    ? [{ label: `Thôi nhận báo của ${label}`, message: `/captren thoi ${id}` }]
    : [
        { label: `Nhận lời ${label}`, message: `/captren nhan ${id}` },
        { label: `Từ chối ${label}`, message: `/captren thoi ${id}` },
      ];
}

async function mayName(turn: Turn, { database }: ReminderDesk): Promise<boolean> {
  if (!turn.message.isGroup) return true;
  const known = await subscriberOf(turn, database);
  return known !== null && mayChange(turn, database, { subscriber: known.id });
}

async function name(turn: Turn, desk: ReminderDesk, code: string): Promise<Reply> {
  if (!(await mayName(turn, desk))) return notYoursReply;
  const chat = readCode(code);
  const named = chat === null ? null : await findSubscriber(desk.database, chat);
  if (chat === null || named === null) {
    return sayReply(
      'Chưa thấy cuộc trò chuyện có mã này. Nhờ cấp trên gõ /captren với bot để lấy mã, rồi gõ /captren kèm mã đó. Chưa có gì thay đổi.',
    );
  }
  if (codeOf(chat) === codeOf(chatOf(turn)))
    return sayReply('Không thể tự làm cấp trên của mình; chưa có gì thay đổi.');
  await desk.database.transaction(async (session) => {
    const { id } = await joinChat(turn, session);
    await nameSuperior(session, id, named.id);
  });
  const asker = turn.message.personName ?? codeOf(chatOf(turn));
  desk.tell(
    chat,
    sayReply(
      `${asker} đặt anh/chị làm cấp trên được báo khi đến hạn mà chưa ai xác nhận. Gõ /captren để nhận lời hoặc từ chối.`,
    ),
  );
  return sayReply(
    'Đã đặt. Cấp trên chỉ được báo sau khi nhận lời: nhờ họ gõ /captren với bot. Gõ “tắt báo cấp trên” để tắt.',
  );
}

function readCode(code: string): ChatKey | null {
  const match = /^(telegram|zalo-oa|zalo-bot|terminal):(\S{1,128})$/.exec(code.trim());
  return match === null ? null : { platform: match[1] as PlatformName, chatId: match[2] ?? '' };
}

async function nameNobody(turn: Turn, desk: ReminderDesk): Promise<Reply> {
  const own = await subscriberOf(turn, desk.database);
  if (own === null || own.superior === null) return sayReply('Ở đây chưa đặt cấp trên nào; chưa có gì thay đổi.');
  if (!(await mayName(turn, desk))) return notYoursReply;
  await nameSuperior(desk.database, own.id, null);
  return sayReply('Đã bỏ: không báo cấp trên nào nữa.');
}

async function decide(
  turn: Turn,
  { database, wake }: ReminderDesk,
  { subordinate, accepts }: { subordinate: number; accepts: boolean },
): Promise<Reply> {
  const own = await subscriberOf(turn, database);
  const people = own === null ? [] : await listSubordinates(database, own.id);
  const one = people.find(({ id }) => id === subordinate);
  if (own === null || one === undefined) return sayReply('Không có ai đang đặt anh/chị như vậy; chưa có gì thay đổi.');
  const label = one.name || codeOf(one);
  if (!accepts) {
    await nameSuperior(database, one.id, null);
    return sayReply(`Đã thôi: anh/chị không nhận báo về ${label} nữa.`);
  }
  await acceptSuperior(database, { subscriber: one.id, superior: own.id }, turn.message.receivedAt);
  wake();
  return sayReply(
    ['Đã nhận lời: tôi sẽ báo anh/chị khi ', { bold: label }, ' đến hạn mà chưa xác nhận.'],
    [{ label: 'Bảng theo dõi', message: '/bangtheodoi' }],
  );
}
