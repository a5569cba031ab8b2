import type { Session } from './database.ts';

/** What a search index needs to know of a directive. */
export type IndexedDirective = {
  id: string;
  isInForce: boolean;
  title: string;
  number: string | null;
  issuer: string | null;
  localityName: string | null;
  localityKey: string | null;
  /** ISO dates of the period it governs; null where open or not stated. */
  periodFrom: string | null;
  periodTo: string | null;
};

/** What a search index needs to know of a passage. */
export type IndexedPassage = { seq: number; document: string; heading: string[]; text: string };

/** Rises with every change of directives or of what hangs on them; equal versions mean an equal corpus. */
export async function loadCorpusVersion(session: Session): Promise<number> {
  const rows = await session.query<{ version: number }>('select version from corpus', [], 'once');
  return rows[0]?.version ?? 0;
}

/** The directives changed after this version, oldest change first; all of them for version 0. */
export async function listChangedDirectives(session: Session, since: number): Promise<IndexedDirective[]> {
  return session.query<IndexedDirective>(
    `select id, status = 'in_force' as "isInForce", title, number, issuer, metadata->'locality'->>'name' as "localityName",
       locality_key as "localityKey", period_from as "periodFrom", period_to as "periodTo"
     from directives where changed_version > $1 order by changed_version, id`,
    [since],
  );
}

/** The next passages of these directives after a number, at most `limit`; `[]` when there are no more. */
export async function listIndexedPassages(
  session: Session,
  { documents, afterSeq, limit }: { documents: string[]; afterSeq: number; limit: number },
): Promise<IndexedPassage[]> {
  return session.query<IndexedPassage>(
    `select seq, directive_id as document, heading, text from passages
     where directive_id = any($1) and seq > $2 order by seq limit $3`,
    [documents, afterSeq, limit],
  );
}
