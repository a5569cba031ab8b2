import { fold } from '../vietnamese/fold.ts';
import type { IndicatorRow, Lexicon } from '../vietnamese/lexicon.ts';
import type { Asked } from './match-targets.ts';
import { type AskedMeasure, formOfUnit, readMeasure, type TargetMeasure } from './measure.ts';
import { askedWords, type NameWord, nameWords } from './name-words.ts';
import { fromEnglish, keyFrom, looksEnglish } from './read-english.ts';

export type AskedReader = {
  lexicon: Lexicon;
  /** Writes abbreviations out. */
  writeOut: (text: string) => string;
  /** Writes out only what people type on a phone ("bn"), not the short forms of documents. */
  writeOutTyping: (text: string) => string;
  /** Mends typing slips. */
  mend: (text: string) => string;
};

/** What was read lately: one question has the same words read again and again, each time with others left out. */
const lately = new WeakMap<AskedReader, Map<string, Asked>>();
const mostLately = 500;

/**
 * Takes the words of a question apart: what they name, how it is measured, and the key when the vocabulary knows it. Growth without a
 * thing that grows is that of the economy. English is read by what it says in Vietnamese. The same words may give the same object: do not change it.
 */
export function readAsked(text: string, reader: AskedReader): Asked {
  const known = lately.get(reader) ?? new Map<string, Asked>();
  lately.set(reader, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  const asked = takeApart(text, reader);
  if (known.size >= mostLately) known.clear();
  known.set(text, asked);
  return asked;
}

function takeApart(text: string, reader: AskedReader): Asked {
  const written = reader.writeOut(looksEnglish(text, reader) ? fromEnglish(text, reader) : text);
  const measure = readMeasure(written);
  const words = askedWords(written);
  const isBare = words.every((word) => word.kind === 'empty' || word.kind === 'weak' || word.isNumber);
  const growth = isBare && /tang truong/.test(fold(written)) ? nameWords('tổng sản phẩm') : [];
  const all = [...words, ...growth, ...impliedWords(measure)];
  return { words: all, measure, ...knownKey(written, all, reader) };
}

/** Words that a way of asking leaves out: a share is one of the structure of the economy, growth of a sector one of its product. */
function impliedWords(measure: AskedMeasure): NameWord[] {
  const implied = measure.isShare ? 'cơ cấu tổng sản phẩm' : measure.change === null ? '' : 'tổng sản phẩm';
  const counted = /^(?:ha|hecta|m2)$/.test(measure.unit ?? '')
    ? 'diện tích'
    : /^(?:tan|kg)$/.test(measure.unit ?? '')
      ? 'sản lượng'
      : '';
  return nameWords(`${implied} ${counted}`).map((word) => ({ ...word, kind: 'weak' as const, weight: 0 }));
}

type KnownKey = Pick<Asked, 'key' | 'forms' | 'nearKeys' | 'keyWords' | 'besideKey'>;

const unknownKey: KnownKey = { key: null, forms: null, nearKeys: [], keyWords: new Set(), besideKey: [] };

/** How an indicator of the vocabulary is measured, by its usual units. */
const formsOf = ({ units }: IndicatorRow): TargetMeasure['form'][] | null =>
  units.length === 0 ? null : units.map(formOfUnit);

/** The one key that the words name; none when they name several equally well. */
function knownKey(text: string, words: readonly NameWord[], { lexicon, writeOut }: AskedReader): KnownKey {
  const [best, second] = lexicon.find(text);
  const isClear = best !== undefined && best.score >= keyFrom && (second === undefined || second.score < best.score);
  const entry = isClear ? lexicon.entry(best.key) : null;
  if (entry === null) return unknownKey;
  const names = new Set(
    [entry.vi, ...entry.synonyms].flatMap((name) => nameWords(writeOut(name)).map((word) => word.token)),
  );
  const besideKey = words.filter((word) => word.weight >= 0.5 && !names.has(word.token));
  return { key: entry.key, forms: formsOf(entry), nearKeys: entry.near ?? [], keyWords: names, besideKey };
}
