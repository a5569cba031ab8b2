import type { Locality } from '../../domain/locality.ts';
import type { Period } from '../../domain/period.ts';
import type { Direction } from '../../domain/target.ts';
import { fold } from '../../vietnamese/fold.ts';
import { findQuantities, type Quantity } from '../../vietnamese/quantity.ts';
import type { Cell, TableBlock } from '../block.ts';
import type { BlockPlace } from './block-place.ts';
import type { ClauseKind } from './clause-kind.ts';
import type { FigureInput } from './figure-input.ts';
import { periodMentions } from './period-mentions.ts';
import { plainText, type Span } from './plain-text.ts';
import { type MeantPeriod, resolvePeriod } from './resolve-period.ts';
import { type Column, readColumn } from './table-columns.ts';
import { type TableGrid, tableGrid } from './table-grid.ts';
import { openRow, type TableRow } from './table-row.ts';

/** A figure of a table, offsets into the stored text. */
export type TableFigure = {
  kind: Exclude<ClauseKind, 'none'>;
  indicator: string;
  parent: string | null;
  quantity: Pick<Quantity, 'min' | 'max' | 'comparator'>;
  unit: string;
  direction: Direction;
  period: Period;
  locality: Locality | null;
  quote: Span;
  value: Span;
};

type ValueColumn = Extract<Column, { role: 'value' }> & { at: number };

/**
 * The figures of a table: one row an indicator and one column a year, or one row a locality and one column an indicator. Empty when no
 * column sets or tells figures, or where the table stands in a section of money or tasks.
 */
export function readTable(input: FigureInput, block: TableBlock, place: BlockPlace): TableFigure[] {
  const grid = tableGrid(input.text, block);
  const columns = grid.headers.map((header, at) => {
    const column = readColumn(header, place.plan.year);
    return column.role === 'unit' && namesBodies(grid, at) ? { role: 'entity' as const } : column;
  });
  const values = columns.flatMap((column, at): ValueColumn[] => (column.role === 'value' ? [{ ...column, at }] : []));
  const found: TableFigure[] = [];
  const entityAt = columns.findIndex((column) => column.role === 'entity');
  const nameAt = nameColumn(columns, grid.headers);
  if (nameAt === null && entityAt < 0) return [];
  const isSet = place.section === 'goal' || place.telling === 'goal' || values.some((column) => column.isGoal);
  if (place.section === 'idle' || !isSet) return [];
  const context: TableContext = { input, place, unitAt: columns.findIndex((column) => column.role === 'unit') };
  let above: TableRow | null = null;
  for (const { texts, cells } of grid.rows) {
    if (entityAt >= 0 && nameAt === null) {
      found.push(...entityRow(context, { texts, cells, values, entityAt, kind: grid.headers[entityAt] ?? '' }));
      continue;
    }
    const row = openRow(
      texts,
      { nameAt: nameAt ?? 1, numberAt: columns.findIndex((column) => column.role === 'number') },
      above,
    );
    above = row;
    if (row.name !== '')
      found.push(
        ...indicatorRow(context, {
          row,
          cells,
          values: values.filter((one) => one.at !== nameAt),
          nameAt: nameAt ?? 1,
          texts,
        }),
      );
  }
  return found;
}

const body =
  /^(?:huyen|xa|phuong|thi xa|thi tran|thanh pho|tp|quan|tinh|dac khu|thon|ban |so |chi cuc|truong|toan |tong|cong(?! )|cum|khoi)/;

/** "Đơn vị" heads units of measure in one table, and the places or bodies a row is for in another: the cells tell. */
function namesBodies({ rows }: TableGrid, at: number): boolean {
  const filled = rows.map(({ texts }) => fold(texts[at] ?? '').trim()).filter((text) => text !== '');
  const named = filled.filter((text) => body.test(text) && text.includes(' '));
  return named.length > 0 && named.length * 2 > filled.length;
}

