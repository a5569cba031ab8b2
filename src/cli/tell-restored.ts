import type { RestoredTable } from '../store/restore-database.ts';
import type { CommandContext } from './command.ts';

/** What came into each table. */
export function tellRestored(tables: readonly RestoredTable[], { out, log }: CommandContext, isJson: boolean): void {
  for (const { shape, sum } of tables)
    if (isJson) out(JSON.stringify({ table: shape.name, ...sum }));
    else log(`${shape.name}: ${sum.rows} dòng`);
}
