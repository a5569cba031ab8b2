import { fold } from '../../vietnamese/fold.ts';
import type { TableBlock } from '../block.ts';
import { isSumName } from '../sum-name.ts';
import type { FigureInput } from './figure-input.ts';
import { blockIndex, type TableCaption } from './table-caption.ts';
import { isTotalName, nameColumns, tellApart, withoutPeriod } from './table-column-names.ts';
import { type Column, readColumn, type ValueColumn } from './table-columns.ts';
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
  const columns = headers.map((header, at) => {
    const column = readColumn(header, planYear);
    return column.role === 'unit' && namesBodies(rows, at) ? { role: 'entity' as const } : column;
  });
  settleNumbers(columns, rows);
  settleBounds(columns, rows);
  settleNames(columns, { headers, rows });
  settleUnits(columns);
  settleTimed(columns, { headers, captioned: caption.name });
  settleBodies(columns, headers);
  settleComparisons(columns);
  const isByPeriod = settleRowHeads(columns, { headers, rows });
  const entityAt = columns.findIndex((column) => column.role === 'entity');
  const nameAt = nameColumn(columns, headers);
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

function continued(input: FigureInput, block: TableBlock): TableGrid {
  const grid = tableGrid(input.text, block);
  const isHeadless = grid.headers.every((header) => header === '');
  const above = isHeadless ? input.blocks[blockIndex(input.blocks, block) - 1] : undefined;
  const goesOn = above?.kind === 'table' && above.rows[0]?.length === block.rows[0]?.length;
  const headers = goesOn ? (knownHeaders.get(above) ?? tableGrid(input.text, above).headers) : grid.headers;
  knownHeaders.set(block, headers);
  return { ...grid, headers: [...headers] };
}

