import type { Block, Choice } from '../domain/reply.ts';
import type { Catalog } from '../tools/catalog.ts';
import { directiveName } from '../tools/cite.ts';
import type { ListTargetsResult } from '../tools/list-targets.ts';
import { periodWords } from '../tools/period-answer.ts';
import type { CitedTarget } from '../tools/tool.ts';
import { type Draft, emptyDraft } from './answer.ts';
import type { Question } from './read-question.ts';
import { tableRows } from './write-figures.ts';
import { choice, figureCitations, figureOf, labelsOf, sourceChoice, successorNote } from './write-parts.ts';

const mostRows = 60;
const mostCitations = 3;

/** The targets of a place, time, document or field as one table. */
export function writeList(question: Question, result: ListTargetsResult, catalog: Catalog): Draft {
  if (result.found.length === 0) return noTargets(question, result, catalog);
  const places = new Set(result.found.map(({ target }) => target.locality?.key ?? ''));
  if (places.size > 1 && question.localities.length === 0 && question.documents === null)
    return askForPlace(question, result);
  const shown = result.found.slice(0, mostRows);
  const topics = result.topics.length === 0 ? '' : ` về ${result.topics.join(', ')}`;
  const place = question.localities.map(({ name }) => name).join(', ');
  const lead = `${shown.length} chỉ tiêu${topics}${place === '' ? '' : ` của ${place}`}${question.periods.map((period) => `, ${periodWords(period)}`).join('')}:`;
  const note = successorNote(shown[0]?.target.locality ?? null, catalog);
  return {
    outcome: 'answered',
    blocks: [
      { kind: 'paragraph', spans: [lead] },
      { kind: 'table', rows: tableRows(shown.map(({ target }) => target)) },
      ...(note === '' ? [] : [{ kind: 'paragraph' as const, spans: [{ italic: note }] }]),
      ...listSources(shown, catalog),
    ],
    choices: [sourceChoice],
    figures: shown.map(figureOf),
    citations: shown.map(({ citation }) => citation),
    labels: [lead, ...shown.flatMap(labelsOf)],
  };
}

/** A few rows carry their quotes; a long table names its documents and leaves the quotes to "nguồn". */
export function listSources(shown: readonly CitedTarget[], catalog: Catalog): Block[] {
  if (shown.length <= mostCitations) return figureCitations(shown, catalog, mostCitations);
  const documents = [...new Set(shown.map(({ target }) => target.document))];
  const names = documents.flatMap((id) => catalog.directive(id) ?? []).map(directiveName);
  return [
    {
      kind: 'paragraph',
      spans: [{ italic: `Nguồn: ${names.join('; ')}. Gõ “nguồn” để xem nguyên văn từng chỉ tiêu.` }],
    },
  ];
}

function noTargets(question: Question, result: ListTargetsResult, catalog: Catalog): Draft {
  const { documents, localities, periods } = question;
  const named = documents?.flatMap((id) => catalog.directive(id) ?? []) ?? [];
  const place = localities.map(({ name }) => name).join(', ');
  const topics = result.topics.length === 0 ? '' : ` về ${result.topics.join(', ')}`;
  const time = periods.map((period) => `, ${periodWords(period)}`).join('');
  const sentence =
    named.length > 0 && result.topics.length === 0
      ? `Không có chỉ tiêu bằng số nào trong ${named.map(directiveName).join('; ')}.`
      : `Không có số liệu chỉ tiêu${topics}${place === '' ? '' : ` của ${place}`}${time} trong các văn bản đã nạp.`;
  const others = [
    ...new Set(result.otherPeriods.map(({ period }) => periodWords(period)).filter((words) => words !== '')),
  ];
  const choices: Choice[] = others
    .slice(0, 3)
    .map((words) => choice(`Chỉ tiêu ${words}`, `Liệt kê các chỉ tiêu ${words} của ${place}`));
  const near: Block[] =
    others.length === 0 ? [] : [{ kind: 'paragraph', spans: [`Có chỉ tiêu cho kỳ khác: ${others.join('; ')}.`] }];
  return {
    ...emptyDraft,
    outcome: 'not_found',
    blocks: [{ kind: 'paragraph', spans: [sentence] }, ...near],
    choices,
    labels: [sentence, ...others],
  };
}

function askForPlace(question: Question, result: ListTargetsResult): Draft {
  const places = [
    ...new Map(result.found.map(({ target }) => [target.locality?.key ?? '', target.locality])).values(),
  ].flatMap((place) => place ?? []);
  const time = question.periods.map((period) => ` ${periodWords(period)}`).join('');
  return {
    ...emptyDraft,
    outcome: 'clarify',
    blocks: [{ kind: 'paragraph', spans: ['Có chỉ tiêu của nhiều địa phương. Anh/chị xem của nơi nào?'] }],
    choices: places.slice(0, 6).map(({ name }) => choice(name, `${question.topic} của ${name}${time}`)),
    labels: places.map(({ name }) => name),
  };
}
