import type { Database } from '../store/database.ts';
import { findDirectives } from '../store/directives.ts';
import { type Command, textOption } from './command.ts';
import { tableLines } from './print-table.ts';
import { withDatabase } from './with-database.ts';

type Listing<Row> = {
  /** Rows of these directives; of all when absent. */
  find(database: Database, filter: { documents?: string[] }): Promise<Row[]>;
  header: string[];
  cells(row: Row): string[];
  /** Said to a person when there is no row. */
  nothing: string;
};

/** A command that prints what was read from the directives: JSON rows, or a table. An unknown `--document` is a failure, no row is not. */
export function listCommand<Row>({ find, header, cells, nothing }: Listing<Row>): Command {
  return {
    usage: '[--document MÃ]',
    maxPositionals: 0,
    options: { document: { type: 'string' } },
    help: ['--document MÃ     chỉ của văn bản này (mã như lệnh ingest in ra)'],
    run: ({ values, context }) =>
      withDatabase(context, async (database) => {
        const document = textOption(values, 'document');
        const documents = document === null ? {} : { documents: [document] };
        const rows = await find(database, documents);
        if (rows.length === 0 && document !== null && !(await isKnown(database, document))) {
          context.log(`Không có văn bản nào mang mã ${document}.`);
          return 1;
        }
        const table = (): string[] => (rows.length > 0 ? tableLines([header, ...rows.map(cells)]) : [nothing]);
        for (const line of values.json ? rows.map((row) => JSON.stringify(row)) : table()) context.out(line);
        return 0;
      }),
  };
}

async function isKnown(database: Database, document: string): Promise<boolean> {
  const statuses = ['in_force', 'replaced', 'failed', 'refused'] as const;
  return (await findDirectives(database, { ids: [document], statuses: [...statuses] })).length > 0;
}
