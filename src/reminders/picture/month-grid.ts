import { weekday } from '../../domain/calendar-date.ts';
import { toLunar } from '../../domain/lunar-date.ts';
import type { WorkingDays } from '../working-days.ts';
import type { MonthEntry } from './month-entries.ts';
import { palette, svgBox, svgText, svgTick } from './svg.ts';
import { textLines } from './text-lines.ts';

export type Drawing = { svg: string; height: number };

const COLUMN = 164;
const ROW = 178;
const GAP = 8;
const HEAD = 52;
const names = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];

/** Seven columns from Monday on: days off shaded, due days tinted with the first words of what is due, the lunar day small. */
export function monthGrid(
  days: readonly string[],
  { entries, today, calendar }: { entries: readonly MonthEntry[]; today: string; calendar: WorkingDays },
): Drawing {
  const first = weekday(days[0] ?? '') - 1;
  const head = names.map((name, at) =>
    svgText(name, [at * COLUMN + COLUMN / 2, 34], {
      size: 30,
      weight: 600,
      anchor: 'middle',
      fill: at > 4 ? palette.offInk : palette.soft,
    }),
  );
  const cells = days.map((day, at) => {
    const place = first + at;
    const [x, y] = [(place % 7) * COLUMN, HEAD + Math.floor(place / 7) * ROW];
    const cell = dayCell(day, {
      due: entries.filter((entry) => entry.day === day),
      isOff: !calendar.isWorkingDay(day),
      isToday: day === today,
    });
    return `<g transform="translate(${x} ${y})">${cell}</g>`;
  });
  const rows = Math.ceil((first + days.length) / 7);
  return { svg: [...head, ...cells].join(''), height: HEAD + rows * ROW };
}

type Day = { due: MonthEntry[]; isOff: boolean; isToday: boolean };

function dayCell(day: string, { due, isOff, isToday }: Day): string {
  const isDone = due.length > 0 && due.every(({ isSubmitted }) => isSubmitted);
  const tint = due.length === 0 ? (isOff ? palette.off : palette.card) : isDone ? palette.doneTint : palette.dueTint;
  const box = svgBox([GAP / 2, GAP / 2], [COLUMN - GAP, ROW - GAP], {
    fill: tint,
    ...(isToday ? { stroke: palette.today } : {}),
  });
  const number = svgText(String(Number(day.slice(8))), [18, 48], {
    size: 40,
    weight: due.length > 0 ? 700 : 500,
    fill: isDone ? palette.done : due.length > 0 ? palette.due : isOff ? palette.offInk : palette.ink,
  });
  const lunar = svgText(lunarLabel(day), [COLUMN - 18, 40], { size: 22, anchor: 'end', fill: palette.soft });
  return [box, number, lunar, ...dueLines(due, isDone)].join('');
}

/** Of the lunar month only its first and its day: "1/10", "15". */
function lunarLabel(date: string): string {
  const { day, month, isLeap } = toLunar(date);
  return day === 1 ? `${day}/${month}${isLeap ? 'n' : ''}` : String(day);
}

function dueLines(due: readonly MonthEntry[], isDone: boolean): string[] {
  const [first] = due;
  if (first === undefined) return [];
  const rest = due.length - 1;
  const name = first.time === null ? first.name : `${first.time} ${first.name}`;
  const lines = textLines(shortName(name), { size: 22, width: COLUMN - 32, most: rest > 0 ? 3 : 4 });
  const texts = lines.map((line, at) =>
    svgText(line, [18, 80 + at * 26], { size: 22, weight: 500, fill: palette.ink }),
  );
  if (rest > 0)
    texts.push(svgText(`+${rest} việc`, [18, 80 + lines.length * 26], { size: 22, weight: 600, fill: palette.due }));
  return isDone ? [...texts, svgTick([72, 20], 28)] : texts;
}

/** Without what is the same in most: the figures' span, "Báo cáo định kỳ". The list below the grid has it whole. */
function shortName(name: string): string {
  return name.replace(/(?<!\s)\s*\(số liệu[^()]*\)/g, '').replace(/Báo cáo định kỳ/g, 'BC');
}
