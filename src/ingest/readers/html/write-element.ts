import { lettersOfFont } from '../encoding/legacy-font.ts';
import { isFrameTable } from '../frame-table.ts';
import { printNumber } from '../print-number.ts';
import { tableLines } from '../table-lines.ts';
import type { TextLayout } from '../text-layout.ts';
import { isListOfLinks, type Measures } from './measure-page.ts';
import { asElement, childElements, isText, type PageElement } from './page-node.ts';
import { cellsOfTable, isLayoutTable } from './table-cells.ts';

const blocks: ReadonlySet<string> = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

type Writing = {
  layout: TextLayout;
  measures: Measures;
  /** The paragraph so far. */
  line: string;
  font: string;
  /** Entries written of each numbered list. */
  counts: Map<PageElement, number>;
};

/** Writes what an element of a page shows: a paragraph each block, pipe rows each table. What was not measured is not shown. */
export function writeElement(layout: TextLayout, element: PageElement, measures: Measures): void {
  const writing: Writing = { layout, measures, line: '', font: '', counts: new Map() };
  writeChildren(writing, element);
  flush(writing);
}

/** The text an element shows, on one line. */
function elementText(element: PageElement, measures: Measures): string {
  const said: string[] = [];
  const layout: TextLayout = {
    paragraph: (text) => void said.push(text),
    rows: (lines) => void said.push(...lines),
    page() {},
    result: () => ({ failed: '' }),
  };
  writeElement(layout, element, measures);
  return said.join(' ').replace(/\s+/g, ' ').trim();
}

function flush(writing: Writing): void {
  writing.layout.paragraph(writing.line);
  writing.line = '';
}

function writeChildren(writing: Writing, element: PageElement): void {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    const inner = asElement(child);
    if (inner !== null) writeOne(writing, inner);
    else if (isText(child)) say(writing, child.nodeValue ?? '', element.localName === 'pre');
  }
}

function say(writing: Writing, text: string, isPreformatted: boolean): void {
  const shown = writing.font === '' ? text : lettersOfFont(writing.font, text);
  writing.line += isPreformatted ? shown : shown.replace(/[ \t\r\n\f]+/g, ' ');
}

function writeOne(writing: Writing, element: PageElement): void {
  const { localName } = element;
  const measure = writing.measures.get(element);
  if (measure === undefined) return;
  if (localName === 'br') writing.line += '\n';
  else if (localName === 'table') writeTable(writing, element);
  else if (localName === 'sup' && measure.links > 0) return;
  else if (localName === 'font') writeInFont(writing, element);
  else if (!blocks.has(localName)) writeChildren(writing, element);
  else if (localName === 'p' || !isListOfLinks(measure)) {
    flush(writing);
    if (localName === 'li') writing.line = listMark(writing, element);
    writeChildren(writing, element);
    flush(writing);
  }
}

function writeInFont(writing: Writing, element: PageElement): void {
  const outer = writing.font;
  writing.font = element.getAttribute('face') ?? outer;
  writeChildren(writing, element);
  writing.font = outer;
}

function writeTable(writing: Writing, table: PageElement): void {
  const { layout, measures } = writing;
  flush(writing);
  for (const part of childElements(table))
    if (part.localName === 'caption') layout.paragraph(elementText(part, measures));
  const rows = cellsOfTable(table);
  const isLayout = isLayoutTable(rows, measures.get(table)?.hasTable === true);
  const texts = isLayout ? [] : rows.map((row) => row.map(({ element }) => elementText(element, measures)));
  if (!isLayout && !isFrameTable(texts)) {
    const grid = rows.map((row, y) => row.map(({ across, down }, x) => ({ across, down, text: texts[y]?.[x] ?? '' })));
    layout.rows(tableLines(grid));
    return;
  }
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (let x = 0; x < widest; x++) {
    for (const row of rows) {
      const cell = row[x];
      if (cell !== undefined) writeChildren(writing, cell.element);
      flush(writing);
    }
  }
}

const ownMark = /^(?:[-–—+*•]|\(?\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]+\.)/iu;

/** What a browser prints before an entry of a list, unless its text brings its own mark along. */
function listMark({ counts }: Writing, element: PageElement): string {
  const list = element.parentElement;
  if (list === null) return '';
  const number = counts.get(list) ?? (Number(list.getAttribute('start') ?? 1) || 1);
  counts.set(list, number + 1);
  if (ownMark.test((element.textContent ?? '').trimStart().slice(0, 20))) return '';
  if (list.localName !== 'ol') return '- ';
  const type = list.getAttribute('type') ?? '1';
  if (type === 'a') return `${printNumber(number, 'lowerLetter')}) `;
  if (type === 'A') return `${printNumber(number, 'upperLetter')}. `;
  return `${printNumber(number, type === 'I' ? 'upperRoman' : type === 'i' ? 'lowerRoman' : 'decimal')}. `;
}
