import module from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadFileAsDirective, ReadingResult } from '../ingest/read-directive.ts';
import type { ReadingNews, ReadingStart, ReadingTask } from './reading-worker.ts';

/** Reads files in threads beside this one: while one is stored the next is read, and a hostile file costs a thread, not the process. */
export type ReadingPool = {
  read: ReadFileAsDirective;
  /** Starts a thread ahead of the first file, for who is about to read many. */
  begin(): void;
  /** Ends the threads; what is being read fails. Safe to call twice. */
  close(): Promise<void>;
};

export type ReadingPoolOptions = {
  /** How many files are read at once; default one for each processor but one, at most three. */
  threads?: number;
  /** A file that makes no progress for so long is given up; default two minutes. */
  patienceSeconds?: number;
  /** Threads with nothing to do end after so long; default ten seconds. */
  idleSeconds?: number;
  /** Most memory a thread may take on its heap, and as much again in buffers beside it, in MB; default 1,024. */
  memoryMegabytes?: number;
};

/** How often the buffers of a reading thread are measured: a file may unpack to a gigabyte in a second or two. */
const measureMilliseconds = 250;

/** What a file gets that could not be read to its end. */
const endings = {
  stuck: 'Đọc tệp quá lâu nên dừng lại: tệp quá phức tạp hoặc bị hỏng; hãy tách nhỏ rồi nạp lại.',
  died: 'Đọc tệp tốn quá nhiều bộ nhớ nên dừng lại: tệp quá phức tạp hoặc bị hỏng; hãy tách nhỏ rồi nạp lại.',
  closed: 'Đang dừng chương trình nên chưa đọc tệp này; hãy nạp lại.',
};

/** Starts no thread before the first file, unless it is told to. */
export function createReadingPool(options: ReadingPoolOptions = {}): ReadingPool {
  const { threads = Math.max(1, Math.min(3, availableParallelism() - 1)), idleSeconds = 10 } = options;
  const idle: ReadingThread[] = [];
  const running = new Set<ReadingThread>();
  const waiting: (() => void)[] = [];
  let isClosed = false;

  /** A resting thread may have ended in the meantime. */
  function takeResting(): ReadingThread | undefined {
    let thread = idle.pop();
    while (thread?.isAlive() === false) thread = idle.pop();
    return thread;
  }
  /** Null once the pool is closed. */
  async function takeThread(): Promise<ReadingThread | null> {
    for (;;) {
      if (isClosed) return null;
      const thread = takeResting() ?? (running.size < threads ? startThread(options) : null);
      if (thread !== null) {
        running.add(thread);
        return thread;
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }
  function giveBack(thread: ReadingThread): void {
    running.delete(thread);
    if (thread.isAlive()) rest(thread);
    waiting.shift()?.();
  }
  function rest(thread: ReadingThread): void {
    idle.push(thread);
    thread.restFor(idleSeconds, () => idle.splice(idle.indexOf(thread), 1));
  }
  return {
    begin: () => rest(startThread(options)),
    async read({ name, bytes }, { today, onProgress }) {
      const thread = await takeThread();
      if (thread === null) return failed(endings.closed);
      try {
        return await thread.read({ name, bytes, today }, onProgress);
      } finally {
        giveBack(thread);
      }
    },
    async close() {
      isClosed = true;
      for (const wake of waiting.splice(0)) wake();
      await Promise.all([...running, ...idle].map((thread) => thread.end('closed')));
    },
  };
}

type Progress = { done: number; total: number };
type ReadingThread = {
  read(task: ReadingTask, onProgress?: (progress: Progress) => void): Promise<ReadingResult>;
  isAlive(): boolean;
  /** Ends after so long unless it is asked to read before; `onEnd` is told then. */
  restFor(seconds: number, onEnd: () => void): void;
  end(why: keyof typeof endings): Promise<void>;
};

const failed = (reason: string): ReadingResult => ({ status: 'failed', reason });

function startThread({ patienceSeconds = 120, memoryMegabytes = 1024 }: ReadingPoolOptions): ReadingThread {
  // The process keeps them in a folder of its version inside the one it was given.
  const compiled = module.getCompileCacheDir();
  const workerData: ReadingStart = { compiled: compiled === undefined ? null : dirname(compiled) };
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  // A resting thread keeps nobody waiting; a reading one is awaited by who asked.
  worker.unref();
  let asked: PromiseWithResolvers<ReadingResult> | null = null;
  let tell: ((progress: Progress) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** Why the thread has ended; null while it lives. */
  let ending: keyof typeof endings | null = null;

  let gauge: NodeJS.Timeout | undefined;

  const finish = (reading: ReadingResult): void => {
    clearTimeout(timer);
    clearInterval(gauge);
    worker.unref();
    asked?.resolve(reading);
    asked = null;
  };
  const end = async (why: keyof typeof endings): Promise<void> => {
    ending ??= why;
    finish(failed(endings[ending]));
    await worker.terminate();
  };
  const watch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void end('stuck'), patienceSeconds * 1000);
  };
  // The limit of the heap does not count buffers, and those are what a decompression bomb fills.
  const measure = async (): Promise<void> => {
    const used = await worker.getHeapStatistics().catch(() => null);
    if (used !== null && asked !== null && used.external_memory > memoryMegabytes * 2 ** 20) await end('died');
  };
  worker.on('message', (news: ReadingNews) => {
    if (asked === null) return;
    if (news.kind === 'read') return finish(news.reading);
    watch();
    tell?.(news.progress);
  });
  // Either way the next file gets a new thread; a fault of ours is told to who asked, who can log it.
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') asked?.reject(error);
    void end('died');
  });
  worker.on('exit', () => void end('died'));
  return {
    isAlive: () => ending === null,
    end,
    async read(task, onProgress) {
      if (ending !== null) return failed(endings[ending]);
      asked = Promise.withResolvers();
      const { promise } = asked;
      tell = onProgress;
      worker.ref();
      watch();
      gauge = setInterval(() => void measure(), measureMilliseconds);
      worker.postMessage(task);
      return promise;
    },
    restFor(seconds, onEnd) {
      timer = setTimeout(() => {
        onEnd();
        void end('closed');
      }, seconds * 1000).unref();
    },
  };
}
