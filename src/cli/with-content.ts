import { SettingError } from '../domain/errors.ts';
import type { Database } from '../store/database.ts';
import { isMade } from '../wiring/base.ts';
import type { CommandContext } from './command.ts';
import { withDatabase } from './with-database.ts';

/** As `withDatabase`, for work on what is there: a wrong path must not pass for an empty database. Throws SettingError. */
export async function withContent<Result>(
  context: CommandContext,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const { database } = context.config();
  if (isMade(database)) return withDatabase(context, work);
  throw new SettingError(
    `Không có cơ sở dữ liệu nào trong thư mục ${database.directory}: kiểm tra --db hay CHIDAO_HOME.`,
  );
}
