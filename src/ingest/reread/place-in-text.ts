import type { Quote } from '../../domain/citation.ts';

/**
 * Findings of a reading moved into the text that is stored, where a better reader has made another one of the same bytes. Those whose quote
 * does not stand there word for word are left out: a stored text never changes, as old answers cite it.
 */
export function placeInText<Finding extends Quote>(findings: readonly Finding[], text: string): Finding[] {
  return findings.flatMap((finding) => {
    if (text.slice(finding.start, finding.end) === finding.quote) return [finding];
    const start = nearest(text, finding);
    return start === null ? [] : [{ ...finding, start, end: start + finding.quote.length }];
  });
}

/** Where the quote stands nearest to where it stood; null when nowhere. Looks at so many places at most. */
function nearest(text: string, { quote, start }: Quote): number | null {
  const mostPlaces = 1000;
  let best: number | null = null;
  let at = quote === '' ? -1 : text.indexOf(quote);
  for (let seen = 0; at !== -1 && seen < mostPlaces; seen++) {
    if (best === null || Math.abs(at - start) < Math.abs(best - start)) best = at;
    at = text.indexOf(quote, at + 1);
  }
  return best;
}
