/** nDCG at 10 with binary gains, as the published figures of the retrieval sets have it; 0 where nothing relevant was ranked. */
export function ndcgAt10(ranked: readonly string[], relevant: ReadonlySet<string>): number {
  const gain = (rank: number): number => 1 / Math.log2(rank + 2);
  const found = ranked.slice(0, 10).map((id, rank) => (relevant.has(id) ? gain(rank) : 0));
  const ideal = Array.from({ length: Math.min(10, relevant.size) }, (_, rank) => gain(rank));
  return sum(ideal) === 0 ? 0 : sum(found) / sum(ideal);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
