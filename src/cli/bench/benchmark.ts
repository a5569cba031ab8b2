import type { CommandContext } from '../command.ts';

/** One line of a benchmark's table. `bar` is what is asked for, "" where nothing is; `isMet` null where there is no bar. */
export type Measurement = { what: string; measured: string; bar: string; anchor: string; isMet: boolean | null };

/** What may be asked of a benchmark besides its usual size; null: the usual one. */
export type BenchSize = {
  passages: number | null;
  questions: number | null;
  /** The made-up corpus stays on the server, for the next run. */
  keep: boolean;
};

export type Benchmark = {
  name: string;
  /** What it measures, in Vietnamese. */
  summary: string;
  /** The sizes that it can be given; absent: none. */
  takes?: readonly (keyof BenchSize)[];
  /** Measurements in the order of the table; progress goes to `context.log`. Null when what it needs is not here (said on the log). */
  run(context: CommandContext, size: BenchSize): Promise<Measurement[] | null>;
};
