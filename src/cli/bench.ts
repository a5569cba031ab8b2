import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Benchmark, BenchSize, Measurement } from './bench/benchmark.ts';
import { type Command, numberOption, type OptionValues, UsageError } from './command.ts';
import { tableLines } from './print-table.ts';

/** A new benchmark is one file and one line here. */
const allBenchmarks: { name: string; load: () => Promise<Benchmark> }[] = [
  { name: 'answer', load: async () => (await import('./bench/bench-answer.ts')).benchAnswer },
  { name: 'chats', load: async () => (await import('./bench/bench-chats.ts')).benchChats },
  { name: 'flood', load: async () => (await import('./bench/bench-flood.ts')).benchFlood },
  { name: 'ingest', load: async () => (await import('./bench/bench-ingest.ts')).benchIngest },
  { name: 'memory', load: async () => (await import('./bench/bench-memory.ts')).benchMemory },
  { name: 'model', load: async () => (await import('./bench/bench-model.ts')).benchModel },
  { name: 'readers', load: async () => (await import('./bench/bench-readers.ts')).benchReaders },
  { name: 'reminders', load: async () => (await import('./bench/bench-reminders.ts')).benchReminders },
  { name: 'reminders-kill', load: async () => (await import('./bench/bench-reminders-kill.ts')).benchRemindersKill },
  { name: 'retrieval', load: async () => (await import('./bench/bench-retrieval.ts')).benchRetrieval },
  { name: 'search', load: async () => (await import('./bench/bench-search.ts')).benchSearch },
  { name: 'telegram', load: async () => (await import('./bench/bench-telegram.ts')).benchTelegram },
  { name: 'webhook', load: async () => (await import('./bench/bench-webhook.ts')).benchWebhook },
  { name: 'start', load: async () => (await import('./bench/bench-start.ts')).benchStart },
];

export const bench: Command = {
  usage: '[TÊN]',
  maxPositionals: 1,
  options: { passages: { type: 'string' }, questions: { type: 'string' }, keep: { type: 'boolean' } },
  help: [
    'Không có TÊN: kể các phép đo. Mã thoát 1 khi một mốc không đạt hoặc không đo được.',
    '--passages N      số đoạn của bộ văn bản được tạo ra để đo',
    '--questions N     số câu hỏi',
    '--keep            trên PostgreSQL: để bộ văn bản ấy lại cho lần đo sau',
  ],
  async run({ values, positionals: [name], context }) {
    if (name === undefined) {
      for (const { load } of allBenchmarks) {
        const { name: known, summary } = await load();
        context.out(values.json ? JSON.stringify({ name: known, summary }) : `${known.padEnd(16)}${summary}`);
      }
      return 0;
    }
    const entry = allBenchmarks.find((benchmark) => benchmark.name === name);
    if (entry === undefined) throw new UsageError(`Không có phép đo «${name}».`);
    const benchmark = await entry.load();
    const measurements = await benchmark.run(context, sizeFor(benchmark, values));
    if (measurements === null) return 1;
    if (values.json)
      for (const row of measurements) context.out(JSON.stringify({ bench: name, machine: machine(), ...row }));
    else for (const line of [machine(), '', ...tableLines([header, ...measurements.map(asRow)])]) context.out(line);
    return measurements.some((row) => row.isMet === false) ? 1 : 0;
  },
};

/** Throws UsageError for a size that the benchmark cannot be given. */
function sizeFor({ name, takes = [] }: Benchmark, values: OptionValues): BenchSize {
  for (const option of ['passages', 'questions', 'keep'] as const)
    if (values[option] !== undefined && !takes.includes(option))
      throw new UsageError(`Phép đo «${name}» không có tùy chọn --${option}.`);
  const numberOf = (option: 'passages' | 'questions'): number | null =>
    values[option] === undefined ? null : numberOption(values, option, { min: 100, max: 10_000_000, fallback: 0 });
  return { passages: numberOf('passages'), questions: numberOf('questions'), keep: values.keep === true };
}

const header = ['phép đo', 'kết quả', 'mốc', 'đạt', 'để so sánh'];

function asRow({ what, measured, bar, anchor, isMet }: Measurement): string[] {
  return [what, measured, bar, isMet === null ? '' : isMet ? '✓' : '✗', anchor];
}

function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} lõi ${cpus()[0]?.model.trim() ?? '?'}, ${memory} GB, Node ${process.versions.node}, ${process.platform}`;
}
