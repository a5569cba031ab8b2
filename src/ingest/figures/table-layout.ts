import { fold } from '../../vietnamese/fold.ts';
import type { DocumentBlock, TableBlock } from '../block.ts';
import type { FigureInput } from './figure-input.ts';
import { settleColumns } from './settle-columns.ts';
import { settleContext } from './standing-columns.ts';
import { blockIndex, type TableCaption } from './table-caption.ts';
import { nameColumns, tellApart } from './table-column-names.ts';
import type { Column, ValueColumn } from './table-columns.ts';
import { type TableGrid, tableGrid } from './table-grid.ts';

/**
 * How a table is laid out. `nameAt`: names of indicators; `entityAt`: places, bodies or (`isByPeriod`) years, where rows are for those; -1 for
 * none. `caption`: what a line over all columns says.
 */
export type TableLayout = {
  caption: string;
  rows: TableGrid['rows'];
  values: ValueColumn[];
  nameAt: number;
  entityAt: number;
  numberAt: number;
  unitAt: number;
  entityHeader: string;
  isByPeriod: boolean;
};

/** Lays out a table; one that goes on from the table right above it, without a header of its own, has that one's. Null without names. */
export function layoutOf(
  input: FigureInput,
  block: TableBlock,
  { caption, planYear }: { caption: TableCaption; planYear: number | null },
): TableLayout | null {
  const { headers, rows, caption: said } = continued(input, block);
  const { columns, nameAt, isByPeriod } = settleColumns({ headers, rows }, { planYear, captioned: caption.name });
  const entityAt = columns.findIndex((column) => column.role === 'entity');
  if ((nameAt < 0 && entityAt < 0) || isMisread(rows, nameAt)) return null;
  const values = columns.flatMap((column, at): ValueColumn[] =>
    column.role === 'value' && at !== nameAt
      ? [{ ...column, at, name: '', parent: null, locality: null, suffix: '', unit: '' }]
      : [],
  );
  nameColumns(values, caption.name);
  if (nameAt >= 0 && values.length > 1) placeColumns(values, input);
  if (nameAt < 0) settleContext(values, caption.isGoal);
  else tellApart(values);
  const find = (role: Column['role']) => columns.findIndex((column) => column.role === role);
  return {
    rows,
    caption: said,
    isByPeriod,
    values,
    nameAt,
    entityAt: nameAt < 0 ? entityAt : -1,
    numberAt: find('number'),
    unitAt: find('unit'),
    entityHeader: headers[entityAt] ?? '',
  };
}

/** Names that are numbers, row after row: the columns of the table were not told right. */
function isMisread(rows: TableGrid['rows'], nameAt: number): boolean {
  const names = rows.map(({ texts }) => (texts[nameAt] ?? '').trim()).filter((name) => name !== '');
  return names.filter((name) => !/\p{L}/u.test(name)).length * 3 > names.length;
}

/** Headers of tables asked before: a table that goes on over many pages asks the one above, page by page. */
const knownHeaders = new WeakMap<TableBlock, readonly string[]>();

/** The block right above, the number of a page between passed over. */
function blockAbove({ text, blocks }: FigureInput, block: TableBlock): DocumentBlock | undefined {
  const at = blockIndex(blocks, block);
  const above = blocks[at - 1];
  const isPageNumber =
    above !== undefined && above.kind !== 'table' && /^\W{0,4}\d{1,3}\W{0,4}$/.test(text.slice(above.start, above.end));
  return isPageNumber ? blocks[at - 2] : above;
}

function continued(input: FigureInput, block: TableBlock): TableGrid {
  const grid = tableGrid(input.text, block);
  const isHeadless = grid.headers.every((header) => header === '');
  const above = isHeadless ? blockAbove(input, block) : undefined;
  const goesOn = above?.kind === 'table' && above.rows[0]?.length === block.rows[0]?.length;
  const headers = goesOn ? (knownHeaders.get(above) ?? tableGrid(input.text, above).headers) : grid.headers;
  knownHeaders.set(block, headers);
  return { ...grid, headers: [...headers] };
}

const whole = /(?:^| )(?:toan|ca) (?:tinh|thanh pho|huyen|xa|quoc|nganh)$|^(?:tong (?:so|cong)|tong|chung)$/;

/** Columns headed by places ("Toàn tỉnh | Phường Pleiku | Xã Chư Sê") are for these places; one alone is no such table. */
function placeColumns(values: ValueColumn[], { gazetteer, metadata }: FigureInput): void {
  const placed = values.map(({ header }) => {
    const said = header.trim();
    if (whole.test(fold(said))) return metadata.locality;
    const found = gazetteer.find(said).at(-1);
    return found !== undefined && found.end === said.length ? found.locality : null;
  });
  const named = new Set(placed.flatMap((locality) => (locality === null ? [] : [locality.key])));
  if (named.size < 2) return;
  for (const [at, column] of values.entries()) column.locality = placed[at] ?? null;
}
