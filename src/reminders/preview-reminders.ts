import type { PlatformName } from '../domain/message.ts';
import type { Reply } from '../domain/reply.ts';
import type { Database, Session } from '../store/database.ts';
import { findDirectives } from '../store/directives.ts';
import { findDuties } from '../store/duties.ts';
import { listReminders } from '../store/reminders.ts';
import { loadSubscribers } from '../store/subscribers.ts';
import type { ReminderRules } from './duty-occurrences.ts';
import { planLadders } from './plan-reminders.ts';
import { writeReminder } from './write-reminder.ts';

export type PreviewedReminder = {
  at: Date;
  step: string;
  platform: PlatformName;
  chatId: string;
  name: string;
  reply: Reply;
};

const DAY_MS = 86_400_000;

/**
 * What will be sent from an instant on for so many days, as it would be written then, oldest first; `subscriber` restricts to one chat.
 * Planned the same way as in earnest, and then undone: nothing changes. Digests and escalations, whose text depends on what happens until then,
 * are left out.
 */
export async function previewReminders(
  database: Database,
  rules: ReminderRules,
  { now, from, days, subscriber }: { now: Date; from: Date; days: number; subscriber?: number },
): Promise<PreviewedReminder[]> {
  const to = new Date(from.getTime() + days * DAY_MS);
  const horizon = Math.max(0, Math.ceil((to.getTime() - now.getTime()) / DAY_MS));
  let previewed: PreviewedReminder[] = [];
  await undone(database, async (session) => {
    await planLadders(session, rules, { now, days: horizon });
    const span = { dueFrom: from, dueTo: to, statuses: ['planned' as const, 'claimed' as const] };
    previewed = await write(session, rules, {
      ...span,
      ...(subscriber === undefined ? {} : { subscribers: [subscriber] }),
    });
  });
  return previewed;
}

async function write(
  session: Session,
  rules: ReminderRules,
  filter: Parameters<typeof listReminders>[1],
): Promise<PreviewedReminder[]> {
  const reminders = await listReminders(session, filter);
  const ids = reminders.flatMap(({ duty }) => duty ?? []);
  const duties = new Map((await findDuties(session, { ids })).map((duty) => [duty.id, duty]));
  const documents = [...duties.values()].flatMap(({ document }) => document ?? []);
  const directives = new Map((await findDirectives(session, { ids: documents })).map((one) => [one.id, one]));
  const chats = new Map(
    (await loadSubscribers(session, [...new Set(reminders.map((one) => one.subscriber))])).map((one) => [one.id, one]),
  );
  return reminders.flatMap((reminder) => {
    const duty = duties.get(reminder.duty ?? -1);
    const chat = chats.get(reminder.subscriber);
    if (duty === undefined || chat === undefined || reminder.step === 'escalation') return [];
    const directive = directives.get(duty.document ?? '') ?? null;
    const superior = chat.superior?.isAccepted && chat.escalates ? chat.superior.name : null;
    const reply = writeReminder({ ...reminder, duty, directive, superior }, rules, reminder.dueAt);
    return [
      { at: reminder.dueAt, step: reminder.step, platform: chat.platform, chatId: chat.chatId, name: chat.name, reply },
    ];
  });
}

/** Runs work in a transaction that is always rolled back. */
async function undone(database: Database, work: (session: Session) => Promise<void>): Promise<void> {
  const marker = new Error('undone');
  try {
    await database.transaction(async (session) => {
      await work(session);
      throw marker;
    });
  } catch (error) {
    if (error !== marker) throw error;
  }
}
