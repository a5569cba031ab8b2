import { printedQuote } from '../domain/citation.ts';
import type { Block, Reply, Span } from '../domain/reply.ts';

const spanText = (span: Span): string => (typeof span === 'string' ? span : 'bold' in span ? span.bold : span.italic);

export const spansText = (spans: readonly Span[]): string => spans.map(spanText).join('');

/** The blocks of a reply as plain text; choices are left out. Empty for a reply that says nothing. */
export function renderText({ blocks }: Pick<Reply, 'blocks'>): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return spansText(block.spans);
    case 'list':
      return block.items.map((item) => `• ${spansText(item)}`).join('\n');
    case 'table':
      return block.rows.map((row) => row.join(' | ')).join('\n');
    case 'citation':
      return `${block.label}\n“${printedQuote(block.citation).replace(/\s+/g, ' ').trim()}”`;
    case 'image':
    case 'file':
      return block.alt;
  }
}