/** The column of names; without a header that says so, the first that is no number and no value by its looks. Null when there is none. */
function nameColumn(columns: readonly Column[], headers: readonly string[]): number | null {
  const named = columns.findIndex((column) => column.role === 'name');
  if (named >= 0) return named;
  if (columns.some((column) => column.role === 'entity')) return null;
  const blank = columns.findIndex(
    (column, at) =>
      at <= 1 && column.role === 'value' && !column.isGoal && column.period === null && (headers[at] ?? '').length < 60,
  );
  return blank < 0 ? null : blank;
}

type TableContext = { input: FigureInput; place: BlockPlace; unitAt: number };
type IndicatorRow = { row: TableRow; cells: Cell[]; texts: string[]; values: ValueColumn[]; nameAt: number };

function indicatorRow(
  { input, place, unitAt }: TableContext,
  { row, cells, texts, values, nameAt }: IndicatorRow,
): TableFigure[] {
  const inName = unitInBrackets(texts[nameAt] ?? '');
  const unit = (unitAt < 0 ? '' : (texts[unitAt] ?? '')) || inName || '';
  return values.flatMap((column): TableFigure[] => {
    const cell = cells[column.at];
    const nameCell = cells[nameAt];
    const read = readValue(
      texts[column.at] ?? '',
      unit || unitInBrackets(column.header) || countedUnit(row.name) || place.unit,
    );
    if (read === null || cell === undefined || nameCell === undefined) return [];
    return [
      {
        kind: kindIn(column, place),
        indicator: row.name,
        parent: row.parent,
        ...read,
        direction: directionOf(row.name, texts[column.at] ?? ''),
        period: periodOf(column, row.name, place),
        locality: input.metadata.locality,
        quote: { start: Math.min(nameCell.start, cell.start), end: Math.max(nameCell.end, cell.end) },
        value: { start: cell.start, end: cell.end },
      },
    ];
  });
}

/** `kind`: what the header calls the places, "Xã" or "Xã, phường". */
type EntityRow = { texts: string[]; cells: Cell[]; values: ValueColumn[]; entityAt: number; kind: string };

/** The place a cell names, by itself or with the one kind the header gives ("Xã" over "Tân Lập"); null for a body or an unknown name. */
function placeOf({ gazetteer }: FigureInput, entity: string, header: string): Locality | null {
  const kind = /^(?:tên )?(xã|phường|huyện|thị trấn|tỉnh|đặc khu)$/iu.exec(header.trim())?.[1];
  const isBare = !/^(?:xa|phuong|huyen|thi|thanh pho|tp|quan|tinh|dac khu|ubnd|uy ban)(?![a-z])/.test(fold(entity));
  if (kind !== undefined && isBare) return gazetteer.find(`${kind} ${entity}`)[0]?.locality ?? null;
  const found = gazetteer.find(entity)[0];
  const isWhole = found !== undefined && /^(?:ubnd|uy ban nhan dan|\W)*$/.test(fold(entity.slice(0, found.start)));
  return isWhole ? found.locality : null;
}

/** A row for one locality or body: each column of values is an indicator of its own. */
function entityRow({ input, place }: TableContext, { texts, cells, values, entityAt, kind }: EntityRow): TableFigure[] {
  const entity = (texts[entityAt] ?? '').trim();
  const entityCell = cells[entityAt];
  if (entity === '' || entityCell === undefined) return [];
  const isTotal = /^(?:tong|cong|toan)/.test(fold(entity));
  const locality = isTotal ? input.metadata.locality : (placeOf(input, entity, kind) ?? input.metadata.locality);
  return values.flatMap((column): TableFigure[] => {
    const cell = cells[column.at];
    const name = withoutPeriod(column.header);
    const read = readValue(texts[column.at] ?? '', unitInBrackets(column.header) || countedUnit(name) || place.unit);
    if (read === null || cell === undefined || name === '') return [];
    const isNamed = isTotal || locality !== input.metadata.locality;
    return [
      {
        kind: kindIn(column, place),
        indicator: isNamed ? name : `${name} - ${entity}`,
        parent: isNamed ? null : name,
        ...read,
        direction: directionOf(name, texts[column.at] ?? ''),
        period: periodOf(column, name, place),
        locality,
        quote: { start: Math.min(entityCell.start, cell.start), end: Math.max(entityCell.end, cell.end) },
        value: { start: cell.start, end: cell.end },
      },
    ];
  });
}

