import type { Deadline } from '../domain/deadline.ts';
import type { Directive } from '../domain/directive.ts';
import type { Block, Span } from '../domain/reply.ts';
import type { Catalog } from '../tools/catalog.ts';
import { printedDate } from '../tools/cite.ts';
import type { CitedDeadline, ListDeadlinesResult } from '../tools/list-deadlines.ts';
import { type Draft, emptyDraft } from './answer.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './read-question.ts';
import { tellsWhen, withoutNote } from './tells-when.ts';
import { whichDirective, writeStatements } from './write-documents.ts';
import { citationBlock, otherTargetsChoice, plain } from './write-parts.ts';

type DeadlineEvidence = Extract<Evidence, { kind: 'deadlines' }>;

const mostDeadlines = 5;
const mostListed = 15;

/** When, who or to whom, with the sentence that says so. A deadline without any time is no answer to "when". */
export function writeDeadlines(question: Question, { result, told }: DeadlineEvidence, catalog: Catalog): Draft {
  const field = question.recognised.deadline?.field ?? 'when';
  const telling = result.found.filter(({ deadline }) => tells(deadline, field));
  if (telling.length === 0)
    return told.length > 0 ? writeStatements(question, told, catalog) : noDeadline(question, result, catalog);
  const documents = field === 'when' && result.isOpen ? openBetween(question, telling, catalog) : [];
  if (documents.length > 0) return whichDirective(question, documents);
  const shown = field === 'what' ? datedFirst(telling).slice(0, mostListed) : telling.slice(0, mostDeadlines);
  return {
    ...emptyDraft,
    blocks: [
      { kind: 'list', items: shown.map(({ deadline }) => deadlineSpans(deadline, field)) },
      ...shown.map(({ citation }) => citationBlock(citation, catalog)),
    ],
    choices: question.localities
      .slice(0, 1)
      .filter(({ key }) => catalog.targetsAt(key).length > 0)
      .map((place) => otherTargetsChoice(place, null)),
    citations: shown.map(({ citation }) => citation),
    labels: shown.map(({ deadline }) => (deadline.dueDate ?? '').slice(0, 4)),
  };
}

const mostDocuments = 2;

/** The documents among which a question that names none of them, and no place, leaves open; none where they are few. */
function openBetween(
  { localities, documents }: Question,
  telling: readonly CitedDeadline[],
  catalog: Catalog,
): Directive[] {
  if (localities.length > 0 || documents !== null) return [];
  const ids = [...new Set(telling.map(({ deadline }) => deadline.document))];
  return ids.length > mostDocuments ? ids.flatMap((id) => catalog.directive(id) ?? []) : [];
}

/** Of many only those with a time; all when none has one. */
function datedFirst(cited: readonly CitedDeadline[]): CitedDeadline[] {
  const dated = cited.filter(({ deadline }) => tellsWhen(deadline));
  return dated.length > 0 ? dated : [...cited];
}

function tells(deadline: Deadline, field: 'when' | 'who' | 'to' | 'what'): boolean {
  if (field === 'who') return deadline.who.trim() !== '';
  if (field === 'to') return isNamed(deadline.to);
  return field === 'what' || tellsWhen(deadline);
}

const isNamed = (words: string): boolean => words.trim() !== '' && !/không nêu/.test(words);

/** One deadline in one line, what was asked for first and bold. */
export function deadlineSpans(deadline: Deadline, field: 'when' | 'who' | 'to' | 'what'): Span[] {
  const what = plain(deadline.what);
  const who = plain(deadline.who);
  const to = isNamed(deadline.to) ? ` → ${plain(deadline.to)}` : '';
  const due = printedDue(deadline);
  if (field === 'who') return [{ bold: who }, ` – ${what}${to}${due === '' ? '' : `; ${due}`}.`];
  if (field === 'to') return [{ bold: plain(deadline.to) }, ` – ${what}${due === '' ? '' : `; ${due}`}.`];
  return [{ bold: due === '' ? 'không nêu ngày' : due }, ` – ${what}${who === '' ? '' : ` (${who})`}${to}.`];
}

/** The due as read, dates as documents print them; a day that the sentence does not say gives way to its own words ("trong tháng 7"). */
function printedDue(deadline: Deadline): string {
  if (!tellsWhen(deadline)) return '';
  const day = /\d{4}-\d{2}-(\d{2})/.exec(deadline.due)?.[1];
  const isSaid = day === undefined || new RegExp(`(?<!\\d)0?${Number(day)}(?!\\d)`).test(deadline.quote);
  const due = withoutNote(deadline.due)
    .replace(/(\d{1,2}):00/g, '$1 giờ')
    .replace(/(\d{1,2}):(\d{2})/g, '$1 giờ $2');
  if (isSaid) return plain(due).replace(/\d{4}-\d{2}-\d{2}/g, (iso) => `ngày ${printedDate(iso)}`);
  return plain(vagueTime.exec(deadline.quote)?.[0] ?? '');
}

const vagueTime =
  /(?:trong|trước|đến hết|hết|cuối|đầu|giữa|đến) (?:tháng|quý|năm) [\dIVX]{1,4}(?:(?: năm | ?\/ ?)\d{4})?/iu;

function noDeadline(question: Question, { found, searched }: ListDeadlinesResult, catalog: Catalog): Draft {
  const isReport = question.recognised.deadline?.kind === 'report';
  const place = question.localities.map(({ name }) => name).join(', ');
  const where = place === '' ? '' : ` của ${place}`;
  const what = isReport ? 'thời hạn báo cáo' : 'thời hạn';
  const vague = found.slice(0, 2);
  const sentence =
    searched.length === 0 && !hasDirectives(question, catalog)
      ? `Không có văn bản nào${where} để tra thời hạn.`
      : `Không có số liệu về ${what}${where}: ${vague.length > 0 ? 'văn bản không nêu ngày cụ thể' : 'không thấy trong các văn bản đã nạp'}.`;
  const said: Block[] =
    vague.length === 0
      ? []
      : [
          { kind: 'paragraph', spans: ['Văn bản chỉ ghi:'] },
          ...vague.map(({ citation }: CitedDeadline) => citationBlock(citation, catalog)),
        ];
  return {
    ...emptyDraft,
    outcome: 'not_found',
    blocks: [{ kind: 'paragraph', spans: [sentence] }, ...said],
    citations: vague.map(({ citation }) => citation),
    labels: [sentence],
  };
}

/** Whether any directive of the places asked about is stored, for whatever time. */
function hasDirectives({ localities }: Question, catalog: Catalog): boolean {
  const keys = catalog.keysAround(localities);
  return catalog.directives.some(({ locality }) => keys.length === 0 || keys.includes(locality?.key ?? ''));
}
