import { areOneReport, reportTerms } from '../tools/report-terms.ts';
import type { ToolContext } from '../tools/tool.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Evidence, FigureEvidence } from './evidence.ts';
import { findTold, type ToldQuery } from './find-told.ts';
import { fitsReport } from './fits-report.ts';
import type { Question } from './read-question.ts';
import { saysDay, tellsWhen } from './tells-when.ts';

/**
 * Evidence with sentences where no figure or no day was found: what was not stored, or under another name, is so shown in the text's own words,
 * never as a figure.
 */
export async function quoteMissing(evidence: Evidence, question: Question, context: ToolContext): Promise<Evidence> {
  if (evidence.kind === 'deadlines') return quoteDay(evidence, question, context);
  if (evidence.kind !== 'figures') return evidence;
  const says = saidOf(question);
  const figures: FigureEvidence[] = [];
  for (const figure of evidence.figures) {
    const { words, side, result } = figure;
    const told =
      result.found.length > 0 ? [] : await findTold({ words, side, documents: question.documents, says }, context);
    figures.push({ ...figure, told });
  }
  return { ...evidence, figures };
}

const planned =
  /chi tieu|muc tieu|phan dau|ke hoach|(?<![a-z])(?:giao(?! thong| duc)|dat(?= [a-z]+ [a-z]+)|de ra|se|phai|can)(?![a-z])/;

function saidOf({ kinds, text }: Question): ToldQuery['says'] {
  if (!kinds.includes('target')) return 'reported';
  return planned.test(fold(text)) ? 'planned' : 'any';
}

/** Words of asking for a day, and those that a sentence may say otherwise. */
const asking =
  /(?<!\p{L})(?:hạn(?: chót| cuối| nộp| gửi)?|thời hạn|chậm nhất|muộn nhất|trước|ngày|giờ|lúc|khi nào|bao giờ|phải|gửi|nộp|báo cáo|han|thoi han|cham nhat|muon nhat|truoc|ngay|gio|luc|khi nao|bao gio|phai|gui|nop|bao cao)(?!\p{L})/giu;

async function quoteDay(
  evidence: Extract<Evidence, { kind: 'deadlines' }>,
  { text, topic, localities, periods, documents, recognised }: Question,
  context: ToolContext,
): Promise<Evidence> {
  const isTold = evidence.result.found.some(({ deadline }) => tellsWhen(deadline));
  if (recognised.deadline?.field !== 'when' || isTold) return evidence;
  const side = { locality: localities[0] ?? null, period: periods[0] ?? null };
  const found = await findTold({ words: topic.replace(asking, ' '), side, documents, says: 'day' }, context);
  const told = found.filter(({ citation: { quote } }) => fitsReport(text, quote) && mayBeReport(text, quote));
  const vague = evidence.result.found.filter(({ citation }) => saysDay(citation.quote)).slice(0, 2);
  return { ...evidence, told: told.length > 0 ? told : vague.map(({ citation }) => ({ citation, coverage: 1 })) };
}

/** A sentence about the yearly report alone says nothing of the monthly one. */
function mayBeReport(question: string, said: string): boolean {
  const [asked = [], own = []] = [question, said].map((text) =>
    reportTerms(text.normalize('NFC')).map(({ term }) => term),
  );
  return asked.length === 0 || own.length === 0 || areOneReport(asked, own);
}
