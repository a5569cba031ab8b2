import { printedQuote } from '../../domain/citation.ts';
import type { Block, Choice, Reply, Span } from '../../domain/reply.ts';
import { alignTable } from '../align-table.ts';
import { cleanLine, cleanText } from '../clean-text.ts';
import { displayWidth } from '../display-width.ts';
import { tableEntries } from '../table-entries.ts';
import { inStyle, paintLines, type StyledText, styledText } from './styled-text.ts';

/** `columns` is Infinity where lines are not wrapped (a file, a pipe). */
export type Screen = { columns: number; color: boolean };

const NARROWEST_TEXT = 20;

/** A reply as lines of text without a trailing line break; empty for a reply that says nothing. */
export function renderReply(reply: Reply, screen: Screen): string {
  const parts = reply.blocks.map((block) => renderBlock(block, screen));
  if (reply.choices.length > 0) parts.push(renderChoices(reply.choices, screen));
  return parts
    .map((lines) => lines.join('\n'))
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}

function renderBlock(block: Block, screen: Screen): string[] {
  switch (block.kind) {
    case 'paragraph':
      return paintLines(styledText(block.spans), screen.columns, screen.color);
    case 'list':
      return block.items.flatMap((item) => hang('• ', styledText(item), screen));
    case 'table':
      return renderTable(block.rows, screen);
    case 'citation':
      return [
        ...hang('', styledText([{ italic: block.label }]), screen),
        ...hang('  │ ', { text: `“${cleanText(printedQuote(block.citation)).trim()}”`, styles: [] }, screen),
      ];
    case 'image':
    case 'file':
      return paintLines(styledText([block.alt]), screen.columns, screen.color);
  }
}

function renderTable(rows: string[][], screen: Screen): string[] {
  const cells = rows.map((row) => row.map(cleanLine));
  const aligned = alignTable(cells, screen.columns);
  if (aligned === null) return renderEntries(cells, screen);
  const [header, ...body] = aligned;
  if (header === undefined) return [];
  const width = aligned.flat().reduce((widest, line) => Math.max(widest, displayWidth(line)), 0);
  const title = header.flatMap((line) => paintLines(inStyle(line, 'bold'), Number.POSITIVE_INFINITY, screen.color));
  return [...title, '─'.repeat(width), ...body.flat()];
}

/** For a table with more columns than the screen has room for. */
function renderEntries(rows: string[][], screen: Screen): string[] {
  return tableEntries(rows).flatMap((entry) => [
    ...hang('• ', inStyle(entry.title, 'bold'), screen),
    ...entry.details.flatMap((detail) => hang('  ', { text: detail, styles: [] }, screen)),
  ]);
}

function renderChoices(choices: Choice[], screen: Screen): string[] {
  const rows = choices.map((choice, index): [string, Span[]] => [`${index + 1}. `, [cleanLine(choice.label)]]);
  return ['Gõ số để chọn:', ...rows.flatMap(([number, label]) => hang(`  ${number}`, styledText(label), screen))];
}

/** Lines that begin with `first`; those that follow with its bar, if it has one, or as many blanks. */
function hang(first: string, styled: StyledText, { columns, color }: Screen): string[] {
  const next = first.includes('│') ? first : ' '.repeat(displayWidth(first));
  const width = Math.max(NARROWEST_TEXT, columns - displayWidth(first));
  return paintLines(styled, width, color).map((line, index) => (index === 0 ? first : next) + line);
}
