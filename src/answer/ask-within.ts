import { type DocumentSubjects, subjectsOf } from '../tools/document-subjects.ts';
import { type LookUpResult, lookUpTarget } from '../tools/look-up-target.ts';
import { matchName } from '../tools/match-name.ts';
import type { IndexedTarget } from '../tools/match-targets.ts';
import type { NameWord } from '../tools/name-words.ts';
import { trimFillers } from '../tools/question-words.ts';
import { readAsked } from '../tools/read-asked.ts';
import type { CitedTarget, ToolContext } from '../tools/tool.ts';
import { fold } from '../vietnamese/fold.ts';
import { syllables } from '../vietnamese/syllables.ts';
import type { Question } from './read-question.ts';
import type { AskedSide } from './sides.ts';

/**
 * Words of a question taken apart: a subject that documents are about, and what is asked of them. `holds`: what the name of a figure must be
 * like to answer: `any` · `headed` beginning with what the rest begins with · `whole` saying no more than the rest.
 */
export type Within = { rest: string; documents: string[]; holds: 'any' | 'headed' | 'whole' };

type Wanted = { words: string; side: AskedSide; question: Pick<Question, 'documents' | 'kinds'> };

/** More ways to read one question are not tried, nor is one of more syllables. */
const mostTried = 12;
const mostSyllables = 40;
/** Weight of the telling words that must be asked for beside the subject. */
const toldFrom = 2;

/**
 * What the documents about a subject set, where the question names that subject beside what it asks for ("an toàn giao thông … xử lý bao nhiêu
 * điểm đen"); null when no part of the words is the subject of a document that sets the rest.
 */
export async function askWithin({ words, side, question }: Wanted, context: ToolContext): Promise<LookUpResult | null> {
  const { catalog, reader } = context;
  const subjects = subjectsOf(catalog, reader, question.documents);
  for (const { rest, documents, holds } of readingsWithin(words, subjects, context).slice(0, mostTried)) {
    const result = await lookUpTarget.run({ words: rest, ...side, documents, kinds: question.kinds }, context);
    const isHeld = result.found.every((cited) => answersRest(cited, { rest, holds }, context));
    if (result.found.length > 0 && !result.isNarrower && isHeld) return result;
  }
  return null;
}

/** A subject stands before what is asked for, as what documents are about; behind it only where the name of a figure leaves it out. */
function readingsWithin(words: string, subjects: DocumentSubjects, context: ToolContext): Within[] {
  const found = syllables(words);
  if (found.length > mostSyllables) return [];
  const cuts = found.slice(1).map(({ start }, at) => ({
    before: words.slice(0, found[at]?.end),
    rest: words.slice(start),
    gap: words.slice(found[at]?.end, start),
  }));
  const readings: Within[] = [];
  for (const { before, rest, gap } of cuts.toReversed()) {
    const subject = trimFillers(before);
    const isApart = /\s{3}|[:–-]/.test(gap) || measureHead.test(fold(rest));
    const titled = subject === '' ? [] : subjects.titled(subject);
    if (subject === '' || (titled.length === 0 && !isApart) || !tells(rest, context)) continue;
    const named = titled.length === 0 && isApart ? subjects.naming(subject) : titled;
    const spoken = named.length === 0 && isApart && isPlain(subject, context) ? subjects.speaking(subject) : [];
    if (named.length > 0) readings.push({ rest, documents: named, holds: isApart ? 'any' : 'headed' });
    else if (spoken.length > 0) readings.push({ rest, documents: spoken, holds: 'whole' });
  }
  for (const { before, rest } of cuts) {
    const subject = trimFillers(rest);
    const documents = subject === '' ? [] : subjects.about(subject, before);
    if (documents.length > 0 && tells(before, context) && isPlain(subject, context))
      readings.push({ rest: before, documents, holds: 'whole' });
  }
  return readings;
}

/** What is asked for begins anew with how it is measured. */
const measureHead = /^(?:t[iy] le|so luong|so|tong|muc|toc do|ti trong|bao nhieu|may)(?![a-z])/;

const isStrong = ({ kind }: NameWord): boolean => kind !== 'weak' && kind !== 'empty';

function tells(words: string, { reader }: ToolContext): boolean {
  const strong = readAsked(words, reader).words.filter(isStrong);
  return strong.reduce((sum, { weight }) => sum + weight, 0) >= toldFrom;
}

/** Words that make an indicator another one (hộ nghèo, dân tộc thiểu số, nông thôn) are asked for, not said beside it. */
const isPlain = (words: string, { reader }: ToolContext): boolean =>
  readAsked(words, reader).words.every(
    ({ kind, token }) => kind !== 'contrast' && kind !== 'scope' && !people.has(token),
  );

const people = new Set('hoc_sinh sinh_vien hoi_vien doan_vien cao_tuoi khuyet_tat can_bo tre_em nguoi_benh'.split(' '));

function answersRest(
  { target }: CitedTarget,
  { rest, holds }: Pick<Within, 'rest' | 'holds'>,
  context: ToolContext,
): boolean {
  if (holds === 'any') return true;
  const { words } = readAsked(rest, context.reader);
  const name = context.catalog
    .targetsOf(target.document)
    .find((entry: IndexedTarget) => entry.target.id === target.id)?.name;
  if (name === undefined) return false;
  if (holds === 'whole') return matchName(words, name).grade === 'exact';
  return words.find(isStrong)?.token === name.words.find(isStrong)?.token;
}
