/** One restriction: SQL with `?` for its value. Left out when the value is undefined. */
export type Condition = readonly [sql: string, value: unknown];

/**
 * The `where` clause of the restrictions that are given, with its parameters from `$1` on; an empty text when none is.
 * Only what is given is written, so that the planner can use the index that fits (`$1 is null or …` forces it to read the table).
 */
export function where(conditions: readonly Condition[]): { clause: string; parameters: unknown[] } {
  const given = conditions.filter(([, value]) => value !== undefined);
  const parts = given.map(([sql], at) => sql.replace('?', `$${at + 1}`));
  return {
    clause: parts.length === 0 ? '' : `where ${parts.join(' and ')}`,
    parameters: given.map(([, value]) => value),
  };
}
