/** The text with these spans as blanks; offsets stay. */
export function blankSpans(text: string, spans: readonly { start: number; end: number }[]): string {
  let result = text;
  for (const { start, end } of spans) result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  return result;
}

/** The text with what stands outside these spans mended; `spans` in order, they may overlap. */
export function mendAround(
  text: string,
  spans: readonly { start: number; end: number }[],
  mend: (text: string) => string,
): string {
  let result = '';
  let from = 0;
  for (const { start, end } of spans) {
    if (end <= from) continue;
    if (start > from) result += mend(text.slice(from, start));
    result += text.slice(Math.max(from, start), end);
    from = end;
  }
  return result + mend(text.slice(from));
}
