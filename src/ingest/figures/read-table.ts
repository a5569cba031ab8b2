import type { Locality } from '../../domain/locality.ts';
import type { Period } from '../../domain/period.ts';
import type { Direction } from '../../domain/target.ts';
import { fold } from '../../vietnamese/fold.ts';
import { findPeriods } from '../../vietnamese/period.ts';
import { yearEndPeriod } from '../../vietnamese/period-forms.ts';
import type { Cell, TableBlock } from '../block.ts';
import { isSumName } from '../sum-name.ts';
import type { BlockPlace } from './block-place.ts';
import { countedUnit } from './counted-unit.ts';
import type { FigureInput } from './figure-input.ts';
import { periodMentions } from './period-mentions.ts';
import { plainText, type Span } from './plain-text.ts';
import { type MeantPeriod, resolvePeriod } from './resolve-period.ts';
import { readCaption } from './table-caption.ts';
import { checkTable } from './table-checks.ts';
import type { ValueColumn } from './table-columns.ts';
import type { PlacedFigure, TableFigure } from './table-figure.ts';
import { layoutOf, type TableLayout } from './table-layout.ts';
import { openRow, type TableRow } from './table-row.ts';
import { type CellValue, directionOf, readValue, unitInBrackets } from './table-value.ts';

/**
 * The figures of a table: one row an indicator and one column a year or a place, or one row a locality and one column an indicator. Empty
 * when no column sets or tells figures, or where the table stands in a section of money or tasks.
 */
export function readTable(input: FigureInput, block: TableBlock, place: BlockPlace): TableFigure[] {
  if (place.section === 'idle') return [];
  const caption = readCaption(input, block);
  const layout = layoutOf(input, block, { caption, planYear: place.plan.year });
  if (layout === null) return [];
  const isSet =
    place.section === 'goal' ||
    place.telling === 'goal' ||
    caption.isGoal ||
    layout.values.some(({ isGoal }) => isGoal);
  if (!isSet) return [];
  const unit = unitLine.exec(layout.caption)?.[1]?.trim() ?? caption.unit;
  const reading = { input, place: unit === '' ? place : { ...place, unit }, layout };
  return checkTable(layout.nameAt >= 0 ? indicatorRows(reading) : entityRows(reading));
}

/** "Đơn vị tính: triệu đồng" over all columns. */
const unitLine = /(?:đơn vị(?: tính)?|ĐVT)\s*:\s*([^()|:;]{1,30}?)\s*\)?$/iu;

type Reading = { input: FigureInput; place: BlockPlace; layout: TableLayout };

function indicatorRows(reading: Reading): PlacedFigure[] {
  const path: TableRow[] = [];
  const at = new Map<TableRow, number>();
  return reading.layout.rows.flatMap(({ texts, cells }, row): PlacedFigure[] => {
    const opened = openRow(texts, reading.layout, path);
    if (opened.name === '') return [];
    at.set(opened, row);
    const within = path.findLast((one) => one.isGroup && namedWhole(one.own) !== null);
    const whole = opened.parent === null ? null : (at.get(opened.parent) ?? null);
    const isTotal = isSumName(opened.own);
    return reading.layout.values.flatMap((column): PlacedFigure[] => {
      const period = column.period ?? (within === undefined ? null : namedWhole(within.own));
      const figure = indicatorFigure(reading, { row: opened, column: { ...column, period }, texts, cells });
      return figure === null ? [] : [{ figure, row, column: column.at, whole, isTotal }];
    });
  });
}

/** The period a row of a group is nothing but ("Đến năm 2030" over its indicators); null for another. */
function namedWhole(name: string): Period | null {
  const [found] = periodMentions(plainText(name, 0, name.length));
  return found !== undefined && /^\W*$/u.test(name.slice(0, found.start) + name.slice(found.end)) ? found.period : null;
}

type IndicatorCell = { row: TableRow; column: ValueColumn; texts: readonly string[]; cells: readonly Cell[] };

function indicatorFigure(
  { input, place, layout }: Reading,
  { row, column, texts, cells }: IndicatorCell,
): TableFigure | null {
  const cell = cells[column.at];
  const nameCell = cells[layout.nameAt];
  const text = texts[column.at] ?? '';
  const inName = unitInBrackets(texts[layout.nameAt] ?? '');
  const read = readValue(
    text,
    row.unit || inName || column.unit || countedUnit(row.name) || countedUnit(column.suffix) || place.unit,
  );
  if (read === null || cell === undefined || nameCell === undefined || isWholeOf(row, read)) return null;
  const suffix = column.parent !== null || !fold(row.name).includes(fold(column.suffix)) ? column.suffix : '';
  const name = suffix === '' ? row.name : `${row.name} - ${suffix}`;
  const placed = row.parent === null ? null : placeNamed(input, row.own, '');
  return {
    kind: kindIn(column, place),
    indicator: placed === null ? name : (row.parent?.name ?? name),
    parent: suffix !== '' && column.parent !== null ? row.name : placed === null ? (row.parent?.name ?? null) : null,
    ...read,
    direction: withSuffix(directionOf(row.name, text), suffix),
    period: spanNamed(texts[layout.nameAt] ?? '', layout) ?? periodOf(column, row.name, place),
    locality: placed ?? column.locality ?? input.metadata.locality,
    ...spans(nameCell, cell),
    note: null,
  };
}

/** "Cơ cấu kinh tế: 100 %" over its parts sets nothing. */
const isWholeOf = ({ own }: TableRow, { quantity, unit }: CellValue): boolean =>
  /^cơ cấu/iu.test(own) && unit === '%' && quantity.min === 100 && quantity.max === 100;

