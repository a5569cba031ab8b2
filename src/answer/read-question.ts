import type { Locality } from '../domain/locality.ts';
import type { Period } from '../domain/period.ts';
import type { Intent, Reading } from '../domain/reading.ts';
import type { Figure } from '../domain/target.ts';
import type { Catalog } from '../tools/catalog.ts';
import { findTarget } from '../tools/find-target.ts';
import type { Asked } from '../tools/match-targets.ts';
import type { AskedReader } from '../tools/read-asked.ts';
import { fromEnglish, looksEnglish } from '../tools/read-english.ts';
import { type ResolvedDirectives, resolveDirectives } from '../tools/resolve-directives.ts';
import { fold } from '../vietnamese/fold.ts';
import { cleanMessage } from '../vietnamese/normalize.ts';
import { blankSpans, mendAround } from './blank-spans.ts';
import type { ChatContext } from './chat-context.ts';
import { resolveFollowUp } from './follow-up.ts';
import { type DirectiveMention, markQuestion, type QuestionMarks } from './question-marks.ts';
import { type AskedKind, type Recognised, recogniseIntent } from './recognise-intent.ts';
import { type AskedSide, sidesOf, sidesOfParts } from './sides.ts';
import { spellOut } from './spell-out.ts';
import { type AskedPart, splitQuestion } from './split-question.ts';

/** A question as understood, standing on its own. */
export type Question = {
  /** With what an earlier message said. */
  text: string;
  recognised: Recognised;
  parts: AskedPart[];
  /** All places and times asked about. */
  sides: AskedSide[];
  /** Those of each part; the same for all where they were said once for all. */
  partSides: AskedSide[][];
  localities: Locality[];
  periods: Period[];
  mention: DirectiveMention | null;
  /** Ids of directives to stay within; null: any. */
  documents: string[] | null;
  /** It points at a document by a number or date that none has. */
  isUnknownDirective: boolean;
  kinds: Figure['kind'][];
  /** The whole question with the places in it as blanks. */
  unplaced: string;
  /** The words left when places, times and documents are taken out. */
  topic: string;
  isPeriodCarried: boolean;
  /** "mỗi năm": what is set for several years together does not answer. */
  isEachYear: boolean;
  reading: Reading;
};

export type QuestionTools = { catalog: Catalog; reader: AskedReader; today: string };

/** Reads a question, in the light of what was asked before. Never throws; a question without any sense has no parts and no places. */
export function readQuestion(text: string, context: ChatContext, tools: QuestionTools): Question {
  const { catalog, reader, today } = tools;
  const own = spellOut(cleanMessage(text), reader);
  const isKnown = knownIn(catalog);
  const resolved = resolveFollowUp(own, context, { reader, catalog, today, isKnown });
  const { full, marks, isEnglish } = mended(resolved.text, tools);
  const bare = blankSpans(full, marks.spans);
  const topic = isEnglish ? fromEnglish(bare, reader) : bare;
  const recognised = recogniseIntent(full, marks.mention !== null);
  const directives = directivesOf(marks, recognised, catalog);
  const documents = documentsOf(marks, directives);
  const named = marks.localities.map(({ locality }) => locality);
  const localities = unique(named, ({ key }) => key);
  const periods = periodsOf(marks, directives);
  const parts = splitQuestion(bare, reader, (asked) => isKnown(asked, named));
  const sides = sidesOf(marks, { periods, localities });
  const question = {
    text: full,
    recognised,
    parts,
    sides,
    partSides: sidesOfParts(parts, marks, { periods, localities, sides }),
    localities,
    periods,
    mention: marks.mention,
    documents,
    isUnknownDirective: directives.isUnknown,
    kinds: kindsOf(full),
    unplaced: blankSpans(full, marks.places),
    topic: topic.replace(/\s+/g, ' ').trim(),
    isPeriodCarried: resolved.isPeriodCarried,
    isEachYear: marks.periods.some(
      ({ period: { kind, from, to } }) => kind.startsWith('yearly') && from === null && to === null,
    ),
  };
  return { ...question, reading: readingOf(question) };
}

/** The question with typing slips mended outside the names and times in it, and where those stand. */
function mended(text: string, { catalog, reader, today }: QuestionTools) {
  const marks = markQuestion(text, catalog, today);
  if (looksEnglish(text, reader)) return { full: text, marks, isEnglish: true };
  const full = mendAround(text, marks.spans, reader.mend);
  return { full, marks: full === text ? marks : markQuestion(full, catalog, today), isEnglish: false };
}

