import type { Target } from '../domain/target.ts';
import { fold } from '../vietnamese/fold.ts';
import { matchName, type NameGrade, type NameMatch, type TargetName } from './match-name.ts';
import {
  type AskedMeasure,
  measureCloseness,
  measureOf,
  measuresAgree,
  readMeasure,
  type TargetMeasure,
} from './measure.ts';
import { askedWords, type NameWord, nameWords } from './name-words.ts';

/** One thing asked for, taken apart: what its words name, how it is to be measured, and its key when the vocabulary knows it. */
export type Asked = {
  words: NameWord[];
  measure: AskedMeasure;
  key: string | null;
  /** Words outside the part of the question that the key was read from; a target with this key must have them too. */
  besideKey: NameWord[];
};

/** A target with its name taken apart. */
export type IndexedTarget = { target: Target; name: TargetName; measure: TargetMeasure };

export type TargetMatch = {
  target: Target;
  grade: NameGrade;
  score: number;
  /** 0..1: share of what was asked, small words included, that the name has. */
  closeness: number;
  /** A change or a share of something, not the thing itself. */
  isDerived: boolean;
};

/** What the targets of one place and time answer to one thing asked. */
export type MatchDecision = {
  /** The targets that answer, best first; empty when none does. */
  found: TargetMatch[];
  /** True when what was found is only a part of what was asked (đô thị, mầm non …) and must be shown so. */
  isNarrower: boolean;
  /** What comes nearest when nothing answers, best first; never to be shown in the place of an answer. */
  near: TargetMatch[];
};

const gradeRank: Readonly<Record<NameGrade, number>> = { exact: 4, same: 3, part: 2, narrower: 1, near: 0 };

/** Below this the nearest thing has too little in common to be offered. */
const nearFrom = 0.3;
const nearLimit = 5;
/** Targets this close to the best one are shown with it. */
const tieWithin = 0.12;

/**
 * Takes a question's words apart; abbreviations must be written out already. `key` is what the vocabulary reads in them, `rest` the
 * words outside the part that it read. Growth without a thing that grows is that of the economy.
 */
export function readAsked(text: string, known: { key: string | null; rest: string } = { key: null, rest: '' }): Asked {
  const measure = readMeasure(text);
  const words = askedWords(text);
  const isBare = words.every((word) => word.kind === 'empty' || word.kind === 'weak' || word.isNumber);
  const growth = isBare && /tang truong/.test(fold(text.normalize('NFC'))) ? nameWords('tổng sản phẩm') : [];
  return {
    words: [...words, ...growth, ...impliedWords(measure)],
    measure,
    key: known.key,
    besideKey: askedWords(known.rest),
  };
}

/** Words that a way of asking leaves out: a share is one of the structure of the economy, growth of a sector one of its product. */
function impliedWords(measure: AskedMeasure): NameWord[] {
  const implied = measure.isShare ? 'cơ cấu tổng sản phẩm' : measure.change === null ? '' : 'tổng sản phẩm';
  return nameWords(implied).map((word) => ({ ...word, kind: 'weak' as const, weight: 0 }));
}

const predicateMarks = new Set([
  'duoc',
  'dat',
  'co',
  'hoan',
  'tham',
  'su',
  'dung',
  'dua',
  'gay',
  'ket',
  'qua_dao_tao',
  'chuan',
  'hoc',
  'di',
]);

/** Takes the name of a target apart; `written` is the name with abbreviations written out. */
export function indexTarget(target: Target, writeOut: (text: string) => string): IndexedTarget {
  const words = nameWords(writeOut(target.indicator));
  const label = target.parent === null ? [] : labelOf(target.indicator, target.parent);
  const name: TargetName = {
    words,
    label: nameWords(writeOut(label.length === 0 ? '' : label.join(' '))),
    predicate: predicateOf(words),
  };
  return { target, name, measure: measureOf(target) };
}

/** What a breakdown's name adds to its parent's. */
function labelOf(indicator: string, parent: string): string[] {
  if (indicator.startsWith(parent)) return [indicator.slice(parent.length).replace(/^[\s:,–-]+/, '')];
  const dash = indicator.lastIndexOf(' - ');
  return [dash > 0 ? indicator.slice(dash + 3) : indicator];
}

function predicateOf(words: readonly NameWord[]): NameWord[] {
  const isStrong = (word: NameWord): boolean => word.kind !== 'weak' && word.kind !== 'empty';
  const head = words.findIndex(isStrong);
  const mark = words.findIndex((word, at) => at > head && predicateMarks.has(word.token));
  return head < 0 || mark < 0 ? [] : words.slice(mark).filter(isStrong);
}

/** Decides which of these targets answer what is asked; place and time must have been settled before. */
export function matchTargets(asked: Asked, targets: readonly IndexedTarget[]): MatchDecision {
  const graded = targets.map((indexed) => gradeTarget(asked, indexed)).sort((a, b) => b.score - a.score);
  for (const grade of ['exact', 'same', 'part', 'narrower'] as const) {
    const found = graded.filter((match) => match.grade === grade);
    if (found.length > 0) return { found: closest(asked, found), isNarrower: grade === 'narrower', near: [] };
  }
  const near = graded.filter((match) => match.score >= nearFrom).slice(0, nearLimit);
  return { found: [], isNarrower: false, near };
}

/** The best and those beside it: as much of what was asked, nearly as close in the rest; a level before a change that was not asked for. */
function closest(asked: Asked, found: TargetMatch[]): TargetMatch[] {
  const covered = Math.max(...found.map((match) => match.closeness));
  const full = found.filter((match) => match.closeness >= covered - 0.02);
  const levels = full.filter((match) => !match.isDerived);
  const isOpen = asked.measure.change === null && !asked.measure.isShare;
  const kept = isOpen && levels.length > 0 ? levels : full;
  const best = kept[0];
  if (best === undefined) return [];
  const isSibling = (match: TargetMatch): boolean =>
    best.grade === 'part' && match.target.parent === best.target.parent;
  return kept.filter((match) => isSibling(match) || match.score >= best.score - tieWithin);
}

function gradeTarget(asked: Asked, indexed: IndexedTarget): TargetMatch {
  const { target, name, measure } = indexed;
  const match = matchName(asked.words, name);
  const grade = measuresAgree(asked.measure, measure) ? withKeys(asked, indexed, match) : 'near';
  const likeness = 0.45 * match.closeness + 0.35 * match.named + 0.2 * measureCloseness(asked.measure, measure);
  const score = grade === 'near' ? match.asked * 0.6 + likeness * 0.4 : gradeRank[grade] + likeness;
  const isDerived = measure.isShare || (measure.change !== null && measure.form === 'percent' && !measure.saysLevel);
  return { target, grade, score, closeness: match.closeness, isDerived };
}

/** What the vocabulary adds: the same key joins names without common words, different keys part names that only look alike. */
function withKeys(asked: Asked, { target, name }: IndexedTarget, match: NameMatch): NameGrade {
  if (asked.key === null || target.key === null) return match.grade;
  const beside = asked.besideKey.filter((word) => word.weight >= 0.5);
  if (asked.key !== target.key) {
    return match.grade === 'exact' || match.grade === 'part' || beside.length > 0 ? match.grade : 'near';
  }
  if (match.grade !== 'near') return match.grade;
  return beside.every((word) => name.words.some((other) => other.token === word.token)) ? 'same' : 'near';
}
