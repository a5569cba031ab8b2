import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ingestFile } from '../../ingest/ingest-file.ts';
import { dataFolder, readTableFiles } from '../../tables.ts';
import type { Base } from '../../wiring/base.ts';
import { todayIn } from '../../wiring/today.ts';
import type { CommandContext } from '../command.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { SyntheticCorpus } from './synthetic-corpus.ts';

const wantedBytes = 3 * 2 ** 20;
const warmUpFiles = 20;

export const benchIngest: Benchmark = {
  name: 'ingest',
  summary: 'MB văn bản chữ mỗi giây, từ tệp đến cơ sở dữ liệu, cả chỉ tiêu và thời hạn',
  run: (context) =>
    withTemporaryBase(context, async (base) => [
      ...(await measure(base, context, { what: 'văn xuôi, thưa số liệu', files: proseFiles() })),
      ...(await measure(base, context, { what: 'toàn chỉ tiêu, dày số liệu', files: await digestFiles() })),
    ]),
};

type Files = (index: number) => string;

async function measure(
  base: Base,
  { log, now, config }: CommandContext,
  { what, files }: { what: string; files: Files },
): Promise<Measurement[]> {
  const today = todayIn(config().settings.TZ, now());
  const read = async (index: number): Promise<number> => {
    const bytes = Buffer.from(files(index));
    await ingestFile({ name: `${what}-${index}.md`, bytes }, { ...base, now: now(), today });
    return bytes.length;
  };
  log(`${what}: nạp ${wantedBytes / 2 ** 20} MB…`);
  let index = 0;
  while (index < warmUpFiles) await read(index++);
  let size = 0;
  const [began, beganCpu] = [performance.now(), process.cpuUsage()];
  while (size < wantedBytes) size += await read(index++);
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

/** The product's digests over and over, each time under another number, so that it is a document of its own. */
async function digestFiles(): Promise<Files> {
  const folder = join(dataFolder, 'directives');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'));
  const digests = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return (index) => (digests[index % digests.length] ?? '').replace(/^number:.*$/m, `number: ${index + 1}/KH-UBND`);
}
