import type { EmbeddingModel } from '../domain/embedding.ts';
import type { RankedPassage } from '../domain/passage.ts';
import type { Database } from '../store/database.ts';
import { findNearestPassages } from '../store/near-graph.ts';
import { loadNearness } from '../store/passage-vectors.ts';
import { loadPassages } from '../store/passages.ts';
import type { CorpusFilter, CorpusHit, CorpusIndex } from './corpus-index.ts';
import { rankingWeights } from './ranking-weights.ts';

export type PassageSources = {
  database: Database;
  index: CorpusIndex;
  /** The model whose vectors were stored; null searches by words alone. */
  embedding: EmbeddingModel | null;
};

export type PassageQuery = CorpusFilter & { text: string; limit: number };

/** Passages looked at by meaning, however few are asked for. */
const MERGED_CANDIDATES = 50;
/** Of more passages not every vector is looked at for a question of misspelt words: it would hold up those who spell. */
const MOST_SCANNED = 200_000;
/** Of a longer question the beginning is embedded. */
const MAX_EMBEDDED_LENGTH = 4_000;

/**
 * The passages of directives in force that match best, by words and by meaning, best first; `[]` when nothing is near at all.
 * A score is about 1 when every word of the question stands close together; below some 0.2 little more than common words are shared.
 * Takes in changes of the corpus first. Throws ModelError when the embedding model cannot be reached.
 */
export async function findPassages(sources: PassageSources, query: PassageQuery): Promise<RankedPassage[]> {
  await sources.index.follow();
  const wanted = Math.max(MERGED_CANDIDATES, query.limit);
  const byWords = sources.index.search(query.text, wanted, query);
  const hits = sources.embedding === null ? byWords : await addMeaning(sources, { query, byWords, wanted });
  return loadRanked(sources.database, hits.slice(0, query.limit));
}

type Found = { query: PassageQuery; byWords: CorpusHit[]; wanted: number };

async function addMeaning(sources: PassageSources, { query, byWords, wanted }: Found): Promise<CorpusHit[]> {
  const { database, embedding } = sources;
  const [vector] = (await embedding?.embed([query.text.slice(0, MAX_EMBEDDED_LENGTH)])) ?? [];
  if (!embedding || !vector?.some((value) => value !== 0)) return byWords;
  const model = embedding.name;
  const nearness = new Map<number, number>();
  // A lexical embedding finds what words find, so all vectors are looked at only when words found nothing (every word misspelt).
  const isWordless = byWords.length === 0 && sources.index.size <= MOST_SCANNED;
  if (embedding.kind === 'semantic' || isWordless) {
    const documents = sources.index.documentsFor(query);
    const nearest = await findNearestPassages(database, { model, vector, documents, limit: wanted });
    for (const near of nearest) nearness.set(near.seq, near.nearness);
  }
  const missing = byWords.map(({ seq }) => seq).filter((seq) => !nearness.has(seq));
  const rest = missing.length > 0 ? await loadNearness(database, { model, vector, seqs: missing }) : [];
  for (const near of rest) nearness.set(near.seq, near.nearness);
  return merge(byWords, nearness, rankingWeights.meaning[embedding.kind]);
}

/** Weighted sum of both scores; a passage found by one alone has 0 from the other. Equal scores keep the order of words. */
function merge(byWords: CorpusHit[], nearness: Map<number, number>, share: number): CorpusHit[] {
  const words = new Map(byWords.map(({ seq, score }) => [seq, score]));
  const seqs = new Set([...words.keys(), ...nearness.keys()]);
  return Array.from(seqs, (seq) => ({
    seq,
    score: (1 - share) * (words.get(seq) ?? 0) + share * (nearness.get(seq) ?? 0),
  })).sort((a, b) => b.score - a.score);
}

async function loadRanked(database: Database, hits: CorpusHit[]): Promise<RankedPassage[]> {
  const passages = await loadPassages(
    database,
    hits.map(({ seq }) => seq),
  );
  const bySeq = new Map(passages.map(({ seq, ...passage }) => [seq, passage]));
  return hits.flatMap(({ seq, score }) => {
    const passage = bySeq.get(seq);
    return passage ? [{ passage, score }] : [];
  });
}
