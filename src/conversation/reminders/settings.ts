import { type Subscriber, usualLadder } from '../../domain/reminder.ts';
import { type Choice, paragraph, type Reply } from '../../domain/reply.ts';
import { forgetPlanned } from '../../store/planned-steps.ts';
import { updateSubscriber } from '../../store/subscribers.ts';
import { sayTime } from '../../vietnamese/say-day.ts';
import type { Turn } from '../feature.ts';
import { readCommand } from '../read-command.ts';
import { blocksReply, sayReply } from '../say-reply.ts';
import { joinChat, mayChange, notYoursReply, subscriberOf } from './chat-subscriber.ts';
import { readSetting, type SettingChange } from './read-setting.ts';
import type { ReminderDesk, ReminderStep } from './reminder-desk.ts';
import { changedLadder, sayLadder } from './say-ladder.ts';

/** /caidatnhac shows how this chat is reminded; "nhắc trước 10, 5, 2 ngày lúc 7h30" and the like change it. */
export const settings: ReminderStep = async (turn, desk) => {
  const command = readCommand(turn.text);
  if (command?.name === 'caidatnhac' && command.rest === '')
    return showSettings(await subscriberOf(turn, desk.database));
  if (command !== null && command.name !== 'caidatnhac') return null;
  const change = readSetting(command?.rest ?? turn.text);
  if (change === null) return command === null ? null : sayReply(`Tôi chưa hiểu cài đặt này. ${examples}`);
  return change.kind === 'refused' ? sayReply(change.reason) : apply(turn, desk, change);
};

const examples =
  'Gõ ví dụ: “nhắc trước 10, 5, 2 ngày lúc 7h30”, “yên lặng 21h đến 6h30”, “tổng hợp hằng ngày”, “tắt tổng hợp”.';

async function apply(
  turn: Turn,
  desk: ReminderDesk,
  change: Exclude<SettingChange, { kind: 'refused' }>,
): Promise<Reply> {
  const { receivedAt } = turn.message;
  const known = await subscriberOf(turn, desk.database);
  if (turn.message.isGroup && (known === null || !(await mayChange(turn, desk.database, { subscriber: known.id })))) {
    return notYoursReply;
  }
  const changed = await desk.database.transaction(async (session) => {
    const before = await joinChat(turn, session);
    await updateSubscriber(session, before.id, wishesOf(change, before));
    if (change.kind === 'ladder' || change.kind === 'usual_ladder' || change.kind === 'quiet') {
      await forgetPlanned(session, before.id, receivedAt);
    }
    return subscriberOf(turn, session);
  });
  desk.wake();
  return showSettings(changed, 'Đã đổi. Từ nay:');
}

function wishesOf(change: Exclude<SettingChange, { kind: 'refused' }>, { ladder }: Subscriber) {
  switch (change.kind) {
    case 'ladder':
      return { ladder: changedLadder(ladder ?? usualLadder, change) };
    case 'usual_ladder':
      return { ladder: null };
    case 'quiet':
      return { quiet: change.quiet };
    case 'digest':
      return { digest: change.digest };
    case 'escalates':
      return { escalates: change.escalates };
  }
}

const usualQuiet = { from: '21:00', to: '06:30' };
const digestNames = {
  none: 'tắt',
  daily: 'hằng ngày (sáng ngày làm việc)',
  weekly: 'hằng tuần (sáng ngày làm việc đầu tuần)',
};

function showSettings(subscriber: Subscriber | null, title = 'Cài đặt nhắc ở đây'): Reply {
  const { from, to } = subscriber?.quiet ?? usualQuiet;
  const digest = subscriber?.digest ?? 'none';
  const items = [
    [{ bold: 'Mốc nhắc' }, `: ${sayLadder(subscriber?.ladder ?? usualLadder)}`],
    [{ bold: 'Giờ yên lặng' }, `: ${from === to ? 'tắt' : `${sayTime(from)} đến ${sayTime(to)}`}`],
    [{ bold: 'Bản tổng hợp' }, `: ${digestNames[digest]}`],
    [{ bold: 'Báo cấp trên' }, `: ${saySuperior(subscriber)}`],
  ];
  return blocksReply(
    [paragraph(title), { kind: 'list', items }, paragraph({ italic: examples })],
    toggles(subscriber, digest),
  );
}

function saySuperior(subscriber: Subscriber | null): string {
  const superior = subscriber?.superior ?? null;
  if (subscriber === null || superior === null) return 'không báo ai (gõ /captren để đặt)';
  const name = superior.name || 'cấp trên';
  if (!superior.isAccepted) return `${name} – chưa nhận lời nên chưa báo`;
  return subscriber.escalates ? `${name}, khi đến hạn mà chưa ai xác nhận` : `${name} – đang tắt`;
}

function toggles(subscriber: Subscriber | null, digest: Subscriber['digest']): Choice[] {
  const digests: Choice[] = [
    { label: 'Tổng hợp hằng ngày', message: 'tổng hợp hằng ngày' },
    { label: 'Tổng hợp hằng tuần', message: 'tổng hợp hằng tuần' },
    { label: 'Tắt tổng hợp', message: 'tắt tổng hợp' },
  ];
  const own = { daily: 0, weekly: 1, none: 2 }[digest];
  const escalation = subscriber?.escalates === false ? 'Bật báo cấp trên' : 'Tắt báo cấp trên';
  return [
    ...digests.filter((_, at) => at !== own),
    ...(subscriber?.ladder ? [{ label: 'Nhắc như mặc định', message: 'nhắc mặc định' }] : []),
    ...(subscriber?.superior ? [{ label: escalation, message: escalation.toLowerCase() }] : []),
  ];
}
