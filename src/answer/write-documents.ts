import type { Citation } from '../domain/citation.ts';
import type { Directive } from '../domain/directive.ts';
import type { Block, Choice } from '../domain/reply.ts';
import type { Catalog } from '../tools/catalog.ts';
import { directiveName, printedDate } from '../tools/cite.ts';
import type { FoundStatement } from '../tools/found-statement.ts';
import type { DirectiveField, ShownField } from '../tools/show-directive.ts';
import { type Draft, emptyDraft } from './answer.ts';
import type { Question } from './read-question.ts';
import { choice, citationBlock, otherTargetsChoice, plain } from './write-parts.ts';

const mostDirectives = 12;
const mostSources = 12;

const say = (text: string): Block => ({ kind: 'paragraph', spans: [text] });

/** What the text says, word for word. */
export function writeStatements(question: Question, found: readonly FoundStatement[], catalog: Catalog): Draft {
  if (found.length === 0) return nothingSaid(question, catalog);
  const citations = found.map(({ citation }) => citation);
  return {
    ...emptyDraft,
    blocks: [say('Văn bản nêu:'), ...citations.map((citation) => citationBlock(citation, catalog))],
    choices: placeChoices(question, catalog),
    citations,
  };
}

function nothingSaid(question: Question, catalog: Catalog): Draft {
  const place = question.localities.map(({ name }) => name).join(', ');
  const named = question.documents?.flatMap((id) => catalog.directive(id) ?? []) ?? [];
  const where =
    named.length > 0 ? named.map(directiveName).join('; ') : `các văn bản đã nạp${place === '' ? '' : ` của ${place}`}`;
  const sentence = `Không tìm thấy nội dung này trong ${where}.`;
  return {
    ...emptyDraft,
    outcome: 'not_found',
    blocks: [say(sentence)],
    choices: placeChoices(question, catalog),
    labels: [sentence],
  };
}

const placeChoices = (question: Question, catalog: Catalog): Choice[] =>
  question.localities
    .filter(({ key }) => catalog.targetsAt(key).length > 0)
    .slice(0, 1)
    .map((place) => otherTargetsChoice(place, null));

/** Documents by name, newest first. */
export function writeDirectives(directives: readonly Directive[]): Draft {
  if (directives.length === 0)
    return { ...emptyDraft, outcome: 'not_found', blocks: [say('Chưa có văn bản nào như vậy.')] };
  const shown = directives.slice(0, mostDirectives);
  const names = shown.map(
    (directive) => `${directiveName(directive)}${directive.number === null ? '' : ` – ${plain(directive.title)}`}`,
  );
  const lead = `${directives.length} văn bản${directives.length > shown.length ? `, đây là ${shown.length} văn bản mới nhất` : ''}:`;
  return {
    ...emptyDraft,
    blocks: [say(lead), { kind: 'list', items: names.map((name) => [name]) }],
    labels: [lead, ...names],
  };
}

/** The question points at a number or date that no document has. */
export function writeUnknownDirective(question: Question, directives: readonly Directive[]): Draft {
  const date = question.mention?.date ?? null;
  const asked = [question.mention?.number ?? '', date === null ? '' : `ngày ${printedDate(date)}`];
  const shown = directives.slice(0, 4);
  const sentence = `Không có văn bản ${asked.filter((part) => part !== '').join(', ')} trong các văn bản đã nạp.`;
  const names = shown.map(directiveName);
  const near: Block[] =
    names.length === 0 ? [] : [say('Các văn bản gần nhất:'), { kind: 'list', items: names.map((name) => [name]) }];
  return {
    ...emptyDraft,
    outcome: 'not_found',
    blocks: [say(sentence), ...near],
    labels: [question.text, sentence, ...names],
  };
}

const fieldNames: Readonly<Record<DirectiveField, string>> = {
  number: 'số, ký hiệu',
  date: 'ngày ban hành',
  signer: 'người ký',
  issuer: 'cơ quan ban hành',
  recipients: 'nơi nhận',
  title: 'tên văn bản',
  period: 'thời kỳ',
};

/** Number, date, signer … of a document; what it does not say is said so. */
export function writeMetadata(
  question: Question,
  evidence: { shown: { directive: Directive; fields: ShownField[] }[]; choices: Directive[] },
  catalog: Catalog,
): Draft {
  const [only] = evidence.shown;
  if (only === undefined) return whichDirective(question, evidence.choices);
  const known = only.fields.filter(({ value }) => value !== null);
  const citations = known.flatMap(({ citation }) => (citation === null ? [] : [citation]));
  const name = directiveName(only.directive);
  const missing = only.fields.filter(({ value }) => value === null).map(({ field }) => fieldNames[field]);
  const missingBlocks = missing.length === 0 ? [] : [say(`Văn bản không nêu: ${missing.join(', ')}.`)];
  if (known.length === 0)
    return { ...emptyDraft, outcome: 'not_found', blocks: [say(`${name}.`), ...missingBlocks], labels: [name] };
  const items = known.map(({ field, value }) => [`${fieldNames[field]}: `, { bold: plain(value ?? '') }]);
  return {
    ...emptyDraft,
    blocks: [
      { kind: 'list', items },
      ...missingBlocks,
      ...distinctQuotes(citations).map((citation) => citationBlock(citation, catalog)),
    ],
    choices:
      only.directive.locality === null || catalog.targetsOf(only.directive.id).length === 0
        ? []
        : [otherTargetsChoice(only.directive.locality, null)],
    citations,
    labels: [name],
  };
}

const distinctQuotes = (citations: readonly Citation[]): Citation[] => [
  ...new Map(citations.map((citation) => [`${citation.start} ${citation.end}`, citation])).values(),
];

/** Asks which of these documents is meant. */
export function whichDirective(question: Pick<Question, 'text'>, choices: readonly Directive[]): Draft {
  if (choices.length === 0)
    return { ...emptyDraft, outcome: 'not_found', blocks: [say('Không có văn bản nào như vậy trong kho.')] };
  const shown = choices.slice(0, 6);
  return {
    ...emptyDraft,
    outcome: 'clarify',
    blocks: [say('Anh/chị hỏi văn bản nào?')],
    choices: shown.map((directive) =>
      choice(
        directiveName(directive),
        `${question.text.trim().replace(/(?<![?.!\s])[?.!\s]+$/, '')}, ${pointer(directive)}`,
      ),
    ),
    labels: shown.map(directiveName),
  };
}

/** Words that, added to the question, point at this document alone. */
export function pointer({ date, number, title, type, locality }: Directive): string {
  const place = locality === null ? '' : ` của ${locality.name}`;
  if (date !== null) return `ngày ${printedDate(date)}${place}`;
  return `${number === null ? title : `${type} ${number}`}${place}`;
}

/** The quotes of the last answer. */
export function writeSources(citations: readonly Citation[], catalog: Catalog): Draft {
  if (citations.length === 0)
    return {
      ...emptyDraft,
      outcome: 'clarify',
      blocks: [say('Anh/chị muốn xem nguồn của số liệu nào? Hãy hỏi số liệu trước, rồi gõ “nguồn”.')],
    };
  const shown = distinctQuotes(citations).slice(0, mostSources);
  return {
    ...emptyDraft,
    blocks: shown.map((citation) => citationBlock(citation, catalog)),
    choices: [],
    citations: shown,
  };
}
