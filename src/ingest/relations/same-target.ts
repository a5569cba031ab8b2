import type { Locality } from '../../domain/locality.ts';
import type { Period } from '../../domain/period.ts';
import type { Target } from '../../domain/target.ts';
import { fold } from '../../vietnamese/fold.ts';

/** A figure with what its document adds where it says nothing itself, and the sentence it stands in. */
export type PlacedTarget = { target: Target; locality: Locality | null; period: Period; sentence: string };

/** Of the older figures those that a newer one sets anew: the same indicator × locality × period, another value; `[]` for none. */
export function replacedTargets(next: PlacedTarget, older: readonly PlacedTarget[]): Target[] {
  const scored = older
    .map((old) => ({ target: old.target, score: likeness(next, old) }))
    .filter(({ score }) => score >= enough);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score, target }) => score === best && !hasSameValue(target, next.target))
    .map(({ target }) => target);
}

const enough = 0.75;
const keyWorth = 0.45;
const oldValueWorth = 0.6;

/** 0 for another place, time, kind or unit; else how much the names share, and whether the new sentence tells the old value ("từ 40% thành 45%"). */
function likeness(next: PlacedTarget, old: PlacedTarget): number {
  const [a, b] = [next.target, old.target];
  if (a.kind !== b.kind || next.locality?.key !== old.locality?.key || !hasSameTime(next.period, old.period)) return 0;
  const tellsOld = saysValue(next.sentence, b) && !hasSameValue(a, b);
  if (unitOf(a) !== unitOf(b) && !tellsOld) return 0;
  const isSameKey = a.key !== null && a.key === b.key;
  const shared = sharedWords(a, b);
  if (a.key !== null && b.key !== null && !isSameKey && shared < 0.8) return 0;
  if (shared < 0.3 && !isSameKey) return 0;
  return shared + (isSameKey ? keyWorth : 0) + (tellsOld ? oldValueWorth : 0);
}

/** "năm 2025" and "đến năm 2025" are two times, and so are a term and its last year. */
const hasSameTime = (a: Period, b: Period): boolean =>
  a.text === b.text || (a.kind === b.kind && a.kind !== 'none' && a.from === b.from && a.to === b.to);

export const hasSameValue = (a: Target, b: Target): boolean =>
  a.min === b.min && a.max === b.max && a.comparator === b.comparator && unitOf(a) === unitOf(b);

const unitOf = ({ unit }: Target): string =>
  fold(unit)
    .replace(/\bty\b/g, 'ti')
    .replace(/\bngan\b/g, 'nghin')
    .replace(/\s/g, '');

function saysValue(sentence: string, { valueText }: Target): boolean {
  const numbers = valueText.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const said = new Set(sentence.match(/\d+(?:[.,]\d+)*/g) ?? []);
  return numbers.length > 0 && numbers.every((number) => said.has(number));
}

/** Words that tell no two indicators apart. */
const idle = new Set(
  'chi tieu muc tieu ty ti le so luong dat cua tren dia ban tinh nam muc cac va duoc dieu chinh giam tang tong toc do trong la den thanh len xuong moi sua doi bo sung'.split(
    ' ',
  ),
);

export const contentWords = (text: string): Set<string> =>
  new Set((fold(text).match(/[a-z\d]+/g) ?? []).filter((word) => !idle.has(word)));

/** 0..1: share of the words of both names together that both have. */
function sharedWords(a: Target, b: Target): number {
  const [left, right] = [contentWords(a.indicator), contentWords(b.indicator)];
  const all = new Set([...left, ...right]).size;
  return all === 0 ? 0 : [...left].filter((word) => right.has(word)).length / all;
}
