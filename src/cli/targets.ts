import { findFigures } from '../store/figures.ts';
import { listCommand } from './list-command.ts';
import { type TargetRow, targetRow } from './rows.ts';

/** Targets only: observations and estimates are not what a directive sets. Replaced ones are shown with their status. */
export const targets = listCommand<TargetRow>({
  find: async (database, filter) =>
    (await findFigures(database, { ...filter, kinds: ['target'], statuses: ['proposed', 'approved', 'replaced'] })).map(
      targetRow,
    ),
  header: ['văn bản', 'địa phương', 'kỳ', 'chỉ tiêu', 'giá trị'],
  cells: (row) => [row.document, row.locality ?? '', row.period, row.indicator, row.value_text],
  nothing: 'Chưa có chỉ tiêu nào.',
});
