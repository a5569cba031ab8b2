import type { ToolContext } from '../tools/tool.ts';
import { fold } from '../vietnamese/fold.ts';
import type { DirectiveMention } from './question-marks.ts';

const passagesSearched = 40;

/**
 * Ids of articles that tell what a document says which is not stored itself ("Theo Quyết định 112/QĐ-TTg …" asked, a newspaper reports that
 * decision); empty when none does. A document with a number of its own only cites others: its figures are its own.
 */
export async function reportingDocuments(mention: DirectiveMention, context: ToolContext): Promise<string[]> {
  const names = namePattern(mention);
  if (names === null) return [];
  const articles = context.catalog.directives.filter(({ number }) => number === null);
  const titled = articles.filter(({ title }) => names.test(fold(title)));
  if (titled.length > 0) return titled.map(({ id }) => id);
  const documents = articles.map(({ id }) => id);
  const text = `${mention.type ?? ''} số ${mention.number}`;
  const found = await context.search({ text, documents, limit: passagesSearched });
  const telling = found.filter(({ passage }) => tellsOf(passage.text, names)).map(({ passage }) => passage.document);
  return [...new Set(telling)];
}

/** The number as texts write it, folded: "Nghị quyết số 19-NQ/TW" for 19, "112/QĐ-TTg" with any blanks, "Nghị quyết 19" for 19-NQ/TW; null without a number. */
function namePattern({ type, number }: DirectiveMention): RegExp | null {
  if (number === null) return null;
  const plain = fold(number).replace(/\s/g, '');
  const digits = /^\d+/.exec(plain)?.[0] ?? '';
  const isBare = digits === plain;
  if (isBare && type === null) return null;
  const bare = `(?<![a-z])${fold(type ?? '')}(?: so)? ${digits}(?!\\d|[.,]\\d${isBare ? '' : '|[-/]'})`;
  const whole = `(?<![\\d/])${[...plain].map(escaped).join('\\s?')}(?![a-z\\d])`;
  return new RegExp(isBare ? bare : type === null ? whole : `${whole}|${bare}`);
}

/** Said outright, not as what something else is based on. */
const tellsOf = (text: string, names: RegExp): boolean =>
  text.split('\n').some((line) => names.test(fold(line)) && !/^\W{0,3}can cu /.test(fold(line)));

const escaped = (char: string): string => char.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
