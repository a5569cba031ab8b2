import { rankOfIssuer } from '../domain/issuer-rank.ts';
import type { Block, Span } from '../domain/reply.ts';
import type { Target } from '../domain/target.ts';
import type { Catalog } from '../tools/catalog.ts';
import { directiveName } from '../tools/cite.ts';
import { findDisagreements } from '../tools/rival-targets.ts';
import type { Draft } from './answer.ts';
import { shownTargets } from './shown-targets.ts';
import { indicatorName, placeAndTime, printedValue } from './write-parts.ts';

/**
 * Where documents in force set different values for one thing: every value with its document, the date and the rank of its issuer, the higher
 * and the later only named as such; none is chosen. Figures and citations stay as they are.
 */
export function noteDisagreement(draft: Draft, catalog: Catalog): Draft {
  const shown = shownTargets(draft, catalog);
  const groups = findDisagreements(shown);
  if (groups.length === 0) return draft;
  const notes = groups.map((group) => disagreement(group, catalog));
  const blocks = notes.flatMap(({ lead, items }): Block[] => [
    { kind: 'paragraph', spans: [lead] },
    { kind: 'list', items },
  ]);
  // A list that holds nothing else would say the same twice.
  const isAll = groups.length === 1 && groups[0]?.length === shown.length;
  const at = draft.blocks.findIndex(({ kind }) => kind === 'list' || kind === 'table');
  const rest = isAll && at >= 0 ? draft.blocks.filter((_, place) => place !== at) : [...draft.blocks];
  const from = isAll && at >= 0 ? at : afterFigures(rest);
  return {
    ...draft,
    blocks: [...rest.slice(0, from), ...blocks, ...rest.slice(from)],
    labels: [...draft.labels, ...notes.flatMap(({ lead, labels }) => [lead, ...labels])],
  };
}

function afterFigures(blocks: readonly Block[]): number {
  const at = blocks.findIndex(({ kind }) => kind === 'citation');
  return at < 0 ? blocks.length : at;
}

type Disagreement = { lead: string; items: Span[][]; labels: string[] };

function disagreement(group: readonly Target[], catalog: Catalog): Disagreement {
  const rows = group.flatMap((target) => {
    const directive = catalog.directive(target.document);
    return directive === null ? [] : [{ target, directive, rank: rankOfIssuer(directive.issuer, directive.locality) }];
  });
  const orders = rows.map(({ rank }) => rank.order);
  const highest =
    orders.every((order) => order !== null) && new Set(orders).size > 1 ? Math.min(...orders.map(Number)) : null;
  const dates = rows.map(({ directive }) => directive.date ?? '');
  const latest = dates.every((date) => date !== '') && new Set(dates).size > 1 ? dates.toSorted().at(-1) : null;
  const named = rows.map(({ target, directive, rank }) => {
    const remarks = [
      rank.name,
      rank.order !== null && rank.order === highest ? 'cấp ban hành cao hơn' : '',
      directive.date === latest ? 'ban hành sau' : '',
    ].filter((remark) => remark !== '');
    const name = `${directiveName(directive)}${remarks.length === 0 ? '' : ` (${remarks.join('; ')})`}`;
    return { name, item: [{ bold: printedValue(target) }, ` – ${name}`] };
  });
  const [first] = group;
  const where = first === undefined ? '' : placeAndTime(first.locality, first.period);
  const thing = first === undefined ? '' : indicatorName(first);
  return {
    lead: `Các văn bản đang có hiệu lực nêu khác nhau về “${thing}”${where === '' ? '' : `, ${where}`}:`,
    items: named.map(({ item }) => item),
    labels: named.map(({ name }) => name),
  };
}
