import type { PlatformName } from '../domain/message.ts';
import type { Subject } from '../domain/review.ts';
import type { Session } from './database.ts';

/** One person in one chat. */
export type PromptKey = { platform: PlatformName; chatId: string; personId: string };

/** Somebody was asked for the right value of a subject; `turn`: how many acts its log held then. */
export type Prompt = { subject: Subject; turn: number; askedAt: Date };

/** Remembers the question; an earlier one of the same person in the same chat is forgotten. */
export async function savePrompt(session: Session, key: PromptKey, { subject, turn, askedAt }: Prompt): Promise<void> {
  await session.query(
    `insert into review_prompts (platform, chat_id, person_id, kind, subject, turn, asked_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (platform, chat_id, person_id)
     do update set kind = excluded.kind, subject = excluded.subject, turn = excluded.turn, asked_at = excluded.asked_at`,
    [key.platform, key.chatId, key.personId, subject.kind, subject.id, turn, askedAt],
  );
}

/** The open question; null when there is none. */
export async function findPrompt(session: Session, key: PromptKey): Promise<Prompt | null> {
  const [row] = await session.query<{ kind: Subject['kind']; id: number; turn: number; askedAt: Date }>(
    `select kind, subject as id, turn, asked_at as "askedAt" from review_prompts
     where platform = $1 and chat_id = $2 and person_id = $3`,
    [key.platform, key.chatId, key.personId],
  );
  return row === undefined ? null : { subject: { kind: row.kind, id: row.id }, turn: row.turn, askedAt: row.askedAt };
}

/** Forgets the question. */
export async function dropPrompt(session: Session, key: PromptKey): Promise<void> {
  await session.query('delete from review_prompts where platform = $1 and chat_id = $2 and person_id = $3', [
    key.platform,
    key.chatId,
    key.personId,
  ]);
}
