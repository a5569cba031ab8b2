import { Readable } from 'node:stream';
import { runCommand } from '../../src/cli/run-command.ts';
import { databaseLocation, parseConfig } from '../../src/config.ts';

export type Ran = { code: number; printed: string[]; logged: string[] };

/** Runs one command line in this process, as cli.ts does, with a fixed now and no settings but those given. */
export async function runLine(
  args: string[],
  { settings = {}, stdin = '' }: { settings?: Record<string, string>; stdin?: string } = {},
): Promise<Ran> {
  const printed: string[] = [];
  const logged: string[] = [];
  const code = await runCommand(args, {
    out: (line) => void printed.push(line),
    log: (line) => void logged.push(line),
    stdin: () => Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]),
    now: () => new Date('2026-11-22T08:00:00+07:00'),
    config: (database) => {
      const config = parseConfig(settings);
      return database === null ? config : { ...config, database: databaseLocation(database) };
    },
  });
  return { code, printed, logged };
}

/** The JSON rows of a run; throws when stdout holds anything else. */
export function rowsOf({ printed }: Ran): Record<string, unknown>[] {
  return printed.map((line) => JSON.parse(line) as Record<string, unknown>);
}
