import pino from 'pino';
import type { Log } from '../domain/platform.ts';

/** The log on stderr. Of an error it keeps name, code, first line and places: database errors carry what people wrote. */
export function createLog(level: string): Log {
  return pino({ level, serializers: { err: describeError } }, pino.destination({ dest: 2, sync: true }));
}

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { name: 'unknown' };
  const { name, message, stack = '' } = error;
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error ? error.code : undefined;
  return {
    name,
    code,
    message: message.split('\n')[0]?.slice(0, 200),
    places: places.slice(0, 8).map((line) => line.trim()),
  };
}
