import { z } from 'zod';
import type { Citation } from '../domain/citation.ts';
import type { Directive } from '../domain/directive.ts';
import { findDates } from '../vietnamese/date.ts';
import { fold } from '../vietnamese/fold.ts';
import { cite } from './cite.ts';
import { asTool } from './tool.ts';

const fieldSchema = z.enum(['number', 'date', 'signer', 'issuer', 'recipients', 'title', 'period']);
const inputSchema = z.object({ document: z.string(), fields: z.array(fieldSchema).min(1) });
export type ShowDirectiveInput = z.infer<typeof inputSchema>;
export type DirectiveField = z.infer<typeof fieldSchema>;

/** `value` as the document writes it; null when the document does not say. `citation` is null only where the value is. */
export type ShownField = { field: DirectiveField; value: string | null; citation: Citation | null };

export type ShowDirectiveResult = { directive: Directive | null; fields: ShownField[] };

/** Number, date, signer and the like of one directive, each with the place in its text that says so. Unknown id: null. */
export const showDirective = asTool<ShowDirectiveInput, ShowDirectiveResult>({
  name: 'show-directive',
  input: inputSchema,
  run: async ({ document, fields }, { catalog, textOf, reader }) => {
    const directive = catalog.directive(document);
    const text = directive === null ? null : await textOf(document);
    if (directive === null || text === null) return { directive, fields: [] };
    return {
      directive,
      fields: fields.map((field) => shownField(field, { directive, text, writeOut: reader.writeOut })),
    };
  },
});

type Shown = { directive: Directive; text: string; writeOut: (text: string) => string };

function shownField(field: DirectiveField, shown: Shown): ShownField {
  const { directive, text } = shown;
  const frontMatter = /^---\n[\s\S]{0,4000}?\n---\n/.exec(text)?.[0].length ?? 0;
  // What front matter says is shown only where the document itself does not say it.
  const span = fieldSpan(field, shown, frontMatter) ?? fieldSpan(field, shown, 0);
  if (span === null) return { field, value: null, citation: null };
  const quote = lineAround(text, span);
  return { field, value: text.slice(span.start, span.end), citation: cite(directive, quote, []) };
}

function fieldSpan(field: DirectiveField, { directive, text, writeOut }: Shown, from: number): Span | null {
  if (field === 'period') return null;
  if (field === 'date') return dateSpan(directive.date, text, from);
  if (field === 'recipients') return recipientsSpan(directive.recipients, text, from);
  const words = directive[field];
  if (words === null) return null;
  const span = wordsSpan(words, text, from) ?? wordsSpan(writeOut(words), text, from);
  return span === null && field === 'issuer' ? bodySpan(writeOut(words), text, from) : span;
}

/** A signature names the body without its place: "TM. ỦY BAN NHÂN DÂN". */
function bodySpan(issuer: string, text: string, from: number): Span | null {
  const words = issuer.split(/\s+/);
  for (let length = words.length - 1; length >= shortestBody; length--) {
    const span = wordsSpan(words.slice(0, length).join(' '), text, from);
    if (span !== null) return span;
  }
  return null;
}

const shortestBody = 4;

/** From the first to the last body that the list at the foot names. */
function recipientsSpan(recipients: readonly string[], text: string, from: number): Span | null {
  const list = /n[ơo]i nh[ậa]n\s{0,3}:?/iu.exec(text.slice(from));
  if (list === null) return null;
  const start = from + list.index;
  const spans = recipients.flatMap((name) => wordsSpan(name, text.slice(0, start + longestList), start) ?? []);
  return spans.length === 0 ? null : { start, end: Math.max(...spans.map(({ end }) => end)) };
}

const longestList = 900;

type Span = { start: number; end: number };

function dateSpan(date: string | null, text: string, from: number): Span | null {
  return date === null ? null : (findDates(text).find((found) => found.date === date && found.start >= from) ?? null);
}

/** Where the words stand from an offset on, whatever their case and white space; null when nowhere, so that nothing is shown without its source. */
function wordsSpan(words: string, text: string, from: number): Span | null {
  if (words.trim() === '') return null;
  const pattern = fold(words.normalize('NFC')).trim().split(/\s+/).map(escaped).join('\\s{0,3}[-–]?\\s{0,3}');
  const match = new RegExp(pattern).exec(fold(text.slice(from)));
  return match === null ? null : { start: from + match.index, end: from + match.index + match[0].length };
}

const escaped = (word: string): string =>
  word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[-–/]/g, '\\s?[-–/]\\s?');

const quoteReach = 220;

/** The sentence or line that holds a span, at most a few lines of a phone to each side. */
function lineAround(text: string, span: Span): { quote: string; start: number; end: number } {
  const before = text.slice(Math.max(0, span.start - quoteReach), span.start);
  const cut = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ') + 1);
  const lead = before.slice(cut + 1);
  const start = span.start - lead.length + (lead.length - lead.trimStart().length);
  const after = text.slice(span.end, span.end + quoteReach);
  const stop = after.search(/\n|\.\s/);
  const end = span.end + (stop < 0 ? (after.length < quoteReach ? after.trimEnd().length : 0) : stop);
  return { quote: text.slice(start, end), start, end };
}
