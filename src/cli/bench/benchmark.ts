import type { CommandContext } from '../command.ts';

/** One line of a benchmark's table. `bar` is what is asked for, "" where nothing is; `isMet` null where there is no bar. */
export type Measurement = { what: string; measured: string; bar: string; anchor: string; isMet: boolean | null };

export type Benchmark = {
  name: string;
  /** What it measures, in Vietnamese. */
  summary: string;
  /** Measurements in the order of the table; progress goes to `context.log`. Null when what it needs is not here (said on the log). */
  run(context: CommandContext): Promise<Measurement[] | null>;
};
