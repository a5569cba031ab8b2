import { type Database, openDatabase } from '../store/database.ts';
import type { CommandContext } from './command.ts';

/** Opens the configured database for one piece of work and closes it whatever happens. */
export async function withDatabase<Result>(
  context: CommandContext,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(context.config().database);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
