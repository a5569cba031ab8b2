import { readBackup, readBackupMigrations } from '../store/backup-file.ts';
import { openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { restoreDatabase } from '../store/restore-database.ts';
import { type Command, UsageError } from './command.ts';
import { tellRestored } from './tell-restored.ts';

export const restore: Command = {
  usage: 'TỆP',
  maxPositionals: 1,
  options: {},
  help: [
    'Nạp một bản sao lưu vào cơ sở dữ liệu trống (nhúng hoặc PostgreSQL), đối chiếu từng bảng: trọn vẹn hoặc không gì cả.',
    'Bản sao lưu của bản chidao cũ được nâng cấp sau khi nạp.',
  ],
  async run({ values, positionals: [path], context }) {
    if (path === undefined) throw new UsageError('Thiếu tên TỆP chứa bản sao lưu.');
    const migrations = await readBackupMigrations(path);
    const database = await openDatabase({ ...context.config().database, migrations });
    try {
      const tables = await restoreDatabase(database, (take) => readBackup(path, take));
      await migrate(database);
      tellRestored(tables, context, values.json === true);
      context.log(`Đã khôi phục và đối chiếu ${tables.length} bảng từ ${path}.`);
      return 0;
    } finally {
      await database.close();
    }
  },
};
