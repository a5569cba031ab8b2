import type { DeadlineFinding } from '../domain/deadline.ts';
import type { Figure } from '../domain/target.ts';
import type { Database } from './database.ts';
import { saveDeadlines } from './deadlines.ts';
import { saveFigures } from './figures.ts';
import { ownedBy } from './owned.ts';
import { noteChange } from './save-directive.ts';
import { type Suggestion, saveSuggestions } from './suggestions.ts';

export type NewFindings = {
  document: string;
  figures: Figure[];
  deadlines: DeadlineFinding[];
  suggestions: readonly Suggestion[];
};

/** Adds to a stored directive what a later reading found, in one transaction, and gives how many suggestions were new. */
export async function saveFindings(database: Database, added: NewFindings, foundAt: Date): Promise<number> {
  const { document, figures, deadlines, suggestions } = added;
  return database.transaction(async (session) => {
    await saveFigures(session, ownedBy(document, figures));
    await saveDeadlines(session, ownedBy(document, deadlines));
    const suggested = await saveSuggestions(session, suggestions, foundAt);
    if (figures.length + deadlines.length > 0) await noteChange(session, [document]);
    return suggested;
  });
}
