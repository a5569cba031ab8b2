import { emptyWords, measureWords, sameMeaning, weakWords } from './lexicon-phrases.ts';
import { foldedSyllable, syllables } from './syllables.ts';

export type Measure = 'growth' | 'reduction' | 'share' | 'rate' | 'count';

/** One term of a name or question, wordings of one meaning made one. `at` counts syllables. */
export type Term = {
  id: string;
  kind: 'strong' | 'weak' | 'measure';
  at: number;
  start: number;
  end: number;
};

type Wording = { parts: string[]; terms: { id: string; kind: Term['kind'] | 'empty' }[] };

/** Reads names into terms. `correct` mends a mistyped syllable before it is looked up. */
export type TermReader = (text: string, correct?: (syllable: string) => string) => Term[];

type Unit = { folded: string; start: number; end: number };

/** Syllables, with "/" and "%" as units of their own because "/vạn dân" and "%" mean something in names. */
function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let end = 0;
  for (const syllable of syllables(text)) {
    pushSigns(text, { from: end, to: syllable.start }, units);
    units.push({ folded: plainNumber(foldedSyllable(syllable.text)), start: syllable.start, end: syllable.end });
    end = syllable.end;
  }
  pushSigns(text, { from: end, to: text.length }, units);
  return units;
}

function pushSigns(text: string, { from, to }: { from: number; to: number }, units: Unit[]): void {
  for (let at = from; at < to; at++) {
    const char = text[at];
    if (char === '/' || char === '%') units.push({ folded: char, start: at, end: at + 1 });
  }
}

const plainNumber = (syllable: string): string => syllable.replace(/^0+(?=\d)/, '');

/** A year says when, not what. */
const isYear = (folded: string): boolean => /^(?:19|20)\d\d$/.test(folded);

/** Builds the reader from the wordings of the language and further ones ("term = wording | wording" a line). */
export function createTermReader(furtherMeanings = ''): TermReader {
  const wordings = new Map<string, Wording[]>();
  for (const wording of allWordings(furtherMeanings)) {
    const first = wording.parts[0] ?? '';
    wordings.set(first, [...(wordings.get(first) ?? []), wording]);
  }
  for (const list of wordings.values()) list.sort((left, right) => right.parts.length - left.parts.length);
  return (text, correct = (syllable) => syllable) => {
    const units = unitsOf(text).map((unit) => ({ ...unit, folded: correct(unit.folded) }));
    return termsOf(units, wordings);
  };
}

function termsOf(units: readonly Unit[], wordings: ReadonlyMap<string, readonly Wording[]>): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < units.length; ) {
    const wording = (wordings.get(units[at]?.folded ?? '') ?? []).find(({ parts }) =>
      parts.every((part, offset) => units[at + offset]?.folded === part),
    );
    const length = wording?.parts.length ?? 1;
    const span = { at, start: units[at]?.start ?? 0, end: units[at + length - 1]?.end ?? 0 };
    for (const { id, kind } of wording?.terms ?? single(units[at]?.folded ?? '')) {
      if (kind !== 'empty') terms.push({ id, kind, ...span });
    }
    at += length;
  }
  return terms;
}

const single = (folded: string): Wording['terms'] => (isYear(folded) ? [] : [{ id: folded, kind: 'strong' }]);

function allWordings(furtherMeanings: string): Wording[] {
  return [
    ...listed(emptyWords, 'empty'),
    ...listed(weakWords, 'weak'),
    ...defined(measureWords, 'measure'),
    ...defined(sameMeaning, 'strong'),
    ...defined(furtherMeanings, 'strong'),
  ].filter(({ parts }) => parts.length > 0);
}

const listed = (table: string, kind: 'empty' | 'weak'): Wording[] =>
  table.split(/[|\n]/).map((wording) => {
    const parts = unitsOf(wording).map((unit) => unit.folded);
    return { parts, terms: [{ id: parts.join('-'), kind }] };
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
      return wordings.split('|').map((wording) => ({ parts: unitsOf(wording).map((unit) => unit.folded), terms }));
    });
