import { DataError } from '../../../domain/errors.ts';
import { lettersOfFont } from '../encoding/legacy-font.ts';
import { attribute, readXml } from '../read-xml.ts';
import type { Numbering } from './numbering.ts';
import type { Story } from './story.ts';
import { endRow, mergedRows, type OpenTable, openTable } from './story-table.ts';
import { symbolLetter } from './symbol-letter.ts';

type OpenParagraph = {
  text: string;
  page: number;
  style: string;
  list: string | null;
  level: number | null;
  isCentered: boolean;
};

type Run = { isHidden: boolean; isCaps: boolean; font: string };

type Reading = {
  numbering: Numbering;
  /** Where paragraphs go: the innermost cell that is open, else the part itself. */
  targets: Story[];
  tables: OpenTable[];
  paragraphs: OpenParagraph[];
  run: Run;
  isInText: boolean;
  isInRun: boolean;
  isInRowProperties: boolean;
  page: number;
  blocks: number;
};

/** What is printed nowhere: removed by tracked changes, the second copy of a drawing, field codes, the table of contents' own part. */
const unread: ReadonlySet<string> = new Set(
  'del moveFrom Fallback instrText delText rt pPrChange rPrChange tblPrChange tcPrChange trPrChange sectPrChange'.split(
    ' ',
  ),
);
const mostBlocks = 200_000;

/** Reads one XML part of a Word document. Inserted text counts, deleted and hidden text does not. Throws DataError when it is broken. */
export function readStory(xml: string, numbering: Numbering): Story {
  const story: Story = [];
  const reading: Reading = {
    numbering,
    targets: [story],
    tables: [],
    paragraphs: [],
    run: { isHidden: false, isCaps: false, font: '' },
    isInText: false,
    isInRun: false,
    isInRowProperties: false,
    page: 0,
    blocks: 0,
  };
  let skipped = 0;
  readXml(xml, {
    open(name, attributes) {
      if (skipped > 0 || unread.has(name)) {
        if (name === 'del' && reading.isInRowProperties) lastOf(reading.tables, (table) => (table.isDeletedRow = true));
        skipped++;
      } else openElement(reading, name, attributes);
    },
    close(name) {
      if (skipped > 0) skipped--;
      else closeElement(reading, name);
    },
    text(content) {
      if (skipped === 0 && reading.isInText) say(reading, content);
    },
  });
  return story;
}

function lastOf<T>(list: readonly T[], change: (one: T) => void): void {
  const last = list.at(-1);
  if (last !== undefined) change(last);
}

function say({ run, paragraphs, page }: Reading, content: string): void {
  if (run.isHidden) return;
  const letters = run.font === '' ? content : lettersOfFont(run.font, content);
  lastOf(paragraphs, (paragraph) => {
    if (paragraph.text === '') paragraph.page = page;
    paragraph.text += run.isCaps ? letters.toUpperCase() : letters;
  });
}

const isOn = (attributes: string): boolean => !/^(?:0|false|off|none)$/.test(attribute(attributes, 'val') ?? '1');

function openElement(reading: Reading, name: string, attributes: string): void {
  const { paragraphs, tables, page } = reading;
  if (name === 't') reading.isInText = true;
  else if (name === 'r') {
    reading.isInRun = true;
    reading.run = { isHidden: false, isCaps: false, font: '' };
  } else if (name === 'p') paragraphs.push({ text: '', page, style: '', list: null, level: null, isCentered: false });
  else if (name === 'tbl') tables.push(openTable());
  else if (name === 'tc') openCell(reading);
  else if (name === 'trPr') reading.isInRowProperties = true;
  else if (reading.isInRun) openRunPart(reading, name, attributes);
  else {
    if (tables.length > 0) openCellProperty(reading, name, attributes);
    lastOf(paragraphs, (paragraph) => openParagraphProperty(paragraph, name, attributes));
  }
}

function openRunPart(reading: Reading, name: string, attributes: string): void {
  const { run } = reading;
  if (name === 'lastRenderedPageBreak') reading.page++;
  else if (name === 'vanish') run.isHidden = isOn(attributes);
  else if (name === 'caps') run.isCaps = isOn(attributes);
  else if (name === 'rFonts') run.font = attribute(attributes, 'ascii') ?? '';
  else if (name === 'sym')
    say(reading, symbolLetter(attribute(attributes, 'font') ?? '', attribute(attributes, 'char') ?? ''));
  else say(reading, letterElements.get(name) ?? '');
}

const letterElements: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
]);

function openParagraphProperty(paragraph: OpenParagraph, name: string, attributes: string): void {
  if (name === 'pStyle') paragraph.style = attribute(attributes, 'val') ?? '';
  else if (name === 'numId') paragraph.list = attribute(attributes, 'val');
  else if (name === 'ilvl') paragraph.level = Number(attribute(attributes, 'val') ?? 0);
  else if (name === 'jc') paragraph.isCentered = attribute(attributes, 'val') === 'center';
}

function openCell({ tables, targets, blocks }: Reading): void {
  if (blocks > mostBlocks) throw new DataError('Tệp Word quá dài, vượt cỡ một văn bản.', 'docx');
  lastOf(tables, (table) => {
    const cell = { story: [], across: 1, merge: 'none' as const };
    table.row.push(cell);
    targets.push(cell.story);
  });
}

const widest = 200;
const columns = (attributes: string): number =>
  Math.min(widest, Math.max(0, Number(attribute(attributes, 'val')) || 0));

function openCellProperty({ tables }: Reading, name: string, attributes: string): void {
  lastOf(tables, (table) => {
    if (name === 'gridBefore') table.row.push({ story: [], across: columns(attributes), merge: 'none' });
    lastOf(table.row, (cell) => {
      if (name === 'gridSpan') cell.across = Math.max(1, columns(attributes));
      else if (name === 'vMerge') cell.merge = attribute(attributes, 'val') === 'restart' ? 'start' : 'go-on';
    });
  });
}

function closeElement(reading: Reading, name: string): void {
  const { tables, targets } = reading;
  if (name === 't') reading.isInText = false;
  else if (name === 'r') reading.isInRun = false;
  else if (name === 'p') endParagraph(reading);
  else if (name === 'trPr') reading.isInRowProperties = false;
  else if (name === 'tr') lastOf(tables, endRow);
  else if (name === 'tc' && targets.length > 1) targets.pop();
  else if (name === 'tbl') {
    const table = tables.pop();
    if (table === undefined) return;
    targets.at(-1)?.push({ kind: 'table', rows: mergedRows(table), page: reading.page });
  }
}

/** Lines of a table of contents repeat headings with page numbers. */
const contentsStyle = /^(?:toc|mucluc|mclc)\s?\d|tableoffigures/i;

function endParagraph(reading: Reading): void {
  const paragraph = reading.paragraphs.pop();
  if (paragraph === undefined) return;
  reading.blocks++;
  const number = printedNumber(reading.numbering, paragraph);
  const { text, isCentered, page, style } = paragraph;
  if (contentsStyle.test(style)) return;
  const said = text.trim() === '' || number === '' ? text : `${number} ${text.trimStart()}`;
  reading.targets.at(-1)?.push({ kind: 'paragraph', text: said, isCentered, page });
}

function printedNumber(numbering: Numbering, { style, list, level }: OpenParagraph): string {
  const inherited = style === '' ? null : numbering.ofStyle(style);
  const own = list ?? inherited?.list ?? '0';
  return own === '0' ? '' : numbering.next({ list: own, level: level ?? inherited?.level ?? 0 });
}
