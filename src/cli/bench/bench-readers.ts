import { readFile } from '../../ingest/readers/read-file.ts';
import type { FileText, ReadResult } from '../../ingest/readers/reader.ts';
import type { CommandContext } from '../command.ts';
import type { Benchmark, Measurement } from './benchmark.ts';

const pdfTimes = 120;
const officeTimes = 200;
const mostMemory = 1024;

export const benchReaders: Benchmark = {
  name: 'readers',
  summary: 'đọc PDF gần 500 trang, Word, Excel: tốc độ và bộ nhớ',
  async run(context) {
    const { longOffice, longPdf } = await import('../../../test/support/long-files.ts');
    return [
      ...(await measurePdf(await longPdf(pdfTimes), context)),
      await measureOffice('Word (DOCX)', await longOffice('docx', officeTimes), context),
      await measureOffice('Excel (XLSX)', await longOffice('xlsx', officeTimes), context),
    ];
  },
};

async function measurePdf(bytes: Uint8Array, context: CommandContext): Promise<Measurement[]> {
  context.log('PDF…');
  const { text, seconds, megabytes } = await timed(bytes);
  const pages = text.pages?.length ?? 0;
  const rate = pages / seconds;
  return [
    row(`PDF có chữ, ${pages} trang`, `${Math.round(rate)} trang/s`, { bar: '≥ 20 trang/s', isMet: rate >= 20 }),
    row('PDF ấy: bộ nhớ lúc cao nhất', `${megabytes} MB`, {
      bar: `≤ ${mostMemory} MB`,
      isMet: megabytes <= mostMemory,
    }),
  ];
}

type Office = { bytes: Uint8Array; contentBytes: number };

async function measureOffice(
  what: string,
  { bytes, contentBytes }: Office,
  context: CommandContext,
): Promise<Measurement> {
  context.log(`${what}…`);
  const { seconds } = await timed(bytes);
  const unpacked = contentBytes / 2 ** 20;
  const rate = unpacked / seconds;
  const of = `${what}, nội dung ${oneDigit(unpacked)} MB`;
  return row(of, `${oneDigit(rate)} MB/s`, { bar: '≥ 5 MB/s', isMet: rate >= 5 });
}

type Timed = { text: FileText; seconds: number; megabytes: number };

/** The second reading of a file: the first one loads the library. `megabytes`: what the process took at the most meanwhile. */
async function timed(bytes: Uint8Array): Promise<Timed> {
  textOf(await readFile(bytes.slice()));
  let most = 0;
  const sampler = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const began = performance.now();
  const text = textOf(await readFile(bytes.slice()));
  const seconds = (performance.now() - began) / 1000;
  clearInterval(sampler);
  return { text, seconds, megabytes: Math.round(Math.max(most, process.memoryUsage().rss) / 2 ** 20) };
}

function textOf(result: ReadResult): FileText {
  if ('failed' in result) throw new Error(`a made-up file could not be read: ${result.failed}`);
  return result;
}

const oneDigit = (value: number): string => value.toFixed(1).replace('.', ',');

const row = (what: string, measured: string, { bar, isMet }: { bar: string; isMet: boolean }): Measurement => ({
  what,
  measured,
  bar,
  anchor: 'lần đọc thứ hai, chỉ lấy chữ',
  isMet,
});
