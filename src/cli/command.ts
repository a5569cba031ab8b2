import type { Readable } from 'node:stream';
import type { ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '../config.ts';

/** Values of a command's options after parsing; absent when not given. */
export type OptionValues = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** What a command may touch of the world. */
export type CommandContext = {
  /** One line to stdout: what was asked for, and nothing else. Throws OutputClosed when nobody reads any more. */
  out(line: string): void;
  /** One line to stderr: logs and progress. */
  log(line: string): void;
  /** Opened only when asked for: an opened one would make reading "-" at once impossible. */
  stdin(): Readable;
  now(): Date;
  /** The checked settings with `--db` applied. Throws SettingError. */
  config(): Config;
};

export type CommandInput = { values: OptionValues; positionals: string[]; context: CommandContext };

/** A command of `chidao`. `run` gives the exit code: 0 done, 1 failed, 2 wrong usage. */
export type Command = {
  /** As typed after the name, in Vietnamese: "ĐƯỜNG_DẪN…". */
  usage: string;
  /** Most words it takes besides options; one more is wrong usage. */
  maxPositionals: number;
  options: ParseArgsOptionsConfig;
  /** Help lines for the options and what the command prints. */
  help: string[];
  run(input: CommandInput): Promise<number>;
};

/** The command line itself is wrong: exit 2 with this sentence and the way to get help. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The reader of stdout went away (`| head`): stop quietly, successfully. */
export class OutputClosed extends Error {
  override name = 'OutputClosed';
}

/** A whole number given as an option's value, or `fallback` when not given. Throws UsageError outside min..max. */
export function numberOption(
  values: OptionValues,
  name: string,
  range: { min: number; max: number; fallback: number },
): number {
  const given = values[name];
  if (given === undefined) return range.fallback;
  const number = Number(given);
  if (typeof given === 'string' && given.trim() !== '' && number >= range.min && number <= range.max) return number;
  throw new UsageError(`--${name} phải là số từ ${range.min} đến ${range.max}.`);
}

/** An option's text, or null when not given. */
export function textOption(values: OptionValues, name: string): string | null {
  const given = values[name];
  return typeof given === 'string' ? given : null;
}
