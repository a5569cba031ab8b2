import { withdrawDirective } from '../ingest/relations/settle-relations.ts';
import { type Command, UsageError } from './command.ts';
import { withBase } from './with-base.ts';

export const withdraw: Command = {
  usage: 'MÃ…',
  maxPositionals: Number.POSITIVE_INFINITY,
  options: {},
  help: [
    'MÃ    văn bản nạp nhầm (mã như lệnh ingest in ra): không dùng để trả lời nữa, hạn của nó thôi nhắc;',
    '      văn bản mà nó thay thế hay điều chỉnh có hiệu lực trở lại. Bản gốc vẫn giữ.',
  ],
  run({ positionals: ids, values, context }) {
    if (ids.length === 0) throw new UsageError('Cần mã của ít nhất một văn bản.');
    return withBase(context, async ({ database }) => {
      let hasFailed = false;
      for (const document of ids) {
        const isWithdrawn = await withdrawDirective(database, document);
        hasFailed ||= !isWithdrawn;
        const status = isWithdrawn ? 'withdrawn' : 'unknown';
        const words = isWithdrawn ? 'đã rút' : 'không có văn bản này, hoặc đã rút';
        context.out(values.json === true ? JSON.stringify({ document, status }) : `${document}: ${words}`);
      }
      return hasFailed ? 1 : 0;
    });
  },
};
