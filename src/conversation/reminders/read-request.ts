import { createHash } from 'node:crypto';
import type { RefusedWhen } from '../../domain/when.ts';
import type { ChatKey } from '../../store/chats.ts';
import { parseReminderRequest, type ReminderRequest } from '../../vietnamese/reminder-request.ts';
import type { WorkingCalendar } from '../../vietnamese/time-phrase.ts';
import { readCommand } from '../read-command.ts';
import { zone } from './reminder-desk.ts';

/**
 * What a message asks to be reminded of, as of the instant it was written: read again later with that instant, it means the same. Null when it
 * asks for no reminder.
 */
export function readRequest(text: string, at: Date, calendar: WorkingCalendar): ReminderRequest | RefusedWhen | null {
  const context = { now: at.toISOString(), zone, calendar };
  const command = readCommand(text);
  if (command === null) return parseReminderRequest(text, context);
  // "/nhac nhắc tôi …" says it twice; "/nhac nộp báo cáo mai" is understood as a whole.
  return parseReminderRequest(command.rest, context) ?? parseReminderRequest(`nhac ${command.rest}`, context);
}

/** A draft waiting for its confirmation is the words and their instant: it outlives a restart within the choice that carries it. */
export type ReminderDraft = { text: string; at: Date };

export const writeDraft = ({ text, at }: ReminderDraft): string => `${at.toISOString()} ${text}`;

const hoursKept = 48;

/** The draft that a choice carried; null when it is none, too old, or of the future: nothing a person could have been shown. */
export function readDraft(carried: string, now: Date): ReminderDraft | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\S[\s\S]*)$/.exec(carried);
  const at = new Date(match?.[1] ?? Number.NaN);
  const age = now.getTime() - at.getTime();
  return age >= 0 && age <= hoursKept * 3_600_000 ? { text: match?.[2] ?? '', at } : null;
}

/** The same for the same words of the same chat and instant, whoever confirms and how often. */
export function draftToken({ platform, chatId }: ChatKey, draft: ReminderDraft): string {
  return createHash('sha256')
    .update(`${platform}\n${chatId}\n${writeDraft(draft)}`)
    .digest('hex')
    .slice(0, 32);
}
