import { writeBackup } from '../store/backup-file.ts';
import { type Command, UsageError } from './command.ts';
import { withContent } from './with-content.ts';

export const backup: Command = {
  usage: 'TỆP',
  maxPositionals: 1,
  options: {},
  help: [
    'Ghi toàn bộ nội dung vào một tệp nén rồi đọc lại để đối chiếu; chỉ chủ tệp đọc được. Trên máy chủ PostgreSQL bot vẫn chạy;',
    'với cơ sở dữ liệu nhúng phải dừng bot trước. Tệp chứa dữ liệu cá nhân: cất nơi an toàn.',
  ],
  async run({ values, positionals: [path], context }) {
    if (path === undefined) throw new UsageError('Thiếu tên TỆP để ghi bản sao lưu.');
    const tables = await withContent(context, (database) => writeBackup(database, path));
    for (const { table, sum } of tables)
      if (values.json) context.out(JSON.stringify({ table, ...sum }));
      else context.log(`${table}: ${sum.rows} dòng`);
    context.log(`Đã ghi và đối chiếu ${path}.`);
    return 0;
  },
};
