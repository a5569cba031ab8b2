import { fold } from './fold.ts';

/** What data/abbreviations.json holds: short forms and what each can stand for, the most usual first; `typing` is for questions only. */
export type AbbreviationTable = {
  abbreviations: Readonly<Record<string, readonly string[]>>;
  typing?: Readonly<Record<string, string>> | undefined;
};

export type FoundAbbreviation = { start: number; end: number; meanings: readonly string[] };

type ShortForm = { written: string; meanings: readonly string[]; isTyping: boolean };
type ShortForms = { byFolded: Map<string, ShortForm[]>; longest: number };

const built = new WeakMap<AbbreviationTable, ShortForms>();

/** Letters, digits and the signs inside short forms ("KT-XH", "GD&ĐT", "VHTT&DL"). */
const tokens = /[\p{L}\p{N}]+(?:[-&/][\p{L}\p{N}]+){0,4}/gu;

/** Documents write these as words; their meaning in full is the rarer form. */
const asWords = new Set(['GRDP', 'GDP', 'OCOP']);

/**
 * The short forms a text has as whole tokens, with all they can stand for. A form is known by its letters whatever their case from three
 * letters on; one or two letters ("HS", "CT") count in capitals only, except words people type on a phone ("bn", "ko") when `asked`.
 */
export function findAbbreviations(text: string, table: AbbreviationTable, { asked = true } = {}): FoundAbbreviation[] {
  const forms = shortForms(table);
  const words = [...text.matchAll(tokens)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const found: FoundAbbreviation[] = [];
  for (let at = 0; at < words.length; at++) {
    const length = [2, 1].find((count) => formAt(text, words.slice(at, at + count), { forms, asked, count }) !== null);
    const form =
      length === undefined ? null : formAt(text, words.slice(at, at + length), { forms, asked, count: length });
    const [start, end] = [words[at]?.start, words[at + (length ?? 1) - 1]?.end];
    if (form === null || start === undefined || end === undefined) continue;
    found.push({ start, end, meanings: form.meanings });
    at += (length ?? 1) - 1;
  }
  return found;
}

type Place = { start: number; end: number };
type Lookup = { forms: ShortForms; asked: boolean; count: number };

function formAt(text: string, words: readonly Place[], { forms, asked, count }: Lookup): ShortForm | null {
  const [first, last] = [words[0], words[count - 1]];
  if (first === undefined || last === undefined || last.end - first.start > forms.longest) return null;
  const written = text.slice(first.start, last.end);
  const known = forms.byFolded.get(fold(written)) ?? [];
  const meant = known.filter((form) => isWritten(form, written, asked));
  return meant.find((candidate) => candidate.written === written) ?? meant[0] ?? null;
}

/** The text with every short form written out by its most usual meaning; for reading a question. Unknown ones stay. */
export function expandAbbreviations(text: string, table: AbbreviationTable, options: { asked?: boolean } = {}): string {
  let expanded = '';
  let from = 0;
  for (const { start, end, meanings } of findAbbreviations(text, table, options)) {
    const written = text.slice(start, end);
    expanded += text.slice(from, start) + (asWords.has(written.toUpperCase()) ? written : (meanings[0] ?? written));
    from = end;
  }
  return expanded + text.slice(from);
}

/** The text followed by what its short forms stand for: both are searched because documents write both. */
export function withMeanings(text: string, table: AbbreviationTable): string {
  const meanings = findAbbreviations(text, table).map((found) => found.meanings[0] ?? '');
  return [text, ...new Set(meanings)].join(' ');
}

function isWritten({ written: form, isTyping }: ShortForm, written: string, asked: boolean): boolean {
  // "hs TTHC": of two words the first is typed small; the other may be a short form of documents.
  const typed = form.includes(' ') ? (written.split(' ')[0] ?? '') : written;
  if (isTyping) return asked && isSameLetters(form, written.toLowerCase()) && typed === typed.toLowerCase();
  const isUpper = written !== written.toLowerCase();
  if (form.length <= 2) return written === form;
  return isSameLetters(form, written) && (asked || isUpper);
}

/** Marks must agree where they were typed: "đc" is not "dc" the other way round, but "DTTS", "dtts" and "ĐBKK", "dbkk" meet. */
const isSameLetters = (form: string, written: string): boolean =>
  fold(written) === written.toLowerCase() || written.toLowerCase() === form.toLowerCase();

function shortForms(table: AbbreviationTable): ShortForms {
  const known = built.get(table);
  if (known !== undefined) return known;
  const forms: ShortForm[] = [
    ...Object.entries(table.abbreviations).map(([written, meanings]) => ({
      written: written.normalize('NFC'),
      meanings,
      isTyping: false,
    })),
    ...Object.entries(table.typing ?? {}).map(([written, meaning]) => ({
      written: written.normalize('NFC'),
      meanings: [meaning],
      isTyping: true,
    })),
  ];
  const byFolded = new Map<string, ShortForm[]>();
  for (const form of forms) byFolded.set(fold(form.written), [...(byFolded.get(fold(form.written)) ?? []), form]);
  const result = { byFolded, longest: Math.max(0, ...forms.map((form) => form.written.length)) };
  built.set(table, result);
  return result;
}
