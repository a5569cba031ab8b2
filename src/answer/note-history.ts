import type { Target } from '../domain/target.ts';
import type { Catalog } from '../tools/catalog.ts';
import { directiveName, printedDate } from '../tools/cite.ts';
import type { Draft } from './answer.ts';
import type { Evidence } from './evidence.ts';
import { choice } from './write-parts.ts';

/**
 * To an answer that nothing is set: that something was, by which document, and which one took it back; without its figure, which no longer
 * counts. `earlier`: what the same question finds among the values before the last change.
 */
export function noteHistory(
  draft: Draft,
  earlier: Evidence,
  { catalog, question }: { catalog: Catalog; question: string },
): Draft {
  const found = earlier.kind === 'figures' ? earlier.figures.flatMap(({ result }) => result.found) : [];
  const over = found.map(({ target }) => target).find(({ replacedBy }) => typeof replacedBy === 'string');
  const note = over === undefined ? '' : noteOf(over, catalog);
  if (note === '') return draft;
  const [first, ...rest] = draft.blocks;
  const asked = `${question.trim().replace(/(?<![?.!\s])[?.!\s]+$/, '')} trước khi điều chỉnh`;
  return {
    ...draft,
    blocks: [...(first === undefined ? [] : [first]), { kind: 'paragraph', spans: [note] }, ...rest],
    choices: [choice('Xem mức trước đây', asked), ...draft.choices],
    labels: [...draft.labels, note],
  };
}

function noteOf({ document, replacedBy, replacedOn }: Target, catalog: Catalog): string {
  const [from, by] = [catalog.directive(document), catalog.directive(replacedBy ?? '')];
  if (from === null || by === null) return '';
  const since = typeof replacedOn === 'string' ? ` từ ngày ${printedDate(replacedOn)}` : '';
  return `Chỉ tiêu này từng được giao tại ${directiveName(from)}; đã hết hiệu lực${since} theo ${directiveName(by)}.`;
}
