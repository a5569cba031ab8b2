import type { Database } from './database.ts';

/**
 * Gives the room of deleted rows free and counts tables anew for the planner. The embedded database never does this by itself; a server does,
 * so nothing happens there. To be called after many documents came in and now and then; takes a second for 100,000 passages,
 * during which nothing else runs.
 */
export async function tidyDatabase(database: Database): Promise<void> {
  if (database.kind === 'embedded') await database.query('vacuum (analyze)');
}
