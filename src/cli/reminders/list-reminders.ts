import {
  type Duty,
  type Reminder,
  type ReminderStatus,
  reminderStatuses,
  type Subscriber,
} from '../../domain/reminder.ts';
import { occurrenceName } from '../../reminders/occurrence-name.ts';
import { sayInstant } from '../../reminders/say-date.ts';
import { sayStep } from '../../reminders/say-step.ts';
import { findDuties } from '../../store/duties.ts';
import { countUndated, findFollowedDuties } from '../../store/followed-duties.ts';
import { listReminders } from '../../store/reminders.ts';
import { loadSubscribers } from '../../store/subscribers.ts';
import { sayShortDate } from '../../vietnamese/say-day.ts';
import { textOption, UsageError } from '../command.ts';
import { tableLines } from '../print-table.ts';
import { type Action, type ActionInput, chatLabel, chatOption } from './action.ts';

/** What is followed and the next message of each, or with `--status` the messages that stand so. */
export const listAction: Action = async (input) => {
  const chat = await chatOption(input);
  if (chat === 'unknown') return 1;
  const status = textOption(input.values, 'status');
  return status === null ? listFollowed(input, chat) : listMessages(input, chat, statusOf(status));
};

async function listFollowed(input: ActionInput, chat: Subscriber | null): Promise<number> {
  const { database, rules, values, context } = input;
  const subscriber = chat?.id;
  const followed = await findFollowedDuties(database, { subscriber });
  const duties = await dutiesOf(
    input,
    followed.map(({ duty }) => duty),
  );
  const rows = followed.flatMap(({ duty: id, platform, chatId, name, next }) => {
    const duty = duties.get(id);
    if (duty === undefined) return [];
    const what = next === null ? duty.what : occurrenceName(duty, next.occurrence, rules);
    return [
      {
        duty: id,
        what,
        source: duty.source,
        platform,
        chat: chatId,
        name,
        next,
        due: next?.occurrence ?? duty.dueDate,
      },
    ];
  });
  print(input, rows, {
    header: ['việc', 'hạn', 'tin kế tiếp', 'nơi nhận', 'nội dung'],
    cells: (row) => [
      String(row.duty),
      row.due === null ? 'chưa tới kỳ' : sayShortDate(row.due),
      row.next === null ? 'chưa lên lịch' : `#${row.next.reminder} lúc ${sayInstant(new Date(row.next.at))}`,
      chatLabel({ ...row, chatId: row.chat }),
      row.what,
    ],
    nothing: 'Chưa ai theo dõi việc nào.',
  });
  const undated = await countUndated(database, { subscriber });
  if (undated > 0 && values.json !== true) {
    context.log(`${undated} thời hạn đang theo dõi không nêu ngày nên không có tin nhắc; xem: chidao deadlines`);
  }
  return 0;
}

async function listMessages(input: ActionInput, chat: Subscriber | null, status: ReminderStatus): Promise<number> {
  const { database, rules } = input;
  const subscribers = chat === null ? {} : { subscribers: [chat.id] };
  const reminders = await listReminders(database, { statuses: [status], ...subscribers });
  const duties = await dutiesOf(
    input,
    reminders.flatMap(({ duty }) => duty ?? []),
  );
  const ids = [...new Set(reminders.map(({ subscriber }) => subscriber))];
  const chats = new Map((await loadSubscribers(database, ids)).map((one) => [one.id, one]));
  const rows = reminders.map((reminder) =>
    messageRow(reminder, duties.get(reminder.duty ?? -1), chats.get(reminder.subscriber)),
  );
  print(input, rows, {
    header: ['mã tin', 'lúc', 'bước', 'hạn', 'nơi nhận', 'nội dung', 'lý do'],
    cells: (row) => [
      `#${row.reminder}`,
      sayInstant(new Date(row.at)),
      sayStep(row.step),
      sayShortDate(row.due),
      row.platform === null ? '' : chatLabel({ platform: row.platform, chatId: row.chat ?? '', name: row.name ?? '' }),
      row.whole === null ? 'bản tổng hợp' : occurrenceName(row.whole, row.due, rules),
      row.reason ?? '',
    ],
    nothing: 'Không có tin nào như vậy.',
  });
  return 0;
}

function messageRow(reminder: Reminder, duty: Duty | undefined, chat: Subscriber | undefined) {
  const { id, step, status, occurrence, dueAt, attempts, reason } = reminder;
  return {
    reminder: id,
    duty: reminder.duty,
    at: dueAt.toISOString(),
    step,
    status,
    due: occurrence,
    what: duty?.what ?? null,
    platform: chat?.platform ?? null,
    chat: chat?.chatId ?? null,
    name: chat?.name ?? null,
    attempts,
    reason,
    whole: duty ?? null,
  };
}

async function dutiesOf({ database }: ActionInput, ids: number[]): Promise<Map<number, Duty>> {
  const found = await findDuties(database, { ids: [...new Set(ids)], statuses: ['active', 'ended'] });
  return new Map(found.map((duty) => [duty.id, duty]));
}

type Shape<Row> = { header: string[]; cells(row: Row): string[]; nothing: string };

function print<Row extends object>(
  { values, context }: ActionInput,
  rows: Row[],
  { header, cells, nothing }: Shape<Row>,
): void {
  if (values.json === true) {
    for (const row of rows) context.out(JSON.stringify({ ...row, whole: undefined }));
    return;
  }
  const lines = rows.length === 0 ? [nothing] : tableLines([header, ...rows.map(cells)]);
  for (const line of lines) context.out(line);
}

function statusOf(written: string): ReminderStatus {
  const status = reminderStatuses.find((known) => known === written);
  if (status === undefined) throw new UsageError(`--status phải là một trong: ${reminderStatuses.join(', ')}.`);
  return status;
}
