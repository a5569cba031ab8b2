/**
 * The text as PostgreSQL can keep it: NUL and half surrogate pairs become U+FFFD, one for one, so that offsets stay right.
 * (A server refuses NUL everywhere and half pairs in JSON.)
 */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

/** A value for a `$n::jsonb` parameter, its texts made storable. */
export function jsonParameter(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? storable(inner) : inner));
}
