import { type Base, type BaseSurroundings, openBase } from '../wiring/base.ts';
import type { CommandContext } from './command.ts';

/** Opens what every part is built from for one piece of work and closes it whatever happens. `instead`: nothing is sent to a model, it is told of it. */
export async function withBase<Result>(
  context: CommandContext,
  work: (base: Base) => Promise<Result>,
  more: Pick<BaseSurroundings, 'instead' | 'willRead'> = {},
): Promise<Result> {
  const base = await openBase(context.config(), { tell: context.log, now: context.now, ...more });
  try {
    return await work(base);
  } finally {
    await base.close();
  }
}
