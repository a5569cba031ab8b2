import { dateOf } from '../../domain/calendar-date.ts';
import { type Block, paragraph } from '../../domain/reply.ts';
import { subscriberOf } from './chat-subscriber.ts';
import { readCommand } from './read-command.ts';
import type { ReminderStep } from './reminder-desk.ts';
import { blocksReply, sayReply } from './say-reply.ts';

const noneReply = sayReply(
  'Ở đây chưa đặt lời nhắc nào và chưa theo dõi gì, nên chưa có lịch. Gõ “nhắc tôi …” hoặc /theodoi.',
);

/** /lich: the month as a picture; "/lich tep": a file for a calendar program; "/lich diachi": an address it can follow. */
export const showCalendar: ReminderStep = async (turn, { database, views }) => {
  const command = readCommand(turn.text);
  if (command?.name !== 'lich' || views === null) return null;
  const subscriber = await subscriberOf(turn, database);
  if (subscriber === null) return noneReply;
  const request = { subscriber: subscriber.id, now: turn.message.receivedAt };
  if (command.rest === 'tep') {
    const bytes = await views.calendarFile(request);
    const file: Block = {
      kind: 'file',
      name: 'lich-nhac-viec.ics',
      mediaType: 'text/calendar',
      bytes: bytes ?? new Uint8Array(),
      alt: 'Tệp lịch (ICS) các việc được nhắc, mở bằng ứng dụng lịch.',
    };
    return bytes === null ? sayReply('Chưa làm được tệp lịch.') : blocksReply([file]);
  }
  if (command.rest === 'diachi') {
    const url = await views.feedUrl(subscriber.id);
    return sayReply(
      url === null
        ? 'Bot này chưa mở địa chỉ lịch; gõ “/lich tep” để lấy tệp lịch.'
        : `Địa chỉ lịch riêng, dán vào ứng dụng lịch (ai có địa chỉ đều xem được; địa chỉ cũ hết hiệu lực): ${url}`,
    );
  }
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.test(command.rest) ? command.rest : turn.today.slice(0, 7);
  const picture = await views.monthPicture({ ...request, month });
  if (picture === null) return noneReply;
  const next = dateOf(Number(month.slice(0, 4)), Number(month.slice(5)) + 1, 1).slice(0, 7);
  return blocksReply(
    [paragraph({ bold: `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}` }), { kind: 'image', ...picture }],
    [
      { label: 'Tháng sau', message: `/lich ${next}` },
      { label: 'Tệp lịch', message: '/lich tep' },
      { label: 'Địa chỉ lịch riêng', message: '/lich diachi' },
    ],
  );
};
