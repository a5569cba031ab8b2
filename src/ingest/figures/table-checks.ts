import { fold } from '../../vietnamese/fold.ts';
import type { PlacedFigure, TableFigure } from './table-figure.ts';

/** Sums may differ by what rounding makes of them. */
const tolerance = 0.005;
/** Figures of one row, one unit and different years that lie this far apart are a slip of scale more often than a fact. */
const scaleGap = 50;
/** Small counts grow that much honestly. */
const largeNumber = 1000;

/**
 * The figures of a table, those that do not add up noted for a person: parts against their whole, rows against the row that sums them up,
 * shares of a structure against 100 %, neighbours of another scale. Nothing is corrected.
 */
export function checkTable(placed: readonly PlacedFigure[]): TableFigure[] {
  const notes = new Map<PlacedFigure, string>();
  const columns = Map.groupBy(placed, ({ column }) => column);
  for (const column of columns.values()) {
    noteParts(column, notes);
    noteTotal(column, notes);
  }
  for (const row of Map.groupBy(placed, ({ row }) => row).values()) noteScale(row, notes);
  return placed.map((one) => ({ ...one.figure, note: notes.get(one) ?? null }));
}

type Notes = Map<PlacedFigure, string>;

/** The one number a figure says; null for ranges and bounds. */
function plainNumber({ figure: { quantity } }: PlacedFigure): number | null {
  return quantity.comparator === '=' && quantity.min !== null && quantity.min === quantity.max ? quantity.min : null;
}

/** Rates do not add up; counts and amounts do. */
const addsUp = (unit: string): boolean => unit !== '' && !/%|‰|\/|điểm|bình quân/iu.test(unit);

const sumOf = (parts: readonly PlacedFigure[]): number | null => {
  const numbers = parts.map(plainNumber);
  return numbers.includes(null) ? null : numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0);
};

const said = (number: number): string =>
  Number(number.toPrecision(12)).toLocaleString('vi-VN', { maximumFractionDigits: 6 });

function noteParts(column: readonly PlacedFigure[], notes: Notes): void {
  const byRow = new Map(column.map((one) => [one.row, one]));
  for (const [wholeAt, parts] of Map.groupBy(column, ({ whole }) => whole)) {
    const whole = wholeAt === null ? undefined : byRow.get(wholeAt);
    const sum = sumOf(parts);
    if (whole === undefined || sum === null) continue;
    const number = plainNumber(whole);
    const isSame = parts.every(
      ({ figure }) => figure.unit === whole.figure.unit && figure.direction === whole.figure.direction,
    );
    if (number === null || !isSame) continue;
    if (addsUp(whole.figure.unit) && sum > number * (1 + tolerance))
      note([whole, ...parts], `các phần cộng lại ${said(sum)}, lớn hơn số chung ${said(number)}`, notes);
  }
}

function noteTotal(column: readonly PlacedFigure[], notes: Notes): void {
  const totals = column.filter(({ isTotal }) => isTotal);
  const rows = column.filter(({ isTotal, whole }) => !isTotal && whole === null);
  const [total] = totals;
  if (total === undefined || totals.length > 1 || rows.length < 2) return;
  const { unit } = total.figure;
  const number = plainNumber(total);
  const sum = sumOf(rows);
  if (number === null || sum === null || !addsUp(unit) || rows.some(({ figure }) => figure.unit !== unit)) return;
  // Groups with figures of their own ("I. Cấp tỉnh") stand among the rows they sum up: all of it is there twice.
  const isOff = (times: number): boolean => Math.abs(sum - number * times) > Math.abs(number) * times * tolerance;
  if (isOff(1) && isOff(2)) note([total], `các dòng cộng lại ${said(sum)}, khác số tổng ${said(number)}`, notes);
}

/** One indicator of one unit in several years. */
function noteScale(row: readonly PlacedFigure[], notes: Notes): void {
  const first = row[0];
  if (first === undefined) return;
  const alike = row.filter(
    ({ figure }) =>
      figure.unit === first.figure.unit &&
      figure.locality === first.figure.locality &&
      fold(figure.indicator) === fold(first.figure.indicator),
  );
  const numbers = alike.flatMap((one) => plainNumber(one) ?? []).filter((number) => number > 0);
  if (numbers.length < 2 || Math.max(...numbers) < largeNumber) return;
  if (Math.max(...numbers) / Math.min(...numbers) >= scaleGap)
    note(alike, `các cột cùng dòng chênh nhau ${scaleGap} lần trở lên`, notes);
}

function note(figures: readonly PlacedFigure[], says: string, notes: Notes): void {
  for (const one of figures) if (!notes.has(one)) notes.set(one, says);
}
