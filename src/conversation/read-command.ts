/** A command as typed or carried by a choice: "/han@tenbot Cao Bằng" → han, "Cao Bằng". Null for other text. */
export function readCommand(text: string): { name: string; rest: string } | null {
  const match = /^\s*\/([a-z_]{1,32})(?:@\w{1,64})?(?:\s+([\s\S]*))?$/i.exec(text);
  return match === null ? null : { name: (match[1] ?? '').toLowerCase(), rest: (match[2] ?? '').trim() };
}

/** "Cao Bằng trang 2" → "Cao Bằng", page 2; the first page where none is named. */
export function readPage(rest: string): { rest: string; page: number } {
  const match = /(?:^|\s)trang (\d{1,3})$/i.exec(rest);
  if (match === null) return { rest, page: 1 };
  return { rest: rest.slice(0, match.index).trim(), page: Math.max(1, Number(match[1])) };
}

/** The part of a list that a page shows, and whether more follows. */
export function pageOf<One>(all: readonly One[], page: number, size: number): { shown: One[]; hasMore: boolean } {
  const from = (page - 1) * size;
  return { shown: all.slice(from, from + size), hasMore: all.length > from + size };
}
