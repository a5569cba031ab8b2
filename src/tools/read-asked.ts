import { englishTerms, isEnglish } from '../vietnamese/english.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Lexicon } from '../vietnamese/lexicon.ts';
import type { Asked } from './match-targets.ts';
import { type AskedMeasure, readMeasure } from './measure.ts';
import { askedWords, type NameWord, nameWords } from './name-words.ts';

export type AskedReader = {
  lexicon: Lexicon;
  /** Writes abbreviations out. */
  writeOut: (text: string) => string;
  /** Mends typing slips. */
  mend: (text: string) => string;
};

/** A key read in a question counts from here on; below, the words fit too loosely. */
const keyFrom = 0.65;

/**
 * Takes the words of a question apart: what they name, how it is measured, and the key when the vocabulary knows it. Growth without a
 * thing that grows is that of the economy. English words are read through the vocabulary's English names.
 */
export function readAsked(text: string, reader: AskedReader): Asked {
  if (isEnglish(text)) return readEnglish(text, reader);
  const written = reader.writeOut(text);
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
  return nameWords(implied).map((word) => ({ ...word, kind: 'weak' as const, weight: 0 }));
}

type KnownKey = Pick<Asked, 'key' | 'nearKeys' | 'besideKey'>;

/** The one key that the words name; none when they name several equally well. */
function knownKey(text: string, words: readonly NameWord[], { lexicon, writeOut }: AskedReader): KnownKey {
  const [best, second] = lexicon.find(text);
  const isClear = best !== undefined && best.score >= keyFrom && (second === undefined || second.score < best.score);
  const entry = isClear ? lexicon.entry(best.key) : null;
  if (entry === null) return { key: null, nearKeys: [], besideKey: [] };
  const names = new Set(
    [entry.vi, ...entry.synonyms].flatMap((name) => nameWords(writeOut(name)).map((word) => word.token)),
  );
  const besideKey = words.filter((word) => word.weight >= 0.5 && !names.has(word.token));
  return { key: entry.key, nearKeys: entry.near ?? [], besideKey };
}

/** The official name of what an English question names stands for its words; nothing known gives words that no target has. */
function readEnglish(text: string, reader: AskedReader): Asked {
  const folded = fold(text);
  const spoken = `${/increase|grow|rise|more/.test(folded) ? 'tăng' : ''} ${/reduc|decrease|cut|fall|lower/.test(folded) ? 'giảm' : ''} ${/percent|%/.test(folded) ? '%' : ''}`;
  const measure = readMeasure(spoken);
  const [best] = reader.lexicon.find(text);
  const entry = best !== undefined && best.score >= keyFrom ? reader.lexicon.entry(best.key) : null;
  if (entry === null) {
    const unknown = englishTerms(text).map(
      (term): NameWord => ({ token: term.id, accented: null, kind: 'plain', weight: 1, isNumber: false }),
    );
    return { words: unknown, measure, key: null, nearKeys: [], besideKey: [] };
  }
  return {
    words: nameWords(reader.writeOut(entry.vi)),
    measure,
    key: entry.key,
    nearKeys: entry.near ?? [],
    besideKey: [],
  };
}
