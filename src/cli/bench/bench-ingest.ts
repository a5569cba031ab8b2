import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ingestFile } from '../../ingest/ingest-file.ts';
import { todayIn } from '../../main.ts';
import { dataFolder } from '../../tables.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import type { Benchmark } from './benchmark.ts';

const wantedBytes = 4 * 2 ** 20;

export const benchIngest: Benchmark = {
  name: 'ingest',
  summary: 'MB văn bản chữ mỗi giây, từ tệp đến cơ sở dữ liệu, cả chỉ tiêu và thời hạn',
  run: (context) =>
    withTemporaryBase(context, async ({ database, tables, embedding }) => {
      const folder = join(dataFolder, 'directives');
      const names = (await readdir(folder)).filter((name) => name.endsWith('.md'));
      const digests = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      const now = context.now();
      const today = todayIn(context.config().settings.TZ, now);
      const read = async (index: number): Promise<number> => {
        const bytes = Buffer.from(variant(digests[index % digests.length] ?? '', index));
        await ingestFile({ name: `${index}.md`, bytes }, { database, tables, embedding, now, today });
        return bytes.length;
      };
      context.log('làm nóng…');
      let index = 0;
      while (index < 20) await read(index++);
      context.log(`nạp ${wantedBytes / 2 ** 20} MB…`);
      let size = 0;
      const began = performance.now();
      const beganCpu = process.cpuUsage();
      while (size < wantedBytes) size += await read(index++);
      const seconds = (performance.now() - began) / 1000;
      const { user, system } = process.cpuUsage(beganCpu);
      const megabytes = size / 2 ** 20;
      const rate = megabytes / seconds;
      const cpuRate = megabytes / ((user + system) / 1e6);
      return [
        {
          what: 'tốc độ nạp',
          measured: `${rate.toFixed(2).replace('.', ',')} MB/s`,
          bar: '≥ 1 MB/s',
          anchor: 'chỉ chữ vào PGlite: 2,3 MB/s',
          isMet: rate >= 1,
        },
        {
          what: 'tính theo thời gian CPU',
          measured: `${cpuRate.toFixed(2).replace('.', ',')} MB/s`,
          bar: '',
          anchor: 'khi máy đang bận việc khác',
          isMet: null,
        },
        { what: 'văn bản mỗi giây', measured: ((index - 20) / seconds).toFixed(0), bar: '', anchor: '', isMet: null },
      ];
    }),
};

/** The same document under another number, so that it is a document of its own. */
function variant(text: string, index: number): string {
  return text.replace(/^number:.*$/m, `number: ${index + 1}/KH-UBND`);
}
