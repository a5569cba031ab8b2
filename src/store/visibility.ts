import type { Account } from '../domain/person.ts';
import { addAudit } from './audit.ts';
import type { Session } from './database.ts';
import { noteChange } from './save-directive.ts';
import { storable } from './storable.ts';

/** Units as written, each with the key it is compared by. */
export type UnitName = { name: string; key: string };

/** The directives that somebody may not see and may not learn of. Null is nobody in particular: a group. */
export async function listHidden(session: Session, viewer: Account | null): Promise<string[]> {
  const rows = await session.query<{ id: string }>(
    `select distinct directive_id as id from limits_in_force
     where $2::text is null or not may_see($1, $2, unit_keys) order by 1`,
    [viewer?.platform ?? null, viewer?.accountId ?? null],
    'once',
  );
  return rows.map(({ id }) => id);
}

/** Only these units may see the directive from now on; none named: everybody who was let in. */
export async function limitDirective(
  session: Session,
  { document, units, by }: { document: string; units: readonly UnitName[]; by: string },
  now: Date,
): Promise<void> {
  await session.query(
    `insert into directive_limits (directive_id, units, unit_keys, set_by, set_at) values ($1, $2, $3, $4, $5)
     on conflict (directive_id) do update set units = excluded.units, unit_keys = excluded.unit_keys, set_by = excluded.set_by,
       set_at = excluded.set_at`,
    [document, units.map(({ name }) => storable(name)), units.map(({ key }) => storable(key)), by, now],
  );
  await planAgain(session, now);
  await noteChange(session, [document]);
  const detail = { document, units: units.map(({ name }) => name) };
  await addAudit(session, { kind: 'limited', actor: by, detail }, now);
}

/** The directives that only some units may see; `[]` when everybody sees all. */
export async function listLimits(session: Session): Promise<{ document: string; units: string[] }[]> {
  return session.query<{ document: string; units: string[] }>(
    `select directive_id as document, units from directive_limits where units <> '{}' order by set_at desc, 1`,
  );
}

/** Confirms the unit of a person, which opens what is limited to it; null takes it back. */
export async function confirmUnit(
  session: Session,
  { person, unit }: { person: number; unit: { name: string; keys: readonly string[] } | null },
  now: Date,
): Promise<void> {
  await session.query('update people set unit = coalesce($2, unit), unit_keys = $3 where id = $1', [
    person,
    unit === null ? null : storable(unit.name),
    (unit?.keys ?? []).map(storable),
  ]);
  await planAgain(session, now);
}

/** The accounts that the operator's settings make administrators, in place of those of the last start. */
export async function saveNamedAdministrators(session: Session, accounts: readonly Account[]): Promise<void> {
  const [platforms, ids] = [accounts.map(({ platform }) => platform), accounts.map(({ accountId }) => accountId)];
  await session.query(
    `with gone as (delete from named_administrators n where not exists (
       select from unnest($1::text[], $2::text[]) as one(platform, id) where one.platform = n.platform and one.id = n.account_id))
     insert into named_administrators select distinct * from unnest($1::text[], $2::text[]) on conflict do nothing`,
    [platforms, ids],
  );
}

/** Who may see more now is reminded of it from now on; what nobody may be told is dropped when its hour comes. */
async function planAgain(session: Session, now: Date): Promise<void> {
  await session.query(
    `update duties set planned_until = least(planned_until, $1)
     where status = 'active' and directive_id in (select directive_id from directive_limits)`,
    [now],
  );
}

/** SQL: a chat may be told of a duty. Duties that nothing limits cost no look at the chat. */
export const tellable = (duty: string, chat: string): string =>
  `(${duty}.directive_id is null or ${duty}.directive_id not in (select directive_id from limits_in_force) or chat_may_see(${chat}, ${duty}.directive_id))`;

/** Whether a chat may be told of a duty. */
export async function mayBeTold(
  session: Session,
  { duty, subscriber }: { duty: number; subscriber: number },
): Promise<boolean> {
  const rows = await session.query(`select from duties d where d.id = $1 and ${tellable('d', '$2::bigint')}`, [
    duty,
    subscriber,
  ]);
  return rows.length > 0;
}
