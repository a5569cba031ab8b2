import type { DeadlineFinding } from '../domain/deadline.ts';
import type { ReviewStatus } from '../domain/review.ts';
import {
  approversOf,
  type Review,
  type ReviewAct,
  type Reviewer,
  type Subject,
  statusAfter,
} from '../domain/review.ts';
import type { Figure } from '../domain/target.ts';
import { addAudit } from './audit.ts';
import type { Database, Session } from './database.ts';
import { addReviews, listReviews } from './review-log.ts';
import { listSamePerson } from './same-person.ts';
import { noteChange } from './save-directive.ts';

/** The parts of a figure or deadline that a correction sets. */
export type Correction =
  | Pick<Figure, 'valueText' | 'min' | 'max' | 'comparator' | 'unit' | 'quote' | 'start' | 'end'>
  | Pick<DeadlineFinding, 'due' | 'dueDate' | 'rule' | 'quote' | 'start' | 'end'>;

/** One deed of one person; `value` goes with `correct`. So many different people must stand behind a value before it counts. */
export type Deed = { act: ReviewAct; reviewer: Reviewer; at: Date; approvals: number; value?: Correction };

/** done · changed: somebody else acted since the person looked · pointless: the act does not go with the status, or was this person's already. */
export type ReviewOutcome =
  | { result: 'done' | 'changed' | 'pointless'; status: ReviewStatus; history: Review[] }
  | { result: 'unknown' };

const tables = { figure: 'figures', deadline: 'deadlines' } as const;
const columns = {
  valueText: 'value_text',
  min: 'min',
  max: 'max',
  comparator: 'comparator',
  unit: 'unit',
  due: 'due',
  dueDate: 'due_on',
  rule: 'rule',
  quote: 'quote',
  start: 'start_offset',
  end: 'end_offset',
} as const;

type Row = { id: number; status: ReviewStatus; document: string };

/**
 * Carries one act out and writes it into the log, in one transaction. `turn`: how many acts the log held when the person looked at the subject;
 * null when that does not matter.
 */
export async function reviewSubject(
  database: Database,
  { subject, turn }: { subject: Subject; turn: number | null },
  deed: Deed,
): Promise<ReviewOutcome> {
  return database.transaction(async (session) => {
    const [row] = await lockRows(session, subject.kind, [subject.id]);
    if (row === undefined) return { result: 'unknown' };
    const history = (await listReviews(session, subject.kind, [subject.id])).get(subject.id) ?? [];
    const { status } = row;
    if (turn !== null && turn !== history.length) return { result: 'changed', status, history };
    const person = await listSamePerson(session, deed.reviewer.id);
    if (!fits({ status, history }, deed.act, person)) return { result: 'pointless', status, history };
    const [became] = await carryOut(session, subject.kind, {
      rows: [row],
      histories: new Map([[row.id, history]]),
      deed,
    });
    return { result: 'done', status: became ?? status, history: [...history, entryOf(subject, deed)] };
  });
}

/**
 * The same act for many subjects at once, in one transaction. Nothing happens, and null is given, unless it fits exactly as many of them as `expected`
 * (what the person was shown); else how many there were.
 */
export async function reviewMany(
  database: Database,
  { kind, ids, expected }: { kind: Subject['kind']; ids: readonly number[]; expected: number },
  deed: Deed,
): Promise<number | null> {
  return database.transaction(async (session) => {
    const rows = await lockRows(session, kind, ids);
    const histories = await listReviews(session, kind, ids);
    const person = await listSamePerson(session, deed.reviewer.id);
    const fitting = rows.filter(({ id, status }) =>
      fits({ status, history: histories.get(id) ?? [] }, deed.act, person),
    );
    if (fitting.length !== expected) return null;
    await carryOut(session, kind, { rows: fitting, histories, deed });
    return fitting.length;
  });
}

const entryOf = ({ kind, id }: Subject, { act, reviewer, at }: Deed): Review => ({
  kind,
  id,
  act,
  reviewer: reviewer.id,
  reviewerName: reviewer.name,
  at,
});

/**
 * Only what is proposed is approved, and by each person once, under whatever of their names; what is settled can be corrected, rejected or
 * opened again.
 */
function fits(
  { status, history }: { status: ReviewStatus; history: readonly Review[] },
  act: ReviewAct,
  person: readonly string[],
): boolean {
  switch (act) {
    case 'approve':
      return status === 'proposed' && !approversOf(history).some((approver) => person.includes(approver));
    case 'withdraw':
      return status === 'proposed' && history.length === 0;
    case 'correct':
      return status !== 'replaced';
    case 'reject':
      return status === 'proposed' || status === 'approved';
    case 'reopen':
      return status === 'approved' || status === 'rejected';
    case 'keep':
      return true;
  }
}

async function lockRows(session: Session, kind: Subject['kind'], ids: readonly number[]): Promise<Row[]> {
  return session.query<Row>(
    `select id, status, directive_id as document from ${tables[kind]} where id = any($1::bigint[]) order by id for update`,
    [ids],
  );
}

type Carrying = { rows: readonly Row[]; histories: ReadonlyMap<number, Review[]>; deed: Deed };

/** The new statuses, in the order of the rows. */
async function carryOut(
  session: Session,
  kind: Subject['kind'],
  { rows, histories, deed }: Carrying,
): Promise<ReviewStatus[]> {
  const after = rows.map(({ id, status }) =>
    statusAfter(status, [...(histories.get(id) ?? []), entryOf({ kind, id }, deed)], deed.approvals),
  );
  const { value } = deed;
  const was = value === undefined ? null : await correct(session, { kind, ids: rows.map(({ id }) => id) }, value);
  for (const status of new Set(after)) {
    const ids = rows.filter((row, at) => after[at] === status && row.status !== status).map(({ id }) => id);
    if (ids.length > 0)
      await session.query(`update ${tables[kind]} set status = $2 where id = any($1::bigint[])`, [ids, status]);
  }
  await addReviews(
    session,
    rows.map((row, at) => ({
      ...entryOf({ kind, id: row.id }, deed),
      document: row.document,
      statusBefore: row.status,
      statusAfter: after[at] ?? row.status,
      valueBefore: was,
      valueAfter: value ?? null,
    })),
  );
  const detail = { act: deed.act, subject: kind, ids: rows.map(({ id }) => id) };
  if (rows.length > 0) await addAudit(session, { kind: 'review', actor: deed.reviewer.id, detail }, deed.at);
  const changed = rows.filter((row, at) => value !== undefined || after[at] !== row.status);
  if (changed.length > 0) await noteChange(session, [...new Set(changed.map(({ document }) => document))]);
  return after;
}

/** Sets the corrected parts and gives what they were. */
async function correct(
  session: Session,
  { kind, ids }: { kind: Subject['kind']; ids: number[] },
  value: Correction,
): Promise<Record<string, unknown> | null> {
  const parts = Object.entries(value) as [keyof typeof columns, unknown][];
  const selected = parts.map(([name]) => `${columns[name]} as "${name}"`).join(', ');
  const [was] = await session.query<Record<string, unknown>>(
    `select ${selected} from ${tables[kind]} where id = any($1::bigint[])`,
    [ids],
  );
  const assigned = parts.map(([name], at) => `${columns[name]} = $${at + 2}`).join(', ');
  await session.query(`update ${tables[kind]} set ${assigned} where id = any($1::bigint[])`, [
    ids,
    ...parts.map(([, part]) => part),
  ]);
  return was ?? null;
}
