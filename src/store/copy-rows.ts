import { createHash } from 'node:crypto';
import type { Session } from './database.ts';
import { quoted, type TableShape } from './table-shapes.ts';

/** A row's values in the order of the table's columns, each as the database writes it. */
export type CopiedRow = (string | null)[];

/** How many rows a table has and what they add up to, whatever their order. */
export type TableSum = { rows: number; checksum: string };

const ROWS_AT_ONCE = 500;

/**
 * Everything a value's text depends on, the same on every server, for the rest of this transaction, which may take its time.
 */
export async function fixTexts(session: Session): Promise<void> {
  await session.query(
    `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
     set local extra_float_digits = 1; set local bytea_output = 'hex'; set local statement_timeout = 0;
     set local idle_in_transaction_session_timeout = 0`,
  );
}

/** Hands over all rows of a table in batches and gives their sum. Files come one by one: they are large. */
export async function readRows(
  session: Session,
  { name, columns }: TableShape,
  take: (rows: CopiedRow[]) => Promise<void>,
): Promise<TableSum> {
  const values = columns.map((column) => `${quoted(column.name)}::text`).join(', ');
  const atOnce = columns.some(({ type }) => type === 'bytea') ? 1 : ROWS_AT_ONCE;
  const sum = createSum();
  await session.query(`declare copied no scroll cursor for select array[${values}] as values from ${quoted(name)}`);
  for (let isLeft = true; isLeft; ) {
    const rows = await session.query<{ values: CopiedRow }>(`fetch ${atOnce} from copied`);
    isLeft = rows.length === atOnce;
    const batch = rows.map((row) => row.values);
    for (const row of batch) sum.add(row);
    if (batch.length > 0) await take(batch);
  }
  await session.query('close copied');
  return sum.total();
}

/** Writes rows as `readRows` gave them. */
export async function writeRows(
  session: Session,
  { name, columns }: TableShape,
  rows: readonly CopiedRow[],
): Promise<void> {
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const values = columns.map(({ type }, index) => `(entry ->> ${index})::${type}`).join(', ');
  await session.query(
    `insert into ${quoted(name)} (${names}) overriding system value
     select ${values} from json_array_elements($1::json) as entries(entry)`,
    [JSON.stringify(rows)],
  );
}

/** The sum of the rows' own checksums: the same for the same rows in any order, and different where one is missing or twice. */
export function createSum(): { add(row: CopiedRow): void; total(): TableSum } {
  let [rows, sum] = [0, 0n];
  return {
    add(row) {
      rows += 1;
      const digest = createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 32);
      sum = (sum + BigInt(`0x${digest}`)) % 2n ** 128n;
    },
    total: () => ({ rows, checksum: sum.toString(16).padStart(32, '0') }),
  };
}
