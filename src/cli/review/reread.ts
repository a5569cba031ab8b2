import { rereadDirective } from '../../ingest/reread/reread-directive.ts';
import { findDirectives } from '../../store/directives.ts';
import { todayIn } from '../../wiring/today.ts';
import type { ReviewWork } from './review-work.ts';

const statusNames = {
  unchanged: 'như cũ',
  changed: 'có thay đổi',
  refused: 'từ chối',
  failed: 'không đọc được',
} as const;

/** Reads documents in force again, or the one named; one row a document. Exit 1 when any could not be read. */
export async function reread({ base, context, document, isJson }: ReviewWork): Promise<number> {
  const { database, read } = base;
  const documents = document === null ? (await findDirectives(database)).map(({ id }) => id) : [document];
  let isAllRead = true;
  for (const id of documents) {
    const now = context.now();
    const row = await rereadDirective(id, { database, read, now, today: todayIn(context.config().settings.TZ, now) });
    isAllRead &&= row.status === 'unchanged' || row.status === 'changed';
    const counts = `thêm ${row.added}, bỏ ${row.withdrawn}, đề nghị ${row.suggested}`;
    context.out(isJson ? JSON.stringify(row) : `${id}: ${statusNames[row.status]} (${row.reason ?? counts})`);
  }
  return isAllRead ? 0 : 1;
}