/** The period of a column, unless the name itself says "bình quân hằng năm". */
function periodOf(column: ValueColumn, name: string, place: BlockPlace): Period {
  const yearly = periodMentions(plainText(name, 0, name.length)).find(({ period }) => period.kind.startsWith('yearly'));
  const named: MeantPeriod | null =
    yearly ?? (column.period === null ? null : { period: column.period, preposition: null });
  return resolvePeriod(named, place.governing);
}

const kindIn = (column: ValueColumn, place: BlockPlace): TableFigure['kind'] =>
  column.kind === 'target' && place.section === 'result' && !column.isGoal ? 'observation' : column.kind;

/** A cell that is one value, with its own unit or the one handed in; null for anything else. */
function readValue(text: string, unit: string): Pick<TableFigure, 'quantity' | 'unit'> | null {
  if (text.length > 60 || !/\d/.test(text)) return null;
  const quantities = findQuantities(text);
  const quantity = quantities[0];
  if (quantity === undefined || (quantities.length > 1 && quantities[1]?.kind !== 'none')) return null;
  if (quantity.kind === 'none' && !/^[\s%)]*$/.test(text.slice(quantity.end))) return null;
  return { quantity, unit: quantity.unit === '' ? unit : quantity.unit };
}

/** "(%)", "(người)" at the end of a name or a header. */
function unitInBrackets(text: string): string {
  const inside = /\(([^()]{1,24})\)\s*$/u.exec(text.trim())?.[1]?.trim() ?? /,\s*(%)\s*$/.exec(text.trim())?.[1] ?? '';
  return /^(?:%|‰|đvt:.*|(?:nghìn |ngàn |triệu |tỷ |tỉ )*(?:đồng|người|usd|ha|tấn|km|xã|hộ|lượt|giường|lao động|doanh nghiệp|tiêu chí|m2|m3|trường|cơ sở|%.*|điểm.*|tr\.?đ.*|lượt khách|bác sĩ|con|cây)(?:\/.*)?)$/iu.test(
    inside,
  )
    ? inside.replace(/^đvt:\s*/iu, '')
    : '';
}

/** The unit a name counts in: "Số người tham gia …" in "người". Empty when it counts nothing. */
function countedUnit(name: string): string {
  const counted = /^(?:Tổng )?số (?:lượng )?(.+)$/iu.exec(name)?.[1];
  if (counted === undefined) return /^(?:tỷ|tỉ) (?:lệ|trọng)/iu.test(name) ? '%' : '';
  const unit = findQuantities(`1 ${counted}`)[0];
  return unit?.kind === 'count' ? unit.unit : '';
}

const withoutPeriod = (header: string): string =>
  header
    .replace(
      /(?:Kế hoạch|Chỉ tiêu|Mục tiêu|Phấn đấu|Giao)(?: giao)?(?: thực hiện)?(?: đến)?(?: năm)? \d{4}(?:\s*[-–]\s*\d{4})?\s*/giu,
      '',
    )
    .replace(/(?:đến |trong |(?:cuối|hết) )?(?<!đầu )năm \d{4}/giu, '')
    .replace(/^(?:Chỉ tiêu|Kế hoạch) (?:giao )?(?=\p{L})/iu, '')
    .replace(/\s*\([^()]{1,24}\)\s*$/u, '')
    .trim();

function directionOf(name: string, value: string): Direction {
  const folded = fold(name);
  if (/^(?:giam|-)/.test(fold(value)) || /muc giam|^giam|toc do giam|giam(?: binh quan(?: hang nam)?)?$/.test(folded))
    return 'decrease';
  if (/^tang|^\+/.test(fold(value)) || /toc do tang|tang truong|muc tang|tang them/.test(folded)) return 'increase';
  return 'level';
}
