type Reviver = (this: unknown, key: string, value: unknown) => unknown;

/**
 * JSON from outside; undefined for what is none. Whole numbers beyond 2^53 stay the digits they were written with, as text: they are ids, and
 * rounded they would be somebody else's.
 */
export function parseJson(text: string): unknown {
  const exact = (_: string, value: unknown, { source }: { source: string }): unknown =>
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(source)
      ? source
      : value;
  try {
    if (!/\d{16}/.test(text)) return JSON.parse(text);
    // The third argument (ES2025) is not in the types yet.
    return JSON.parse(text, exact as unknown as Reviver);
  } catch {
    return undefined;
  }
}
