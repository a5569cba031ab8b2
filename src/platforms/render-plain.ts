import { printedQuote } from '../domain/citation.ts';
import type { Block, Span } from '../domain/reply.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { atom, joinRich, plain, type RichText } from './rich-text.ts';
import { splitMessage } from './split-message.ts';
import { tableEntries } from './table-entries.ts';

/**
 * Blocks as texts of at most `limit` UTF-16 units without any formatting, composed (NFC), for a platform that has none; pictures and files
 * as their `alt`. `tail` follows the last block. A row, a citation or a number is never cut where it fits one message. Empty: nothing to say.
 */
export function plainTexts(blocks: readonly Block[], limit: number, tail: string | null = null): string[] {
  const rich = joinRich([...blocks.map(renderBlock), atom(words(tail ?? ''))], '\n\n');
  return splitMessage(rich, limit).map(({ text }) => text);
}

function renderBlock(block: Block): RichText {
  switch (block.kind) {
    case 'paragraph':
      return words(textOf(block.spans));
    case 'list':
      return joinRich(
        block.items.map((spans) => words(`• ${textOf(spans)}`)),
        '\n',
      );
    case 'table':
      return joinRich(tableEntries(block.rows.map((row) => row.map(cleanLine))).map(renderEntry), '\n');
    case 'citation': {
      const quote = cleanText(printedQuote(block.citation)).trim();
      return atom(joinRich([words(cleanLine(block.label)), words(quote === '' ? '' : `“${quote}”`)], '\n'));
    }
    case 'image':
    case 'file':
      return words(block.alt);
  }
}

/** Letters are no column of fixed width here: a table is told row by row. */
function renderEntry({ title, details }: { title: string; details: string[] }): RichText {
  return atom(words([`• ${title}`, ...details.map((detail) => `   ${detail}`)].join('\n')));
}

function textOf(spans: readonly Span[]): string {
  return spans.map((span) => (typeof span === 'string' ? span : 'bold' in span ? span.bold : span.italic)).join('');
}

function words(text: string): RichText {
  return plain(cleanText(text).normalize('NFC'));
}
