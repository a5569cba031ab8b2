import type { DeadlineFinding } from '../../domain/deadline.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { Cell, TableBlock } from '../block.ts';
import { asSaid } from './as-said.ts';
import { settleBareTimes } from './bare-times.ts';
import { findBoundDues } from './bound-due.ts';
import type { DeadlineInput } from './deadline-input.ts';
import { boundOrBare } from './labelled-deadlines.ts';
import { lastReceiver } from './receiver-around.ts';
import { type DueYears, type SettledDue, settleDue } from './settle-due.ts';
import { withinEvent } from './undated-times.ts';

type Columns = { task: number; due: number; who: number; to: number };

/** Deadlines of a table of tasks: a column of times ("Thời gian hoàn thành"), one of tasks, and who is in charge. `[]` for any other table. */
export function findTableDeadlines(input: DeadlineInput, table: TableBlock): DeadlineFinding[] {
  const columns = columnsOf(input, table);
  if (columns === null) return [];
  const found: DeadlineFinding[] = [];
  for (const row of table.rows.slice(1)) {
    for (const finding of deadlinesOfRow(input, { table, row, columns })) found.push(finding);
  }
  return found;
}

function columnsOf({ source }: DeadlineInput, table: TableBlock): Columns | null {
  const names = (table.rows[0] ?? []).map((cell) => fold(source.text.slice(cell.start, cell.end)).replace(/\s+/g, ' '));
  const find = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
  const due = find(
    /^(?:thoi (?:gian|han|diem)|tien do|han |moc thoi gian|ngay (?:[a-z]+ ){0,5}(?:hoan thanh|gui|nop))/,
  );
  const task = find(
    /nhiem vu|noi dung|cong viec|ten bao cao|hoat dong|san pham|loai bao cao|ten van ban|de an|muc tieu/,
  );
  if (due === -1 || task === -1 || due === task) return null;
  return {
    task,
    due,
    who: find(/chu tri|thuc hien|don vi|co quan|phu trach|trach nhiem/),
    to: find(/noi nhan|nhan bao cao|gui den|cap trinh/),
  };
}

function deadlinesOfRow(
  input: DeadlineInput,
  { table, row, columns }: { table: TableBlock; row: readonly Cell[]; columns: Columns },
): DeadlineFinding[] {
  const textOf = (column: number) => {
    const cell = row[column];
    return cell === undefined
      ? ''
      : input.source.text
          .slice(cell.start, cell.end)
          .replace(/\s+/g, ' ')
          .replace(/^[-+*•]\s*|[;.]$/g, '');
  };
  const what = textOf(columns.task);
  if (what === '') return [];
  const time = textOf(columns.due);
  const years = { governed: input.metadata.period, issued: input.metadata.date, isPeriodic: false };
  const filled = row.filter((cell) => cell.end > cell.start);
  const first = row[Math.min(columns.task, columns.due)] ?? row[0];
  const start = first?.start ?? table.start;
  const end = filled.at(-1)?.end ?? start;
  const kind = /báo cáo|gửi|nộp|trình/iu.test(what) ? 'report' : 'finish';
  const bare = settleBareTimes(time, years);
  const settled = bare !== null ? [bare] : settledDues(time, years);
  const dues = settled.length > 0 ? settled : toldTime(time, kind);
  return dues.map((due) => ({
    what: what.slice(0, 200),
    who: textOf(columns.who),
    to: textOf(columns.to) || (kind === 'report' ? lastReceiver(what) : ''),
    kind,
    ...due,
    quote: input.source.text.slice(start, end),
    start,
    end,
    heading: table.heading,
  }));
}

const settledDues = (time: string, years: DueYears): SettledDue[] =>
  (yearEnd.test(time) ? findBoundDues(fold(time)) : boundOrBare(fold(time))).map((due) =>
    asSaid(due, settleDue(due, years), time.slice(due.start, due.end)),
  );

/** "Cuối năm 2026" is its last day. */
const yearEnd = /^(?:vào )?cuối năm (?:20\d\d)$/iu;

/** "Kỳ họp giữa năm 2026", "Trong 15 ngày kể từ ngày ban hành"; of a report also "6 tháng, năm". Nothing for work that only goes on ("Thường xuyên", "Năm 2026"). */
function toldTime(time: string, kind: 'report' | 'finish'): SettledDue[] {
  const isTold = session.test(time) || withinEvent.test(time) || (kind === 'report' && cycle.test(time));
  const said = time.charAt(0).toLowerCase() + time.slice(1);
  return isTold ? [{ due: `${said} (không nêu ngày)`, dueDate: null, rule: null }] : [];
}
const session = /^(?:(?:tại|trong|trước) )?(?:các )?(?:kỳ|phiên) họp(?!\p{L})/iu;
const cycle =
  /^(?:định kỳ )?(?:(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|năm)|tuần|tháng|quý|0?6 tháng)(?:(?:,| và) (?:tháng|quý|0?[69] tháng|(?:1 |cả )?năm)){0,4}$/iu;
