import { sayShortDate } from '../../vietnamese/say-day.ts';
import type { WorkingDays } from '../working-days.ts';
import { drawPng } from './draw-png.ts';
import { monthAgenda } from './month-agenda.ts';
import { daysOfMonth, type MonthEntry } from './month-entries.ts';
import { monthGrid } from './month-grid.ts';
import { palette, svgBox, svgText } from './svg.ts';

const WIDTH = 1200;
const MARGIN = 26;
const HEAD = 160;
/** Most things told in words; the rest is counted. */
const MOST_SAID = 20;

/** A month of a chat as a picture; `alt` says the same in words. */
export type MonthPicture = { png: Uint8Array; alt: string };

/**
 * The month as a calendar over a list, 1200 pixels wide and readable on a phone. `undated`: how many deadlines name no day; they are counted, not
 * drawn. Throws RangeError for a month that is none.
 */
export async function monthPicture({
  month,
  today,
  entries,
  undated,
  calendar,
}: {
  /** "2026-11" */
  month: string;
  today: string;
  entries: readonly MonthEntry[];
  undated: number;
  calendar: WorkingDays;
}): Promise<MonthPicture> {
  const grid = monthGrid(daysOfMonth(month), { entries, today, calendar });
  const note = undated === 0 ? null : `${undated} việc văn bản không nêu ngày nên không có trong lịch.`;
  const agenda = monthAgenda(entries, note);
  const gridTop = HEAD;
  const agendaTop = gridTop + grid.height + 28;
  const height = agendaTop + agenda.height + MARGIN;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="Be Vietnam Pro">`,
    svgBox([0, 0], [WIDTH, height], { fill: palette.paper, radius: 0 }),
    svgText(`Tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`, [MARGIN + 4, 82], {
      size: 58,
      weight: 700,
      fill: palette.ink,
    }),
    legend(entries),
    `<g transform="translate(${MARGIN} ${gridTop})">${grid.svg}</g>`,
    `<g transform="translate(${MARGIN} ${agendaTop})">${agenda.svg}</g>`,
    '</svg>',
  ].join('');
  return { png: await drawPng(svg), alt: altText(month, entries, note) };
}

function legend(entries: readonly MonthEntry[]): string {
  const done = entries.filter(({ isSubmitted }) => isSubmitted).length;
  const swatches: [fill: string, stroke: string | null, label: string][] = [
    [palette.due, null, `${entries.length - done} hạn`],
    [palette.done, null, `${done} đã nộp`],
    [palette.off, null, 'ngày nghỉ'],
    [palette.card, palette.today, 'hôm nay'],
  ];
  const boxes = swatches.map(([fill, stroke, label], at) => {
    const x = MARGIN + 4 + at * 205;
    const box = svgBox([x, 106], [28, 28], { fill, radius: 8, ...(stroke === null ? {} : { stroke }) });
    return box + svgText(label, [x + 42, 130], { size: 27, fill: palette.soft });
  });
  return [
    ...boxes,
    svgText('số nhỏ: âm lịch', [WIDTH - MARGIN - 8, 130], { size: 27, anchor: 'end', fill: palette.soft }),
  ].join('');
}

function altText(month: string, entries: readonly MonthEntry[], note: string | null): string {
  const title = `Lịch tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;
  const lines = entries.slice(0, MOST_SAID).map(({ day, time, name, note: words, isSubmitted }) => {
    const at = time === null ? sayShortDate(day) : `${time} ${sayShortDate(day)}`;
    return `${at}: ${name}${isSubmitted ? ' (đã nộp)' : ''}${words === '' ? '' : ` – ${words}`}`;
  });
  const rest = entries.length - MOST_SAID;
  const body = lines.length === 0 ? ['không có hạn nào'] : rest > 0 ? [...lines, `và ${rest} hạn nữa`] : lines;
  return [`${title}:`, ...body, ...(note === null ? [] : [note])].join('\n');
}
