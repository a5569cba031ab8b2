import { printRef } from '../../conversation/review/subject-ref.ts';
import type { Subject } from '../../domain/review.ts';
import type { Session } from '../../store/database.ts';
import { listDeadlines } from '../../store/deadlines.ts';
import { findFigures } from '../../store/figures.ts';
import { listOpenSuggestions } from '../../store/suggestions.ts';
import { tableLines } from '../print-table.ts';
import { deadlineRow, targetRow } from '../rows.ts';
import type { ReviewWork } from './review-work.ts';

/** Everything proposed, figures first: JSON rows with their `ref`, or a table; beside a figure what another reading makes of it. */
export async function listWaiting({ base, context, document, isJson }: ReviewWork): Promise<number> {
  const filter = { ...(document === null ? {} : { documents: [document] }), statuses: ['proposed' as const] };
  const figures = await findFigures(base.database, filter);
  const deadlines = await listDeadlines(base.database, filter);
  const others = await otherReadings(base.database, document);
  const ref = (kind: Subject['kind'], id: number): string => printRef({ kind, id });
  if (isJson) {
    for (const figure of figures) {
      const { confidence, note = null, kind } = figure;
      context.out(
        JSON.stringify({
          ref: ref('figure', figure.id),
          kind,
          ...targetRow(figure),
          confidence,
          note,
          other: others.get(figure.id) ?? null,
        }),
      );
    }
    for (const deadline of deadlines)
      context.out(JSON.stringify({ ref: ref('deadline', deadline.id), kind: 'deadline', ...deadlineRow(deadline) }));
    return 0;
  }
  const rows = [
    ...figures.map((one) => {
      const other = others.get(one.id);
      const value = other === undefined ? one.valueText : `${one.valueText} (lần đọc khác: ${other})`;
      return [ref('figure', one.id), one.document, one.period.text, one.indicator, value];
    }),
    ...deadlines.map((one) => [ref('deadline', one.id), one.document, one.due, one.what, one.who]),
  ];
  const header = ['mục', 'văn bản', 'kỳ / hạn', 'chỉ tiêu / việc', 'giá trị / ai'];
  for (const line of rows.length === 0 ? ['Không có mục nào chờ duyệt.'] : tableLines([header, ...rows]))
    context.out(line);
  return 0;
}

/** Values by the id of the figure that another reading gives them to. */
async function otherReadings(session: Session, document: string | null): Promise<Map<number, string>> {
  const open = await listOpenSuggestions(session, document);
  return new Map(
    open.flatMap(({ subject, finding }) =>
      subject.kind === 'figure' && finding !== null && 'valueText' in finding ? [[subject.id, finding.valueText]] : [],
    ),
  );
}
