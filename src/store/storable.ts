/**
 * The text as PostgreSQL can keep it: NUL and half surrogate pairs become U+FFFD, one for one, so that offsets stay right.
 * (A server refuses NUL everywhere and half pairs in JSON.)
 */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

/** How JSON writes what `storable` mends. */
const unstorable = /\\u(?:0000|d[89a-f])/;

/** A value for a `$n::json` or `$n::jsonb` parameter, its texts made storable. */
export function jsonParameter(value: unknown): string {
  const json = JSON.stringify(value);
  if (!unstorable.test(json)) return json;
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? storable(inner) : inner));
}
