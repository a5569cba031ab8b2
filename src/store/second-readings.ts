import type { Database } from './database.ts';
import { noteChange } from './save-directive.ts';
import { type Suggestion, saveSuggestions } from './suggestions.ts';

const sureFrom = 0.95;
const doubtfulTo = 0.5;

export type SecondReadingOutcome = {
  document: string;
  /** Ids of figures that two readers found alike. */
  agreed: readonly number[];
  /** What the second reader makes of figures that it reads otherwise. */
  suggestions: readonly Suggestion[];
};

/** Raises the confidence of what two readers found alike, and puts what they differ on before a reviewer; gives how many suggestions are new. */
export async function saveSecondReading(
  database: Database,
  { document, agreed, suggestions }: SecondReadingOutcome,
  at: Date,
): Promise<number> {
  return database.transaction(async (session) => {
    const set = async (ids: readonly number[], confidence: string, level: number): Promise<void> => {
      await session.query(
        `update figures set confidence = ${confidence}(confidence, $2)
         where id = any($1::bigint[]) and directive_id = $3 and status = 'proposed'`,
        [ids, level, document],
      );
    };
    await set(agreed, 'greatest', sureFrom);
    await set(
      suggestions.map(({ subject }) => subject.id),
      'least',
      doubtfulTo,
    );
    const added = await saveSuggestions(session, suggestions, at);
    await noteChange(session, [document]);
    return added;
  });
}
