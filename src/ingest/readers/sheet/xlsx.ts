import { DataError } from '../../../domain/errors.ts';
import { findSecrecyMark } from '../../secrecy/find-secrecy-mark.ts';
import { openZip, partText, type Zip, zipNames } from '../open-zip.ts';
import { attribute, readXml } from '../read-xml.ts';
import type { Reader, ReadResult } from '../reader.ts';
import { type TextLayout, textLayout } from '../text-layout.ts';
import { builtInFormats } from './number-format.ts';
import { readCells, type Workbook } from './read-cells.ts';
import { writeSheet } from './write-sheet.ts';

/** Excel workbooks (Office Open XML). Formulas are not computed, macros and links not opened; hidden sheets are named, not read. */
export const xlsx: Reader = {
  accepts: (bytes) => zipNames(bytes).has('xl/workbook.xml'),
  read: async (bytes) => readXlsx(openZip(bytes)),
};

type Sheet = { name: string; id: string; isHidden: boolean };

const mostSheets = 60;

function readXlsx(zip: Zip): ReadResult {
  const { sheets, is1904 } = readWorkbook(partText(zip, 'xl/workbook.xml') ?? '');
  const targets = readTargets(partText(zip, 'xl/_rels/workbook.xml.rels'));
  const texts = readTexts(partText(zip, 'xl/sharedStrings.xml'));
  const formats = readFormats(partText(zip, 'xl/styles.xml'));
  const layout = textLayout();
  const open = sheets.filter((sheet) => !sheet.isHidden);
  if (open.length > mostSheets) throw new DataError(`Tệp Excel có hơn ${mostSheets} trang tính; hãy tách nhỏ.`, 'xlsx');
  const notes = sheets.filter((sheet) => sheet.isHidden).map(({ name }) => `trang tính ẩn «${name}»`);
  for (const sheet of open) {
    const hidden = readSheet(layout, {
      zip,
      sheet,
      target: targets.get(sheet.id),
      book: { texts, formats, is1904 },
      isNamed: open.length > 1,
    });
    if (hidden > 0) notes.push(`hàng, cột ẩn của trang tính «${sheet.name}»`);
  }
  const result = layout.result();
  if ('failed' in result || notes.length === 0) return result;
  layout.paragraph(`[Không đọc: ${notes.join('; ')}]`);
  return layout.result();
}

type SheetSource = { zip: Zip; sheet: Sheet; target: string | undefined; book: Workbook; isNamed: boolean };

function readSheet(layout: TextLayout, { zip, sheet, target, book, isNamed }: SheetSource): number {
  const xml = target === undefined ? null : partText(zip, target);
  if (xml === null) return 0;
  const { rows, hidden, frame } = readCells(xml, book);
  for (const line of frame) if (findSecrecyMark(line, '') !== null) layout.paragraph(line);
  const isUntitled = (rows[0]?.cells.filter(({ text }) => text !== '').length ?? 0) > 1;
  if (rows.length > 0 && isNamed && isUntitled && !/^(?:sheet|trang[ _]?tính)\s?\d*$/iu.test(sheet.name))
    layout.paragraph(sheet.name);
  writeSheet(layout, rows);
  return hidden;
}

function readWorkbook(xml: string): { sheets: Sheet[]; is1904: boolean } {
  const sheets: Sheet[] = [];
  let is1904 = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const id = attribute(attributes, 'id') ?? '';
      const isHidden = /hidden/i.test(attribute(attributes, 'state') ?? '');
      sheets.push({ name: attribute(attributes, 'name') ?? '', id, isHidden });
    },
    close() {},
    text() {},
  });
  return { sheets, is1904 };
}

/** Relation id → path of the part in the archive. */
function readTargets(xml: string | null): Map<string, string> {
  const targets = new Map<string, string>();
  if (xml === null) return targets;
  readXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      targets.set(attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    close() {},
    text() {},
  });
  return targets;
}

function readTexts(xml: string | null): string[] {
  const texts: string[] = [];
  if (xml === null) return texts;
  let text = '';
  let isText = false;
  let phonetic = 0;
  readXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') isText = phonetic === 0;
    },
    close(name) {
      if (name === 'si') texts.push(text);
      else if (name === 'rPh') phonetic--;
      else if (name === 't') isText = false;
    },
    text(content) {
      if (isText) text += content;
    },
  });
  return texts;
}

/** The format code of each cell style; empty for "General". */
function readFormats(xml: string | null): string[] {
  const codes = new Map(builtInFormats);
  const formats: string[] = [];
  if (xml === null) return formats;
  let isCells = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), (attribute(attributes, 'formatCode') ?? '').slice(0, 200));
      else if (name === 'cellXfs') isCells = true;
      else if (name === 'xf' && isCells) formats.push(codes.get(Number(attribute(attributes, 'numFmtId') ?? 0)) ?? '');
    },
    close(name) {
      if (name === 'cellXfs') isCells = false;
    },
    text() {},
  });
  return formats;
}
