import { databaseLocation } from '../config.ts';
import { openDatabase } from '../store/database.ts';
import { dumpDatabase } from '../store/dump-database.ts';
import { restoreDatabase } from '../store/restore-database.ts';
import { type Command, UsageError } from './command.ts';
import { tellRestored } from './tell-restored.ts';
import { withContent } from './with-content.ts';

export const migrateTo: Command = {
  usage: 'postgres://…',
  maxPositionals: 1,
  options: {},
  help: [
    'Chép cơ sở dữ liệu đang dùng (dừng bot trước) sang một cơ sở dữ liệu trống rồi đối chiếu số dòng và tổng kiểm của từng bảng.',
    'Bản gốc còn nguyên. Xong thì đặt DATABASE_URL và khởi động lại.',
  ],
  async run({ values, positionals: [address], context }) {
    if (address === undefined) throw new UsageError('Thiếu địa chỉ postgres://… của cơ sở dữ liệu đích.');
    const tables = await withContent(context, async (source) => {
      const target = await openDatabase(databaseLocation(address));
      try {
        return await restoreDatabase(target, (take) => dumpDatabase(source, take));
      } finally {
        await target.close();
      }
    });
    tellRestored(tables, context, values.json === true);
    context.log(
      `Đã chép và đối chiếu ${tables.length} bảng. Đặt DATABASE_URL thành địa chỉ mới rồi khởi động lại bot.`,
    );
    return 0;
  },
};
