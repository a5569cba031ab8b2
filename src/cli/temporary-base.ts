import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Base, openBase } from '../wiring/base.ts';
import type { CommandContext } from './command.ts';

/** Works on a new embedded database that is gone afterwards, whatever is configured. */
export async function withTemporaryBase<Result>(
  context: CommandContext,
  work: (base: Base) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'chidao-'));
  try {
    const base = await openBase(
      { ...context.config(), database: { url: null, directory: join(folder, 'db') } },
      { tell: context.log, now: context.now },
    );
    try {
      return await work(base);
    } finally {
      await base.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
