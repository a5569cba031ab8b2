import { printRef } from '../../conversation/review/subject-ref.ts';
import type { Subject } from '../../domain/review.ts';
import { listDeadlines } from '../../store/deadlines.ts';
import { findFigures } from '../../store/figures.ts';
import { tableLines } from '../print-table.ts';
import { deadlineRow, targetRow } from '../rows.ts';
import type { ReviewWork } from './review-work.ts';

/** Everything proposed, figures first: JSON rows with their `ref`, or a table. */
export async function listWaiting({ base, context, document, isJson }: ReviewWork): Promise<number> {
  const filter = { ...(document === null ? {} : { documents: [document] }), statuses: ['proposed' as const] };
  const figures = await findFigures(base.database, filter);
  const deadlines = await listDeadlines(base.database, filter);
  const ref = (kind: Subject['kind'], id: number): string => printRef({ kind, id });
  if (isJson) {
    for (const figure of figures) {
      const { confidence, note = null, kind } = figure;
      context.out(JSON.stringify({ ref: ref('figure', figure.id), kind, ...targetRow(figure), confidence, note }));
    }
    for (const deadline of deadlines)
      context.out(JSON.stringify({ ref: ref('deadline', deadline.id), kind: 'deadline', ...deadlineRow(deadline) }));
    return 0;
  }
  const rows = [
    ...figures.map((one) => [ref('figure', one.id), one.document, one.period.text, one.indicator, one.valueText]),
    ...deadlines.map((one) => [ref('deadline', one.id), one.document, one.due, one.what, one.who]),
  ];
  const header = ['mục', 'văn bản', 'kỳ / hạn', 'chỉ tiêu / việc', 'giá trị / ai'];
  for (const line of rows.length === 0 ? ['Không có mục nào chờ duyệt.'] : tableLines([header, ...rows]))
    context.out(line);
  return 0;
}
