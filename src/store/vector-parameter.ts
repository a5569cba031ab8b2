import { toSql } from 'pgvector';

/**
 * A vector in pgvector's binary form, for a `$n::vector` parameter: its text form is parsed twenty times slower in the embedded database.
 * Layout (pgvector's `vector_recv`): int16 dimensions, int16 zero, then big-endian float32 each.
 */
export function vectorParameter(vector: Float32Array): Buffer {
  const buffer = Buffer.allocUnsafe(4 + 4 * vector.length);
  buffer.writeInt16BE(vector.length, 0);
  buffer.writeInt16BE(0, 2);
  vector.forEach((value, index) => {
    buffer.writeFloatBE(value, 4 + 4 * index);
  });
  return buffer;
}

/** A vector in pgvector's text form, for the one that others are compared with. */
export const vectorText = (vector: Float32Array): string => String(toSql(Array.from(vector)));
