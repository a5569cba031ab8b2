import type { Session } from './database.ts';

export type EmbeddingIndex = { model: string; dimensions: number; completedAt: Date | null };

export type Unembedded = {
  seq: number;
  title: string;
  heading: string[];
  /** Of rows of a table: the line that leads to it and its head, as far as they stand in other passages; "" for all other text. */
  above: string;
  text: string;
};

const columns = 'model, dimensions, completed_at as "completedAt"';

/** Null for a model that never embedded anything here. */
export async function findEmbeddingIndex(session: Session, model: string): Promise<EmbeddingIndex | null> {
  const rows = await session.query<EmbeddingIndex>(`select ${columns} from embedding_indexes where model = $1`, [
    model,
  ]);
  return rows[0] ?? null;
}

/** The one completed last; null when none is. */
export async function lastCompleteIndex(session: Session): Promise<EmbeddingIndex | null> {
  const rows = await session.query<EmbeddingIndex>(
    `select ${columns} from embedding_indexes where completed_at is not null order by completed_at desc, model limit 1`,
  );
  return rows[0] ?? null;
}

/** Notes that a model has begun; one that has keeps what is known of it. */
export async function beginEmbeddingIndex(session: Session, model: string, dimensions: number): Promise<void> {
  await session.query(
    'insert into embedding_indexes (model, dimensions) values ($1, $2) on conflict (model) do nothing',
    [model, dimensions],
  );
}

/** Notes that every passage has its vector. Completed once is completed: later passages are made up for. */
export async function completeEmbeddingIndex(session: Session, model: string, at: Date): Promise<void> {
  await session.query('update embedding_indexes set completed_at = $2 where model = $1 and completed_at is null', [
    model,
    at,
  ]);
}

/** Cells of a row stand between bars or tabs. A long table is cut between rows: its first piece has the head, and the passage before that the words that lead to it. */
const isRows = (passage: string): string => `split_part(${passage}.text, E'\\n', 1) ~ E'[|\\t]'`;
const aboveTable = `case when ${isRows('p')} then coalesce((
    select concat_ws(E'\\n',
      (select split_part(b.text, E'\\n', -1) from passages b where b.directive_id = t.directive_id and b.ordinal = t.ordinal - 1 and b.heading = t.heading),
      case when t.seq <> p.seq then split_part(t.text, E'\\n', 1) end)
    from passages t where t.directive_id = p.directive_id and t.heading = p.heading and t.ordinal <= p.ordinal and ${isRows('t')}
    order by t.ordinal limit 1), '') else '' end`;

const without = `from passages p join directives d on d.id = p.directive_id
  left join passage_vectors v on v.passage_seq = p.seq and v.model = $1
  where v.passage_seq is null and d.status = 'in_force' and d.id = any($2::text[])`;

/** Those of some directives without a vector of a model. Named one by one: a directive stored meanwhile may be one to hold back. */
export type UnembeddedFilter = { model: string; documents: readonly string[] };

/** Passages of directives in force that have no vector, in order, from behind a passage on. */
export function listUnembedded(
  session: Session,
  { model, documents }: UnembeddedFilter,
  { after, limit }: { after: number; limit: number },
): Promise<Unembedded[]> {
  return session.query<Unembedded>(
    `select p.seq, d.title, p.heading, p.text, ${aboveTable} as above ${without} and p.seq > $3 order by p.seq limit $4`,
    [model, documents, after, limit],
  );
}

/** How many of them there are. */
export async function countUnembedded(session: Session, { model, documents }: UnembeddedFilter): Promise<number> {
  const rows = await session.query<{ count: number }>(`select count(*)::integer as count ${without}`, [
    model,
    documents,
  ]);
  return rows[0]?.count ?? 0;
}
