import type { Config } from '../config.ts';
import { hashOfCode, newCode } from '../conversation/one-time-code.ts';
import type { PeopleDesk } from '../conversation/people/people-desk.ts';
import type { PlatformName } from '../domain/message.ts';
import type { Account } from '../domain/person.ts';
import type { Platform } from '../domain/platform.ts';
import type { Database } from '../store/database.ts';
import { issueInvitation } from '../store/invitations.ts';
import { listPeople } from '../store/people.ts';
import type { Base } from './base.ts';
import type { Surroundings } from './surroundings.ts';

/** The accounts that ADMINS names; an id without a platform is Telegram's. */
export function adminAccounts({ admins }: Config): Account[] {
  return admins.map((written) => {
    const colon = written.indexOf(':');
    return colon < 0
      ? { platform: 'telegram', accountId: written }
      : { platform: written.slice(0, colon) as PlatformName, accountId: written.slice(colon + 1) };
  });
}

/** Letting people in; what is written to them goes through `platforms`, which may be filled later. */
export function buildPeople(
  { database, tables }: Base,
  config: Config,
  platforms: ReadonlyMap<PlatformName, Platform>,
): PeopleDesk {
  return {
    database,
    gazetteer: tables.gazetteer,
    admins: adminAccounts(config),
    // In a private chat, the chat's id is the person's on every platform we speak on.
    tell: ({ platform, accountId }, reply) => void platforms.get(platform)?.send(accountId, reply),
    email: () => platforms.get('email') ?? null,
  };
}

const FIRST_CODE_MINUTES = 30;

/**
 * Where nobody could let anybody in, prints a one-time code to whoever started the program: typed to the bot, it makes them the first
 * administrator. Nobody else sees it, and a new start prints a new one.
 */
export async function inviteFirstAdministrator(
  database: Database,
  { access, admins }: Config,
  { tell, now }: Pick<Surroundings, 'tell' | 'now'>,
): Promise<void> {
  if (access !== 'invite' || admins.length > 0) return;
  if ((await listPeople(database, 'administrator')).length > 0) return;
  const code = newCode();
  const expiresAt = new Date(now().getTime() + FIRST_CODE_MINUTES * 60_000);
  const invitation = { role: 'administrator' as const, person: null };
  await issueInvitation(database, { codeHash: hashOfCode(code), invitation, by: 'máy chủ', expiresAt }, now());
  tell(
    `Chưa có người quản trị. Trong ${FIRST_CODE_MINUTES} phút, nhắn riêng cho bot: /vao ${code} để thành người quản trị đầu tiên (hoặc đặt ADMINS).`,
  );
}
