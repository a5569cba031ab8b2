import { OutputClosed } from './cli/command.ts';
import { runCommand } from './cli/run-command.ts';
import { describeUnexpected } from './cli/unexpected.ts';
import { databaseLocation, loadConfig } from './config.ts';

let isClosed = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  isClosed = true;
});
process.stderr.on('error', () => {});

/** What no command caught: a line with a reference number instead of a stack trace, and the end. */
function endUnexpectedly(error: unknown): void {
  process.stderr.write(`${describeUnexpected(error).line}\n`);
  process.exit(1);
}
process.on('uncaughtException', endUnexpectedly).on('unhandledRejection', endUnexpectedly);

// Not process.exit: what is still on its way to a slow pipe would be lost.
process.exitCode = await runCommand(process.argv.slice(2), {
  out(line) {
    if (isClosed) throw new OutputClosed();
    process.stdout.write(`${line}\n`);
  },
  log: (line) => void process.stderr.write(`${line}\n`),
  stdin: () => process.stdin,
  now: () => new Date(),
  config(database) {
    const config = loadConfig();
    return database === null ? config : { ...config, database: databaseLocation(database) };
  },
});
