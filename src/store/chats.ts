import type { PlatformName } from '../domain/message.ts';
import type { Session } from './database.ts';
import { jsonParameter } from './storable.ts';

/** One chat on one platform. */
export type ChatKey = { platform: PlatformName; chatId: string };

/** What is remembered of a chat between two messages; the shapes inside belong to conversation/, which checks them when it reads. */
export type ChatMemory = { context: unknown; choices: unknown };

/** Null for a chat that was never saved. */
export async function loadChat(session: Session, chat: ChatKey): Promise<ChatMemory | null> {
  const rows = await session.query<ChatMemory>(
    'select context, choices from chats where platform = $1 and chat_id = $2',
    [chat.platform, chat.chatId],
    'once',
  );
  return rows[0] ?? null;
}

/** Remembers the chat; `updatedAt` is now, as handed in. */
export async function saveChat(
  session: Session,
  chat: ChatKey,
  memory: ChatMemory & { updatedAt: Date },
): Promise<void> {
  await session.query(
    `insert into chats (platform, chat_id, context, choices, updated_at) values ($1, $2, $3::jsonb, $4::jsonb, $5)
     on conflict (platform, chat_id)
     do update set context = excluded.context, choices = excluded.choices, updated_at = excluded.updated_at`,
    [chat.platform, chat.chatId, json(memory.context), json(memory.choices), memory.updatedAt],
  );
}

/** Forgets the chat ("quên cuộc trò chuyện này"). */
export async function forgetChat(session: Session, chat: ChatKey): Promise<void> {
  await session.query('delete from chats where platform = $1 and chat_id = $2', [chat.platform, chat.chatId]);
}

function json(value: unknown): string | null {
  return value === undefined || value === null ? null : jsonParameter(value);
}
