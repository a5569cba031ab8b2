import { join } from 'node:path';
import { type Base, openBase } from '../wiring/base.ts';
import type { CommandContext } from './command.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

/** Works on a new embedded database that is gone afterwards, whatever is configured. */
export function withTemporaryBase<Result>(
  context: CommandContext,
  work: (base: Base) => Promise<Result>,
): Promise<Result> {
  return withTemporaryFolder(async (folder) => {
    const base = await openBase(
      { ...context.config(), database: { url: null, directory: join(folder, 'db') } },
      { tell: context.log, now: context.now },
    );
    try {
      return await work(base);
    } finally {
      await base.close();
    }
  });
}
