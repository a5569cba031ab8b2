import { userInfo } from 'node:os';
import { readUnits } from '../conversation/people/unit-keys.ts';
import { findDirectives } from '../store/directives.ts';
import { limitDirective, listLimits } from '../store/visibility.ts';
import { type Command, type CommandContext, textOption, UsageError } from './command.ts';
import { tableLines } from './print-table.ts';
import { withDatabase } from './with-database.ts';

/** Which units may see a directive. */
export const visibility: Command = {
  usage: '[MÃ_VĂN_BẢN --units "Sở A;Sở B" | --all]',
  maxPositionals: 1,
  options: { units: { type: 'string' }, all: { type: 'boolean' } },
  help: [
    'không có mã        in các văn bản chỉ một số đơn vị được xem',
    '--units "A;B"     chỉ người của các đơn vị này (và quản trị) được xem, được nhắc, được biết là có',
    '--all             mọi người được vào đều xem được',
  ],
  run({ values, positionals: [document], context }) {
    if (document === undefined) return printLimits(context, values.json === true);
    const written = textOption(values, 'units');
    const units = values.all === true ? [] : readUnits(written ?? '');
    if (units === null || (written !== null) === (values.all === true)) {
      throw new UsageError('Cần một trong hai: --units "Sở A;Sở B" hoặc --all.');
    }
    return withDatabase(context, async (database) => {
      const [directive] = await findDirectives(database, { ids: [document] });
      if (directive === undefined) {
        context.log(`Không có văn bản nào mang mã ${document}.`);
        return 1;
      }
      const limit = { document, units, by: `cli:${userInfo().username}` };
      await database.transaction((session) => limitDirective(session, limit, context.now()));
      context.out(
        values.json === true ? JSON.stringify({ document, units: units.map(({ name }) => name) }) : 'Đã đặt.',
      );
      return 0;
    });
  },
};

function printLimits(context: CommandContext, isJson: boolean): Promise<number> {
  return withDatabase(context, async (database) => {
    const limits = await listLimits(database);
    const rows = limits.map(({ document, units }) => [document, units.join('; ')]);
    const table =
      rows.length === 0
        ? ['Mọi văn bản ai được vào cũng xem được.']
        : tableLines([['văn bản', 'đơn vị được xem'], ...rows]);
    for (const line of isJson ? limits.map((limit) => JSON.stringify(limit)) : table) context.out(line);
    return 0;
  });
}
