import type { IngestRow } from '../ingest/ingest-row.ts';
import type { Base } from '../wiring/base.ts';
import { type Command, type CommandContext, textOption, UsageError } from './command.ts';
import { ingestPassages } from './ingest-passages.ts';
import { ingestPaths } from './ingest-paths.ts';
import { readNewAgain } from './model/read-second-time.ts';
import { withBase } from './with-base.ts';

const statusNames: Record<IngestRow['status'], string> = {
  ingested: 'đã nạp',
  unchanged: 'đã có sẵn',
  replaced: 'đã nạp, thay bản cũ',
  refused: 'từ chối',
  failed: 'không đọc được',
};

export const ingest: Command = {
  usage: 'ĐƯỜNG_DẪN… | --passages TỆP.jsonl',
  maxPositionals: Number.POSITIVE_INFINITY,
  options: { passages: { type: 'string' } },
  help: [
    'ĐƯỜNG_DẪN         tệp, thư mục (cả thư mục con), hoặc - cho đầu vào chuẩn',
    '--passages TỆP    mỗi dòng {id, text}: nạp thành các đoạn giữ nguyên id, để đo chất lượng tìm kiếm',
    'Một tệp hỏng không làm dừng các tệp còn lại; mã thoát 1 nếu có tệp hỏng.',
  ],
  run({ values, positionals, context }) {
    const passages = textOption(values, 'passages');
    if (positionals.length === 0 && passages === null) throw new UsageError('Cần ít nhất một đường dẫn.');
    const ingestInto = async (base: Base): Promise<number> => {
      const isJson = values.json === true;
      const { counts, added } = await ingestAll(base, positionals, { context, isJson });
      if (passages !== null) {
        for await (const row of ingestPassages(base, passages, context)) print(row, { context, isJson });
      }
      if (!isJson) for (const [status, count] of counts) context.out(`${statusNames[status]}: ${count}`);
      await readNewAgain(base, added, context);
      return counts.has('failed') ? 1 : 0;
    };
    return withBase(context, ingestInto, { willRead: positionals.length > 0 });
  },
};

type Printing = { context: CommandContext; isJson: boolean };

/** `added`: ids of what was not there before. */
type Ingested = { counts: Map<IngestRow['status'], number>; added: string[] };

async function ingestAll(base: Base, paths: string[], printing: Printing): Promise<Ingested> {
  const counts: Ingested['counts'] = new Map();
  const added: string[] = [];
  for await (const row of ingestPaths(base, paths, printing.context)) {
    counts.set(row.status, (counts.get(row.status) ?? 0) + 1);
    if (row.document !== null && isNew.has(row.status)) added.push(row.document);
    print(row, printing);
  }
  if (paths.length > 0 && counts.size === 0) printing.context.log('Không có tệp nào ở đó.');
  return { counts, added };
}

const isNew: ReadonlySet<IngestRow['status']> = new Set(['ingested', 'replaced']);

function print(row: IngestRow, { context, isJson }: Printing): void {
  context.out(isJson ? JSON.stringify(row) : asText(row));
}

function asText(row: IngestRow): string {
  const head = `${row.file}: ${statusNames[row.status]}`;
  if (row.document === null) return `${head}: ${row.reason ?? ''}`;
  const title = [row.type, row.number, row.title].filter(Boolean).join(', ');
  return `${head} [${row.document}] ${title} (${row.passages} đoạn, ${row.targets} chỉ tiêu, ${row.deadlines} thời hạn)`;
}
