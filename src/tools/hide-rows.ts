import type { ViewedRows } from './corpus-view.ts';

/** The rows as if these directives had never been stored: what they took the place of stands. */
export function hideRows(rows: ViewedRows, hidden: readonly string[]): ViewedRows {
  if (hidden.length === 0) return rows;
  const gone = new Set(hidden);
  const isReplacedUnseen = ({ replacedBy }: { replacedBy?: string | null | undefined }): boolean =>
    gone.has(replacedBy ?? '');
  return {
    directives: rows.directives
      .filter(({ id }) => !gone.has(id))
      .map((one) => (isReplacedUnseen(one) ? { ...one, replacedBy: null, replacedOn: null } : one)),
    targets: rows.targets
      .filter(({ document }) => !gone.has(document))
      .map((one) =>
        isReplacedUnseen(one) ? { ...one, replacedBy: null, replacedByFigure: null, replacedOn: null } : one,
      ),
    deadlines: rows.deadlines
      .filter(({ document }) => !gone.has(document))
      .map((one) => (isReplacedUnseen(one) ? { ...one, replacedBy: null, replacedOn: null } : one)),
  };
}
