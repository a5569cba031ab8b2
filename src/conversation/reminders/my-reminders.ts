import { mayActAs } from '../../domain/person.ts';
import { paragraph, type Reply } from '../../domain/reply.ts';
import { findDirectives } from '../../store/directives.ts';
import { endOwnDuty, findDuties } from '../../store/duties.ts';
import { fold } from '../../vietnamese/fold.ts';
import { cleanMessage } from '../../vietnamese/normalize.ts';
import type { Turn } from '../feature.ts';
import { pageOf, readCommand, readPage } from '../read-command.ts';
import { blocksReply, notHere, sayReply } from '../say-reply.ts';
import { mayChange, notYoursReply, subscriberOf } from './chat-subscriber.ts';
import { deadlineTable, detailChoices } from './deadline-table.ts';
import type { ReminderDesk, ReminderStep } from './reminder-desk.ts';
import { type Upcoming, upcomingOf } from './upcoming.ts';

const pageSize = 6;
/** Asked for in words: "xem các lời nhắc của tôi", "danh sách nhắc việc". */
const askedInWords =
  /^(?:(?:cho toi |toi muon )?(?:xem|liet ke|danh sach|mo) )?(?:(?:cac|nhung) )?(?:loi nhac|nhac viec|lich nhac|viec)(?: (?:da dat|duoc nhac))? (?:cua|cho) (?:toi|minh|em|nhom(?: nay)?)(?: la gi)?[?.]?$|^(?:xem|danh sach|liet ke) (?:(?:cac|nhung) )?(?:loi nhac|nhac viec|lich nhac)[.]?$/;

const nothingReply = sayReply(
  'Ở đây chưa đặt lời nhắc nào và chưa theo dõi gì. Gõ “nhắc tôi …” để đặt, /theodoi để theo dõi một văn bản, địa phương hay đơn vị.',
);

/** /nhaccuatoi: what this chat is reminded of, a page at a time. */
export const showMyReminders: ReminderStep = async (turn, desk) => {
  const command = readCommand(turn.text);
  const isAsked = command === null && askedInWords.test(fold(cleanMessage(turn.text)));
  if (command?.name !== 'nhaccuatoi' && !isAsked) return null;
  const { page } = readPage(command?.rest ?? '');
  const subscriber = await subscriberOf(turn, desk.database);
  const all = subscriber === null ? [] : await upcomingOf(desk.database, subscriber.id, { ...desk, ...turn });
  return all.length === 0 ? nothingReply : listed(all, page, desk);
};

async function listed(all: Upcoming[], page: number, { database, rulebook }: ReminderDesk): Promise<Reply> {
  const { shown, hasMore } = pageOf(all, page, pageSize);
  if (shown.length === 0) return sayReply(`Không có trang ${page}.`, [{ label: 'Trang đầu', message: '/nhaccuatoi' }]);
  const ids = shown.flatMap(({ duty }) => duty.document ?? []);
  const directives = new Map((await findDirectives(database, { ids })).map((one) => [one.id, one]));
  const title =
    all.length === shown.length ? `${all.length} việc đang nhắc` : `${all.length} việc đang nhắc, trang ${page}`;
  return blocksReply(
    [
      paragraph({ bold: title }),
      deadlineTable(shown, { rulebook, directiveOf: (id) => directives.get(id) ?? null }),
      paragraph({ italic: 'Chọn một việc để báo đã nộp, hẹn nhắc lại hoặc xóa.' }),
    ],
    [
      ...detailChoices(shown, rulebook),
      ...(hasMore ? [{ label: 'Trang sau', message: `/nhaccuatoi trang ${page + 1}` }] : []),
    ],
  );
}

/** "/xoanhac 12", "xóa nhắc 12": ends a reminder in own words. Somebody else's is as if it were not there. */
export const deleteReminder: ReminderStep = async (turn, desk) => {
  const asked = /^(?:\/xoanhac(?:@\w+)?|(?:xoa|huy|bo|dung|tat) (?:loi )?nhac(?: (?:so|viec))?) #?(\d{1,15})$/.exec(
    fold(turn.text.trim()),
  );
  if (asked === null) return /^\/xoanhac\b/i.test(turn.text.trim()) ? notHere('lời nhắc ấy') : null;
  const id = Number(asked[1]);
  const subscriber = await subscriberOf(turn, desk.database);
  const [duty] = subscriber === null ? [] : await findDuties(desk.database, { ids: [id], owners: [subscriber.id] });
  if (subscriber === null || duty === undefined) return notHere(`lời nhắc số ${id}`);
  if (!(await mayEnd(turn, desk, { subscriber: subscriber.id, topics: duty.topics }))) return notYoursReply;
  const { receivedAt } = turn.message;
  await desk.database.transaction((session) => endOwnDuty(session, { id, owner: subscriber.id }, receivedAt));
  desk.wake();
  return sayReply(
    ['Đã xóa lời nhắc: ', { bold: duty.what }, '. Sẽ không nhắc việc này nữa.'],
    [{ label: 'Lời nhắc của tôi', message: '/nhaccuatoi' }],
  );
};

async function mayEnd(
  turn: Turn,
  { database }: ReminderDesk,
  { subscriber, topics }: { subscriber: number; topics: string[] },
): Promise<boolean> {
  if (mayActAs(turn.speaker.role, 'administrator')) return true;
  const [topic = ''] = topics;
  return mayChange(turn, database, { subscriber, topic });
}
