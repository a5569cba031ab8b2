/** Rows as aligned lines, the first row as header; columns that hold only figures stand to the right. Empty without rows. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  const isFigures = widths.map((_, column) => rows.slice(1).every((row) => /^[\d.,%/ –-]*$/.test(row[column] ?? '')));
  const line = (row: readonly string[]): string =>
    widths
      .map((size, column) => pad(row[column] ?? '', size, isFigures[column] ?? false))
      .join('  ')
      .trimEnd();
  const rule = widths.map((size) => '─'.repeat(size)).join('  ');
  return rows.length === 0 ? [] : [line(rows[0] ?? []), rule, ...rows.slice(1).map(line)];
}

/** Characters as a terminal shows them: combining marks take no room. */
function width(text: string): number {
  return text.normalize('NFC').replace(/\p{M}/gu, '').length;
}

function pad(text: string, size: number, isRight: boolean): string {
  const blanks = ' '.repeat(Math.max(0, size - width(text)));
  return isRight ? blanks + text : text + blanks;
}

/** A share as "98,4%"; "–" of nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1).replace('.', ',').replace(',0', '')}%`;
}
