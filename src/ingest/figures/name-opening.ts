import { actions, connectors, keepingVerbs, liftingVerbs, nounHeads } from './name-words.ts';

/** Alternatives, the longest first; those inside a group stay together. */
const longestFirst = (words: string): string =>
  words
    .split(/\|(?![^()]*(?:\([^()]*\)[^()]*)*\))/)
    .sort((a, b) => b.length - a.length)
    .join('|');

const leadNoise =
  /^(?:[ ,:;\-–—…."“”/+•·]+|\(?\d{1,2}[.)/] ?(?!\d)|\(\d{1,2}\) ?|\d{1,2} ?[-–] ?(?=[a-z§])|(?:\d{1,2}\.){1,3}\d{0,2}\.? |[a-zd]\d?\) ?|[ivx]{1,5}\. |(?:truoc|den|tu) (?:het )?ngay \d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?!\d))/;
const connector = new RegExp(`^(?:${longestFirst(connectors)})(?=[ ,:]|$)`);
const partWords = /^(?:trong do|trong so do|rieng(?: doi voi)?|ngoai ra|chia ra|gom|bao gom)(?=[ ,:]|$)/;
const lifting = new RegExp(`^(?:${longestFirst(liftingVerbs)})(?= )`);
const keeping = new RegExp(`^(?:${longestFirst(keepingVerbs)})(?= |$)`);
const noun = new RegExp(`^(?:${nounHeads})`);
const action = new RegExp(`^(?:${actions})(?=[ ,:~]|$)`);

/** How much of a stretch is marks, numbering and days before its first word; 0 when none is. */
export const noiseLength = (folded: string): number => leadNoise.exec(folded)?.[0].length ?? 0;

/** A word that stands before a name and is no part of it. */
type LeadWord = { kind: 'part' | 'keeping' | 'lifting' | 'link'; words: string };

/** The word before a name that a stretch opens with; null when it opens with the name. A link before a noun of measuring is part of it. */
export function leadWord(folded: string): LeadWord | null {
  const found = (kind: LeadWord['kind'], pattern: RegExp): LeadWord | null => {
    const words = pattern.exec(folded)?.[0] ?? '';
    return words === '' ? null : { kind, words };
  };
  return (
    found('part', partWords) ??
    found('keeping', keeping) ??
    found('lifting', lifting) ??
    (noun.test(folded) ? null : found('link', connector))
  );
}

/** Whether it begins, just there, with a noun of measuring ("tỷ lệ") or with a verb of doing ("thành lập"). */
export const beginsWithBareNoun = (folded: string): boolean => noun.test(folded);
export const beginsWithAction = (folded: string): boolean => action.test(folded);

/** Whether a stretch of folded text begins a name of its own, connectors and lifting verbs passed over. */
export function beginsName(folded: string): boolean {
  const rest = folded.slice(leadLength(folded));
  return noun.test(rest) || action.test(rest);
}

/** Whether it begins with a noun of measuring ("tỷ lệ", "tổng thu …"). */
export const beginsWithNoun = (folded: string): boolean => noun.test(folded.slice(leadLength(folded)));

function leadLength(folded: string): number {
  let at = 0;
  for (let turn = 0; turn < 6; turn++) {
    const rest = folded.slice(at);
    const skipped = noiseLength(rest) || (leadWord(rest)?.words.length ?? 0);
    if (skipped === 0) break;
    at += skipped;
  }
  return at;
}
