/**
 * SQL: a row that another document took the place of counts as `replaced`, unless the figure that took it was rejected in review (then the
 * old one stands again). The status that review gave stays in its own column.
 */
export const figureStatus = `case when status in ('proposed', 'approved') and replaced_by is not null and (replaced_by_figure is null
  or exists (select from figures r where r.id = figures.replaced_by_figure and r.status <> 'rejected')) then 'replaced' else status end`;

/** The same of deadlines. */
export const deadlineStatus = `case when status in ('proposed', 'approved') and replaced_by is not null then 'replaced' else status end`;
