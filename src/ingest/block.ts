/**
 * The body of a document as blocks in reading order, page furniture left out. Offsets are UTF-16 offsets into the stored NFC text,
 * so `text.slice(start, end)` is the block as it stands there, hard line breaks included (readers of blocks treat any white space as a blank).
 */
export type TextBlock = {
  kind: 'heading' | 'paragraph' | 'list_item';
  /** Headings above this block, outermost first, without their numbering; for a heading block: those above it. */
  heading: string[];
  start: number;
  end: number;
};

export type Cell = { start: number; end: number };

/** A table: Markdown pipes, or text with one cell a line. `rows` holds every row, header rows included; empty cells have start === end. */
export type TableBlock = { kind: 'table'; heading: string[]; start: number; end: number; rows: Cell[][] };

export type DocumentBlock = TextBlock | TableBlock;
