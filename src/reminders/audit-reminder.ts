import type { Citation } from '../domain/citation.ts';
import type { Duty, Reminder, Subscriber } from '../domain/reminder.ts';
import { listAcknowledgements } from '../store/acknowledgements.ts';
import type { Session } from '../store/database.ts';
import { type Delivery, listDeliveries } from '../store/deliveries.ts';
import { findDirective } from '../store/directives.ts';
import { findDuties } from '../store/duties.ts';
import { listReminders } from '../store/reminders.ts';
import { loadSubscribers } from '../store/subscribers.ts';
import { sayShortDate } from '../vietnamese/say-day.ts';
import { sayInstant } from './say-date.ts';
import { sayStatus, sayStep } from './say-step.ts';
import { citationOf } from './write-reminder.ts';

/** The whole life of a reminder, from the sentence it comes from to the platform's receipt and the acknowledgement. */
export type ReminderLife = {
  reminder: Reminder;
  /** Null for a digest. */
  duty: Duty | null;
  /** The sentence that set the deadline; null for the regime, for a person's own words, and for a digest. */
  citation: Citation | null;
  subscriber: Subscriber | null;
  /** What happened, oldest first, one Vietnamese line each. */
  events: { at: Date; text: string }[];
};

/** Null when there is no such reminder. */
export async function auditReminder(session: Session, id: number): Promise<ReminderLife | null> {
  const [reminder] = await listReminders(session, { ids: [id] });
  if (reminder === undefined) return null;
  const [duty = null] =
    reminder.duty === null ? [] : await findDuties(session, { ids: [reminder.duty], statuses: ['active', 'ended'] });
  const [subscriber = null] = await loadSubscribers(session, [reminder.subscriber]);
  const directive = duty?.document ? await findDirective(session, duty.document) : null;
  const citation = directive !== null && duty?.quote ? citationOf(directive, duty, duty.quote) : null;
  const deliveries = await listDeliveries(session, id);
  const events = [
    ...dutyEvents(duty),
    { at: reminder.dueAt, text: `hẹn gửi (${sayStep(reminder.step)})` },
    ...deliveries.flatMap(deliveryEvents),
    ...(await acknowledgementEvents(session, reminder)),
    ...settledEvents(reminder),
  ];
  return { reminder, duty, citation, subscriber, events: events.sort((a, b) => +a.at - +b.at) };
}

type Event = ReminderLife['events'][number];

const sources = { directive: 'từ văn bản', regime: 'theo chế độ báo cáo', own: 'theo lời nhờ' };

function dutyEvents(duty: Duty | null): Event[] {
  if (duty === null) return [];
  const begun = { at: duty.createdAt, text: `ghi nhận việc phải làm ${sources[duty.source]} (${duty.origin})` };
  return duty.endedAt === null ? [begun] : [begun, { at: duty.endedAt, text: 'việc này đã thôi nhắc' }];
}

function deliveryEvents(delivery: Delivery): Event[] {
  const { attempt, platform, chatId, startedAt, endedAt, outcome, receipt, failureKind, reason } = delivery;
  const begun = { at: startedAt, text: `lượt gửi ${attempt} qua ${platform}, cuộc trò chuyện ${chatId}` };
  if (outcome === null || endedAt === null) return [{ ...begun, text: `${begun.text}: đang gửi` }];
  const ended = {
    sent: `đã đến nơi, biên nhận ${receipt}`,
    failed: `chưa gửi được (${failureKind}: ${reason})`,
    unknown: `không rõ đã đến chưa (${reason}); không tự gửi lại`,
  }[outcome];
  return [begun, { at: endedAt, text: `lượt gửi ${attempt}: ${ended}` }];
}

async function acknowledgementEvents(session: Session, { duty, occurrence, subscriber }: Reminder): Promise<Event[]> {
  if (duty === null) return [];
  const said = await listAcknowledgements(session, { duty, occurrence, subscribers: [subscriber] });
  return said.map(({ kind, personName, personId, at }) => ({
    at,
    text: `${personName || personId}: ${kind === 'received' ? 'đã nhận' : 'đã nộp'}`,
  }));
}

function settledEvents({ status, settledAt, reason, listedIn }: Reminder): Event[] {
  if (settledAt === null) return [];
  const because = reason === null ? '' : ` (${reason})`;
  const listed = listedIn === null ? '' : `; đã kể trong bản tổng hợp #${listedIn}`;
  const texts: Partial<Record<Reminder['status'], string>> = {
    cancelled: `không gửi nữa${because}`,
    held_over: `quá trễ để gửi riêng${because}, chuyển sang bản tổng hợp${listed}`,
    failed: `thôi gửi${because}${listed}`,
    unknown: `chưa rõ kết quả${because}${listed}`,
  };
  const text = texts[status];
  return text === undefined ? [] : [{ at: settledAt, text }];
}

/** The life as lines of text: what, the source, then each event with its time. */
export function lifeLines({ reminder, duty, citation, subscriber, events }: ReminderLife): string[] {
  const head = [
    `Tin nhắc #${reminder.id}: ${duty?.what ?? 'bản tổng hợp'} – hạn ${sayShortDate(reminder.occurrence)}, ${sayStatus[reminder.status]}`,
  ];
  if (subscriber !== null) head.push(`Nơi nhận: ${subscriber.name || subscriber.chatId} (${subscriber.platform})`);
  if (citation !== null) {
    head.push(
      `Nguồn: ${citation.title} (${citation.document}), ký tự ${citation.start}–${citation.end}: “${citation.quote}”`,
    );
  }
  return [...head, ...events.map(({ at, text }) => `${sayInstant(at)}  ${text}`)];
}
