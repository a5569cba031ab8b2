import type { Directive } from '../domain/directive.ts';
import type { Locality } from '../domain/locality.ts';
import { noPeriod, type Period } from '../domain/period.ts';
import { cite } from '../tools/cite.ts';
import type { FoundStatement } from '../tools/found-statement.ts';
import { type AskedMeasure, formOfUnit } from '../tools/measure.ts';
import { type NameWord, nameWords } from '../tools/name-words.ts';
import { answersPeriod, isOfYears } from '../tools/period-answer.ts';
import { readAsked } from '../tools/read-asked.ts';
import { type Statement, statementsOf } from '../tools/statements.ts';
import type { ToolContext } from '../tools/tool.ts';
import { fold } from '../vietnamese/fold.ts';
import { findPeriods } from '../vietnamese/period.ts';
import { findQuantities } from '../vietnamese/quantity.ts';
import type { AskedSide } from './sides.ts';
import { saysDay } from './tells-when.ts';

const passagesSearched = 14;
/** Weight of the telling words that must be asked for. */
const toldFrom = 3;
const fewestWords = 2;
/** Share of them that the sentence itself must have; the rest may stand above it. */
const ownFrom = 0.6;
/** Words of the sentence between those asked for, for each of them. */
const mostBetween = 2;
const longestQuote = 900;
const mostQuotes = 2;
const mostAmounts = 6;

/** What a sentence is to say. */
export type ToldQuery = {
  words: string;
  side: AskedSide;
  /** Ids of directives to stay within; null: any. */
  documents: readonly string[] | null;
  /** `planned`: an amount that was set · `reported`: one that was reached · `any`: either · `day`: by when. */
  says: 'planned' | 'reported' | 'any' | 'day';
};

type Asking = Pick<ToldQuery, 'side' | 'says'> & {
  telling: readonly NameWord[];
  measure: AskedMeasure;
  context: ToolContext;
};

/**
 * Sentences that say all of what is asked, of that place and time, with an amount of the kind asked for, or a day; best first. Empty where none
 * says everything, and where only what was reviewed may be answered.
 */
export async function findTold(
  { words, side, documents, says }: ToldQuery,
  context: ToolContext,
): Promise<FoundStatement[]> {
  if (context.catalog.isReviewedOnly) return [];
  const { words: named, measure } = readAsked(words, context.reader);
  const telling = named.filter(({ kind, weight }) => weight > 0 && kind !== 'weak');
  // One word alone ("GRDP") stands in sentences about anything.
  if (weightOf(telling) < toldFrom || telling.length < fewestWords) return [];
  const asking: Asking = { telling, measure, side, says, context };
  const text = `${words} ${side.locality?.name ?? ''}`;
  const passages = await context.search({ text, documents, limit: passagesSearched });
  const told = passages.flatMap(({ passage }) => {
    const directive = context.catalog.directive(passage.document);
    // What another document changed or took back counts no more, and only stored figures tell which.
    if (directive === null || context.catalog.changedBy(directive.id).length > 0) return [];
    return statementsOf(passage).flatMap((statement) => {
      const { start, end } = statement;
      if (context.catalog.isRejected({ document: directive.id, start, end })) return [];
      const score = closeness({ statement, directive, around: passage.text }, asking);
      return score === null ? [] : [{ statement, directive, score }];
    });
  });
  const best = Math.max(0, ...told.map(({ score }) => score));
  return told
    .filter(({ score }) => score >= best)
    .slice(0, mostQuotes)
    .map(({ statement: { text: quote, start, end, heading }, directive }) => ({
      citation: cite(directive, { quote, start, end }, heading),
      coverage: 1,
    }));
}

/** Words of a sentence that reports. */
const reporting =
  /(?<![a-z])(?:uoc (?:dat|tinh|thuc hien|thanh toan|giai ngan)|da (?:dat|co|thuc hien|hoan thanh|thanh lap|giai ngan)|hien (?:co|nay)|toan tinh hien|den nay|dat duoc|ket qua|(?:nam|nhiem ky|giai doan|nam hoc) truoc|cung ky|truoc day|thoi gian qua|vua qua)(?![a-z])/;

/** What is done to a target of another document is no target. */
const changing = /(?<![a-z])(?:bai bo|huy bo|thay the|thay vi|dieu chinh)(?![a-z])/;

type Candidate = { statement: Statement; directive: Directive; around: string };

