import type { Directive } from '../domain/directive.ts';
import type { Block, Choice } from '../domain/reply.ts';
import type { Target } from '../domain/target.ts';
import type { Catalog } from '../tools/catalog.ts';
import { directiveName, printedDate } from '../tools/cite.ts';
import type { CorpusView } from '../tools/corpus-view.ts';
import type { Draft } from './answer.ts';
import { shownTargets } from './shown-targets.ts';
import { indicatorName, printedValue } from './write-parts.ts';

const mostNotes = 4;

/** `question`: as understood, to be asked again about the past; `today`: ISO date. */
export type NoteInput = { catalog: Catalog; view: CorpusView; question: string; today: string };

/**
 * Says which figures and documents of an answer no longer count, since when and by which document; and of figures that took another one's
 * place, where the former one stands. Figures and citations stay as they are.
 */
export function noteValidity(draft: Draft, { catalog, view, question, today }: NoteInput): Draft {
  const shown = shownTargets(draft, catalog);
  const documents = [...new Set(draft.citations.map(({ document }) => document))].flatMap(
    (id) => catalog.directive(id) ?? [],
  );
  const over = shown.filter(({ replacedBy }) => typeof replacedBy === 'string');
  const isSaid = ({ id }: Directive): boolean => over.some(({ document }) => document === id);
  const changed = changesOf(shown, catalog);
  const notes = [
    ...over.map((target) => overNote(target, { isOneOfSome: shown.length > 1, catalog, today })),
    ...documents.filter((directive) => !isSaid(directive)).map((directive) => replacedNote(directive, catalog, today)),
    ...changed.map(changedNote),
    ...documents.map((directive) => laterNote(directive, today)),
  ];
  const distinct = [...new Set(notes.filter((note) => note !== ''))].slice(0, mostNotes);
  const lead =
    view.kind === 'day' && draft.outcome === 'answered'
      ? [`Theo các văn bản có hiệu lực ngày ${printedDate(view.day)}:`]
      : [];
  if (distinct.length + lead.length === 0) return draft;
  const said = (note: string): Block => ({ kind: 'paragraph', spans: [{ italic: note }] });
  return {
    ...draft,
    blocks: [...lead.map(said), ...beforeSources(draft.blocks, distinct.map(said))],
    choices: changed.length === 0 || view.kind !== 'current' ? draft.choices : [...draft.choices, earlier(question)],
    labels: [...draft.labels, ...lead, ...distinct],
  };
}

type OverInput = { isOneOfSome: boolean; catalog: Catalog; today: string };

/** "Mức này đã được thay thế bởi nghị quyết số 37/NQ-HĐND, HĐND tỉnh Ninh Bình, từ ngày 17/07/2026." */
function overNote(target: Target, { isOneOfSome, catalog, today }: OverInput): string {
  const by = catalog.directive(target.replacedBy ?? '');
  if (by === null) return '';
  const isTakenBack = (target.replacedByFigure ?? null) === null;
  const when = (target.replacedOn ?? '') > today ? 'sẽ' : 'đã';
  const what = isOneOfSome ? `${printedValue(target)} (${indicatorName(target)})` : 'Mức này';
  return `${what} ${when} ${isTakenBack ? 'hết hiệu lực theo' : 'được thay thế bởi'} ${since(by, target.replacedOn)}.`;
}

function replacedNote(directive: Directive, catalog: Catalog, today: string): string {
  const by = catalog.directive(directive.replacedBy ?? '');
  return by === null
    ? ''
    : `${upper(nameOf(directive))} ${(directive.replacedOn ?? '') > today ? 'sẽ' : 'đã'} được thay thế bởi ${since(by, directive.replacedOn)}.`;
}

type Change = { by: Directive; from: Directive };

/** Which documents changed which others, as far as the former figures are not shown themselves. */
function changesOf(shown: readonly Target[], catalog: Catalog): Change[] {
  const ids = new Set(shown.map(({ id }) => id));
  return shown.flatMap((target) =>
    catalog.precededBy(target).flatMap((old) => {
      const [by, from] = [catalog.directive(target.document), catalog.directive(old.document)];
      return by === null || from === null || ids.has(old.id) ? [] : [{ by, from }];
    }),
  );
}

const changedNote = ({ by, from }: Change): string =>
  `Mức theo ${since({ ...by, issuer: null }, by.effectiveFrom ?? by.date)}, thay mức tại ${nameOf(from)}.`;

/** A document that is not in force yet. */
const laterNote = (directive: Directive, today: string): string =>
  (directive.effectiveFrom ?? '') > today
    ? `${upper(nameOf(directive))} có hiệu lực từ ngày ${printedDate(directive.effectiveFrom ?? '')}.`
    : '';

/** The document and the day from which it counts; a day that is that of its issue is said once. */
function since(by: Directive, on: string | null | undefined): string {
  if (typeof on !== 'string') return directiveName(by);
  return `${directiveName({ ...by, date: on === by.date ? null : by.date })}, từ ngày ${printedDate(on)}`;
}

/** Without the issuer, which the source line names. */
const nameOf = (directive: Directive): string => directiveName({ ...directive, issuer: null });
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const earlier = (question: string): Choice => ({
  label: 'Mức trước khi điều chỉnh',
  message: `${question.trim().replace(/(?<![?.!\s])[?.!\s]+$/, '')} trước khi điều chỉnh`,
});

/** Notes stand behind what is said and in front of its sources. */
function beforeSources(blocks: readonly Block[], notes: readonly Block[]): Block[] {
  const at = blocks.findIndex(({ kind }) => kind === 'citation');
  return at < 0 ? [...blocks, ...notes] : [...blocks.slice(0, at), ...notes, ...blocks.slice(at)];
}
