import { type CopiedRow, fixTexts, readRows, type TableSum } from './copy-rows.ts';
import type { Database } from './database.ts';
import { readShapes, type TableShape } from './table-shapes.ts';

/** The content of a database piece by piece, in this order: begin, then each table with its rows and its end, then complete. */
export type DumpPiece =
  | { kind: 'begin'; format: 1; migrations: string[] }
  | { kind: 'table'; shape: TableShape }
  | { kind: 'rows'; rows: CopiedRow[] }
  | { kind: 'end'; sum: TableSum }
  | { kind: 'complete'; tables: number };

export type TakePiece = (piece: DumpPiece) => Promise<void>;

/** Hands over everything as it is at one instant, also while others write. */
export async function dumpDatabase(database: Database, take: TakePiece): Promise<void> {
  await database.transaction(async (session) => {
    await session.query('set transaction isolation level repeatable read, read only');
    await fixTexts(session);
    const applied = await session.query<{ name: string }>('select name from migrations order by name');
    await take({ kind: 'begin', format: 1, migrations: applied.map(({ name }) => name) });
    const shapes = await readShapes(session);
    for (const shape of shapes) {
      await take({ kind: 'table', shape });
      const sum = await readRows(session, shape, (rows) => take({ kind: 'rows', rows }));
      await take({ kind: 'end', sum });
    }
    await take({ kind: 'complete', tables: shapes.length });
  });
}
