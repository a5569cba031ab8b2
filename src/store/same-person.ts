import type { Session } from './database.ts';

/** All names ("telegram:42") under which whoever bears this one is known: the chats a person has linked, this one first. Of an unknown one itself alone. */
export async function listSamePerson(session: Session, name: string): Promise<string[]> {
  const colon = name.indexOf(':');
  const rows = await session.query<{ name: string }>(
    `with recursive ring as (
       select id, fallback_id, platform, chat_id from subscribers where platform = $1 and chat_id = $2 and not is_group
       union select s.id, s.fallback_id, s.platform, s.chat_id from ring join subscribers s on s.id = ring.fallback_id)
     select platform || ':' || chat_id as name from ring`,
    [name.slice(0, colon), name.slice(colon + 1)],
  );
  return [...new Set([name, ...rows.map((row) => row.name)])];
}
