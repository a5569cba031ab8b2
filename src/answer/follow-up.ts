import type { Catalog } from '../tools/catalog.ts';
import type { Asked } from '../tools/match-targets.ts';
import { type AskedReader, readAsked } from '../tools/read-asked.ts';
import { fold } from '../vietnamese/fold.ts';
import type { ChatContext } from './chat-context.ts';
import { markQuestion, type QuestionMarks } from './question-marks.ts';
import { recogniseIntent } from './recognise-intent.ts';

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
  isKnown: (asked: Asked) => boolean;
};

const partOf = /^\s*(?:(?:the|vay|con) )?(?:trong do|rieng|cu the|gom)(?: co| thi| ve)?(?![a-z])/;
const comparing = /^\s*(?:hay )?(?:so sanh|so|doi chieu|compare)(?: no)?(?: voi| with| to)(?![a-z])/;
/** Kinds of questions that are about a place even when they name none. */
const placed = new Set(['figure', 'open', 'text', 'list_targets', 'deadline', 'metadata', 'compare']);

/** Makes a follow-up stand on its own with what was asked before; other questions stay as they are. */
export function resolveFollowUp(text: string, context: ChatContext, tools: FollowUpTools): ResolvedQuestion {
  const own: ResolvedQuestion = { text, isPeriodCarried: false, isLocalityCarried: false };
  if (context.question === '') return own;
  const marks = markQuestion(text, tools.catalog, tools.today);
  const before = markQuestion(context.question, tools.catalog, tools.today);
  const folded = fold(text);
  const { kind } = recogniseIntent(text, marks.mention !== null);
  if (!placed.has(kind)) return own;
  if (comparing.test(folded) && marks.localities.length > 0) return compared(marks, context.question, before);
  const rest = blankSpans(text, marks.spans);
  const asked = readAsked(rest, tools.reader);
  if (asked.words.every((word) => word.weight < 0.3 || word.isNumber))
    return replaced({ text, rest, marks, asked }, context.question, before);
  return completed({ text, rest, marks, isPart: partOf.test(folded) }, { context, before, tools });
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

const withoutPeriods = (question: string, marks: QuestionMarks): string =>
  blankSpans(question, marks.periods).replace(/\s+/g, ' ');

type Bare = { text: string; rest: string; marks: QuestionMarks; asked: Asked };

/** "còn Kon Tum?", "thế năm 2020?": the earlier question with another place or time. "tăng bao nhiêu?": measured in another way. */
function replaced({ rest, marks, asked, text }: Bare, question: string, before: QuestionMarks): ResolvedQuestion {
  const isNothing = marks.localities.length === 0 && marks.periods.length === 0;
  const isMeasure = asked.measure.change !== null || asked.measure.isShare || asked.words.some((word) => word.isNumber);
  if (isNothing && (marks.mention !== null || !isMeasure))
    return { text, isPeriodCarried: false, isLocalityCarried: false };
  const places = marks.localities.map(({ locality }) => locality.name).join(' và ');
  const times = marks.periods.map(({ start, end }) => text.slice(start, end)).join(' và ');
  const changes = [...exchanges(before.localities, places), ...exchanges(before.periods, times)];
  const added = [before.localities.length === 0 ? places : '', before.periods.length === 0 ? times : '']
    .join(' ')
    .trim();
  const changed = apply(question, changes);
  const measured = isMeasure ? `${withoutMeasure(changed)} ${rest.trim()}` : changed;
  const full = added === '' ? measured : `${measured.replace(/[?.!\s]+$/, '')} ${added}`;
  return {
    text: full.replace(/\s+/g, ' '),
    isPeriodCarried: times === '' && before.periods.length > 0,
    isLocalityCarried: places === '' && before.localities.length > 0,
  };
}

type Exchange = { start: number; end: number; text: string };

/** The first span becomes the new words, the others go; no new words change nothing. */
const exchanges = (spans: readonly { start: number; end: number }[], words: string): Exchange[] =>
  words === '' ? [] : spans.map(({ start, end }, index) => ({ start, end, text: index === 0 ? words : '' }));

function apply(question: string, changes: readonly Exchange[]): string {
  const fromTheEnd = [...changes].sort((a, b) => b.start - a.start);
  return fromTheEnd.reduce(
    (text, { start, end, text: words }) => text.slice(0, start) + words + text.slice(end),
    question,
  );
}

const withoutMeasure = (question: string): string =>
  question.replace(/(?:là |đạt )?(?:bao nhiêu|mấy)[^,;?]{0,20}\??$/i, '').replace(/\?+\s*$/, '');

type Full = { text: string; rest: string; marks: QuestionMarks; isPart: boolean };
type Before = { context: ChatContext; before: QuestionMarks; tools: FollowUpTools };

/** A new thing without a place is asked of the earlier place; "trong đó KV2" is a part of the earlier thing. */
function completed({ text, rest, marks, isPart }: Full, { context, before, tools }: Before): ResolvedQuestion {
  const thing = isPart ? (context.reading?.indicators[0]?.words ?? '') : '';
  const own = rest
    .replace(/[?.!\s]+$/, '')
    .replace(/^\s*(?:thế|vậy|còn|the|vay|con)\s/i, '')
    .trim();
  const joint = `${withoutMeasure(thing)} ${own.replace(/^(?:trong đó|trong do|riêng|rieng)\s/i, '')}`.trim();
  const isJoint = thing !== '' && tools.isKnown(readAsked(joint, tools.reader));
  const isLocalityCarried = marks.localities.length === 0 && before.localities.length > 0;
  const isPeriodCarried = marks.periods.length === 0 && before.periods.length > 0 && isPart;
  const places = isLocalityCarried ? before.localities.map(({ locality }) => locality.name).join(' và ') : '';
  const times = isPeriodCarried
    ? before.periods.map(({ start, end }) => context.question.slice(start, end)).join(' và ')
    : '';
  const base = isJoint
    ? `${joint} ${marks.spans.map(({ start, end }) => text.slice(start, end)).join(' ')}`
    : text.replace(/[?.!\s]+$/, '');
  return { text: [base, places, times].filter((words) => words !== '').join(' '), isPeriodCarried, isLocalityCarried };
}

/** The text with these spans as blanks; offsets stay. */
export function blankSpans(text: string, spans: readonly { start: number; end: number }[]): string {
  let result = text;
  for (const { start, end } of spans) result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  return result;
}