/** How closely a statement says it, for comparing; null where it does not, or of another place or time. */
function closeness({ statement, directive, around }: Candidate, asking: Asking): number | null {
  const { telling, measure, side, context } = asking;
  const { text, heading } = statement;
  if (text.length > longestQuote || isTable(text) || changing.test(fold(text))) return null;
  if (asking.says === 'day' ? !saysDay(text) : !(isOfSense(text, asking) && hasAmount(text, measure))) return null;
  const above = [...heading, directive.title].join('. ');
  if (side.locality !== null && !isOfPlace(side.locality, directive, { text: `${above} ${around}`, context }))
    return null;
  if (side.period !== null && !isOfTime(side.period, { texts: [text, above], directive, today: context.today }))
    return null;
  const words = nameWords(context.reader.writeOut(text));
  const own = telling.filter((word) => has(words, word));
  const titled = nameWords(context.reader.writeOut(`${above} ${directive.issuer ?? ''}`));
  const isAll = telling.every((word) => own.includes(word) || (word.kind === 'plain' && has(titled, word)));
  const length = shortestStretch(words, own);
  const isClose = length <= own.length * (1 + mostBetween) + 2;
  return isAll && isClose && weightOf(own) >= ownFrom * weightOf(telling) ? weightOf(own) - length / 100 : null;
}

/** Cells side by side, or a table that lost its lines: which amount belongs to which words is anybody's guess. */
const isTable = (text: string): boolean => text.split('|').length > 3 || findQuantities(text).length > mostAmounts;

const weightOf = (words: readonly NameWord[]): number => words.reduce((sum, { weight }) => sum + weight, 0);

const has = (words: readonly NameWord[], word: NameWord): boolean => words.some((other) => isSame(other, word));

const isSame = (left: NameWord, right: NameWord): boolean =>
  left.token === right.token && (left.accented === null || right.accented === null || left.accented === right.accented);

/** Length of the shortest run of words that has all of these; endless where none has. */
function shortestStretch(words: readonly NameWord[], wanted: readonly NameWord[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (const [from, first] of words.entries()) {
    if (!has(wanted, first)) continue;
    const missing = new Set(wanted);
    for (let to = from; to < words.length && to - from < best && missing.size > 0; to++) {
      const here = words[to] ?? first;
      for (const word of missing) if (isSame(here, word)) missing.delete(word);
      if (missing.size === 0) best = to - from + 1;
    }
  }
  return best;
}

/** Who asks for a plan is not answered by a report, nor the other way round. */
const isOfSense = (text: string, { says, measure }: Asking): boolean => {
  const folded = fold(text);
  const isReport = reporting.test(folded);
  if ((says === 'planned' && isReport) || (says === 'reported' && !isReport)) return false;
  if (measure.change === 'decrease') return /(?<![a-z])(?:giam|ha)(?![a-z])/.test(folded);
  return measure.change === null || /(?<![a-z])(?:tang|them|nang|moi)(?![a-z])/.test(folded);
};

/** The document is of that place, or is of none and speaks of it. */
function isOfPlace(
  locality: Locality,
  { locality: own }: Directive,
  { text, context }: { text: string; context: ToolContext },
): boolean {
  if (own !== null) return context.catalog.keysAround([locality]).includes(own.key);
  const name = fold(locality.name).replace(/^(?:tinh|thanh pho|huyen|quan|xa|phuong|thi xa|thi tran) /, '');
  return new RegExp(`(?<![a-z])${name}(?![a-z])`).test(fold(text));
}

/** The sentence says the time; or it says none, and its headings or its document are of that time alone. */
function isOfTime(
  period: Period,
  { texts, directive, today }: { texts: readonly string[]; directive: Directive; today: string },
): boolean {
  const answers = (own: Period): boolean =>
    answersPeriod(own, period, noPeriod) && (own.kind === 'until' || own.kind === 'yearly' || isOfYears(own, period));
  const [sentence = '', above = ''] = texts;
  const said = timesIn(sentence, today);
  if (said.length > 0) return said.some(answers);
  if (lastTerm.test(fold(sentence))) return false;
  const titled = timesIn(above, today);
  return titled.length > 0 ? titled.every(answers) : answers(directive.period);
}

/** "Nhiệm kỳ qua": the time before the one that the document is about. */
const lastTerm = /(?<![a-z])(?:nhiem ky|giai doan|nam|thoi gian|nhung nam) (?:vua )?qua(?![a-z])/;

/** Times that a text is about, without those it only compares with. */
const timesIn = (text: string, today: string): Period[] =>
  findPeriods(text, { today })
    .filter(({ period, preposition }) => period.to !== null && preposition !== 'so với' && preposition !== 'tầm nhìn')
    .map(({ period }) => period);

/** An amount of the form asked for. */
function hasAmount(text: string, { form, unit }: AskedMeasure): boolean {
  return findQuantities(text).some((quantity) => {
    if (form === null) return true;
    const own = formOfUnit(quantity.unit);
    if (form === 'rate') return own !== 'money';
    return own === form && (unit === null || fold(quantity.unit).includes(unit));
  });
}
