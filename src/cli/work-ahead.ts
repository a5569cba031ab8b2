/**
 * Does the work on each of a source, up to `depth` of them at once, and gives the results in the source's order. What the work throws is
 * thrown when its turn has come.
 */
export async function* workAhead<Given, Result>(
  source: AsyncIterable<Given>,
  depth: number,
  work: (given: Given) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for await (const given of source) {
    const result = work(given);
    // Awaited later; until then a rejection must not end the process.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length >= depth) yield await (underWay.shift() as Promise<Result>);
  }
  for (const result of underWay) yield await result;
}
