import type { Reply } from '../../domain/reply.ts';
import { findDuties } from '../../store/duties.ts';
import { type AddedDuty, addOwnDuty } from '../../store/own-duties.ts';
import { describeWhen } from '../../vietnamese/describe-when.ts';
import type { ReminderRequest } from '../../vietnamese/reminder-request.ts';
import type { Turn } from '../feature.ts';
import { readCommand } from '../read-command.ts';
import { sayReply } from '../say-reply.ts';
import { tooManyReply } from './ask-reminder.ts';
import { chatOf, joinChat } from './chat-subscriber.ts';
import { draftToken, type ReminderDraft, readDraft, readRequest } from './read-request.ts';
import type { ReminderDesk, ReminderStep } from './reminder-desk.ts';

/** Đồng ý, Sửa or Thôi, said to a draft. What the choice carried is read and checked anew: it has no more power than the words themselves. */
export const confirmReminder: ReminderStep = async (turn, desk) => {
  const command = readCommand(turn.text);
  if (command?.name === 'nhac_thoi') return sayReply('Đã thôi: chưa đặt lời nhắc nào.');
  if (command?.name !== 'nhac_dongy' && command?.name !== 'nhac_sua') return null;
  const draft = readDraft(command.rest, turn.message.receivedAt);
  if (draft === null) return sayReply('Lời nhắc này đã cũ nên chưa đặt. Anh/chị gõ lại giúp tôi.');
  if (command.name === 'nhac_sua') return rewrite(draft);
  const request = readRequest(draft.text, draft.at, desk.rulebook.calendar);
  if (request?.kind !== 'request') return sayReply(request?.reason ?? 'Tôi chưa hiểu lời nhắc này nên chưa đặt.');
  const added = await add(turn, desk, { draft, request });
  if (added.status !== 'added') return refusal(added.status);
  desk.wake();
  const said = describeWhen(request.when, { days: request.leadDays, minutes: request.leadMinutes });
  return sayReply(
    [added.isNew ? 'Đã đặt: ' : 'Đã đặt từ trước: ', { bold: said }, ` – ${request.what}.`],
    [
      { label: 'Xem, xóa lời nhắc này', message: `/viec ${added.id}` },
      { label: 'Lời nhắc của tôi', message: '/nhaccuatoi' },
    ],
  );
};

/** The choice left standing tells that the next message is the reminder written anew; see `typedChoice`. */
const rewrite = ({ text }: ReminderDraft): Reply =>
  sayReply(`Chưa đặt. Anh/chị gõ lại cả câu cho đúng. Câu vừa rồi: “${text.replace(/^\/nhac(@\w+)?\s*/i, 'nhắc ')}”`, [
    { label: 'Thôi', message: '/nhac_thoi' },
  ]);

type Confirmed = { draft: ReminderDraft; request: ReminderRequest };
type Added = { status: 'added'; id: number; isNew: boolean } | Exclude<AddedDuty, { status: 'added' }>;

function add(turn: Turn, { database }: ReminderDesk, { draft, request }: Confirmed): Promise<Added> {
  const token = draftToken(chatOf(turn), draft);
  return database.transaction(async (session): Promise<Added> => {
    const [known] = await findDuties(session, { origins: [`own:${token}`] });
    if (known !== undefined) return { status: 'added', id: known.id, isNew: false };
    const { id: subscriber } = await joinChat(turn, session);
    const { what, when, leadDays, leadMinutes } = request;
    const { personId, receivedAt } = turn.message;
    const wish = { subscriber, personId, what, when, leadDays, leadMinutes, token };
    const added = await addOwnDuty(session, wish, receivedAt);
    return added.status === 'added' ? { ...added, isNew: true } : added;
  });
}

function refusal(status: Exclude<AddedDuty['status'], 'added'>): Reply {
  if (status === 'too_many') return tooManyReply;
  if (status === 'past') return sayReply('Thời điểm ấy đã qua nên chưa đặt. Anh/chị gõ lại với một thời điểm sắp tới.');
  return sayReply('Tôi không đặt được lời nhắc vào lúc ấy. Anh/chị gõ lại ngày giờ giúp tôi.');
}
