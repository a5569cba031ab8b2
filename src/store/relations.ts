import { type Directive, directiveTypeSchema } from '../domain/directive.ts';
import { numberKey, type Reference, type Relation } from '../domain/relation.ts';
import type { Session } from './database.ts';
import { findDirectives } from './directives.ts';
import { jsonParameter } from './storable.ts';

/** A relation as stored, with the directive that says it. */
export type StoredRelation = Relation & { from: string };

/** Stores what one directive says of others, in the order given. */
export async function saveRelations(session: Session, document: string, relations: Relation[]): Promise<void> {
  if (relations.length === 0) return;
  await session.query(
    `insert into relations (directive_id, kind, number_key, finding)
     select $1, r.kind, r.key, r.finding from jsonb_to_recordset($2::jsonb) as r(place int, kind text, key text, finding jsonb)
     order by r.place`,
    [
      document,
      jsonParameter(
        relations.map((finding, place) => ({ place, kind: finding.kind, key: numberKey(finding.to.number), finding })),
      ),
    ],
  );
}

/** What these directives say of others, and what stored ones in force say of documents with one of these numbers; `[]` for none. */
export async function findRelations(
  session: Session,
  { from, numbers }: { from?: string[]; numbers?: string[] },
): Promise<StoredRelation[]> {
  const rows = await session.query<{ from: string; finding: Relation }>(
    `select r.directive_id as "from", r.finding from relations r join directives d on d.id = r.directive_id
     where d.status = 'in_force' and (r.directive_id = any($1::text[]) or r.number_key = any($2::text[])) order by r.id`,
    [from ?? [], numbers ?? []],
  );
  return rows.map(({ finding, ...row }) => ({ ...finding, ...row }));
}

/** The stored documents that may be the one named, by its number however many zeros lead it; which one it is, date and issuer decide. */
export async function findReferenced(session: Session, { number, type, date }: Reference): Promise<Directive[]> {
  const bare = number.replace(/^0+(?=\d)/, '');
  if (!/^\d+$/.test(bare)) {
    const spellings = [number, bare, `0${bare}`, `00${bare}`];
    return findDirectives(session, {
      numbers: [...new Set([...spellings, ...spellings.map((each) => each.toUpperCase())])],
    });
  }
  const kind = directiveTypeSchema.safeParse(type);
  if (!kind.success) return [];
  return findDirectives(session, {
    types: [kind.data],
    ...(date === null ? {} : { issuedFrom: date, issuedTo: date }),
  });
}
