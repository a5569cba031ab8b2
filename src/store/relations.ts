import { type Directive, directiveTypeSchema } from '../domain/directive.ts';
import { numberKey, type Reference, type Relation, type RelationKind } from '../domain/relation.ts';
import type { Session } from './database.ts';
import { findDirectives } from './directives.ts';
import type { Owned } from './owned.ts';
import { jsonParameter } from './storable.ts';

/** A relation as stored, with the directive that says it. */
export type StoredRelation = Relation & { from: string };

/** Stores what directives say of others, in the order given. */
export async function saveRelations(session: Session, relations: readonly Owned<Relation>[]): Promise<void> {
  if (relations.length === 0) return;
  await session.query(
    `insert into relations (directive_id, kind, number_key, finding)
     select r.document, r.finding->>'kind', r.key, r.finding
     from json_to_recordset($1::json) as r(place int, document text, key text, finding jsonb) order by r.place`,
    [
      jsonParameter(
        relations.map(({ document, ...finding }, place) => ({
          place,
          document,
          key: numberKey(finding.to.number),
          finding,
        })),
      ),
    ],
  );
}

/**
 * What these directives say of others, and what stored ones in force say of documents with one of these numbers; `[]` for none. `kinds`:
 * only these.
 */
export async function findRelations(
  session: Session,
  { from, numbers, kinds }: { from?: string[]; numbers?: string[]; kinds?: RelationKind[] },
): Promise<StoredRelation[]> {
  const rows = await session.query<{ from: string; finding: Relation }>(
    `select r.directive_id as "from", r.finding from relations r join directives d on d.id = r.directive_id
     where d.status = 'in_force' and (r.directive_id = any($1::text[]) or r.number_key = any($2::text[]))
       and ($3::text[] is null or r.kind = any($3)) order by r.id`,
    [from ?? [], numbers ?? [], kinds ?? null],
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
