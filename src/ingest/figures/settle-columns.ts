import { fold } from '../../vietnamese/fold.ts';
import { isSumName } from '../sum-name.ts';
import { isTotalName, withoutPeriod } from './table-column-names.ts';
import { type Column, readColumn } from './table-columns.ts';
import type { TableGrid } from './table-grid.ts';

/** What each column of a table holds, told by its header and, where that says too little, by its cells. `nameAt`: -1 for no names of indicators; `isByPeriod`: its rows are for years. */
export type SettledColumns = { columns: Column[]; nameAt: number; isByPeriod: boolean };

/** Reads the headers of a table and settles what they leave open. `captioned`: what the line above names, empty for nothing. */
export function settleColumns(
  { headers, rows }: Pick<TableGrid, 'headers' | 'rows'>,
  { planYear, captioned }: { planYear: number | null; captioned: string },
): SettledColumns {
  const columns = headers.map((header, at) => {
    const column = readColumn(header, planYear);
    return column.role === 'unit' && namesBodies(rows, at) ? { role: 'entity' as const } : column;
  });
  settleNumbers(columns, rows);
  settleBounds(columns, rows);
  settleNames(columns, { headers, rows });
  settleUnits(columns);
  settleTimed(columns, { headers, captioned });
  settleBodies(columns, headers);
  settleComparisons(columns);
  const isByPeriod = settleRowHeads(columns, { headers, rows });
  return { columns, nameAt: nameColumn(columns, headers), isByPeriod };
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
