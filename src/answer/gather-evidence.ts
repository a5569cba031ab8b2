import type { Directive } from '../domain/directive.ts';
import type { Period } from '../domain/period.ts';
import { compareTargets } from '../tools/compare-targets.ts';
import { findDuties } from '../tools/find-duties.ts';
import { findPassages } from '../tools/find-passages.ts';
import { listDeadlines } from '../tools/list-deadlines.ts';
import { listDirectives } from '../tools/list-directives.ts';
import { listTargets } from '../tools/list-targets.ts';
import { lookUpTarget } from '../tools/look-up-target.ts';
import { reportTerms } from '../tools/report-terms.ts';
import { showDirective } from '../tools/show-directive.ts';
import type { ToolContext } from '../tools/tool.ts';
import { fold } from '../vietnamese/fold.ts';
import { askWithin } from './ask-within.ts';
import { askedOffice } from './asked-office.ts';
import type { ChatContext } from './chat-context.ts';
import type { Evidence, FigureEvidence } from './evidence.ts';
import { fitsReport } from './fits-report.ts';
import { gatherMembers } from './gather-members.ts';
import { gatherOverview } from './gather-overview.ts';
import { isOpenToResults, otherKinds, type Wanted } from './other-kinds.ts';
import { quoteMissing } from './quote-missing.ts';
import type { Question } from './read-question.ts';
import { findReported } from './reported-text.ts';
import { reportingDocuments } from './reporting-documents.ts';
import { hasThing } from './split-question.ts';
import { topicWords } from './topic-words.ts';

/** Asks the tools for what the question wants; what they do not have stays "nothing". */
export async function gatherEvidence(question: Question, chat: ChatContext, context: ToolContext): Promise<Evidence> {
  const { kind } = question.recognised;
  if (kind === 'greeting' || kind === 'thanks' || kind === 'help') return { kind: 'nothing' };
  if (kind === 'source') return { kind: 'sources', citations: chat.citations };
  const isNumbered = (question.mention?.number ?? null) !== null;
  if (question.isUnknownDirective && (kind !== 'text' || isNumbered))
    return (await reportedFigures(question, context)) ?? unknownDirective(question, context);
  const overview = await gatherOverview(question, context);
  if (overview !== null) return overview;
  const named = await directivesNamed(question, context);
  if (named.length > 1) return { kind: 'metadata', shown: [], choices: named };
  if (kind === 'metadata') return gatherMetadata(question, context);
  if (kind === 'deadline') return quoteMissing(await gatherDeadlines(question, context), question, context);
  if (kind === 'list_directives')
    return { kind: 'directives', directives: (await directivesMeant(question, context)).directives };
  const members = await gatherMembers(question, context);
  if (members !== null) return members;
  if (kind === 'list_targets') return gatherList(question, context);
  if (kind === 'text') return gatherText(question, context);
  return quoteMissing(await gatherFigures(question, context), question, context);
}

/** What articles report of a document that is not stored; null where they set nothing of what is asked. */
async function reportedFigures(question: Question, context: ToolContext): Promise<Evidence | null> {
  const { recognised, mention } = question;
  if (mention === null || (recognised.kind !== 'figure' && recognised.kind !== 'open')) return null;
  const documents = await reportingDocuments(mention, context);
  if (documents.length === 0) return null;
  const evidence = await gatherFigures({ ...question, documents, isUnknownDirective: false }, context);
  return evidence.kind === 'figures' && evidence.figures.some(({ result }) => result.found.length > 0)
    ? { ...evidence, retold: mention.number ?? '' }
    : null;
}

async function directivesMeant({ mention, localities, periods }: Question, context: ToolContext) {
  const { type = null, number = null, date = null } = mention ?? {};
  return listDirectives.run(
    { type, number, date, localityKeys: context.catalog.keysAround(localities), periods },
    context,
  );
}

/** Several documents have the number that the question points at one by. */
async function directivesNamed(question: Question, context: ToolContext): Promise<Directive[]> {
  const { mention, recognised } = question;
  if (mention === null || mention.number === null || recognised.kind === 'list_directives') return [];
  return (await directivesMeant(question, context)).directives;
}

async function unknownDirective(question: Question, context: ToolContext): Promise<Evidence> {
  const localityKeys = context.catalog.keysAround(question.localities);
  const { directives } = await listDirectives.run(
    { type: null, number: null, date: null, localityKeys, periods: [] },
    context,
  );
  return { kind: 'unknown_directive', directives };
}

