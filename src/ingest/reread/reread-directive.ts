import type { DeadlineFinding } from '../../domain/deadline.ts';
import type { DirectiveDraft } from '../../domain/directive.ts';
import { productReviewer, type Subject } from '../../domain/review.ts';
import type { Figure } from '../../domain/target.ts';
import type { Database } from '../../store/database.ts';
import { listDeadlines } from '../../store/deadlines.ts';
import { findDirective, loadDirectiveText } from '../../store/directives.ts';
import { findFigures } from '../../store/figures.ts';
import { loadOriginalBytes } from '../../store/originals.ts';
import { refuseDirective } from '../../store/refuse-directive.ts';
import { listReviewEntries, type ReviewEntry } from '../../store/review-log.ts';
import { type Correction, reviewMany } from '../../store/reviews.ts';
import { saveFindings } from '../../store/save-findings.ts';
import type { Suggestion } from '../../store/suggestions.ts';
import type { ReadFileAsDirective } from '../read-directive.ts';
import { settleRelations } from '../relations/settle-relations.ts';
import { type Comparison, compareReadings, type StoredFinding } from './compare-readings.ts';
import { placeInText } from './place-in-text.ts';
import { relatedDeadlines, relatedFigures, sameDeadlines, sameFigures } from './same-findings.ts';

/** What a second reading of a stored document came to. `lost`: findings whose quote does not stand in the stored text. */
export type RereadRow = {
  document: string;
  status: 'unchanged' | 'changed' | 'refused' | 'failed';
  reason?: string;
  added: number;
  withdrawn: number;
  suggested: number;
  lost: number;
};

export type RereadDeps = { database: Database; read: ReadFileAsDirective; now: Date; today: string };

const all = ['proposed', 'approved', 'rejected'] as const;

/**
 * Reads the bytes of a stored document again, by the rules as they are now. What is new waits for review; what nobody looked at and is no longer
 * found is withdrawn; where the reading differs from what a person settled it becomes a suggestion, and the settled value stays.
 * A mark of secrecy seen only now takes the document out of the answers.
 */
export async function rereadDirective(
  document: string,
  { database, read, now, today }: RereadDeps,
): Promise<RereadRow> {
  const directive = await findDirective(database, document);
  const text = await loadDirectiveText(database, document);
  const bytes = directive === null ? null : await loadOriginalBytes(database, directive.sha256);
  if (directive === null || text === null)
    return emptyRow(document, 'failed', `Không có văn bản nào mang mã ${document}.`);
  if (bytes === null) return emptyRow(document, 'failed', 'Không còn giữ tệp gốc của văn bản này.');
  const reading = await read({ name: directive.source, bytes }, { today });
  if (reading.status === 'refused') await refuse(database, document);
  if (reading.status !== 'read') return emptyRow(document, reading.status, reading.reason);
  const found = inText(reading.draft, text);
  const entries = await listReviewEntries(database, document);
  const figures = await compareFigures(database, { document, found: found.figures, entries });
  const deadlines = await compareDeadlines(database, { document, found: found.deadlines, entries });
  const suggestions = [
    ...suggestionsOf({ document, kind: 'figure' }, figures, figureValue),
    ...suggestionsOf({ document, kind: 'deadline' }, deadlines, deadlineValue),
  ];
  const suggested = await saveFindings(
    database,
    { document, figures: figures.added, deadlines: deadlines.added, suggestions },
    now,
  );
  const gone: Subject[] = [
    ...figures.withdrawn.map((id) => ({ kind: 'figure' as const, id })),
    ...deadlines.withdrawn.map((id) => ({ kind: 'deadline' as const, id })),
  ];
  await withdraw(database, gone, now);
  const added = figures.added.length + deadlines.added.length;
  const withdrawn = gone.length;
  const status = added + withdrawn + suggested > 0 ? 'changed' : 'unchanged';
  return { document, status, added, withdrawn, suggested, lost: found.lost };
}

/** What it stood in the place of stands again. */
async function refuse(database: Database, document: string): Promise<void> {
  await database.transaction(async (session) => {
    await refuseDirective(session, document);
    await settleRelations(session, { added: [], gone: [document] });
  });
}

const emptyRow = (document: string, status: 'refused' | 'failed', reason: string): RereadRow => ({
  document,
  status,
  reason,
  added: 0,
  withdrawn: 0,
  suggested: 0,
  lost: 0,
});

function inText({ figures, deadlines }: DirectiveDraft, text: string) {
  const placed = { figures: placeInText(figures, text), deadlines: placeInText(deadlines, text) };
  const lost = figures.length + deadlines.length - placed.figures.length - placed.deadlines.length;
  return { ...placed, lost };
}

type Comparing<Finding> = { document: string; found: Finding[]; entries: readonly ReviewEntry[] };

async function compareFigures(database: Database, { document, found, entries }: Comparing<Figure>) {
  const stored = await findFigures(database, { documents: [document], statuses: [...all] });
  const rules = { isSame: sameFigures, isRelated: relatedFigures };
  return compareReadings<Figure>(
    stored.flatMap((one) => toStored('figure', one, entries)),
    found,
    rules,
  );
}

async function compareDeadlines(database: Database, { document, found, entries }: Comparing<DeadlineFinding>) {
  const stored = await listDeadlines(database, { documents: [document], statuses: [...all] });
  const rules = { isSame: sameDeadlines, isRelated: relatedDeadlines };
  return compareReadings<DeadlineFinding>(
    stored.flatMap((one) => toStored('deadline', one, entries)),
    found,
    rules,
  );
}

/** With what it said before each correction: that it is read so again is no news. What only a reading withdrew may be found again. */
function toStored<Finding extends object>(
  kind: Subject['kind'],
  one: Finding & { id: number; status: StoredFinding<Finding>['status'] },
  entries: readonly ReviewEntry[],
): StoredFinding<Finding>[] {
  const own = entries.filter((entry) => entry.kind === kind && entry.id === one.id);
  const before = own.flatMap(({ valueBefore }) =>
    valueBefore === null ? [] : [{ ...one, ...(valueBefore as Partial<Finding>) }],
  );
  if (own.at(-1)?.act === 'withdraw') return [];
  return [{ id: one.id, status: one.status, isSettled: own.length > 0, readings: [one, ...before] }];
}

function suggestionsOf<Finding>(
  subjects: { document: string; kind: Subject['kind'] },
  { differing }: Comparison<Finding>,
  correctionOf: (finding: Finding) => Correction,
): Suggestion[] {
  const { document, kind } = subjects;
  return differing.map(({ id, finding }) => ({
    subject: { kind, id },
    document,
    finding: finding === null ? null : correctionOf(finding),
  }));
}

const figureValue = ({ valueText, min, max, comparator, unit, quote, start, end }: Figure): Correction => ({
  valueText,
  min,
  max,
  comparator,
  unit,
  quote,
  start,
  end,
});

const deadlineValue = ({ due, dueDate, rule, quote, start, end }: DeadlineFinding): Correction => ({
  due,
  dueDate,
  rule,
  quote,
  start,
  end,
});

/** Somebody may have looked at one of them meanwhile: then it stays. */
async function withdraw(database: Database, subjects: readonly Subject[], at: Date): Promise<void> {
  const deed = { act: 'withdraw', reviewer: productReviewer, at, approvals: 1 } as const;
  for (const { kind, id } of subjects) await reviewMany(database, { kind, ids: [id], expected: 1 }, deed);
}
