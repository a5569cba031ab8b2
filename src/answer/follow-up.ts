import type { Locality } from '../domain/locality.ts';
import { noPeriod, yearsOf } from '../domain/period.ts';
import type { Catalog } from '../tools/catalog.ts';
import type { Asked } from '../tools/match-targets.ts';
import { type AskedReader, readAsked } from '../tools/read-asked.ts';
import { fold } from '../vietnamese/fold.ts';
import { syllables } from '../vietnamese/syllables.ts';
import { blankSpans } from './blank-spans.ts';
import type { ChatContext } from './chat-context.ts';
import { otherReport } from './other-report.ts';
import { markQuestion, type QuestionMarks } from './question-marks.ts';
import { recogniseIntent } from './recognise-intent.ts';
import { bareThing } from './split-question.ts';

export type ResolvedQuestion = {
  /** The question standing on its own. */
  text: string;
  /** The period was said in an earlier message only. */
  isPeriodCarried: boolean;
  /** The place was said in an earlier message only. */
  isLocalityCarried: boolean;
};

export type FollowUpTools = {
  reader: AskedReader;
  catalog: Catalog;
  today: string;
  /** Whether some target at one of these places answers; no place: anywhere. */
  isKnown: (asked: Asked, places: readonly Locality[]) => boolean;
};

const partOf = /^\s*(?:(?:the|vay|con) )?(?:trong do|rieng|cu the|gom)(?: co| thi| ve)?(?![a-z])/;
const comparing = /^\s*(?:hay )?(?:so sanh|so|doi chieu|compare)(?: no)?(?: voi| with| to)(?![a-z])/;
/** Kinds of questions that are about a place even when they name none. */
const placed = new Set(['figure', 'open', 'text', 'list_targets', 'deadline', 'metadata', 'compare']);

/** Makes a follow-up stand on its own with what was asked before; other questions stay as they are. */
export function resolveFollowUp(text: string, context: ChatContext, tools: FollowUpTools): ResolvedQuestion {
  if (context.question === '') return { text, isPeriodCarried: false, isLocalityCarried: false };
  const before = markQuestion(context.question, tools.catalog, tools.today);
  return resolve(withYear(text, before), context, { before, tools });
}

/** "đến hết năm", "quý II", "6 tháng": of the year spoken of before. */
function withYear(text: string, before: QuestionMarks): string {
  const year = yearsOf(before.periods[0]?.period ?? noPeriod)?.last;
  if (year === undefined || /(?<!\d)20[0-4]\d(?!\d)/.test(text)) return text;
  return text
    .replace(/(?<!\p{L})(hết|het|cuối|cuoi|cả|ca)\s+(năm|nam)(?!\s*\d|\p{L})/iu, `$1 $2 ${year}`)
    .replace(partOfYear, `$1 năm ${year}`);
}

const partOfYear =
  /(?<!\p{L})((?:qu[ýy]\s+(?:IV|I{1,3}|[1-4])|[369]\s+th[áa]ng(?:\s+(?:[đd][ầa]u|cu[ốo]i)\s+n[ăa]m)?))(?![\p{L}\d/]|\s+(?:n[ăa]m|h[àa]ng|h[ằa]ng))/iu;

function resolve(text: string, context: ChatContext, { before, tools }: Omit<Before, 'context'>): ResolvedQuestion {
  const own: ResolvedQuestion = { text, isPeriodCarried: false, isLocalityCarried: false };
  const marks = markQuestion(text, tools.catalog, tools.today);
  const folded = fold(text);
  const { kind } = recogniseIntent(text, marks.mention !== null);
  const isWhole = kind !== 'open' && kind !== 'figure' && marks.localities.length > 0;
  if (!placed.has(kind) || (isWhole && !comparing.test(folded))) return own;
  if (comparing.test(folded) && marks.localities.length > 0) return compared(marks, context.question, before);
  const report = context.reading?.intent === 'list_deadlines' ? otherReport(text, context.question) : null;
  if (report !== null) return { ...own, text: report, isLocalityCarried: before.localities.length > 0 };
  const rest = blankSpans(text, marks.spans);
  const asked = readAsked(rest, tools.reader);
  const isOnlyTime = asked.words.every((word) => word.weight < 0.3 || word.isNumber);
  if (isOnlyTime && comparing.test(folded) && marks.periods.length > 0 && before.periods.length > 0)
    return comparedTimes(text, marks, context.question);
  if (isOnlyTime) return replaced({ text, rest, marks, asked }, context.question, before);
  return completed({ text, rest, marks, asked }, { context, before, tools });
}

