import type { Database } from '../store/database.ts';
import { openStore } from '../wiring/base.ts';
import type { CommandContext } from './command.ts';

/** Opens the configured database for one piece of work and closes it whatever happens. */
export async function withDatabase<Result>(
  context: CommandContext,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openStore(context.config(), context.log);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
