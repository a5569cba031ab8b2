import { decodeText } from '../encoding/decode-text.ts';
import { fileSignature } from '../file-signature.ts';
import type { Reader, ReadResult } from '../reader.ts';
import { textLayout } from '../text-layout.ts';
import { parseCsv } from './parse-csv.ts';
import { writeSheet } from './write-sheet.ts';

const widestTable = 256;
const sampleBytes = 2 ** 16;
const separators = [';', ',', '\t'] as const;
type Separator = (typeof separators)[number];

/** Tables as text, a record a line, fields apart by semicolons, commas or tabs, whatever the file is called. */
export const csv: Reader = {
  accepts: (bytes) => separatorOf(bytes) !== null,
  read: async (bytes) => readCsv(bytes),
};

function readCsv(bytes: Uint8Array): ReadResult {
  const text = decodeText(bytes);
  const separator = separatorOf(bytes);
  if (text === null || separator === null) return { failed: 'Tệp không phải bảng dạng chữ (CSV).' };
  const layout = textLayout();
  const rows = Array.from(parseCsv(text, separator, widestTable), (fields, index) => ({
    index,
    cells: fields.map((field) => ({ text: field, across: 1, down: 1 })),
  }));
  writeSheet(
    layout,
    rows.filter(({ cells }) => cells.some((cell) => cell.text.trim() !== '')),
  );
  return layout.result();
}

/** A table keeps its number of fields from record to record; prose does not. Null when no separator cuts the text evenly. */
function separatorOf(bytes: Uint8Array): Separator | null {
  if (fileSignature(bytes.subarray(0, 16)) !== null) return null;
  const text = decodeText(bytes.subarray(0, sampleBytes - (sampleBytes % 2)));
  if (text === null || /^[^\S\n]*[<{[]|^---[^\S\n]*$/m.test(text.slice(0, 200)) || /^[^\S\n]*\|/m.test(text))
    return null;
  return separators.find((separator) => cutsEvenly(text, separator, bytes.length > sampleBytes)) ?? null;
}

const longestField = 300;
const fewestRecords = 3;
const narrowest = 3;
/** So many of the records have one number of fields. */
const evenShare = 0.9;

function cutsEvenly(text: string, separator: Separator, isCut: boolean): boolean {
  if (!text.includes(separator)) return false;
  const mostNarrow = (text.match(/[\r\n"]/g)?.length ?? 0) * (1 - evenShare) + 2;
  const all: string[][] = [];
  let narrow = 0;
  for (const fields of parseCsv(text, separator)) {
    if (fields.every((field) => field.trim() === '')) continue;
    all.push(fields);
    // Prose is told by its first lines: there cannot be records enough to make up for these.
    if (fields.length < narrowest && ++narrow > mostNarrow) return false;
  }
  const records = isCut ? all.slice(0, -1) : all;
  if (records.length < fewestRecords) return false;
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, times] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best));
  if (width < narrowest || times < records.length * evenShare) return false;
  return records.every((fields) => fields.every((field) => field.length <= longestField * 4));
}