/** "so sánh với Cao Bằng": the same thing at both places. */
function compared(marks: QuestionMarks, question: string, before: QuestionMarks): ResolvedQuestion {
  const names = marks.localities.map(({ locality }) => locality.name).join(', ');
  const periods = before.periods.length > 0;
  return {
    text: `So sánh ${withoutPeriods(question, before)} và ${names}`,
    isPeriodCarried: periods,
    isLocalityCarried: false,
  };
}

/** "so với ước thực hiện 2025 thì sao?": the same thing at both times. */
function comparedTimes(text: string, { periods }: QuestionMarks, question: string): ResolvedQuestion {
  const times = periods.map(({ start, end }) => text.slice(start, end)).join(' và ');
  return {
    text: `So sánh ${question.replace(/(?<![?.!\s])[?.!\s]+$/, '')} và ${times}`,
    isPeriodCarried: false,
    isLocalityCarried: true,
  };
}

const withoutPeriods = (question: string, marks: QuestionMarks): string =>
  blankSpans(question, marks.periods).replace(/\s+/g, ' ');

type Bare = { text: string; rest: string; marks: QuestionMarks; asked: Asked };

/** "còn Kon Tum?", "thế năm 2020?": the earlier question with another place or time. "tăng bao nhiêu?": measured in another way. */
function replaced({ rest, marks, asked, text }: Bare, question: string, before: QuestionMarks): ResolvedQuestion {
  const own = marks.periods.filter(isTimed);
  const isNothing = marks.localities.length === 0 && own.length === 0;
  const isMeasure = asked.measure.change !== null || asked.measure.isShare || asked.words.some((word) => word.isNumber);
  if (isNothing && (marks.mention !== null || !isMeasure))
    return { text, isPeriodCarried: false, isLocalityCarried: false };
  const places = marks.localities.map(({ locality }) => locality.name).join(' và ');
  const times = own.map(({ start, end }) => text.slice(start, end)).join(' và ');
  // How much it grows is said for all of several years at once.
  const isAllYears = times === '' && asked.measure.change !== null && before.periods.length > 1;
  const timed = isAllYears ? before.periods.map(without) : exchanges(before.periods, times);
  const changes = [...exchanges(before.localities, places), ...timed];
  const added = [before.localities.length === 0 ? places : '', before.periods.length === 0 ? times : '']
    .join(' ')
    .trim();
  const changed = apply(question, changes);
  const measured = isMeasure ? `${withoutMeasure(changed)} ${rest.trim()}` : changed;
  const full = added === '' ? measured : `${measured.replace(/(?<![?.!\s])[?.!\s]+$/, '')} ${added}`;
  return {
    text: full.replace(/\s+/g, ' '),
    isPeriodCarried: times === '' && before.periods.length > 0 && !isAllYears,
    isLocalityCarried: places === '' && before.localities.length > 0,
  };
}

/** "mỗi năm" says how it is measured, not when. */
const isTimed = ({ period }: QuestionMarks['periods'][number]): boolean => period.from !== null || period.to !== null;

type Exchange = { start: number; end: number; text: string };

/** The first span becomes the new words, the others go; no new words change nothing. */
const exchanges = (spans: readonly { start: number; end: number }[], words: string): Exchange[] =>
  words === '' ? [] : spans.map(({ start, end }, index) => ({ start, end, text: index === 0 ? words : '' }));

const without = ({ start, end }: { start: number; end: number }): Exchange => ({ start, end, text: '' });

function apply(question: string, changes: readonly Exchange[]): string {
  const fromTheEnd = [...changes].sort((a, b) => b.start - a.start);
  return fromTheEnd.reduce((text, { start, end, text: words }) => {
    const before = words === '' ? text.slice(0, start).replace(joining, '') : text.slice(0, start);
    return before + words + text.slice(end);
  }, question);
}

/** What joined a place or time that goes to the one before it. */
const joining = /(?:,|(?<!\p{L})(?:và|va|với|voi|hay|so với|so voi|đến|den))?\s{0,3}$/iu;

const withoutMeasure = (question: string): string => bareThing(question).replace(/(?<!\?)\?+\s*$/, '');

