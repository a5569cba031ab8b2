import { englishTerms, isEnglish } from '../vietnamese/english.ts';
import { fold, hasDiacritics } from '../vietnamese/fold.ts';
import type { IndicatorRow, Lexicon } from '../vietnamese/lexicon.ts';
import { isPossibleSyllable } from '../vietnamese/typo.ts';
import type { Asked } from './match-targets.ts';
import { type AskedMeasure, formOfUnit, readMeasure, type TargetMeasure } from './measure.ts';
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
  if (looksEnglish(text, reader)) return readEnglish(text, reader);
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
  const counted = /^(?:ha|hecta|m2)$/.test(measure.unit ?? '')
    ? 'diện tích'
    : /^(?:tan|kg)$/.test(measure.unit ?? '')
      ? 'sản lượng'
      : '';
  return nameWords(`${implied} ${counted}`).map((word) => ({ ...word, kind: 'weak' as const, weight: 0 }));
}

type KnownKey = Pick<Asked, 'key' | 'forms' | 'nearKeys' | 'besideKey'>;

const unknownKey: KnownKey = { key: null, forms: null, nearKeys: [], besideKey: [] };

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
  return { key: entry.key, forms: formsOf(entry), nearKeys: entry.near ?? [], besideKey };
}

/** English by its small words, or by words of the vocabulary's English names that no Vietnamese syllable spells. */
export function looksEnglish(text: string, { lexicon }: Pick<AskedReader, 'lexicon'>): boolean {
  if (isEnglish(text)) return true;
  if (hasDiacritics(text)) return false;
  const names = englishNames(lexicon);
  const strange = englishTerms(text).filter(
    ({ id, kind }) => kind === 'strong' && id.length > 5 && names.has(id) && !isPossibleSyllable(id.slice(3)),
  );
  return strange.length >= 2;
}

const namesOf = new WeakMap<Lexicon, Set<string>>();

/** The words of all English names, as terms. */
function englishNames(lexicon: Lexicon): Set<string> {
  const known = namesOf.get(lexicon);
  if (known !== undefined) return known;
  const texts = lexicon.entries().flatMap(({ en, enSynonyms }) => [en, ...(enSynonyms ?? [])]);
  const names = new Set(texts.flatMap((text) => englishTerms(text).map(({ id }) => id)));
  namesOf.set(lexicon, names);
  return names;
}

/** Words that carry an English question and tell no indicator apart. */
const idleEnglish = new Set(
  'creat produc reach attain achiev provid make build ton tonn hectar household commun person km kilometr usd vnd dong mani money day by should plan set hav admit recruit meet complet open national assembly govern ministr council committe state agenc share'
    .split(' ')
    .map((word) => `en:${word}`),
);

/** The official name of what an English question names stands for its words; what is left of the question must be idle words. */
function readEnglish(text: string, reader: AskedReader): Asked {
  const folded = fold(text);
  const up = /increase|grow|rise/.test(folded) ? 'tăng' : '';
  const down = /reduc|decrease|(?<![a-z])cut|fall/.test(folded) ? 'giảm' : '';
  const measure = readMeasure(`${up} ${down} ${/percent|%/.test(folded) ? '%' : ''}`);
  const [best] = reader.lexicon.find(`what is the ${text}`);
  const entry = best !== undefined && best.score >= keyFrom ? reader.lexicon.entry(best.key) : null;
  const terms = englishTerms(text).filter(({ kind }) => kind === 'strong');
  const known = new Set(
    entry === null
      ? []
      : [entry.en, ...(entry.enSynonyms ?? [])].flatMap((name) => englishTerms(name).map(({ id }) => id)),
  );
  const rest = terms.filter(({ id }) => !known.has(id) && !idleEnglish.has(id) && !/\d/.test(id));
  const unknown = rest.map(
    ({ id }): NameWord => ({ token: id, accented: null, kind: 'plain', weight: 1, isNumber: false }),
  );
  const none = { measure, ...unknownKey };
  if (entry === null) return { words: unknown, ...none };
  const words = nameWords(reader.writeOut(entry.vi));
  return unknown.length > 0
    ? { words: [...words, ...unknown], ...none }
    : { words, measure, key: entry.key, forms: formsOf(entry), nearKeys: entry.near ?? [], besideKey: [] };
}
