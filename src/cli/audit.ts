import { listAudit, listPseudonyms, verifyAudit } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { type Command, type CommandContext, textOption, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

type Asked = { context: CommandContext; isJson: boolean; head: string | null };

/** The log of who asked, what they were shown, and who approved. */
export const audit: Command = {
  usage: 'verify | list',
  maxPositionals: 1,
  options: { head: { type: 'string' } },
  help: [
    'verify            kiểm tra cả chuỗi băm; sai thì nêu dòng hỏng đầu tiên, mã thoát 1',
    'list              in nhật ký: ai, lúc nào, việc gì, văn bản và số liệu nào đã hiện (không có nội dung tin nhắn)',
    '--head MÃ_BĂM     mã băm cuối đã ghi lại lần trước: phát hiện cả việc cắt bớt phần cuối',
  ],
  run({ values, positionals: [step], context }) {
    const work = step === 'verify' ? verify : step === 'list' ? list : null;
    if (work === null) throw new UsageError('Cần audit verify hoặc audit list.');
    const asked = { context, isJson: values.json === true, head: textOption(values, 'head') };
    return withDatabase(context, (database) => work(database, asked));
  },
};

async function verify(database: Database, { context, isJson, head }: Asked): Promise<number> {
  const check = await verifyAudit(database, head);
  const { rows, broken } = check;
  const said =
    broken === null
      ? `Nguyên vẹn: ${rows} dòng. Mã băm cuối: ${check.head || '(chưa có)'}`
      : `HỎNG ở dòng ${broken.id}: ${broken.reason}. ${rows} dòng trước đó nguyên vẹn.`;
  context.out(isJson ? JSON.stringify(check) : said);
  return broken === null ? 0 : 1;
}

async function list(database: Database, { context, isJson }: Asked): Promise<number> {
  const names = new Map((await listPseudonyms(database)).map(({ name, pseudonym }) => [pseudonym, name]));
  const named = (one: string | null): string | null =>
    one === null ? null : one.startsWith('p:') ? (names.get(one) ?? `đã xóa (${one.slice(2, 10)})`) : one;
  for (let after = 0; ; ) {
    const lines = await listAudit(database, { after });
    for (const { id, at, kind, actor, subject, detail, hash } of lines) {
      const line = { id, at: at.toISOString(), kind, actor: named(actor), subject: named(subject), detail, hash };
      const whom = line.subject === null ? '' : ` → ${line.subject}`;
      context.out(
        isJson ? JSON.stringify(line) : `${id}\t${line.at}\t${kind}\t${line.actor}${whom}\t${JSON.stringify(detail)}`,
      );
      after = id;
    }
    if (lines.length === 0) return 0;
  }
}
