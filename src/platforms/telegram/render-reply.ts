import { printedQuote } from '../../domain/citation.ts';
import type { Block, Span } from '../../domain/reply.ts';
import { alignTable, tableWidth } from '../align-table.ts';
import { cleanLine, cleanText } from '../clean-text.ts';
import { atom, joinRich, marked, plain, type RichText } from '../rich-text.ts';
import { type TableEntry, tableEntries } from '../table-entries.ts';

/** Columns of fixed-width text a phone shows without scrolling sideways. */
const PHONE_COLUMNS = 32;
/** A longer quote is folded by Telegram; the reader opens it with a tap. */
const LONG_QUOTE = 300;

/** Blocks of a reply as one formatted text, pictures and files as their `alt`; empty text when there is nothing to say. */
export function renderReply(blocks: readonly Block[]): RichText {
  return joinRich(blocks.map(renderBlock), '\n\n');
}

function renderBlock(block: Block): RichText {
  switch (block.kind) {
    case 'paragraph':
      return renderSpans(block.spans);
    case 'list':
      return joinRich(
        block.items.map((item) => joinRich([plain('•'), renderSpans(item)], ' ')),
        '\n',
      );
    case 'table':
      return renderTable(block.rows.map((row) => row.map(cleanLine)));
    case 'citation':
      return renderCitation(block.label, printedQuote(block.citation));
    case 'image':
    case 'file':
      return plain(cleanText(block.alt));
  }
}

function renderSpans(spans: Span[]): RichText {
  return joinRich(spans.map(renderSpan), '');
}

function renderSpan(span: Span): RichText {
  if (typeof span === 'string') return plain(cleanText(span));
  return 'bold' in span ? marked('bold', plain(cleanText(span.bold))) : marked('italic', plain(cleanText(span.italic)));
}

function renderTable(rows: string[][]): RichText {
  const aligned = tableWidth(rows) <= PHONE_COLUMNS ? alignTable(rows, PHONE_COLUMNS) : null;
  if (aligned === null) return joinRich(tableEntries(rows).map(renderEntry), '\n');
  const lines = aligned.map((row) => atom(plain(row.join('\n'))));
  return marked('pre', joinRich(lines, '\n'));
}

function renderEntry(entry: TableEntry): RichText {
  const title = joinRich([plain('•'), marked('bold', plain(entry.title))], ' ');
  return atom(joinRich([title, ...entry.details.map((detail) => plain(`   ${detail}`))], '\n'));
}

function renderCitation(label: string, quote: string): RichText {
  const text = cleanText(quote).trim();
  const kind = text.length > LONG_QUOTE ? 'long_quote' : 'quote';
  const quoted = text === '' ? plain('') : marked(kind, plain(`“${text}”`));
  return atom(joinRich([marked('italic', plain(cleanLine(label))), quoted], '\n'));
}
