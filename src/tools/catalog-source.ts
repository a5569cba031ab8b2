import type { Deadline } from '../domain/deadline.ts';
import type { Directive } from '../domain/directive.ts';
import type { Target } from '../domain/target.ts';
import { listChangedDirectives, loadCorpusVersion } from '../store/corpus.ts';
import type { Database } from '../store/database.ts';
import { listDeadlines } from '../store/deadlines.ts';
import { findDirectives } from '../store/directives.ts';
import { findFigures } from '../store/figures.ts';
import { buildCatalog, type Catalog, withPlace } from './catalog.ts';
import { nameWriter } from './create-reader.ts';
import type { Language } from './language.ts';
import type { IndexedTarget } from './match-targets.ts';

type Rows = { directive: Directive; targets: Target[]; deadlines: Deadline[] };

/** Gives the catalog of the corpus as it is now. */
export type CatalogSource = { current: () => Promise<Catalog> };

/** `isReviewedOnly`: what nobody has reviewed is left out. */
type CatalogSettings = { language: Language; isReviewedOnly: boolean };

/** Keeps the catalog in memory and follows the database: a change, by this process or another, costs the directives it touches. */
export function createCatalogSource(database: Database, { language, isReviewedOnly }: CatalogSettings): CatalogSource {
  const byId = new Map<string, Rows>();
  const known = new WeakMap<Target, IndexedTarget>();
  let version = -1;
  let catalog: Catalog | null = null;
  let following: Promise<Catalog> | null = null;

  async function follow(): Promise<Catalog> {
    const now = await loadCorpusVersion(database);
    if (catalog !== null && now === version) return catalog;
    const changed = await listChangedDirectives(database, Math.max(0, version));
    for (const { id } of changed) byId.delete(id);
    for (const rows of await loadRows(
      database,
      changed.map(({ id }) => id),
      isReviewedOnly,
    ))
      byId.set(rows.directive.id, rows);
    const all = [...byId.values()].sort((a, b) => newestFirst(a.directive, b.directive));
    catalog = buildCatalog(
      {
        directives: all.map(({ directive }) => directive),
        targets: all.flatMap(({ targets }) => targets),
        deadlines: all.flatMap(({ deadlines }) => deadlines),
        isReviewedOnly,
      },
      { gazetteer: language.gazetteer, writeOut: nameWriter(language), known },
    );
    version = now;
    return catalog;
  }

  return {
    current: () => {
      following ??= follow().finally(() => {
        following = null;
      });
      return following;
    },
  };
}

const newestFirst = (left: Directive, right: Directive): number =>
  (right.date ?? '').localeCompare(left.date ?? '') || left.id.localeCompare(right.id);

/** Rows of these directives as far as they are in force. */
async function loadRows(database: Database, ids: string[], isReviewedOnly: boolean): Promise<Rows[]> {
  if (ids.length === 0) return [];
  const directives = await findDirectives(database, { ids });
  const documents = directives.map(({ id }) => id);
  const statuses: Target['status'][] = isReviewedOnly ? ['approved'] : ['proposed', 'approved'];
  const targets = await findFigures(database, { documents, statuses });
  const deadlines = await listDeadlines(database, { documents, statuses });
  const targetsOf = Map.groupBy(targets, ({ document }) => document);
  const deadlinesOf = Map.groupBy(deadlines, ({ document }) => document);
  return directives.map((directive) => ({
    directive,
    targets: (targetsOf.get(directive.id) ?? []).map((target) => withPlace(target, directive)),
    deadlines: deadlinesOf.get(directive.id) ?? [],
  }));
}
