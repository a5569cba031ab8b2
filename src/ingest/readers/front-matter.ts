import type { Hints } from './reader.ts';

/** Keys as people may write them → the key metadata asks for. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['số', 'number'],
  ['số ký hiệu', 'number'],
  ['số, ký hiệu', 'number'],
  ['tiêu đề', 'title'],
  ['trích yếu', 'title'],
  ['cơ quan', 'issuer'],
  ['cơ quan ban hành', 'issuer'],
  ['địa phương', 'locality'],
  ['ngày', 'date'],
  ['ngày ban hành', 'date'],
  ['loại', 'type'],
  ['loại văn bản', 'type'],
  ['kỳ', 'period'],
  ['người ký', 'signer'],
  ['nguồn', 'source'],
]);

const maxLines = 60;

/**
 * Reads `---` front matter of simple `key: value` lines at the top of a text. Null when the text does not open with one that is
 * closed within 60 lines. Quotes around a value are taken off; lines that are no `key: value` are passed over.
 */
export function parseFrontMatter(text: string): { hints: Hints; bodyStart: number } | null {
  if (!/^---[ \t]*\n/.test(text)) return null;
  const hints = new Map<string, string>();
  let at = text.indexOf('\n') + 1;
  for (let line = 0; line < maxLines && at < text.length; line++) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const content = text.slice(at, end).trim();
    at = Math.min(end + 1, text.length);
    if (content === '---' || content === '...') return { hints, bodyStart: at };
    addHint(hints, content);
  }
  return null;
}

function addHint(hints: Map<string, string>, line: string): void {
  const colon = line.indexOf(':');
  if (colon < 1) return;
  const written = line.slice(0, colon).trim().toLowerCase();
  const key = aliases.get(written) ?? written;
  const value = unquoted(line.slice(colon + 1).trim());
  if (value !== '' && value !== 'null' && value !== '~') hints.set(key, value);
}

function unquoted(value: string): string {
  const first = value[0];
  const isQuoted = value.length >= 2 && (first === '"' || first === "'") && value.at(-1) === first;
  return isQuoted ? value.slice(1, -1).trim() : value;
}

/** "date 2024-04-26 Huyện …": when a saved page was posted, as web archives write it ahead of its first words. */
const savedOn = /^\s{0,4}date[ \t]+(\d{4}-\d{2}(?:-\d{2})?)\s+(?=\S)/i;

/** Reads the date that an archive put before a saved page, as the hint `posted`. Null when the text opens with none. */
export function parseSavedOn(text: string): { hints: Hints; bodyStart: number } | null {
  const stamp = savedOn.exec(text.slice(0, 60));
  return stamp === null ? null : { hints: new Map([['posted', stamp[1] ?? '']]), bodyStart: stamp[0].length };
}
