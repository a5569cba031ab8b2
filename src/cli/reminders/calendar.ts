import { writeFile } from 'node:fs/promises';
import { localDate } from '../../domain/vietnam-time.ts';
import { createCalendarFeed } from '../../reminders/calendar-feed.ts';
import { textOption, UsageError } from '../command.ts';
import { type Action, type ActionInput, neededChat } from './action.ts';

/** A chat's duties as an iCalendar file, to `--out` or stdout. */
export const calendarAction: Action = async (input) => {
  const chat = await neededChat(input);
  if (chat === null) return 1;
  const file = await feedsOf(input).fileOf(chat.id);
  const out = textOption(input.values, 'out');
  if (out === null) for (const line of new TextDecoder().decode(file).trimEnd().split('\r\n')) input.context.out(line);
  else await save(input, out, file);
  return 0;
};

/** The month of a chat as a picture, to `--out`. */
export const pictureAction: Action = async (input) => {
  const out = textOption(input.values, 'out');
  if (out === null) throw new UsageError('Thiếu --out (ví dụ --out lich.png).');
  const chat = await neededChat(input);
  if (chat === null) return 1;
  const today = localDate(input.context.now());
  const month = input.word ?? today.slice(0, 7);
  if (!/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/.test(month)) throw new UsageError('Tháng phải viết như 2026-11.');
  const { chatMonth } = await import('../../reminders/picture/chat-month.ts');
  const { png } = await chatMonth(input.database, { subscriber: chat.id, month, today }, input.rules);
  await save(input, out, png);
  return 0;
};

/** A new private address for a chat's calendar, or with `off` none any more. */
export const feedAction: Action = async (input) => {
  const { word, values, context } = input;
  if (word !== null && word !== 'off') throw new UsageError(`Không có «feed ${word}»; để thu hồi: feed off.`);
  const chat = await neededChat(input);
  if (chat === null) return 1;
  const path = word === 'off' ? null : `/lich/${await feedsOf(input).open(chat.id)}.ics`;
  if (path === null) await feedsOf(input).close(chat.id);
  const address = path === null ? null : `${context.config().settings.PUBLIC_URL?.replace(/\/$/, '') ?? ''}${path}`;
  if (values.json === true) context.out(JSON.stringify({ chat: chat.chatId, feed: address }));
  else context.out(address ?? 'Đã thu hồi địa chỉ lịch.');
  return 0;
};

function feedsOf({ database, rules, context }: ActionInput) {
  return createCalendarFeed({ database, rules, now: context.now });
}

async function save({ values, context }: ActionInput, file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(file, bytes);
  context.out(values.json === true ? JSON.stringify({ file, bytes: bytes.length }) : `Đã ghi ${file}.`);
}
