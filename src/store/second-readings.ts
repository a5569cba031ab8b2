import type { Database, Session } from './database.ts';
import { noteChange } from './save-directive.ts';
import { type Suggestion, saveSuggestions } from './suggestions.ts';
import { saveUnseen, type UnseenFigure } from './unseen-figures.ts';

const sureFrom = 0.95;
/** Below this a figure was read with doubt, of a scan for example: a second reader of the same text cannot dispel that. */
const doubtBelow = 0.6;

export type SecondReadingOutcome = {
  document: string;
  model: string;
  /** Ids of figures that two readers found alike. */
  agreed: readonly number[];
  /** What the second reader makes of figures that it reads otherwise. */
  suggestions: readonly Suggestion[];
  /** What it alone takes for targets. */
  unseen: readonly UnseenFigure[];
  ungrounded: number;
};

/**
 * Raises the confidence of what two readers found alike, puts what they differ on before a reviewer, and notes that the document was read. Answers
 * stay as they are: only a reviewer changes a value or calls it doubtful.
 */
export async function saveSecondReading(database: Database, outcome: SecondReadingOutcome, at: Date): Promise<void> {
  const { document, agreed, suggestions, unseen } = outcome;
  await database.transaction(async (session) => {
    await session.query(
      `update figures set confidence = greatest(confidence, $2)
       where id = any($1::bigint[]) and directive_id = $3 and status = 'proposed' and confidence >= $4 and note is null`,
      [agreed, sureFrom, document, doubtBelow],
    );
    await saveSuggestions(session, suggestions, at);
    await saveUnseen(session, { document, found: unseen }, at);
    await noteReading(session, outcome, at);
    await noteChange(session, [document]);
  });
}

async function noteReading(
  session: Session,
  { document, model, agreed, suggestions, ungrounded }: SecondReadingOutcome,
  at: Date,
): Promise<void> {
  await session.query(
    `insert into second_readings (directive_id, model, read_at, agreed, differing, ungrounded) values ($1, $2, $3, $4, $5, $6)
     on conflict (directive_id) do update set model = excluded.model, read_at = excluded.read_at, agreed = excluded.agreed,
       differing = excluded.differing, ungrounded = excluded.ungrounded`,
    [document, model, at, agreed.length, suggestions.length, ungrounded],
  );
}

/** Ids of directives in force that no model has read a second time yet. */
export async function listReadOnce(session: Session): Promise<string[]> {
  const rows = await session.query<{ id: string }>(
    `select d.id from directives d left join second_readings r on r.directive_id = d.id
     where d.status = 'in_force' and r.directive_id is null order by d.id`,
  );
  return rows.map(({ id }) => id);
}
