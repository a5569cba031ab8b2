import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark, Measurement } from './benchmark.ts';
import { quantile } from './quantile.ts';
import { decimal } from './say-figure.ts';

const program = join(import.meta.dirname, '..', '..', 'chidao.mjs');
const bareDatabase = join(import.meta.dirname, 'bare-database.ts');
const question = 'tỷ lệ che phủ rừng Cao Bằng 2023?';
const warmRuns = 3;

export const benchStart: Benchmark = {
  name: 'start',
  summary: 'từ lúc gõ lệnh đến câu trả lời đầu tiên: thư mục mới, thư mục đã có dữ liệu',
  async run({ log }) {
    const folder = await mkdtemp(join(tmpdir(), 'chidao-bench-'));
    try {
      const bot = [program, 'start', '--db', join(folder, 'db')];
      const bare = [bareDatabase, join(folder, 'bare')];
      log('khởi động trên thư mục mới…');
      const cold = { own: await secondsToFirstAnswer(bot), bare: await secondsToFirstAnswer(bare) };
      const warm: { own: number; bare: number }[] = [];
      for (let run = 0; run < warmRuns; run += 1) {
        log(`khởi động lại, lần ${run + 1}/${warmRuns}…`);
        warm.push({ own: await secondsToFirstAnswer(bot), bare: await secondsToFirstAnswer(bare) });
      }
      const median = (part: 'own' | 'bare'): number =>
        quantile(
          warm.map((run) => run[part]),
          0.5,
        );
      return [
        row('thư mục mới', cold, 8),
        row('đã có dữ liệu (trung vị)', { own: median('own'), bare: median('bare') }, 2),
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function row(what: string, { own, bare }: { own: number; bare: number }, bar: number): Measurement {
  return {
    what,
    measured: `${decimal(own, 2)} s`,
    bar: `≤ ${bar} s`,
    anchor: `riêng PGlite với pgvector: ${decimal(bare, 2)} s`,
    isMet: own <= bar,
  };
}

/** Seconds from starting a program, as a person does, to the first line of its answer. */
async function secondsToFirstAnswer(args: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  child.once('error', reject);
  child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a program to measure ended with ${code}`))));
  let answeredAt: number | null = null;
  child.stdout.on('data', () => {
    answeredAt ??= performance.now();
  });
  child.stdin.end(`${question}\n`);
  await ended;
  return ((answeredAt ?? Number.POSITIVE_INFINITY) - began) / 1000;
}
