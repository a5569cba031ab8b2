import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { saveOriginals } from '../../store/originals.ts';
import { dataFolder } from '../../tables.ts';
import type { Base } from '../../wiring/base.ts';
import type { CommandContext } from '../command.ts';
import { ingestPaths } from '../ingest-paths.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { decimal } from './say-figure.ts';
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
type Spent = { megabytes: number; seconds: number; cpuSeconds: number };

/** Seconds of storing the same texts without reading them: what is beneath any ingest into this database. */
async function secondsOfStoring(
  { database }: Base,
  texts: readonly string[],
  { now }: CommandContext,
): Promise<number> {
  const began = performance.now();
  const originals = texts.map((text, at) => {
    const bytes = Buffer.from(text);
    const sha256 = createHash('sha256').update(`only stored ${at}`).update(bytes).digest('hex');
    return { sha256, name: `${at}.md`, bytes, receivedAt: now(), status: 'ingested' as const, reason: null };
  });
  await database.transaction((session) => saveOriginals(session, originals));
  return (performance.now() - began) / 1000;
}

async function measure(
  base: Base,
  context: CommandContext,
  { what, files }: { what: string; files: Files },
): Promise<Measurement[]> {
  context.log(`${what}: nạp ${wantedBytes / 2 ** 20} MB…`);
  let index = 0;
  let texts: string[] = [];
  /** Stores files of so many bytes together, as the command `ingest` does. */
  const ingestBytes = (wanted: number): Promise<Spent> =>
    withTemporaryFolder(async (folder) => {
      let size = 0;
      texts = [];
      while (size < wanted) {
        const text = files(index++);
        texts.push(text);
        const bytes = Buffer.from(text);
        size += bytes.length;
        await writeFile(join(folder, `${String(index).padStart(6, '0')}.md`), bytes);
      }
      const [began, beganCpu] = [performance.now(), process.cpuUsage()];
      for await (const { status } of ingestPaths(base, [folder], context))
        if (status === 'failed') throw new Error('a made-up document could not be read');
      const { user, system } = process.cpuUsage(beganCpu);
      return {
        megabytes: size / 2 ** 20,
        seconds: (performance.now() - began) / 1000,
        cpuSeconds: (user + system) / 1e6,
      };
    });
  await ingestBytes(warmUpBytes);
  const { megabytes, seconds, cpuSeconds } = await ingestBytes(wantedBytes);
  const floor = megabytes / (await secondsOfStoring(base, texts, context));
  const text = (rate: number): string => `${decimal(rate, 2)} MB/s`;
  const rate = megabytes / seconds;
  const cpuRate = text(megabytes / cpuSeconds);
  return [
    { what, measured: text(rate), bar: '≥ 1 MB/s', anchor: `chỉ lưu tệp, không đọc: ${text(floor)}`, isMet: rate >= 1 },
    { what: `${what}: tính theo CPU`, measured: cpuRate, bar: '', anchor: 'khi máy đang bận việc khác', isMet: null },
  ];
}

/** Documents of some 25 kB, a target in each; words of the language without its grammar. */
function proseFiles(): Files {
  const size = { directives: 1000, passages: 30_000, targets: 1000 };
  const drafts = new SyntheticCorpus(size).drafts();
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
