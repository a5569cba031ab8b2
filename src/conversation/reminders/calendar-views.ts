import { dateOf } from '../../domain/calendar-date.ts';
import { paragraph, type Reply } from '../../domain/reply.ts';
import { readCommand } from '../read-command.ts';
import { blocksReply, sayReply } from '../say-reply.ts';
import { subscriberOf } from './chat-subscriber.ts';
import type { ReminderStep } from './reminder-desk.ts';

const noneReply = sayReply(
  'Ở đây chưa đặt lời nhắc nào và chưa theo dõi gì, nên chưa có lịch. Gõ “nhắc tôi …” hoặc /theodoi.',
);

/** /lich: the month as a picture; "/lich tep": a file for a calendar program; "/lich diachi": an address it can follow. */
export const showCalendar: ReminderStep = async (turn, { database, views }) => {
  const command = readCommand(turn.text);
  if (command?.name !== 'lich') return null;
  const subscriber = await subscriberOf(turn, database);
  if (subscriber === null) return noneReply;
  if (command.rest === 'tep') return fileReply(await views.calendarFile(subscriber.id));
  if (command.rest === 'diachi') return addressReply(await views.feedUrl(subscriber.id));
  const month = /^20\d\d-(?:0[1-9]|1[0-2])$/.test(command.rest) ? command.rest : turn.today.slice(0, 7);
  const picture = await views.monthPicture({ subscriber: subscriber.id, month, today: turn.today });
  const [year = 0, number = 0] = month.split('-').map(Number);
  return blocksReply(
    [paragraph({ bold: `Tháng ${number}/${year}` }), { kind: 'image', ...picture }],
    [
      { label: 'Tháng sau', message: `/lich ${dateOf(year, number + 1, 1).slice(0, 7)}` },
      { label: 'Tệp lịch', message: '/lich tep' },
      { label: 'Địa chỉ lịch riêng', message: '/lich diachi' },
    ],
  );
};

const fileReply = (bytes: Uint8Array): Reply =>
  blocksReply([
    {
      kind: 'file',
      name: 'lich-nhac-viec.ics',
      mediaType: 'text/calendar',
      bytes,
      alt: 'Tệp lịch (ICS) các việc được nhắc, mở bằng ứng dụng lịch.',
    },
  ]);

const addressReply = (url: string | null): Reply =>
  sayReply(
    url === null
      ? 'Bot này chưa mở địa chỉ lịch; gõ “/lich tep” để lấy tệp lịch.'
      : `Địa chỉ lịch riêng, dán vào ứng dụng lịch (ai có địa chỉ đều xem được; địa chỉ trước đó hết hiệu lực): ${url}`,
  );
