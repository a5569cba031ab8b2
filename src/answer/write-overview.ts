import type { Block } from '../domain/reply.ts';
import type { Catalog } from '../tools/catalog.ts';
import { directiveName } from '../tools/cite.ts';
import { type Draft, emptyDraft } from './answer.ts';
import type { Overview } from './evidence.ts';
import { deadlineSpans } from './write-deadlines.ts';
import { pointer } from './write-documents.ts';
import { tableRows } from './write-figures.ts';
import { listSources } from './write-list.ts';
import { choice, citationBlock, figureOf, labelsOf, plain, sourceChoice } from './write-parts.ts';

const mostTargets = 8;
const mostDeadlines = 4;

const say = (text: string): Block => ({ kind: 'paragraph', spans: [text] });

/** A document in short: what it is, its first targets, its first deadlines, and the way to the rest. */
export function writeOverview({ directive, targets, deadlines }: Overview, catalog: Catalog): Draft {
  const name = directiveName(directive);
  const title = directive.number === null ? '' : plain(directive.title);
  const shown = targets.slice(0, mostTargets);
  const due = deadlines.slice(0, mostDeadlines);
  const lead = counted(targets.length, { shown: shown.length, of: 'chỉ tiêu' });
  const dueLead = counted(deadlines.length, { shown: due.length, of: 'thời hạn' });
  return {
    ...emptyDraft,
    blocks: [
      { kind: 'paragraph', spans: [name, title === '' ? '' : ` – ${title}`] },
      say(lead),
      ...(shown.length === 0 ? [] : [{ kind: 'table' as const, rows: tableRows(shown.map(({ target }) => target)) }]),
      ...listSources(shown, catalog),
      say(dueLead),
      ...(due.length === 0
        ? []
        : [{ kind: 'list' as const, items: due.map(({ deadline }) => deadlineSpans(deadline, 'when')) }]),
      ...due.map(({ citation }) => citationBlock(citation, catalog)),
    ],
    choices: [
      ...(targets.length > shown.length
        ? [choice(`Cả ${targets.length} chỉ tiêu`, `Liệt kê các chỉ tiêu của ${pointer(directive)}`)]
        : []),
      ...(shown.length > 0 ? [sourceChoice] : []),
    ],
    figures: shown.map(figureOf),
    citations: [...shown, ...due].map(({ citation }) => citation),
    labels: [
      name,
      title,
      lead,
      dueLead,
      ...shown.flatMap(labelsOf),
      ...due.map(({ deadline }) => (deadline.dueDate ?? '').slice(0, 4)),
    ],
  };
}

const counted = (all: number, { shown, of }: { shown: number; of: string }): string =>
  all === 0 ? `Không có ${of} nào.` : `${all} ${of}${all > shown ? `, ${shown} ${of} đầu` : ''}:`;
