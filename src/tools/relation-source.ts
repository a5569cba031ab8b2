import type { Directive } from '../domain/directive.ts';
import { numberKey, type Relation } from '../domain/relation.ts';
import type { Database } from '../store/database.ts';
import { findDirective } from '../store/directives.ts';
import { findReferenced, findRelations } from '../store/relations.ts';
import { joinReference } from '../vietnamese/join-reference.ts';

/** What one document says of another; `to` is null while the other is not stored. */
export type KnownRelation = { relation: Relation; from: Directive; to: Directive | null };

/** Gives what a document says of others and what others say of it, in the order they were stored; `[]` for none. */
export function createRelationSource(database: Database): (directive: Directive) => Promise<KnownRelation[]> {
  return async (directive) => {
    const key = directive.number === null ? null : numberKey(directive.number);
    const numbers = key === null ? [] : [key, key.split(/\D/)[0] ?? key];
    const known: KnownRelation[] = [];
    for (const relation of await findRelations(database, { from: [directive.id], numbers })) {
      const from = relation.from === directive.id ? directive : await findDirective(database, relation.from);
      if (from === null) continue;
      const to = joinReference(relation.to, from, await findReferenced(database, relation.to));
      if (from.id === directive.id || to?.id === directive.id) known.push({ relation, from, to });
    }
    return known;
  };
}