/** A first column without a header that counts its rows: 1, 2, 3 or #1, #2, #3. */
function settleNumbers(columns: Column[], rows: TableGrid['rows']): void {
  const first = columns[0];
  if (first?.role !== 'value' || first.header !== '') return;
  const counts = rows.map(({ texts }) => Number(/^#?(\d{1,3})[.)]?$/.exec(texts[0] ?? '')?.[1] ?? Number.NaN));
  const isCounted = counts.length > 2 && counts.every((count, at) => at === 0 || count === (counts[at - 1] ?? 0) + 1);
  if (isCounted) columns[0] = { role: 'number' };
}

/** An undated column ("Kết quả", "Tỷ lệ tiêm chủng") whose cells are bounds ("≥ 80", "tối thiểu 5") says what is to come out: nobody reports so. */
function settleBounds(columns: Column[], rows: TableGrid['rows']): void {
  for (const [at, column] of columns.entries()) {
    if (column.role !== 'value' || column.isGoal || column.kind === 'estimate' || column.period !== null) continue;
    const values = rows.map(({ texts }) => (texts[at] ?? '').trim()).filter((text) => /\d/.test(text));
    const bounds = values.filter((text) => /^(?:[≥≤<>]|tối (?:thiểu|đa)|ít nhất|không (?:quá|dưới))/iu.test(text));
    if (bounds.length > 1 && bounds.length * 4 >= values.length)
      columns[at] = { ...column, kind: 'target', isGoal: true };
  }
}

/** A column headed "Đơn vị" at the left of a table without names is whom the row is for. */
function settleUnits(columns: Column[]): void {
  const first = columns.findIndex(({ role }) => role !== 'number');
  const isNamed = columns.some(({ role }) => role === 'name' || role === 'entity');
  if (columns[first]?.role === 'unit' && !isNamed) columns[first] = { role: 'entity' };
}

const body =
  /^(?:huyen|xa|phuong|thi xa|thi tran|thanh pho|tp|quan|tinh|dac khu|thon|ban |so |chi cuc|truong|toan |tong|cong(?! )|cong (?:doan|ty|an) |cum|khoi|benh vien|trung tam)/;

/** "Đơn vị" heads units of measure in one table, and the places or bodies a row is for in another: the cells tell. */
function namesBodies(rows: TableGrid['rows'], at: number): boolean {
  const filled = rows.map(({ texts }) => fold(texts[at] ?? '').trim()).filter((text) => text !== '');
  const named = filled.filter((text) => body.test(text) && text.includes(' '));
  return named.length > 0 && named.length * 2 > filled.length;
}

/** "Chỉ tiêu", "Xã Tân Lập" head names in one column and figures in another ("Chỉ tiêu HĐND giao"): the cells tell. Of two columns of names the inner one counts. */
function settleNames(columns: Column[], { headers, rows }: Pick<TableGrid, 'headers' | 'rows'>): void {
  for (const [at, column] of columns.entries()) {
    const { role } = column;
    if (role === 'value' && naming.test(headers[at] ?? '') && holdsWords(rows, at)) columns[at] = { role: 'name' };
    if ((role !== 'name' && role !== 'entity') || !holdsFigures(rows, at)) continue;
    columns[at] = { role: 'value', kind: 'target', period: null, header: headers[at] ?? '', isGoal: role === 'name' };
  }
  const names = columns.flatMap((column, at) => (column.role === 'name' ? [at] : []));
  for (const at of names) if (columns[at + 1]?.role === 'name') columns[at] = { role: 'idle' };
}

/** "Chỉ tiêu năm 2026" over words. */
const naming = /^(?:các )?(?:chỉ tiêu|mục tiêu|nội dung|tiêu chí)(?!\p{L})/iu;

function holdsWords(rows: TableGrid['rows'], at: number): boolean {
  const filled = rows.map(({ texts }) => (texts[at] ?? '').trim()).filter((text) => text !== '');
  const words = filled.filter((text) => text.includes(' ') && !/[\d%]/.test(text));
  return filled.length > 1 && words.length * 5 >= filled.length * 4;
}

function holdsFigures(rows: TableGrid['rows'], at: number): boolean {
  const filled = rows.map(({ texts }) => (texts[at] ?? '').trim()).filter((text) => text !== '');
  const figures = filled.filter((text) => /^[^\p{L}]*\d/u.test(text) || (text.length < 30 && /\d/.test(text)));
  return filled.length > 0 && figures.length * 2 > filled.length;
}

/** Under a line that names the indicator, columns of nothing but times ("Hết quý I") leave the first for whom the row is for. */
function settleTimed(
  columns: Column[],
  { headers, captioned }: { headers: readonly string[]; captioned: string },
): void {
  if (captioned === '' || columns.some(({ role }) => /^(?:name|entity|unit|idle)$/.test(role))) return;
  const at = columns.findIndex(({ role }) => role !== 'number');
  const goals = columns.flatMap((column, place) =>
    place > at && column.role === 'value' && column.isGoal ? [place] : [],
  );
  const isTimed = goals.length > 1 && goals.every((place) => isTotalName(withoutPeriod(headers[place] ?? '')));
  if (at >= 0 && isTimed) columns[at] = { role: 'entity' };
}

const periodCell =
  /^(?:(?:năm|quý|tháng|giai đoạn|đến năm)\s+)?(?:[IV]{1,3}\s*[/-]\s*)?(?:(?:19|20)\d{2})(?:\s*[-–]\s*(?:19|20)?\d{2})?$/iu;

/**
 * What the rows of a table without names of indicators are for, told by the cells of its first column of words: years (true), or places
 * that one row sums up.
 */
function settleRowHeads(columns: Column[], { headers, rows }: Pick<TableGrid, 'headers' | 'rows'>): boolean {
  if (columns.some(({ role }) => role === 'name' || role === 'entity' || role === 'unit')) return false;
  const at = columns.findIndex(({ role }, place) => place < 2 && role !== 'number');
  const filled = rows.map(({ texts }) => (texts[at] ?? '').trim()).filter((text) => text !== '');
  const isByPeriod = filled.length > 1 && filled.every((text) => periodCell.test(text));
  const isSummed = filled.some(isSumName) && (headers[at] ?? '') !== '';
  if (at >= 0 && (isByPeriod || isSummed)) columns[at] = { role: 'entity' };
  return isByPeriod;
}

const bodies =
  /^(?:ten )?(?:cac )?(?:co quan|don vi|dia phuong|to chuc)(?:,? (?:co quan|don vi|dia phuong|to chuc))*(?: (?:thuc hien|duoc giao))?$/;

/** "Cơ quan, đơn vị" at the left, with no names of indicators, is who the row is for; elsewhere who does the work. */
function settleBodies(columns: Column[], headers: readonly string[]): void {
  if (columns.some(({ role }) => role === 'name' || role === 'entity')) return;
  const at = columns.findIndex(
    (column, place) => place < 2 && column.role === 'idle' && bodies.test(fold(headers[place] ?? '').trim()),
  );
  if (at >= 0) columns[at] = { role: 'entity' };
}

/** The column of names; without a header that says so, the first that is no number and no value by its looks. -1 when there is none. */
function nameColumn(columns: readonly Column[], headers: readonly string[]): number {
  const named = columns.findIndex((column) => column.role === 'name');
  if (named >= 0 || columns.some((column) => column.role === 'entity')) return named;
  return columns.findIndex(
    (column, at) =>
      at <= 1 && column.role === 'value' && !column.isGoal && column.period === null && (headers[at] ?? '').length < 60,
  );
}

/**
 * A plan beside what was done of it in the same time ("Kế hoạch năm 2025 | Thực hiện năm 2025") is compared with, not set; what was done is
 * told, not handed out.
 */
function settleComparisons(columns: Column[]): void {
  for (const [at, column] of columns.entries()) {
    if (column.role !== 'value' || column.period === null || !tellsDone(column.header)) continue;
    const { text } = column.period;
    const plan = columns.findIndex(
      (one) =>
        one.role === 'value' &&
        one.period?.text === text &&
        /kế hoạch|chỉ tiêu|(?<!\p{L})KH(?!\p{L})/iu.test(one.header),
    );
    if (plan < 0) continue;
    columns[plan] = { role: 'idle' };
    columns[at] = { ...column, kind: column.kind === 'target' ? 'observation' : column.kind };
  }
}

const tellsDone = (header: string): boolean =>
  /(?<!\p{L})(?:thực hiện|kết quả|ước|TH)(?!\p{L})/iu.test(header) &&
  !/kế hoạch|chỉ tiêu|mục tiêu|đầu năm/iu.test(header);

const standing =
  /^(?:tổng )?(?:dân số|số (?:dân|hộ|khẩu|nhân khẩu|người|lao động|thôn|xã|học sinh|đối tượng|đoàn viên|hội viên|đảng viên|đơn vị|trường|lớp|phòng|giáo viên))|có mặt|tại thời điểm|hiện (?:có|nay|trạng)|đang |đầu (?:năm|kỳ)|tự nhiên|tính đến/iu;
/** Told, not handed out, whatever the line above says. */
const counted = /^(?:tổng )?(?:dân số|số (?:dân|hộ|khẩu|nhân khẩu))$|có mặt|hiện có|đầu (?:năm|kỳ)|tự nhiên/iu;
const changing =
  /(?<!\p{L})(?:giảm|tăng|mới|thêm|thoát|phấn đấu|đạt|tham gia|phát triển|thành lập|kết nạp|xây dựng)(?!\p{L})/iu;

/**
 * Beside columns that say they are goals, the others of a table of places tell where these stand today ("Dân số", "Số hộ"). Where the line
 * above hands out goals, those that say a change, and those behind the first goal that name no standing count, are goals too.
 */
function settleContext(values: ValueColumn[], isHandedOut: boolean): void {
  for (const column of values)
    if (!column.isGoal && column.kind === 'target' && counted.test(column.name)) column.kind = 'observation';
  const first = values.findIndex(({ isGoal }) => isGoal);
  if (first < 0) return;
  for (const [at, column] of values.entries()) {
    if (column.isGoal || column.kind !== 'target') continue;
    const isHanded = changing.test(column.header) || (at > first && !standing.test(column.header));
    if (!isHandedOut || !isHanded) column.kind = 'observation';
  }
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
