import { quantile } from './quantile.ts';
import { decimal } from './say-figure.ts';

/** Milliseconds of each piece of work: as a clock has them, and of this process's CPU, which a busy machine changes little. */
export type Spent = { clock: number[]; cpu: number[] };

/** Does a piece of work and notes what it took. */
export async function spend<Result>(spent: Spent, work: () => Promise<Result>): Promise<Result> {
  const [began, beganCpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(beganCpu);
  spent.clock.push(performance.now() - began);
  spent.cpu.push((user + system) / 1000);
  return result;
}

/** "3,5 / 9,1 ms": the middle one and the 95th of a hundred. */
export const spread = (milliseconds: readonly number[]): string =>
  `${decimal(quantile(milliseconds, 0.5))} / ${decimal(quantile(milliseconds, 0.95))} ms`;
