import type { Database } from '../../src/store/database.ts';
import { dumpDatabase } from '../../src/store/dump-database.ts';

/** The tables of a database that `isMeant`, each with the checksum of its rows: equal where nothing in them changed. */
export async function tableChecksums(database: Database, isMeant: (table: string) => boolean): Promise<string> {
  const sums: string[] = [];
  let table = '';
  await dumpDatabase(database, async (piece) => {
    if (piece.kind === 'table') table = piece.shape.name;
    if (piece.kind === 'end' && isMeant(table)) sums.push(`${table} ${piece.sum.checksum}`);
  });
  return sums.join('\n');
}
