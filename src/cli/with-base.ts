import { type Base, openBase } from '../wiring/base.ts';
import type { CommandContext } from './command.ts';

/** Opens what every part is built from for one piece of work and closes it whatever happens. */
export async function withBase<Result>(
  context: CommandContext,
  work: (base: Base) => Promise<Result>,
): Promise<Result> {
  const base = await openBase(context.config(), { tell: context.log, now: context.now });
  try {
    return await work(base);
  } finally {
    await base.close();
  }
}
