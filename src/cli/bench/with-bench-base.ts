import { randomUUID } from 'node:crypto';
import type { Config } from '../../config.ts';
import { type Base, openBase } from '../../wiring/base.ts';
import type { CommandContext } from '../command.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import { dropSchema } from './drop-schema.ts';

/**
 * Works on a new database that is gone afterwards: a schema of its own on the configured server, or an embedded one where none is configured.
 * `kept`: the name of a schema that stays on the server and is found again. The work is told the settings with that database in them.
 */
export async function withBenchBase<Result>(
  context: CommandContext,
  kept: string | null,
  work: (base: Base, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = context.config();
  const { url } = config.database;
  if (url === null) return withTemporaryBase(context, (base) => work(base, config));
  const database = { url, directory: null, schema: kept ?? `bench_${randomUUID().replaceAll('-', '')}` };
  const placed = { ...config, database };
  const base = await openBase(placed, { tell: context.log, now: context.now });
  try {
    return await work(base, placed);
  } finally {
    await base.close();
    if (kept === null) await dropSchema(database);
    else context.log(`Bộ văn bản còn trong lược đồ ${kept}; xóa bằng: drop schema ${kept} cascade`);
  }
}
