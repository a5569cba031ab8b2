import { type DatabaseSettings, openDatabase } from '../../store/database.ts';

/** Removes a schema that a benchmark made on a server, with all that is in it. */
export async function dropSchema(location: DatabaseSettings & { schema: string }): Promise<void> {
  const database = await openDatabase(location);
  await database.query(`drop schema ${location.schema} cascade`);
  await database.close();
}
