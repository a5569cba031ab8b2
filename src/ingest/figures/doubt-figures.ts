import type { Figure } from '../../domain/target.ts';

/** What a figure that was recognised with low confidence is worth: below 0.6 a person looks at it. */
const doubtful = 0.4;

/** The figures, those that touch a stretch recognised with low confidence marked down. Both lists may be in any order. */
export function doubtFigures(figures: Figure[], doubts: readonly { start: number; end: number }[]): Figure[] {
  if (doubts.length === 0) return figures;
  const sorted = [...doubts].sort((a, b) => a.end - b.end);
  return figures.map((figure) => {
    const first = sorted[firstEndingAfter(sorted, figure.start)];
    if (first === undefined || first.start >= figure.end) return figure;
    return { ...figure, confidence: Math.min(figure.confidence, doubtful), note: 'chữ trong ảnh quét đọc chưa rõ' };
  });
}

function firstEndingAfter(sorted: readonly { end: number }[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
