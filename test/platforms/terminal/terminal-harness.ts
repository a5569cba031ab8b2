import { PassThrough, Writable } from 'node:stream';
import type { HandleMessage } from '../../../src/domain/message.ts';
import { createTerminal, type TerminalOptions } from '../../../src/platforms/terminal/create-terminal.ts';

/** A terminal on streams in memory. A piped terminal writes each reply at once, so each write is one message of the bot. */
export function openTerminal(handleMessage: HandleMessage, options: Partial<TerminalOptions> = {}) {
  const input = new PassThrough();
  const writes: string[] = [];
  const progress: string[] = [];
  const watchers = new Set<() => void>();
  const platform = createTerminal({
    input,
    output: collector(writes, () => {
      for (const watcher of [...watchers]) watcher();
    }),
    progress: collector(progress),
    isInteractive: false,
    screen: () => ({ columns: Number.POSITIVE_INFINITY, color: false }),
    handleMessage,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => new Date('2026-11-22T08:00:00Z'),
    ...options,
  });
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        if (!condition()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  return { platform, input, writes, progress, until };
}

function collector(chunks: string[], onWrite = () => {}): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
      onWrite();
    },
  });
}
