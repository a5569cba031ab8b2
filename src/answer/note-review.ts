import type { Block } from '../domain/reply.ts';
import type { Target } from '../domain/target.ts';
import type { Catalog } from '../tools/catalog.ts';
import type { Draft } from './answer.ts';
import { spansText } from './render-text.ts';
import { indicatorName, placeAndTime, plain, printedValue } from './write-parts.ts';

const mostNamed = 3;

/**
 * Says in one line at the end that figures or deadlines of an answer were read by machine and not reviewed; which ones, where only some were not.
 * Where only what was reviewed is answered at all, what is missing is said to be missing among that. Figures and citations stay as they are.
 */
export function noteReview(draft: Draft, catalog: Catalog): Draft {
  if (catalog.isReviewedOnly) return { ...draft, blocks: draft.blocks.map(amongReviewed) };
  const figures = targetsOf(draft.figures, catalog);
  const open = [...new Set(figures.filter(({ status }) => status === 'proposed'))];
  const openNames = [...open.map(nameOf), ...(saysOpenDeadline(draft, catalog) ? ['thời hạn'] : [])];
  return openNames.length === 0 ? draft : withNote(draft, open.length === figures.length ? [] : openNames);
}

/** The targets that the figures of an answer are; each document is looked through once. */
function targetsOf(figures: Draft['figures'], catalog: Catalog): Target[] {
  return [...Map.groupBy(figures, ({ document }) => document)].flatMap(([document, own]) => {
    const quotes = new Set(own.map(({ quote }) => quote));
    const cited = catalog.targetsOf(document).flatMap(({ target }) => (quotes.has(target.quote) ? [target] : []));
    return own.flatMap(({ quote, text }) => {
      const same = cited.filter((target) => target.quote === quote && printedValue(target) === text);
      // Two figures of one sentence with one value: in doubt the one that nobody reviewed was meant.
      return [same.find(({ status }) => status === 'proposed') ?? same[0] ?? []].flat();
    });
  });
}

const nameOf = (target: Target): string => {
  const where = placeAndTime(target.locality, target.period);
  return `${indicatorName(target)}${where === '' ? '' : `, ${where}`}`;
};

/** A deadline is said by its words, which stand in bold or in a row of a list beside its citation. */
function saysOpenDeadline({ citations, blocks }: Draft, catalog: Catalog): boolean {
  if (citations.length === 0) return false;
  const said = blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : block.kind === 'paragraph' ? [block.spans] : []))
    .map(spansText);
  return catalog.deadlines.some(
    ({ status, document, start, end, what }) =>
      status === 'proposed' &&
      citations.some(
        (citation) => citation.document === document && citation.start === start && citation.end === end,
      ) &&
      said.some((line) => line.includes(plain(what).slice(0, 30))),
  );
}

/** Without names: nothing in the answer was reviewed. */
function withNote(draft: Draft, names: readonly string[]): Draft {
  const more = names.length - mostNamed;
  const some = `${names.slice(0, mostNamed).join('; ')}${more > 0 ? ` và ${more} số khác` : ''}`;
  const note = names.length === 0 ? 'Máy đọc từ văn bản, chưa được rà soát.' : `Chưa được rà soát: ${some}.`;
  const block: Block = { kind: 'paragraph', spans: [{ italic: note }] };
  return { ...draft, blocks: [...draft.blocks, block], labels: [...draft.labels, note] };
}

const missing = /^Không có số liệu(?: chỉ tiêu)?(?= )/u;

function amongReviewed(block: Block): Block {
  if (block.kind !== 'paragraph') return block;
  const [first, ...rest] = block.spans;
  if (typeof first !== 'string' || !missing.test(first)) return block;
  return { ...block, spans: [first.replace(missing, '$& đã rà soát'), ...rest] };
}
