import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { DataError } from '../domain/errors.ts';

/** The rows of a JSON Lines file ("-": stdin), each checked; blank lines are skipped. Throws DataError with the line that is wrong. */
export function readJsonLines<Row>(path: string, schema: z.ZodType<Row>): Row[] {
  const rows: Row[] = [];
  for (const [index, line] of readText(path).split('\n').entries()) {
    if (line.trim() === '') continue;
    rows.push(parseRow(line, schema, { path, place: `dòng ${index + 1}` }));
  }
  return rows;
}

function readText(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new DataError('không mở được tệp', path);
  }
}

function parseRow<Row>(line: string, schema: z.ZodType<Row>, at: { path: string; place: string }): Row {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new DataError('không phải JSON', at.path, at.place);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.');
  throw new DataError(
    field ? `trường ${field} thiếu hoặc sai kiểu` : 'không phải một đối tượng đúng mẫu',
    at.path,
    at.place,
  );
}