async function gatherMetadata(question: Question, context: ToolContext): Promise<Evidence> {
  const { directives } = await directivesMeant(question, context);
  const named = directives.filter(
    (directive) => question.documents === null || question.documents.includes(directive.id),
  );
  const meant = named.length > 1 ? byTitle(named, question.topic) : named;
  if (meant.length !== 1) return { kind: 'metadata', shown: [], choices: meant };
  const shown = [];
  for (const directive of meant) {
    const { fields } = await showDirective.run({ document: directive.id, fields: question.recognised.fields }, context);
    shown.push({ directive, fields });
  }
  return { kind: 'metadata', shown, choices: [] };
}

/** Of several documents those whose title has most of the words asked for. */
function byTitle<Row extends { title: string }>(directives: readonly Row[], topic: string): Row[] {
  const scoreOf = topicWords(topic);
  const scored = directives.map((directive) => ({ directive, score: scoreOf(directive.title) }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score >= best - 0.05).map(({ directive }) => directive);
}

const recipient =
  /(?:báo cáo|bao cao|gửi|gui|trình|trinh|nộp|nop)(?: về| cho| lên)?\s+((?:UBND|HĐND|Ủy ban|Sở|Bộ|Ban|Tỉnh ủy|Thành ủy|Huyện ủy|ubnd|sở|so noi vu|bộ|phòng|Phòng|Chi cục|Văn phòng)[^,.;?]{0,60}?)(?=\s+(?:về|trước|chậm|khi|vào|năm|hằng|hàng|trong|trc|truoc|ve|nam)(?!\p{L})|[,.;?]|$)/u;

async function gatherDeadlines(question: Question, context: ToolContext): Promise<Evidence> {
  const { deadline } = question.recognised;
  const listed = await listDeadlines.run(
    {
      words: withReportTerms(question),
      to: deadline?.field === 'who' ? (recipient.exec(question.topic)?.[1] ?? '').trim() : '',
      kind: deadline?.kind ?? null,
      localities: question.localities,
      period: issuePeriod(question),
      documents: question.documents,
    },
    context,
  );
  const found = listed.found.filter((cited) =>
    fitsReport(question.text, `${cited.deadline.to} ${cited.citation.quote}`),
  );
  const result = { ...listed, found };
  if (found.length > 0 || deadline?.field === 'when') return { kind: 'deadlines', result, told: [] };
  const text = await gatherText(question, context);
  return text.kind === 'statements' && text.found.length > 0 ? text : { kind: 'deadlines', result, told: [] };
}

/** The words asked about with the times that reports are about ("quý III"), which were taken out as periods. */
function withReportTerms({ text, topic }: Question): string {
  const terms = reportTerms(text.normalize('NFC'));
  return [topic, ...terms.map(({ start, end }) => text.normalize('NFC').slice(start, end))].join(', ');
}

/** "Báo cáo quý III" without a year says which report, not whose plan of which year. */
function issuePeriod({ text, periods }: Question): Period | null {
  const whole = periods.find(({ kind }) => !partKinds.has(kind));
  return whole ?? (/(?:19|20)\d\d/.test(text) ? (periods[0] ?? null) : null);
}

const partKinds = new Set(['quarter', 'half', 'nine_months', 'month']);

const listWords =
  /liệt kê|liet ke|danh sách|danh sach|tất cả|tat ca|toàn bộ|toan bo|tổng hợp|tong hop|thống kê|thong ke|cho xem|list|chủ yếu|chu yeu|cơ bản|co ban|(?:các |cac |những |nhung )?(?:chỉ tiêu|chi tieu|mục tiêu|muc tieu|số liệu|con số|targets?)|bằng số|những gì|nhung gi|gồm|(?<!\p{L})(?:số|so) (?:nào|nao)|nào(?!\p{L})|(?:có|co) (?:mấy|may|bao nhiêu|bao nhieu)/giu;

async function gatherList(question: Question, context: ToolContext): Promise<Evidence> {
  const topic = question.topic.replace(listWords, ' ');
  const { localities, documents, kinds } = question;
  const result = await listTargets.run(
    { localities, period: question.periods[0] ?? null, documents, topic, kinds },
    context,
  );
  if (result.found.length > 0 || result.topics.length === 0) return { kind: 'target_list', result };
  const text = await gatherText({ ...question, parts: [] }, context);
  return text.kind === 'statements' && text.found.length > 0 ? text : { kind: 'target_list', result };
}

/** "là gì?" may ask for a figure; names and lists of words never do. */
async function gatherText(question: Question, context: ToolContext): Promise<Evidence> {
  const office = askedOffice(question.unplaced);
  if (office !== null) {
    const { found } = await findDuties.run({ office, documents: documentsToSearch(question, context) }, context);
    if (found.length > 0) return { kind: 'statements', found };
  }
  if (!question.recognised.wantsNames && question.parts.length > 0) {
    const evidence = await gatherFigures(question, context);
    if (evidence.kind === 'figures' && evidence.figures.every(({ result }) => result.found.length > 0)) return evidence;
  }
  const { found } = await findPassages.run(
    { words: question.topic, documents: documentsToSearch(question, context), isStrict: false },
    context,
  );
  return { kind: 'statements', found };
}

/** Directives of the documents, places and times asked about; null when the question restricts nothing. */
export function documentsToSearch(
  { documents, localities, periods }: Question,
  { catalog }: ToolContext,
): string[] | null {
  if (documents !== null) return documents;
  if (localities.length === 0) return null;
  const keys = catalog.keysAround(localities);
  const placed = catalog.directives.filter(({ locality }) => keys.includes(locality?.key ?? ''));
  const period = periods[0];
  const timely =
    period === undefined
      ? placed
      : placed.filter(
          (directive) => touches(directive.period, period) || (directive.date ?? '').slice(0, 4) === period.text,
        );
  return (timely.length > 0 ? timely : placed).map(({ id }) => id);
}

type Days = { from: string | null; to: string | null };
const touches = (left: Days, right: Days): boolean =>
  (left.from ?? left.to ?? '') <= (right.to ?? '9999') && (right.from ?? right.to ?? '') <= (left.to ?? '9999');

async function gatherFigures(question: Question, context: ToolContext): Promise<Evidence> {
  const things = question.parts.filter(hasThing);
  if (things.length === 0) return withoutThing(question, context);
  const [thing] = things;
  if (thing !== undefined && things.length === 1 && question.sides.length > 1) {
    const result = await compareTargets.run(
      { words: thing.text, sides: question.sides, documents: question.documents },
      context,
    );
    return { kind: 'comparison', words: thing.text, result };
  }
  const figures: FigureEvidence[] = [];
  for (const [at, part] of question.parts.entries()) {
    if (!hasThing(part)) continue;
    for (const side of question.partSides[at] ?? [])
      figures.push(await gatherFigure({ words: part.text, side, question }, context));
  }
  const isAnswered = figures.some(({ result }) => result.found.length > 0);
  const field = isAnswered ? null : await gatherField(question, context);
  if (field !== null) return field;
  if (!isAnswered && isOpenToResults(question)) {
    const found = await findReported(question, documentsToSearch(question, context), context);
    if (found.length > 0) return { kind: 'statements', found };
  }
  if (isAnswered || question.recognised.wantsNumber) return { kind: 'figures', figures };
  return orText(question, figures, context);
}

/** "chỉ tiêu môi trường của …": all that is set in a field, where nothing is named so; null for no field. */
async function gatherField(question: Question, context: ToolContext): Promise<Evidence | null> {
  const isField = /^(?:cac |nhung )?(?:chi tieu|muc tieu)(?![a-z])/.test(fold(question.text).trim());
  if (!isField || question.recognised.wantsNumber || question.localities.length === 0) return null;
  const list = await gatherList(question, context);
  return list.kind === 'target_list' && list.result.topics.length > 0 && list.result.found.length > 0 ? list : null;
}

async function gatherFigure({ words, side, question }: Wanted, context: ToolContext): Promise<FigureEvidence> {
  const { documents, kinds } = question;
  const { isEachYear } = question;
  const result = await lookUpTarget.run({ words, ...side, documents, kinds, isEachYear }, context);
  const beside = await otherKinds({ words, side, question }, result, context);
  if (beside !== null) return { words, side, result: beside, isOtherPeriod: false, told: [] };
  if (result.found.length > 0) return { words, side, result, isOtherPeriod: false, told: [] };
  const within = await askWithin({ words, side, question }, context);
  if (within !== null) return { words, side, result: within, isOtherPeriod: false, told: [] };
  if (!question.isPeriodCarried) return { words, side, result, isOtherPeriod: false, told: [] };
  const anytime = await lookUpTarget.run({ words, locality: side.locality, period: null, documents, kinds }, context);
  return anytime.found.length > 0
    ? { words, side, result: anytime, isOtherPeriod: true, told: [] }
    : { words, side, result, isOtherPeriod: false, told: [] };
}

/** Words that name no indicator may be a question about the text, if a sentence says just them. */
async function orText(question: Question, figures: FigureEvidence[], context: ToolContext): Promise<Evidence> {
  const isIndicator = question.recognised.kind === 'figure' || question.parts.some(({ asked }) => asked.key !== null);
  if (isIndicator) return { kind: 'figures', figures };
  const { found } = await findPassages.run(
    { words: question.topic, documents: documentsToSearch(question, context), isStrict: true },
    context,
  );
  return found.length > 0 ? { kind: 'statements', found } : { kind: 'figures', figures };
}

/** Only a place, a time or a document: what is set there. */
async function withoutThing(question: Question, context: ToolContext): Promise<Evidence> {
  if (question.localities.length + question.periods.length > 0 || question.documents !== null)
    return gatherList({ ...question, topic: '' }, context);
  return { kind: 'nothing' };
}