/** "Giá trị | Tăng (%)" under a year: the column says the direction where the row says none. */
const withSuffix = (direction: Direction, suffix: string): Direction =>
  direction === 'level' ? directionOf('', suffix) : direction;

const spans = (name: Cell, cell: Cell): { quote: Span; value: Span } => ({
  quote: { start: Math.min(name.start, cell.start), end: Math.max(name.end, cell.end) },
  value: { start: cell.start, end: cell.end },
});

/** The place a cell names, by itself or with the one kind the header gives ("Xã" over "Tân Lập"); null for a body or an unknown name. */
function placeNamed({ gazetteer }: FigureInput, entity: string, header: string): Locality | null {
  const kind = /^(?:tên )?(xã|phường|huyện|thị trấn|tỉnh|đặc khu)$/iu.exec(header.trim())?.[1];
  const isBare = !/^(?:xa|phuong|huyen|thi|thanh pho|tp|quan|tinh|dac khu|ubnd|uy ban)(?![a-z])/.test(fold(entity));
  if (kind !== undefined && isBare) return gazetteer.find(`${kind} ${entity}`)[0]?.locality ?? null;
  const found = gazetteer.find(entity)[0];
  const isWhole = found !== undefined && /^(?:ubnd|uy ban nhan dan|\W)*$/.test(fold(entity.slice(0, found.start)));
  return isWhole ? found.locality : null;
}

/** Rows for localities or bodies: each column of values is an indicator of its own. */
function entityRows(reading: Reading): PlacedFigure[] {
  const { layout, input } = reading;
  return layout.rows.flatMap(({ texts, cells }, row): PlacedFigure[] => {
    const summed = (texts[layout.numberAt] ?? '').trim();
    const nameAt =
      (texts[layout.entityAt] ?? '').trim() === '' && isSumName(summed) ? layout.numberAt : layout.entityAt;
    const entity = entityNamed((texts[nameAt] ?? '').trim(), layout.entityHeader);
    const nameCell = cells[nameAt];
    if (entity === '' || nameCell === undefined) return [];
    const isTotal = isSumName(entity);
    const named = isTotal ? input.metadata.locality : placeNamed(input, entity, layout.entityHeader);
    return layout.values.flatMap((column): PlacedFigure[] => {
      const cell = cells[column.at];
      if (cell === undefined) return [];
      const figure = entityFigure(reading, { entity, isTotal, named, column, text: texts[column.at] ?? '' });
      return figure === null
        ? []
        : [{ figure: { ...figure, ...spans(nameCell, cell) }, row, column: column.at, whole: null, isTotal }];
    });
  });
}

/** "10", "10A2" under "Khối", "Lớp" is "Khối 10": a bare number says nothing alone. */
const entityNamed = (said: string, header: string): string =>
  /^\d{1,2}(?:\p{Lu}\d{0,2})?$/u.test(said) && /^\p{L}{2,10}$/u.test(header) ? `${header} ${said}` : said;

type EntityCell = { entity: string; isTotal: boolean; named: Locality | null; column: ValueColumn; text: string };

function entityFigure(
  { input, place, layout }: Reading,
  { entity, isTotal, named, column, text }: EntityCell,
): Omit<TableFigure, 'quote' | 'value'> | null {
  const { name } = column;
  const rowPeriod = layout.isByPeriod
    ? (findPeriods(/^\d/.test(entity) ? `năm ${entity}` : entity)[0]?.period ?? null)
    : null;
  const read = readValue(text, column.unit || countedUnit(name) || place.unit);
  if (read === null || name === '') return null;
  const isOwn = isTotal || rowPeriod !== null || (named !== null && named !== input.metadata.locality);
  return {
    kind: kindIn(column, place),
    indicator: isOwn ? name : `${name} - ${entity}`,
    parent: isOwn ? column.parent : name,
    ...read,
    direction: directionOf(name, text),
    period: periodOf(rowPeriod === null ? column : { ...column, period: rowPeriod }, name, place),
    locality: named ?? input.metadata.locality,
    note: null,
  };
}

const yearlyWords = /(?<!(?<!\p{L})cây )(?:(?:hằng|hàng|mỗi) năm|bình quân)/iu;

/** "Số hộ nghèo cuối năm" in a column of 2026. */
const atYearEnd = /(?<!so với |đến )cuối năm(?! học)(?!\s*\d)/iu;

/** The period of a column, unless the name itself says "bình quân hằng năm"; "cây hằng năm" says none. */
function periodOf(column: ValueColumn, name: string, place: BlockPlace): Period {
  const yearly = yearlyWords.test(name)
    ? periodMentions(plainText(name, 0, name.length)).find(({ period }) => period.kind.startsWith('yearly'))
    : undefined;
  const named: MeantPeriod | null =
    yearly ?? (column.period === null ? null : { period: column.period, preposition: null });
  const period = resolvePeriod(named, place.governing, { issued: place.plan.date });
  return period.kind === 'year' && atYearEnd.test(name) ? yearEndPeriod(Number(period.text)) : period;
}

/** The span a row itself names ("Tổng vốn đầu tư (2026-2030)") where its columns do not part it by year: it counts over all of it. */
function spanNamed(name: string, { values }: TableLayout): Period | null {
  const isParted = new Set(values.map(({ period }) => period?.text)).size > 1;
  if (isParted || /so với/iu.test(name)) return null;
  return findPeriods(name).find(({ period }) => period.kind === 'range' && period.from !== null)?.period ?? null;
}

const kindIn = (column: ValueColumn, place: BlockPlace): TableFigure['kind'] =>
  column.kind === 'target' && place.section === 'result' && !column.isGoal ? 'observation' : column.kind;
