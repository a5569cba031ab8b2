import { z } from 'zod';
import type { SendFailureKind } from './errors.ts';
import type { PlatformName } from './message.ts';
import type { Choice } from './reply.ts';

/** When to speak up about something that is due. */
export const ladderSchema = z.object({
  /** Days before the due day; 0 is the day itself. */
  before: z.array(z.number().int().min(0).max(366)).max(20),
  /** Time of day, "08:00". */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** For so many days after the due day, once a day, until somebody says "đã nộp". */
  overdueDays: z.number().int().min(0).max(60),
  /** Also at the hour it is due, and so many minutes before it; nothing for what has no hour. */
  atDueTime: z.boolean(),
  minutesBefore: z.array(z.number().int().min(1).max(1440)).max(10),
  /** A step on a day off comes on the working day before it, or stays where it is. */
  onDaysOff: z.enum(['earlier', 'keep']),
});
export type Ladder = z.infer<typeof ladderSchema>;

export const usualLadder: Ladder = {
  before: [7, 3, 1, 0],
  time: '08:00',
  overdueDays: 7,
  atDueTime: false,
  minutesBefore: [],
  onDaysOff: 'earlier',
};

/** No message strictly between the two, across midnight ("21:00" to "06:30"); none where they are equal. */
export type QuietHours = { from: string; to: string };

export type DigestKind = 'none' | 'daily' | 'weekly';

/** A chat that asked for reminders, with its wishes. */
export type Subscriber = {
  id: number;
  platform: PlatformName;
  chatId: string;
  name: string;
  isGroup: boolean;
  ladder: Ladder | null;
  quiet: QuietHours;
  digest: DigestKind;
  /** Told when nobody in this chat has acknowledged; null without one. `isAccepted`: agreed to it. */
  superior: { id: number; name: string; isAccepted: boolean } | null;
  escalates: boolean;
  /** The owner's next chat, used while this one cannot be reached. */
  fallback: number | null;
  isReachable: boolean;
};

export type DutySource = 'directive' | 'regime' | 'own';

/** Something owed on a day: by a directive's sentence, by the reporting regime, or in a person's own words. */
export type DutyDraft = {
  /** What makes two readings of the same thing one duty. */
  origin: string;
  source: DutySource;
  what: string;
  /** Empty when nobody is named. */
  who: string;
  to: string;
  /** As the source words it ("trước 2025-12-16 17:00"); empty where nothing is worded. */
  dueText: string;
  /** Exactly one of `dueDate` (last day in time), `rule` (RFC 5545, without DTSTART) and `regime` ("commune:monthly") is set. */
  dueDate: string | null;
  rule: string | null;
  regime: string | null;
  /** First and last day of a rule or regime. */
  startsOn: string;
  endsOn: string | null;
  /** "17:00"; null: until the end of the day. */
  dueTime: string | null;
  document: string | null;
  deadline: number | null;
  heading: string[];
  quote: { quote: string; start: number; end: number } | null;
  ladder: Ladder | null;
  topics: string[];
  /** The subscriber whose own words it is. */
  owner: number | null;
};

export type Duty = DutyDraft & {
  id: number;
  status: 'active' | 'ended';
  overrides: string | null;
  createdAt: Date;
  endedAt: Date | null;
};

/** What a subscription follows, as one text. */
export const topicOf = {
  directive: (document: string) => `directive:${document}`,
  locality: (key: string) => `locality:${key}`,
  /** All reports of a level of the regime, or one kind of them. */
  regime: (level: string, kind?: string) => (kind === undefined ? `regime:${level}` : `regime:${level}:${kind}`),
  /** A unit by its folded name. */
  unit: (foldedName: string) => `unit:${foldedName}`,
  duty: (origin: string) => `duty:${origin}`,
};

export type Subscription = {
  id: number;
  subscriber: number;
  topic: string;
  ladder: Ladder | null;
  /** The person who asked for it. */
  askedBy: string;
  createdAt: Date;
};

export const reminderStatuses = ['planned', 'claimed', 'sent', 'failed', 'unknown', 'cancelled', 'held_over'] as const;
/** held_over: too late to be sent by itself, told in the next digest. unknown: nobody knows whether it arrived; never sent again by itself. */
export type ReminderStatus = (typeof reminderStatuses)[number];

/** A message owed to a chat at an instant. */
export type Reminder = {
  id: number;
  /** Null for a digest. */
  duty: number | null;
  /** The due day it is about; a digest's own day. */
  occurrence: string;
  /** "before-7", "day", "minutes-15", "due", "overdue-2", "new", "snooze-2026-11-25T15:00", "escalation", "digest-daily" … */
  step: string;
  subscriber: number;
  dueAt: Date;
  nextTryAt: Date;
  status: ReminderStatus;
  attempts: number;
  reason: string | null;
  failureKind: SendFailureKind | null;
  settledAt: Date | null;
  /** The digest that told of it. */
  listedIn: number | null;
};

/** received: đã nhận, stops escalation · submitted: đã nộp, stops every further reminder of that occurrence in that chat. */
export type AcknowledgementKind = 'received' | 'submitted';

/** Token of a reminder's choices, for the buttons: the first is "đã nhận", the second "đã nộp", the third "nhắc lại sau". */
export function reminderToken(id: number): string {
  return `nhac${id}`;
}

/** The reminder whose choices a token belongs to; null for any other token. */
export function reminderOfToken(token: string): number | null {
  const match = /^nhac(\d{1,15})$/.exec(token);
  return match === null ? null : Number(match[1]);
}

/** What a person can answer to a reminder; typed, the words mean the same as the button. */
export function reminderChoices(id: number): Choice[] {
  return [
    { label: 'Đã nhận', message: `đã nhận #${id}` },
    { label: 'Đã nộp', message: `đã nộp #${id}` },
    { label: 'Nhắc lại sau', message: `nhắc lại sau #${id}` },
  ];
}
