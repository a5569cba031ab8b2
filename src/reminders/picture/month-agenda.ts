import { weekday } from '../../domain/calendar-date.ts';
import { weekdayName } from '../../vietnamese/say-day.ts';
import type { MonthEntry } from './month-entries.ts';
import type { Drawing } from './month-grid.ts';
import { palette, svgBox, svgText, svgTick } from './svg.ts';
import { textLines } from './text-lines.ts';

const MOST = 14;
const WIDTH = 1148;
const DATE_WIDTH = 232;
const SIZE = 31;
const LINE = 42;
const NOTE_SIZE = 24;
const NOTE_LINE = 33;
const PADDING = 22;

/** The due days in full, one card each thing; beyond `MOST` the rest is counted. Without any: one line that says so. */
export function monthAgenda(entries: readonly MonthEntry[], note: string | null): Drawing {
  let [svg, y] = ['', 0];
  for (const entry of entries.slice(0, MOST)) {
    const card = entryCard(entry);
    svg += `<g transform="translate(0 ${y})">${card.svg}</g>`;
    y += card.height + 10;
  }
  const rest = entries.length - MOST;
  const lines = [
    ...(entries.length === 0 ? ['Không có hạn nào trong tháng này.'] : []),
    ...(rest > 0 ? [`và ${rest} hạn nữa; gõ /han để xem hết`] : []),
    ...(note === null ? [] : [note]),
  ];
  for (const line of lines) {
    y += 44;
    svg += svgText(line, [4, y], { size: 28, fill: palette.soft });
  }
  return { svg, height: y + 16 };
}

function entryCard({ day, time, name, note, isSubmitted }: MonthEntry): Drawing {
  const width = WIDTH - DATE_WIDTH - 80;
  const lines = textLines(name, { size: SIZE, width, most: 3 });
  const notes = textLines(note, { size: NOTE_SIZE, width, most: 3 });
  const noteTop = PADDING + 30 + lines.length * LINE - 6;
  const height = Math.max(2 * LINE, lines.length * LINE + notes.length * NOTE_LINE) + 2 * PADDING - 8;
  const fill = isSubmitted ? palette.done : palette.due;
  const parts = [
    svgBox([0, 0], [WIDTH, height], { fill: palette.card }),
    svgBox([0, 0], [10, height], { fill, radius: 5 }),
    svgText(`${day.slice(8)}/${day.slice(5, 7)}`, [34, PADDING + 30], { size: 36, weight: 700, fill }),
    svgText([capital(weekdayName(weekday(day))), time].filter(Boolean).join(', '), [34, PADDING + 66], {
      size: 25,
      fill: palette.soft,
    }),
    ...lines.map((line, at) =>
      svgText(line, [DATE_WIDTH, PADDING + 30 + at * LINE], { size: SIZE, fill: palette.ink }),
    ),
    ...notes.map((line, at) =>
      svgText(line, [DATE_WIDTH, noteTop + at * NOTE_LINE], { size: NOTE_SIZE, fill: palette.soft }),
    ),
    ...(isSubmitted ? [svgTick([WIDTH - 62, height / 2 - 20], 40)] : []),
  ];
  return { svg: parts.join(''), height };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
