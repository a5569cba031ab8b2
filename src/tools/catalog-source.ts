import type { Deadline } from '../domain/deadline.ts';
import type { Directive } from '../domain/directive.ts';
import type { Target } from '../domain/target.ts';
import { listChangedDirectives, loadCorpusVersion } from '../store/corpus.ts';
import type { Database } from '../store/database.ts';
import { listDeadlines } from '../store/deadlines.ts';
import { findDirectives } from '../store/directives.ts';
import { findFigures } from '../store/figures.ts';
import { buildCatalog, type Catalog, type Rejected, withPlace } from './catalog.ts';
import { type CorpusView, rowsInView, type ViewedRows } from './corpus-view.ts';
import { nameWriter } from './create-reader.ts';
import { hideRows } from './hide-rows.ts';
import type { Language } from './language.ts';
import type { IndexedTarget } from './match-targets.ts';

type Rows = { directive: Directive; targets: Target[]; deadlines: Deadline[]; rejected: Rejected[] };

/** Gives the catalog of the corpus as it is now, in one of its views, as if the `hidden` directives were not there; `today`: ISO date. */
export type CatalogSource = {
  catalog: (today: string, view: CorpusView, hidden: readonly string[]) => Promise<Catalog>;
};

/** `isReviewedOnly`: what nobody has reviewed is left out. */
type CatalogSettings = { language: Language; isReviewedOnly: boolean };

/** Keeps the catalog in memory and follows the database: a change, by this process or another, costs the directives it touches. */
export function createCatalogSource(database: Database, { language, isReviewedOnly }: CatalogSettings): CatalogSource {
  const byId = new Map<string, Rows>();
  const known = new WeakMap<Target, IndexedTarget>();
  const views = new Map<string, Catalog>();
  let rows: ViewedRows = { directives: [], targets: [], deadlines: [] };
  let rejected: Rejected[] = [];
  let version = -1;
  let following: Promise<void> | null = null;

  async function follow(): Promise<void> {
    const now = await loadCorpusVersion(database);
    if (now === version) return;
    const changed = await listChangedDirectives(database, Math.max(0, version));
    for (const { id } of changed) byId.delete(id);
    for (const rows of await loadRows(
      database,
      changed.map(({ id }) => id),
      isReviewedOnly,
    ))
      byId.set(rows.directive.id, rows);
    const all = [...byId.values()].sort((a, b) => newestFirst(a.directive, b.directive));
    rows = {
      directives: all.map(({ directive }) => directive),
      targets: all.flatMap(({ targets }) => targets),
      deadlines: all.flatMap(({ deadlines }) => deadlines),
    };
    rejected = all.flatMap((one) => one.rejected);
    views.clear();
    version = now;
  }

  function viewed(today: string, view: CorpusView, hidden: readonly string[]): Catalog {
    const name = `${today} ${JSON.stringify(view)} ${hidden.join(' ')}`;
    const catalog = views.get(name) ?? buildView(hideRows(rows, hidden), view, today);
    views.delete(name);
    views.set(name, catalog);
    const [oldest = ''] = views.keys();
    if (views.size > mostViews) views.delete(oldest);
    return catalog;
  }

  const buildView = (seen: ViewedRows, view: CorpusView, today: string): Catalog =>
    buildCatalog(
      { ...rowsInView(seen, view, today), history: seen, rejected, isReviewedOnly, today },
      { gazetteer: language.gazetteer, writeOut: nameWriter(language), known },
    );

  return {
    catalog: async (today, view, hidden) => {
      following ??= follow().finally(() => {
        following = null;
      });
      await following;
      return viewed(today, view, hidden);
    },
  };
}

/** Catalogs of today, of past days, of history and of those who may not see all that are kept for the next question; the one not asked for longest goes. */
const mostViews = 12;

const newestFirst = (left: Directive, right: Directive): number =>
  (right.date ?? '').localeCompare(left.date ?? '') || left.id.localeCompare(right.id);

/** Rows of these directives, also those that others took the place of. */
async function loadRows(database: Database, ids: string[], isReviewedOnly: boolean): Promise<Rows[]> {
  if (ids.length === 0) return [];
  const directives = await findDirectives(database, { ids });
  const documents = directives.map(({ id }) => id);
  const statuses: Target['status'][] = isReviewedOnly ? ['approved'] : ['proposed', 'approved'];
  const targets = await findFigures(database, { documents, statuses, withReplaced: true });
  const deadlines = await listDeadlines(database, { documents, statuses, withReplaced: true });
  const refused = { documents, statuses: ['rejected' as const], withReplaced: true };
  const rejected = [...(await findFigures(database, refused)), ...(await listDeadlines(database, refused))];
  const rejectedOf = Map.groupBy(rejected, ({ document }) => document);
  const targetsOf = Map.groupBy(targets, ({ document }) => document);
  const deadlinesOf = Map.groupBy(deadlines, ({ document }) => document);
  return directives.map((directive) => ({
    directive,
    targets: (targetsOf.get(directive.id) ?? []).map((target) => withPlace(target, directive)),
    deadlines: deadlinesOf.get(directive.id) ?? [],
    rejected: (rejectedOf.get(directive.id) ?? []).map(({ document, start, end }) => ({ document, start, end })),
  }));
}
