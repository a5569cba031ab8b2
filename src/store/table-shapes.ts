import type { Session } from './database.ts';

/** A table as it is copied: every column that is not computed by the database, and where its counters stand. */
export type TableShape = {
  name: string;
  columns: { name: string; type: string }[];
  /** Counters of identity columns by column: the next number. */
  counters: Record<string, number>;
};

/** What belongs to a database or a process and not to its content. */
const ownTables = ['migrations', 'leases'];

/** Every table of the schema, by name. */
export async function readShapes(session: Session): Promise<TableShape[]> {
  const rows = await session.query<{ table: string; column: string; type: string; counter: string | null }>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
       pg_get_serial_sequence(quote_ident(c.relname), a.attname) as counter
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and not c.relname = any($1)
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     order by c.relname, a.attnum`,
    [ownTables],
  );
  const shapes = new Map<string, TableShape>();
  for (const { table, column, type, counter } of rows) {
    const shape = shapes.get(table) ?? { name: table, columns: [], counters: {} };
    shapes.set(table, shape);
    shape.columns.push({ name: column, type });
    if (counter !== null) shape.counters[column] = await nextNumber(session, counter);
  }
  return [...shapes.values()];
}

async function nextNumber(session: Session, sequence: string): Promise<number> {
  const [row] = await session.query<{ next: number }>(
    `select last_value + case when is_called then 1 else 0 end as next from ${sequence}`,
  );
  return row?.next ?? 1;
}

/** A name for use in SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
