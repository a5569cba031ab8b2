import { reminderChoices } from '../../domain/reminder.ts';
import { loadChat } from '../../store/chats.ts';
import { lastWordReminder } from '../../store/reminders.ts';
import { fold } from '../../vietnamese/fold.ts';
import { readState } from '../chat-memory.ts';
import type { Turn } from '../feature.ts';
import { chatOf } from './chat-subscriber.ts';
import { readRequest } from './read-request.ts';
import type { ReminderDesk } from './reminder-desk.ts';

const yes =
  /^(?:(?:da|vang|uh?|u) )?(?:dong y|ok(?:ay|e|ie)?|co|dung(?: roi)?|duoc(?: roi)?|vang|u|uh|nhat tri|chuan|xac nhan|dat di|yes)(?: (?:dat|nhe|a|ban|luon|di))*$/;
const edit = /^(?:sua|sua lai|doi lai)$/;
const no = /^(?:thoi|khong|ko|huy|bo|khong dat|thoi khong)(?: (?:dat|nua|a|nhe|can))*$/;

/**
 * The choice that typed words stand for, where the platform shows no buttons or the person did not use them: a number right after a reminder means that
 * reminder, "đồng ý" means the draft asked about last, and what follows "Sửa" is that draft anew. Null for everything else.
 */
export async function typedChoice(turn: Turn, { database, rulebook }: ReminderDesk): Promise<string | null> {
  const { text, choice, receivedAt } = turn.message;
  if (choice !== null) return null;
  const number = /^\s*(\d)\s*(?:[.)]\s*)?$/.exec(text)?.[1];
  if (number !== undefined) {
    const reminder = await lastWordReminder(database, chatOf(turn));
    return reminder === null ? null : (reminderChoices(reminder)[Number(number) - 1]?.message ?? null);
  }
  const said = fold(text)
    .replace(/[\s.,!]+/g, ' ')
    .trim();
  const place = yes.test(said) ? 0 : edit.test(said) ? 1 : no.test(said) ? 2 : -1;
  if (place < 0 && !mayBeRequest(text)) return null;
  const { choiceSets } = readState(await loadChat(database, chatOf(turn)), receivedAt);
  const asked = choiceSets[0]?.choices ?? [];
  if (asked[0]?.message.startsWith('/nhac_dongy ')) return asked[place]?.message ?? null;
  // After "Sửa" the reminder is written anew, with or without "nhắc".
  if (asked[0]?.message !== '/nhac_thoi') return null;
  if (place === 2) return '/nhac_thoi';
  const isRequest = readRequest(`/nhac ${text}`, receivedAt, rulebook.calendar)?.kind === 'request';
  return isRequest ? `/nhac ${text}` : null;
}

/** A question or a command is none. */
const mayBeRequest = (text: string): boolean => text.length <= 1000 && !/^\s*\//.test(text) && !text.includes('?');
