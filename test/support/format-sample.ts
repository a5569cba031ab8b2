import { readdirSync, readFileSync } from 'node:fs';

/** A cell as it is laid out; those that another one covers are left out. */
export type SampleCell = { text: string; across: number; down: number };
export type SampleBlock =
  | { kind: 'line'; text: string }
  | { kind: 'unit'; text: string }
  /** `grid`: every place of the table, empty where another cell covers it. */
  | { kind: 'table'; rows: SampleCell[][]; grid: string[][] };
export type FrameKey = 'issuer' | 'number' | 'place' | 'type' | 'title' | 'signer';
export type FormatSample = { name: string; frame: Record<FrameKey, string>; blocks: SampleBlock[]; gold: string[] };

const folder = new URL('../samples/formats/', import.meta.url);

/** The documents of test/samples/formats, each with the lines of its gold. */
export function formatSamples(): FormatSample[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.gold.txt'));
  return names.map((file) => {
    const name = file.replace('.gold.txt', '');
    const read = (ending: string) =>
      readFileSync(new URL(`${name}${ending}`, folder), 'utf8')
        .trimEnd()
        .split('\n')
        .filter((line) => line !== '');
    return { name, ...parseSample(read('.md')), gold: read('.gold.txt') };
  });
}

export function parseSample(lines: readonly string[]): Pick<FormatSample, 'frame' | 'blocks'> {
  const frame = { issuer: '', number: '', place: '', type: '', title: '', signer: '' };
  const blocks: SampleBlock[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows: laidOut(rows), grid: rows.map(uncovered) });
    rows = [];
  };
  for (const line of lines) {
    const cells = /^\| (.*) \|$/
      .exec(line)?.[1]
      ?.split(' | ')
      .map((cell) => cell.trim());
    if (cells !== undefined) {
      rows.push(cells);
      continue;
    }
    endTable();
    const [, key, value] = /^@(\w+) (.*)$/.exec(line) ?? [];
    if (key !== undefined && key in frame) frame[key as FrameKey] = value ?? '';
    else if (line.startsWith('(unit) ')) blocks.push({ kind: 'unit', text: line.slice(7) });
    else blocks.push({ kind: 'line', text: line });
  }
  endTable();
  return { frame, blocks };
}

const uncovered = (row: readonly string[]): string[] => row.map((cell) => (cell === '<' || cell === '^' ? '' : cell));

function laidOut(rows: readonly string[][]): SampleCell[][] {
  return rows.map((row, y) =>
    row.flatMap((text, x): SampleCell[] => {
      if (text === '<' || text === '^') return [];
      const across = 1 + row.slice(x + 1).findIndex((cell) => cell !== '<');
      const column = rows.slice(y + 1).map((below) => below[x] ?? '');
      const down = 1 + column.findIndex((cell) => cell !== '^');
      return [{ text, across: across || row.length - x, down: down || rows.length - y }];
    }),
  );
}
