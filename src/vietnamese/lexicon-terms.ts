import { fold, hasDiacritics } from './fold.ts';
import { emptyWords, measureWords, sameMeaning, structureWording, weakWords } from './lexicon-phrases.ts';
import { canonicalSyllable, syllables, withPlainY } from './syllables.ts';

export type Measure = 'growth' | 'reduction' | 'share' | 'rate' | 'count';

/** One term of a name or question, wordings of one meaning made one. */
export type Term = {
  id: string;
  kind: 'strong' | 'weak' | 'measure' | 'empty';
  /** Place among the syllables of the text; terms of one wording differ in the decimals. */
  at: number;
  start: number;
  end: number;
};

type Part = { folded: string; canonical: string };
type Wording = { parts: Part[]; terms: { id: string; kind: Term['kind'] }[] };

/** `canonical` is null where the syllable was typed without marks. */
type Unit = { folded: string; canonical: string | null; start: number; end: number };

export type TermReader = {
  /** The terms of a document's name, in order: where marks are typed at all they are all typed. */
  read: (text: string) => Term[];
  /** The terms of a question, in order, where single marks may be missing; `correct` mends a mistyped syllable before it is looked up. */
  readTyped: (text: string, correct?: Corrector) => Term[];
  /** All syllables that wordings are made of. */
  syllables: ReadonlySet<string>;
};

export type Corrector = (folded: string, written: string) => string;

/** Syllables, with "/" and "%" as units of their own because "/vạn dân" and "%" mean something in names. */
function unitsOf(text: string): Unit[] {
  const folded = fold(text);
  const units: Unit[] = [];
  let end = 0;
  for (const syllable of syllables(text)) {
    pushSigns(text, { from: end, to: syllable.start }, units);
    end = syllable.end;
    units.push(unitOf(syllable, folded.slice(syllable.start, end)));
  }
  pushSigns(text, { from: end, to: text.length }, units);
  return units;
}

function unitOf({ text, start, end }: { text: string; start: number; end: number }, folded: string): Unit {
  const isMarked = text.toLowerCase() !== folded;
  const plain = withPlainY(folded).replace(/^0+(?=\d)/, '');
  return { folded: plain, canonical: isMarked ? canonicalSyllable(text) : null, start, end };
}

function pushSigns(text: string, { from, to }: { from: number; to: number }, units: Unit[]): void {
  for (let at = from; at < to; at++) {
    const char = text.charAt(at);
    if (char === '/' || char === '%') units.push({ folded: char, canonical: null, start: at, end: at + 1 });
  }
}

/** A year says when, not what. */
const isYear = (folded: string): boolean => /^(?:19|20)\d\d$/.test(folded);

/** Builds the reader from the wordings of the language. */
export function createTermReader(): TermReader {
  const wordings = new Map<string, Wording[]>();
  const known = new Set<string>();
  for (const wording of allWordings()) {
    const first = wording.parts[0]?.folded ?? '';
    wordings.set(first, [...(wordings.get(first) ?? []), wording]);
    for (const part of wording.parts) known.add(part.folded);
  }
  for (const list of wordings.values()) list.sort((left, right) => right.parts.length - left.parts.length);
  return {
    read: (text) => termsOf(unitsOf(text), wordings, hasDiacritics(text)),
    readTyped: (text, correct = (folded) => folded) => {
      const units = unitsOf(text);
      for (const unit of units) unit.folded = correct(unit.folded, text.slice(unit.start, unit.end));
      return termsOf(units, wordings, false);
    },
    syllables: known,
  };
}

function termsOf(units: readonly Unit[], wordings: ReadonlyMap<string, readonly Wording[]>, isMarked: boolean): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < units.length; ) {
    const wording = wordings
      .get(units[at]?.folded ?? '')
      ?.find(({ parts }) => standsAt(parts, units.slice(at, at + parts.length), isMarked));
    const length = wording?.parts.length ?? 1;
    const span = { at, start: units[at]?.start ?? 0, end: units[at + length - 1]?.end ?? 0 };
    for (const [nth, { id, kind }] of (wording?.terms ?? single(units[at]?.folded ?? '')).entries()) {
      terms.push({ id, kind, ...span, at: at + nth / 10 });
    }
    at += length;
  }
  return terms;
}

/**
 * Marks must agree where they were typed: in a single syllable always (giảm is not giám), else one may be a slip. In a marked text a single
 * syllable without marks is meant so (con is not còn).
 */
function standsAt(parts: readonly Part[], units: readonly Unit[], isMarked: boolean): boolean {
  if (units.length < parts.length) return false;
  let slips = parts.length > 1 ? 1 : 0;
  for (const [offset, part] of parts.entries()) {
    const unit = units[offset];
    if (unit === undefined || unit.folded !== part.folded) return false;
    const typed = unit.canonical ?? (isMarked && parts.length === 1 ? unit.folded : part.canonical);
    if (typed !== part.canonical && --slips < 0) return false;
  }
  return true;
}

const single = (folded: string): Wording['terms'] => [{ id: folded, kind: isYear(folded) ? 'empty' : 'strong' }];

const partsOf = (wording: string): Part[] =>
  unitsOf(wording).map(({ folded, canonical }) => ({ folded, canonical: canonical ?? folded }));

function allWordings(): Wording[] {
  const structure: Wording = {
    parts: partsOf(structureWording),
    terms: [
      { id: 'share', kind: 'measure' },
      { id: structureWording, kind: 'weak' },
    ],
  };
  return [
    structure,
    ...listed(emptyWords, 'empty'),
    ...listed(weakWords, 'weak'),
    ...defined(measureWords, 'measure'),
    ...defined(sameMeaning, 'strong'),
  ].filter(({ parts }) => parts.length > 0);
}

const listed = (table: string, kind: 'empty' | 'weak'): Wording[] =>
  table.split(/[|\n]/).map((wording) => {
    const parts = partsOf(wording);
    return { parts, terms: [{ id: parts.map((part) => part.folded).join('-'), kind }] };
  });

const defined = (table: string, kind: 'measure' | 'strong'): Wording[] =>
  table
    .split('\n')
    .filter((line) => line.includes(' = '))
    .flatMap((line) => {
      const [ids = '', wordings = ''] = line.split(' = ');
      const terms = ids
        .trim()
        .split(' ')
        .map((id) => ({ id, kind }));
      return wordings.split('|').map((wording) => ({ parts: partsOf(wording), terms }));
    });