/** `isAnswered`, which remembers what it said: one question asks for the same words again and again. */
function knownIn(catalog: Catalog): (asked: Asked, named: readonly Locality[]) => boolean {
  const answered = new Map<Asked, Map<string, boolean>>();
  return (asked, named) => {
    const known = answered.get(asked) ?? new Map<string, boolean>();
    const places = named.map(({ key }) => key).join(' ');
    const isThere = known.get(places) ?? isAnswered(asked, named, catalog);
    answered.set(asked, known.set(places, isThere));
    return isThere;
  };
}

/** Some target at one of the places named answers, whatever the time. */
function isAnswered(asked: Asked, named: readonly Locality[], catalog: Catalog): boolean {
  const places = named.length > 0 ? named : [null];
  return places.some(
    (locality) =>
      findTarget(catalog, { asked, locality, period: null, documents: null, kinds: ['target'] }).found.length > 0,
  );
}

/** A kind of document alone ("kế hoạch năm 2027") points at one only where the place is named, or documents are asked about. */
function directivesOf(marks: QuestionMarks, { kind }: Recognised, catalog: Catalog): ResolvedDirectives {
  const none: ResolvedDirectives = { directives: [], isUnknown: false };
  if (marks.mention === null) return none;
  const isKindOnly = marks.mention.number === null && marks.mention.date === null;
  const isLoose = marks.localities.length === 0 && kind !== 'metadata' && kind !== 'list_directives';
  if (isKindOnly && isLoose) return none;
  const localityKeys = catalog.keysAround(marks.localities.map(({ locality }) => locality));
  return resolveDirectives(catalog.directives, {
    ...marks.mention,
    localityKeys,
    periods: marks.periods.map(({ period }) => period),
  });
}

function documentsOf(marks: QuestionMarks, { directives }: ResolvedDirectives): string[] | null {
  if (directives.length > 0) return directives.map(({ id }) => id);
  return marks.documents.length > 0 ? marks.documents : null;
}

/** A year that only says which document is meant ("Chỉ thị năm 2021") is not a year that figures are asked for. */
function periodsOf(marks: QuestionMarks, { directives }: ResolvedDirectives): Period[] {
  const periods = unique(
    marks.periods.map(({ period }) => period),
    ({ text }) => text,
  );
  const years = new Set(directives.map(({ date }) => (date ?? '').slice(0, 4)));
  const timed = periods.filter((period) => period.from !== null || period.to !== null);
  const isIssueYear = timed.length === 1 && timed[0]?.kind === 'year' && years.size === 1 && years.has(timed[0].text);
  const governed = directives.some(
    ({ period }) => (period.from ?? '') <= (timed[0]?.from ?? '') && (timed[0]?.to ?? '') <= (period.to ?? ''),
  );
  return isIssueYear && !governed ? [] : timed;
}

const observed =
  /ket qua(?! giai quyet (?:thu tuc|tthc|ho so|cong viec))|thuc te|thuc hien duoc|(?<![a-z])thuc hien (?:nam |ca nam |quy )|da (?:dat|thuc hien|hoan thanh)|dat duoc (?:bao|may)|uoc (?:dat|thuc hien)|so thuc hien/;

const kindsOf = (text: string): Figure['kind'][] =>
  observed.test(fold(text)) ? ['observation', 'estimate'] : ['target'];

const intents: Readonly<Record<AskedKind, Intent>> = {
  greeting: 'greeting',
  thanks: 'greeting',
  help: 'help',
  source: 'show_source',
  metadata: 'metadata',
  deadline: 'list_deadlines',
  list_directives: 'list_directives',
  list_targets: 'list_targets',
  compare: 'compare',
  text: 'find_text',
  figure: 'lookup_target',
  open: 'lookup_target',
};

function readingOf(question: Omit<Question, 'reading'>): Reading {
  const { recognised, parts, localities, periods, documents, topic } = question;
  return {
    intent: intents[recognised.kind],
    indicators: parts.map(({ text, asked }) => ({ words: text.replace(/\s+/g, ' ').trim(), key: asked.key })),
    localities,
    periods,
    directives: documents ?? [],
    topic,
  };
}

function unique<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
