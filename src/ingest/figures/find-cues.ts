import { allMatches } from '../../vietnamese/all-matches.ts';
import { hasDiacritics } from '../../vietnamese/fold.ts';
import { estimateCues, goalCues, resultCues } from './goal-words.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText } from './plain-text.ts';

/** What the text told last, before the value: a goal, a result, an estimate, or nothing yet. */
export type Telling = 'goal' | 'result' | 'estimate' | null;

/** A year the plan governs tells nothing by itself, but ends what a year before it told. */
type CueTelling = Exclude<Telling, null> | 'open';

/** Behind the plural a page often lost its blank: "cácchỉ tiêu". */
export const cue = (words: string): RegExp =>
  new RegExp(`(?:(?<![a-z0-9§])|(?<=(?<![a-z0-9§])cac))(?:${words})(?![a-z])`, 'g');
const tellings: readonly [Exclude<Telling, null>, RegExp][] = [
  ['goal', cue(goalCues)],
  ['result', cue(resultCues)],
  ['estimate', cue(estimateCues)],
];

/**
 * First year a document governs and the day it was issued (ISO): what lies before is told as a result. Null when unknown.
 * `isSpan`: it governs several years, so that a year of them can lie behind when it is issued.
 */
export type PlanTime = { year: number | null; date: string | null; isSpan: boolean };

export type Cue = { at: number; end: number; telling: CueTelling; isPeriod: boolean; isLate: boolean };

/** All cues of a block in order; a past year counts as one of results, a coming one ("đến năm 2030") as one of goals. */
export function findCues(plain: PlainText, mentions: readonly PeriodMention[], plan: PlanTime): Cue[] {
  const found: Cue[] = [];
  for (const [telling, pattern] of tellings) {
    for (const match of allMatches(pattern, plain.folded)) {
      if (
        isGrade(plain.text, match) ||
        isOtherWord(plain.text, match) ||
        (telling === 'goal' && isCompared(plain.flat, match.index))
      )
        continue;
      found.push({ at: match.index, end: match.index + match[0].length, telling, isPeriod: false, isLate: false });
    }
  }
  for (const mention of mentions) {
    const before = plain.folded.slice(Math.max(0, mention.start - 16), mention.start);
    // "tính đến ngày 30/9/2022" tells what was, by its own words.
    if (/(?<![a-z])tinh $/.test(before)) continue;
    // "phấn đấu năm 2015 đạt …" in a plan for 2020: a step on the way.
    const isAimed = /phan dau (?:(?:den|trong|vao|nam) ?)?$/.test(before);
    const telling = isAimed
      ? 'goal'
      : isSchoolYearBefore({ plain, mention, before }, plan)
        ? 'result'
        : mentionTelling(mention, plan);
    if (telling !== null)
      found.push({
        at: mention.start,
        end: mention.end,
        telling,
        isPeriod: true,
        isLate: telling === 'goal' && mention.period.kind !== 'until',
      });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** "…, Đạt 22%, Chưa đạt dưới 1%": a grade and no result. */
const isGrade = (text: string, match: RegExpExecArray): boolean =>
  match[0] === 'chua dat' && text.charAt(match.index) === 'C' && /[,;] $/.test(text.slice(0, match.index));

/** "máy bơm dã chiến", "đa dạng", "đá": no "đã", unless the text has no marks at all. */
const isOtherWord = (text: string, { 0: words, index }: RegExpExecArray): boolean =>
  /^da(?= |$)/.test(words) && !/^đã$/iu.test(text.slice(index, index + 2)) && hasDiacritics(text);

/** "vượt chỉ tiêu Nghị quyết đề ra", "thấp hơn mục tiêu 6,5%": the goal that a result is held against. */
const isCompared = (flat: string, at: number): boolean =>
  /(?<![a-z])(?:(?:chua|khong|da) dat|hoan thanh va vuot|dat va vuot|(?<!(?:muc tieu|phan dau|quyet tam|gang|no luc) (?:[a-z]+ ){0,3})vuot|thap hon|cao hon)(?: (?:[a-z§]{1,10}|~{1,40})){0,9} $/.test(
    flat.slice(Math.max(0, at - 80), at),
  );

type Said = { plain: PlainText; mention: PeriodMention; before: string };

/** "Năm học 2022 - 2023" is over by the end of July. */
function isSchoolYearBefore({ plain, mention, before }: Said, { date }: PlanTime): boolean {
  const isSchoolYear = /nam hoc/.test(`${before}${plain.folded.slice(mention.start, mention.end)}`);
  const last = mention.period.to?.slice(0, 4);
  return isSchoolYear && mention.period.kind === 'range' && date !== null && `${last}-07-31` < date;
}

export function mentionTelling(
  { period, preposition }: PeriodMention,
  { year, date, isSpan }: PlanTime,
): CueTelling | null {
  const last = period.to ?? period.from;
  if (last === null) return null;
  if (period.kind === 'from') return 'open';
  // "Nhiệm kỳ 2020 - 2025" in a plan for 2025 - 2030
  const opensBefore = year !== null && period.from !== null && Number(period.from.slice(0, 4)) < year;
  const isTermBefore = isSpan && period.kind === 'range' && opensBefore && last.startsWith(`${year}`);
  if (isTermBefore) return 'result';
  const isDated = !last.endsWith('-12-31') || (isSpan && period.kind === 'year');
  if ((year !== null && Number(last.slice(0, 4)) < year) || (isDated && date !== null && last < date)) return 'result';
  return period.kind === 'until' || preposition !== null ? 'goal' : 'open';
}

/** What a cue tells; a year of the plan tells nothing. */
export const said = (cue: Cue | undefined): Telling =>
  cue === undefined || cue.telling === 'open' ? null : cue.telling;
