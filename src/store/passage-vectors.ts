import type { Session } from './database.ts';
import { vectorParameter, vectorText } from './vector-parameter.ts';

/** A passage and how near its vector is to the one asked for: cosine, 1 the same direction, 0 nothing in common. */
export type NearPassage = { seq: number; nearness: number };

/** `documents`: ids of the directives to stay within; null: any in force. */
export type NearQuery = { model: string; vector: Float32Array; documents: string[] | null; limit: number };

const ROWS_PER_STATEMENT = 200;

/** A passage's number and its vector. */
export type PassageVector = { seq: number; vector: Float32Array };

/** The numbers of passages with their vectors, in their order; throws where one has none. */
export function pairVectors(seqs: readonly number[], vectors: readonly Float32Array[]): PassageVector[] {
  if (seqs.length !== vectors.length) throw new Error(`${vectors.length} vectors for ${seqs.length} passages`);
  return vectors.map((vector, index) => ({ seq: seqs[index] ?? 0, vector }));
}

/** Stores vectors under the name of the model that made them; a vector of the same model is replaced. */
export async function savePassageVectors(
  session: Session,
  model: string,
  vectors: readonly PassageVector[],
): Promise<void> {
  for (let from = 0; from < vectors.length; from += ROWS_PER_STATEMENT) {
    const some = vectors.slice(from, from + ROWS_PER_STATEMENT);
    const rows = some.map((_, index) => `($${2 + 2 * index}, $1, $${3 + 2 * index}::vector)`);
    const values = some.flatMap(({ seq, vector }) => [seq, vectorParameter(vector)]);
    await session.query(
      `insert into passage_vectors (passage_seq, model, embedding) values ${rows.join(', ')}
       on conflict (model, passage_seq) do update set embedding = excluded.embedding`,
      [model, ...values],
    );
  }
}

/** How near these passages are; those without a vector of this model are left out. A zero vector is near nothing. */
export async function loadNearness(
  session: Session,
  { model, vector, seqs }: { model: string; vector: Float32Array; seqs: number[] },
): Promise<NearPassage[]> {
  return session.query<NearPassage>(
    `select passage_seq as seq, coalesce(nullif(1 - (embedding <=> $1::vector), 'NaN'), 0) as nearness
     from passage_vectors where model = $2 and passage_seq = any($3::bigint[])`,
    [vectorText(vector), model, seqs],
  );
}

/**
 * The nearest passages of directives in force, nearest first, found by looking at every vector: about a millisecond a thousand.
 */
export async function listNearestPassages(
  session: Session,
  { model, vector, documents, limit }: NearQuery,
): Promise<NearPassage[]> {
  return session.query<NearPassage>(
    // The case keeps vectors of other models, which may be of another length, away from the operator.
    `select v.passage_seq as seq, 1 - n.distance as nearness
     from passage_vectors v join passages p on p.seq = v.passage_seq join directives d on d.id = p.directive_id
       cross join lateral (select case when v.model = $2 then v.embedding <=> $1::vector end as distance) n
     where v.model = $2 and d.status = 'in_force' and ($3::text[] is null or d.id = any($3)) and n.distance < 1
     order by n.distance, v.passage_seq limit $4`,
    [vectorText(vector), model, documents, limit],
  );
}