type Full = { text: string; rest: string; marks: QuestionMarks; asked: Asked };
type Before = { context: ChatContext; before: QuestionMarks; tools: FollowUpTools };

/** A new thing without a place is asked of the earlier place; "trong đó KV2", "còn dịch vụ?" are read with the earlier thing. */
function completed(full: Full, { context, before, tools }: Before): ResolvedQuestion {
  const { text, rest, marks } = full;
  const folded = fold(text);
  const isPart = partOf.test(folded);
  const isAlike = isPart || /^\s*(?:con|the|vay)(?![a-z])/.test(folded);
  const isShort = isAlike || syllables(rest).length <= shortQuestion;
  const places = marks.localities.length > 0 ? marks.localities : before.localities;
  const isKnown = (words: string): boolean =>
    tools.isKnown(
      readAsked(words, tools.reader),
      places.map(({ locality }) => locality),
    );
  const own = ownWords(rest);
  const joint = isShort ? jointWords({ own, isPart, things: context.things, isKnown, asked: full.asked }) : null;
  const isLocalityCarried = marks.localities.length === 0 && before.localities.length > 0;
  const isPeriodCarried = marks.periods.length === 0 && before.periods.length > 0 && isShort;
  const said =
    joint === null
      ? [text.replace(/(?<![?.!\s])[?.!\s]+$/, '')]
      : [joint, ...marks.spans.map(({ start, end }) => text.slice(start, end))];
  const isNewFigure = !isAlike && isKnown(own);
  // A document that is not stored was spoken of in another: what is asked next may stand anywhere in that.
  const isElsewhere =
    marks.localities.length + marks.pointers.length > 0 || (context.reading?.directives.length ?? 0) === 0;
  const added = [
    isNewFigure ? '' : dueWords(context, joint === null ? rest : joint),
    isLocalityCarried ? before.localities.map(({ locality }) => locality.name).join(' và ') : '',
    isElsewhere ? '' : saidIn(context.question, before.pointers).join(' '),
    isPeriodCarried ? saidIn(context.question, before.periods).join(' và ') : '',
  ];
  return {
    text: [said.join(' '), ...added].filter((words) => words !== '').join(', '),
    isPeriodCarried,
    isLocalityCarried,
  };
}

const saidIn = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

const shortQuestion = 7;

const ownWords = (rest: string): string =>
  rest
    .replace(/\s+/g, ' ')
    .replace(/(?<![?.!\s])[?.!\s]+$/, '')
    .replace(/^\s*(?:(?:thế|vậy|còn|the|vay|con|thì|hay)\s+)*(?:trong đó|trong do|riêng|rieng|cụ thể|gồm)?\s*/i, '')
    .trim();

type Joint = {
  own: string;
  isPart: boolean;
  things: readonly string[];
  isKnown: (words: string) => boolean;
  asked: Asked;
};

/** The thing asked before with the new words, its last words left off as far as needed; null when the new words stand alone. */
function jointWords({ own, isPart, things, isKnown, asked }: Joint): string | null {
  const measured = asked.measure.change === null && !asked.measure.isShare ? measureWords(things[0] ?? '') : '';
  const like = measured === '' ? null : `${own} ${measured}`;
  if (!isPart && like !== null && isKnown(like)) return like;
  if (!isPart && isKnown(own)) return null;
  for (const thing of things) {
    const words = bareThing(thing)
      .split(' ')
      .filter((word) => word !== '');
    for (let length = words.length; length > 0; length--) {
      const joined = `${words.slice(0, length).join(' ')} ${own}`;
      if (isKnown(joined)) return joined;
    }
  }
  if (like !== null && isKnown(like)) return like;
  // "gồm bao nhiêu …, bao nhiêu …": parts of the thing asked before, each told apart when the question is split.
  return isPart && things[0] !== undefined && own.includes(',') ? `${bareThing(things[0])} ${own}` : null;
}

/** "tăng bao nhiêu" of an earlier question, for a new thing measured in the same way. */
const measureWords = (thing: string): string => /(?<!\p{L})(?:tăng|giảm|tang|giam)(?!\p{L})/iu.exec(thing)?.[0] ?? '';

/** After a question about a deadline a bare phrase asks for another deadline. */
function dueWords({ reading }: ChatContext, words: string): string {
  return reading?.intent === 'list_deadlines' && !/ngày|ngay|khi nào|khi nao|hạn/i.test(words)
    ? 'báo cáo trước ngày nào'
    : '';
}
