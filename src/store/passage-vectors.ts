import type { Session } from './database.ts';
import { vectorParameter } from './vector-parameter.ts';

const ROWS_PER_STATEMENT = 200;

/** Stores one vector a passage under the name of the model that made it; a vector of the same model is replaced. */
export async function savePassageVectors(
  session: Session,
  seqs: number[],
  { model, vectors }: { model: string; vectors: Float32Array[] },
): Promise<void> {
  if (seqs.length !== vectors.length) throw new Error(`${vectors.length} vectors for ${seqs.length} passages`);
  for (let from = 0; from < seqs.length; from += ROWS_PER_STATEMENT) {
    const some = seqs.slice(from, from + ROWS_PER_STATEMENT);
    const rows = some.map((_, index) => `($${2 + 2 * index}, $1, $${3 + 2 * index}::vector)`);
    const values = some.flatMap((seq, index) => [seq, vectorParameter(vectors[from + index] ?? new Float32Array())]);
    await session.query(
      `insert into passage_vectors (passage_seq, model, embedding) values ${rows.join(', ')}
       on conflict (model, passage_seq) do update set embedding = excluded.embedding`,
      [model, ...values],
    );
  }
}
