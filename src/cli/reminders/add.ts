import { randomUUID } from 'node:crypto';
import type { Subscriber } from '../../domain/reminder.ts';
import { planReminders } from '../../reminders/plan-reminders.ts';
import { type AddedDuty, addOwnDuty, ownDutyLimit } from '../../store/own-duties.ts';
import { saveSubscriber } from '../../store/subscribers.ts';
import { describeWhen } from '../../vietnamese/describe-when.ts';
import { parseReminderRequest, type ReminderRequest } from '../../vietnamese/reminder-request.ts';
import { UsageError } from '../command.ts';
import { type Action, type ActionInput, chatLabel, chatOption } from './action.ts';

/** Adds a reminder in a person's own words and repeats what was understood; for the terminal's own chat unless `--chat` names another. */
export const addAction: Action = async (input) => {
  const { database, rules, word, values, context } = input;
  if (word === null)
    throw new UsageError('Thiếu lời nhờ nhắc, ví dụ: reminders add "nộp báo cáo trước ngày 20 hằng tháng".');
  const now = context.now();
  const request = readRequest(word, input);
  if (request.kind === 'refused') return failure(input, request.reason);
  const chat = (await chatOption(input)) ?? (await terminalChat(input));
  if (chat === 'unknown') return 1;
  const { what, when, leadDays, leadMinutes } = request;
  const wish = { subscriber: chat.id, personId: 'terminal', what, when, leadDays, leadMinutes, token: randomUUID() };
  const added = await database.transaction((session) => addOwnDuty(session, wish, now));
  if (added.status !== 'added') return failure(input, refusals[added.status]);
  await planReminders(database, rules, { now });
  const understood = describeWhen(when, { days: leadDays, minutes: leadMinutes });
  if (values.json === true) context.out(JSON.stringify({ duty: added.id, what, when: understood, chat: chat.chatId }));
  else context.out(`Việc ${added.id}: ${what} – ${understood}. Nơi nhận: ${chatLabel(chat)}.`);
  return 0;
};

const refusals: Record<Exclude<AddedDuty['status'], 'added'>, string> = {
  too_many: `Cuộc trò chuyện này đã có ${ownDutyLimit} lời nhắc: hãy bỏ bớt rồi thêm.`,
  past: 'Thời điểm này đã qua.',
  not_a_day: 'Không có ngày này.',
  not_a_rule: 'Không hiểu chu kỳ này.',
};

/** The words of the request may be left out: "nộp báo cáo ngày 20/12" is one here. */
function readRequest(
  text: string,
  { rules, context }: ActionInput,
): ReminderRequest | { kind: 'refused'; reason: string } {
  const time = { now: context.now().toISOString(), zone: 'Asia/Ho_Chi_Minh', calendar: rules.calendar };
  const request = parseReminderRequest(text, time) ?? parseReminderRequest(`nhắc tôi ${text}`, time);
  return request ?? { kind: 'refused', reason: 'Không hiểu phải nhắc việc gì, lúc nào.' };
}

function terminalChat({ database, context }: ActionInput): Promise<Subscriber> {
  const chat = { platform: 'terminal' as const, chatId: 'terminal', name: '', isGroup: false };
  return saveSubscriber(database, chat, context.now());
}

function failure({ context }: ActionInput, sentence: string): number {
  context.log(sentence);
  return 1;
}
