import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readNewFile, storeFile } from '../../ingest/ingest-file.ts';
import { dataFolder, readTableFiles } from '../../tables.ts';
import type { Base } from '../../wiring/base.ts';
import { todayIn } from '../../wiring/today.ts';
import type { CommandContext } from '../command.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import { workAhead } from '../work-ahead.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { SyntheticCorpus } from './synthetic-corpus.ts';

const wantedBytes = 3 * 2 ** 20;
const warmUpBytes = 2 ** 18;

export const benchIngest: Benchmark = {
  name: 'ingest',
  summary: 'MB văn bản chữ mỗi giây, từ tệp đến cơ sở dữ liệu, cả chỉ tiêu và thời hạn',
  run: (context) =>
    withTemporaryBase(context, async (base) => [
      ...(await measure(base, context, { what: 'văn xuôi, thưa số liệu', files: proseFiles() })),
      ...(await measure(base, context, { what: 'văn bản đủ kiểu', files: await sampleFiles() })),
      ...(await measure(base, context, { what: 'toàn chỉ tiêu, dày số liệu', files: await digestFiles() })),
    ]),
};

type Files = (index: number) => string;

async function measure(
  base: Base,
  { log, now, config }: CommandContext,
  { what, files }: { what: string; files: Files },
): Promise<Measurement[]> {
  const deps = { ...base, now: now(), today: todayIn(config().settings.TZ, now()) };
  log(`${what}: nạp ${wantedBytes / 2 ** 20} MB…`);
  let index = 0;
  /** Files of so many bytes together, stored one by one while the next are read, as the command `ingest` does. */
  const ingestBytes = async (wanted: number): Promise<number> => {
    let size = 0;
    async function* source() {
      while (size < wanted) {
        const bytes = Buffer.from(files(index++));
        size += bytes.length;
        yield { name: `${what}-${index}.md`, bytes };
      }
    }
    for await (const read of workAhead(source(), 4, (file) => readNewFile(file, deps))) await storeFile(read, deps);
    return size;
  };
  await ingestBytes(warmUpBytes);
  const [began, beganCpu] = [performance.now(), process.cpuUsage()];
  const size = await ingestBytes(wantedBytes);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(beganCpu);
  const megabytes = size / 2 ** 20;
  const text = (rate: number): string => `${rate.toFixed(2).replace('.', ',')} MB/s`;
  const rate = megabytes / seconds;
  const cpuRate = text(megabytes / ((user + system) / 1e6));
  return [
    { what, measured: text(rate), bar: '≥ 1 MB/s', anchor: 'chỉ chữ vào PGlite: 2,3 MB/s', isMet: rate >= 1 },
    { what: `${what}: tính theo CPU`, measured: cpuRate, bar: '', anchor: 'khi máy đang bận việc khác', isMet: null },
  ];
}

/** Documents of some 25 kB, a target in each; words of the language without its grammar. */
function proseFiles(): Files {
  const size = { directives: 1000, passages: 50_000, targets: 1000 };
  const drafts = new SyntheticCorpus(readTableFiles(dataFolder), size).drafts();
  return () => {
    const draft = drafts.next().value;
    return draft ? `${draft.metadata.title}\n\n${draft.text}` : '';
  };
}

/** The made-up documents of the tests over and over: plans, decisions, reports, web pages, tables. */
async function sampleFiles(): Promise<Files> {
  return overAndOver(join(dataFolder, '..', 'test', 'samples', 'genre'));
}

/** The product's digests: hardly a sentence without a figure. */
async function digestFiles(): Promise<Files> {
  return overAndOver(join(dataFolder, 'directives'));
}

/** Each time under another number, so that it is a document of its own. */
async function overAndOver(folder: string): Promise<Files> {
  const names = (await readdir(folder)).filter((name) => /\.(?:md|txt)$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return (index) => {
    const text = texts[index % texts.length] ?? '';
    const numbered = text.replace(/^(number:|Số:?) *\d*/m, `$1 ${index + 1}`);
    return numbered === text ? `${text}\nLần ${index + 1}.` : numbered;
  };
}
