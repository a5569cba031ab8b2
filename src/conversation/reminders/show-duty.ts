import type { Duty, Subscriber } from '../../domain/reminder.ts';
import { type Choice, paragraph } from '../../domain/reply.ts';
import { findDirective } from '../../store/directives.ts';
import { findDuties } from '../../store/duties.ts';
import { listReminders } from '../../store/reminders.ts';
import { listSubscriptions } from '../../store/subscriptions.ts';
import type { Turn } from '../feature.ts';
import { readCommand } from '../read-command.ts';
import { blocksReply, notHere } from '../say-reply.ts';
import { subscriberOf } from './chat-subscriber.ts';
import type { ReminderDesk, ReminderStep } from './reminder-desk.ts';
import { nextOccurrences, type Upcoming, upcomingOf } from './upcoming.ts';

/** "/viec 12": one duty whole, with its source and what can be done about it here. What others asked for in their own words is not shown. */
export const showDuty: ReminderStep = async (turn, desk) => {
  const command = readCommand(turn.text);
  if (command?.name !== 'viec') return null;
  const id = /^#?\d{1,15}$/.test(command.rest) ? Number(command.rest.replace('#', '')) : -1;
  const subscriber = await subscriberOf(turn, desk.database);
  const [duty] = await findDuties(desk.database, { ids: [id], hidden: turn.hidden });
  const isOurs = duty !== undefined && (duty.owner === null || duty.owner === subscriber?.id);
  const shown = isOurs ? await nextOf(duty, subscriber, { turn, desk }) : null;
  if (shown === null) return notHere('việc ấy');
  const directive = shown.duty.document === null ? null : await findDirective(desk.database, shown.duty.document);
  return blocksReply(
    [
      paragraph({ bold: desk.rulebook.nameOf(shown.duty, shown.occurrence) }),
      ...desk.rulebook.describe({ ...shown, directive }, turn.message.receivedAt),
    ],
    await dutyChoices(shown, subscriber, desk),
  );
};

/** The occurrence this chat has still to answer, or the next one of a duty it does not follow. */
async function nextOf(
  duty: Duty,
  subscriber: Subscriber | null,
  { turn, desk }: { turn: Turn; desk: ReminderDesk },
): Promise<Upcoming | null> {
  const own = subscriber === null ? [] : await upcomingOf(desk.database, subscriber.id, { ...desk, ...turn });
  const found = own.find((one) => one.duty.id === duty.id) ?? nextOccurrences([duty], turn.today, desk)[0];
  return found ?? null;
}

async function dutyChoices(
  { duty, occurrence }: Upcoming,
  subscriber: Subscriber | null,
  { database }: ReminderDesk,
): Promise<Choice[]> {
  const follow: Choice[] = [
    { label: 'Nhắc tôi hạn này', message: `/theodoi han ${duty.id}` },
    ...(duty.document === null ? [] : [{ label: 'Theo dõi cả văn bản', message: `/theodoi vanban ${duty.document}` }]),
  ];
  if (subscriber === null) return follow;
  const topics = (await listSubscriptions(database, subscriber.id)).map(({ topic }) => topic);
  const followed = duty.topics.filter((topic) => topics.includes(topic));
  if (followed.length === 0) return follow;
  const reminders = await listReminders(database, { subscribers: [subscriber.id], duties: [duty.id] });
  const [reminder] = reminders.filter((one) => one.occurrence === occurrence && one.step !== 'escalation');
  const answers =
    reminder === undefined
      ? []
      : [
          { label: 'Đã nộp', message: `đã nộp #${reminder.id}` },
          { label: 'Nhắc lại sau', message: `nhắc lại sau #${reminder.id}` },
        ];
  const end =
    duty.owner === null
      ? followed.map((topic) => ({ label: 'Bỏ theo dõi', message: `/botheodoi ${topic}` })).slice(0, 1)
      : [{ label: 'Xóa', message: `/xoanhac ${duty.id}` }];
  return [...answers, ...end];
}
