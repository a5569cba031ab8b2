import type { Database } from '../store/database.ts';
import { loadDirectiveText } from '../store/directives.ts';

/** Letters kept in memory at most; texts used longest ago go first. */
const mostLetters = 16_000_000;

/** Gives stored texts by directive id, null for an unknown id; texts asked for lately stay in memory (a text never changes under its id). */
export function createTextSource(database: Database): (document: string) => Promise<string | null> {
  const texts = new Map<string, string>();
  let letters = 0;
  return async (document) => {
    const known = texts.get(document);
    if (known !== undefined) {
      texts.delete(document);
      texts.set(document, known);
      return known;
    }
    const text = await loadDirectiveText(database, document);
    if (text === null) return null;
    texts.set(document, text);
    letters += text.length;
    for (const [oldest, old] of texts) {
      if (letters <= mostLetters || oldest === document) break;
      texts.delete(oldest);
      letters -= old.length;
    }
    return text;
  };
}
