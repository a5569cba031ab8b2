import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark, Measurement } from './benchmark.ts';
import { quantile } from './quantile.ts';

const program = join(import.meta.dirname, '..', '..', 'chidao.mjs');
const question = 'tỷ lệ che phủ rừng Cao Bằng 2023?';
const warmRuns = 3;

export const benchStart: Benchmark = {
  name: 'start',
  summary: 'từ lúc gõ lệnh đến câu trả lời đầu tiên: thư mục mới, thư mục đã có dữ liệu',
  async run({ log }) {
    const folder = await mkdtemp(join(tmpdir(), 'chidao-bench-'));
    try {
      log('khởi động trên thư mục mới…');
      const cold = await secondsToFirstAnswer(join(folder, 'db'));
      const warm: number[] = [];
      for (let run = 0; run < warmRuns; run += 1) {
        log(`khởi động lại, lần ${run + 1}/${warmRuns}…`);
        warm.push(await secondsToFirstAnswer(join(folder, 'db')));
      }
      return [
        row('thư mục mới', cold, { bar: 8, anchor: 'PGlite trống: 3,9 s' }),
        row('đã có dữ liệu (trung vị)', quantile(warm, 0.5), { bar: 2, anchor: 'PGlite mở lại: 0,5–0,9 s' }),
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function row(what: string, seconds: number, { bar, anchor }: { bar: number; anchor: string }): Measurement {
  return {
    what,
    measured: `${seconds.toFixed(2).replace('.', ',')} s`,
    bar: `≤ ${bar} s`,
    anchor,
    isMet: seconds <= bar,
  };
}

/** Seconds from starting the program, as a person does, to the first line of its answer. */
async function secondsToFirstAnswer(directory: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [program, 'start', '--db', directory], { stdio: ['pipe', 'pipe', 'ignore'] });
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  child.once('error', reject);
  child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`chidao start ended with ${code}`))));
  let answeredAt: number | null = null;
  child.stdout.on('data', () => {
    answeredAt ??= performance.now();
  });
  child.stdin.end(`${question}\n`);
  await ended;
  return ((answeredAt ?? Number.POSITIVE_INFINITY) - began) / 1000;
}
