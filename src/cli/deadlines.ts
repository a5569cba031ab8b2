import { listDeadlines } from '../store/deadlines.ts';
import { listCommand } from './list-command.ts';
import { type DeadlineRow, deadlineRow } from './rows.ts';

export const deadlines = listCommand<DeadlineRow>({
  find: async (database, filter) => (await listDeadlines(database, filter)).map(deadlineRow),
  header: ['văn bản', 'thời hạn', 'ai', 'việc gì', 'gửi ai'],
  cells: (row) => [row.document, row.due, row.who, row.what, row.to],
  nothing: 'Chưa có thời hạn nào.',
});
