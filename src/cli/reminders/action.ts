import type { PlatformName } from '../../domain/message.ts';
import type { Subscriber } from '../../domain/reminder.ts';
import type { ReminderRules } from '../../reminders/duty-occurrences.ts';
import type { Database } from '../../store/database.ts';
import { findSubscriber, findSubscribersOfChat } from '../../store/subscribers.ts';
import { type CommandContext, type OptionValues, textOption, UsageError } from '../command.ts';

/** What an action of `chidao reminders` works with; `word` is what follows its name, null when nothing does. */
export type ActionInput = {
  database: Database;
  rules: ReminderRules;
  values: OptionValues;
  word: string | null;
  /** What follows that. */
  more: string | null;
  context: CommandContext;
};

/** One thing `chidao reminders` does; gives the exit code. Throws UsageError. */
export type Action = (input: ActionInput) => Promise<number>;

const platformNames: readonly string[] = [
  'terminal',
  'telegram',
  'zalo-oa',
  'zalo-bot',
  'email',
] satisfies PlatformName[];

/** The chat that "telegram:123" or "123" names; null, said on the log, when it never asked for a reminder. Throws UsageError when several have this id. */
export async function findChat({ database, context }: ActionInput, written: string): Promise<Subscriber | null> {
  const [, platform = '', chatId = ''] = /^([a-z-]+):(.+)$/s.exec(written) ?? [];
  const found = isPlatformName(platform)
    ? [await findSubscriber(database, { platform, chatId })]
    : await findSubscribersOfChat(database, written);
  if (found.length > 1)
    throw new UsageError(`Mã ${written} có ở nhiều nền tảng: hãy viết rõ, ví dụ telegram:${written}.`);
  const [chat = null] = found;
  if (chat === null) context.log(`Cuộc trò chuyện ${written} chưa từng xin nhắc việc.`);
  return chat;
}

/** The chat of an option; null without the option. "unknown": given, but nobody's (said on the log). */
export async function chatOption(input: ActionInput): Promise<Subscriber | 'unknown' | null> {
  const written = textOption(input.values, 'chat');
  return written === null ? null : ((await findChat(input, written)) ?? 'unknown');
}

/** As `chatOption`, where the option must be given. Throws UsageError without it. */
export async function neededChat(input: ActionInput): Promise<Subscriber | null> {
  const chat = await chatOption(input);
  if (chat === null) throw new UsageError('Thiếu --chat (ví dụ --chat telegram:123).');
  return chat === 'unknown' ? null : chat;
}

/** A number that names a row. Throws UsageError for anything else. */
export function neededId(word: string | null, what: string): number {
  if (word === null || !/^#?\d{1,15}$/.test(word)) throw new UsageError(`Thiếu hoặc sai ${what}.`);
  return Number(word.replace('#', ''));
}

/** "telegram:123 (Phòng Tổng hợp)" */
export function chatLabel({ platform, chatId, name }: Pick<Subscriber, 'platform' | 'chatId' | 'name'>): string {
  return name === '' ? `${platform}:${chatId}` : `${platform}:${chatId} (${name})`;
}

function isPlatformName(name: string): name is PlatformName {
  return platformNames.includes(name);
}
