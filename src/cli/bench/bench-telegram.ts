import { join } from 'node:path';
import type { HandleMessage } from '../../domain/message.ts';
import { createInbox } from '../../store/inbox.ts';
import { dataFolder } from '../../tables.ts';
import type { Base } from '../../wiring/base.ts';
import { buildPeople } from '../../wiring/build-people.ts';
import { createLog } from '../../wiring/log.ts';
import { createMessageHandler } from '../../wiring/message-handler.ts';
import type { CommandContext } from '../command.ts';
import { ingestPaths } from '../ingest-paths.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { lookupQuestions } from './sample-questions.ts';
import { decimal } from './say-figure.ts';

const messages = 3000;

export const benchTelegram: Benchmark = {
  name: 'telegram',
  summary: 'câu trả lời mỗi giây qua grammY và một máy chủ Bot API giả trên máy này, giữ thứ tự từng cuộc',
  run: (context) =>
    withTemporaryBase(context, async (base) => {
      const { measureBareTelegram, measureTelegram } = await import('../../../test/support/measure-telegram.ts');
      for await (const _ of ingestPaths(base, [join(dataFolder, 'directives')], context));
      const inbox = createInbox(base.database, context);
      const rows: Measurement[] = [];
      for (const chats of [200, 20]) {
        context.log(`${messages} câu hỏi của ${chats} cuộc trò chuyện…`);
        const began = process.cpuUsage();
        const { perSecond, isInOrder } = await measureTelegram(lookupHandler(base, context), {
          inbox,
          messages,
          chats,
        });
        const { user, system } = process.cpuUsage(began);
        const bareBegan = process.cpuUsage();
        const bare = await measureBareTelegram({ messages, chats });
        const spent = process.cpuUsage(bareBegan);
        const bareMs = (spent.user + spent.system) / 1000 / messages;
        const cpuMs = (user + system) / 1000 / messages;
        rows.push(
          {
            what: `${chats} cuộc: CPU của bot mỗi câu`,
            measured: `${decimal(cpuMs)} ms`,
            bar: '',
            anchor: `bot grammY trần: ${decimal(bareMs)} ms`,
            isMet: null,
          },
          {
            what: `${chats} cuộc trò chuyện`,
            measured: `${perSecond} câu/s`,
            bar: '≥ 150 câu/s',
            anchor: `bot grammY trần: ${bare.perSecond} câu/s`,
            isMet: perSecond >= 150,
          },
          {
            what: `${chats} cuộc: đúng thứ tự`,
            measured: isInOrder ? 'có' : 'không',
            bar: 'có',
            anchor: '',
            isMet: isInOrder,
          },
        );
      }
      return rows;
    }),
};

/** Numbered messages become lookup questions; the reply begins with the number, by which the order is checked. */
function lookupHandler(base: Base, { config }: CommandContext): HandleMessage {
  const answer = createMessageHandler(
    base,
    { ...config(), access: 'open' },
    {
      log: createLog('error'),
      features: [],
      people: buildPeople(base, config(), new Map()),
    },
  );
  return async (message) => {
    const text = lookupQuestions[Number(message.text) % lookupQuestions.length] ?? '';
    const reply = await answer({ ...message, text });
    if (reply === null) return null;
    return { ...reply, blocks: [{ kind: 'paragraph', spans: [`#${message.text}`] }, ...reply.blocks] };
  };
}
