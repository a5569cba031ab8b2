import { isFrameTable } from '../frame-table.ts';
import { tableLines } from '../table-lines.ts';
import type { TextLayout } from '../text-layout.ts';
import { flatText, type Story, type StoryTable } from './story.ts';

/** Writes a story as text. Centred lines right below one another, as titles are set, stay together; `joined`: all of them do. */
export function writeStory(layout: TextLayout, story: Story, joined = false): void {
  let isBelowLine = false;
  for (const block of story) {
    layout.page(block.page + 1);
    if (block.kind === 'table') {
      writeTable(layout, block);
      isBelowLine = false;
    } else {
      layout.paragraph(block.text, isBelowLine && (joined || block.isCentered));
      isBelowLine = (joined || block.isCentered) && block.text.trim() !== '';
    }
  }
}

function writeTable(layout: TextLayout, { rows }: StoryTable): void {
  const texts = rows.map((row) => row.map(({ story }) => flatText(story)));
  if (!isFrameTable(texts)) {
    layout.rows(tableLines(rows.map((row, y) => row.map((cell, x) => ({ ...cell, text: texts[y]?.[x] ?? '' })))));
    return;
  }
  const widest = Math.max(0, ...rows.map((row) => row.length));
  for (let x = 0; x < widest; x++) for (const row of rows) writeStory(layout, row[x]?.story ?? [], widest > 1);
}
