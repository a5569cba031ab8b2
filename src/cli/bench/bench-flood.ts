import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { limitRate } from '../../conversation/limit-rate.ts';
import type { HandleMessage } from '../../domain/message.ts';
import { sleep as pause } from '../../platforms/sleep.ts';
import { workInbox } from '../../platforms/work-inbox.ts';
import { createInbox } from '../../store/inbox.ts';
import { dataFolder } from '../../tables.ts';
import type { Base } from '../../wiring/base.ts';
import { buildPeople } from '../../wiring/build-people.ts';
import { createLog } from '../../wiring/log.ts';
import { createMessageHandler, standingFeatures } from '../../wiring/message-handler.ts';
import type { CommandContext } from '../command.ts';
import { ingestPaths } from '../ingest-paths.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { quantile } from './quantile.ts';
import { lookupQuestions } from './sample-questions.ts';

const people = 20;
const seconds = 15;
const flood = 1000;

export const benchFlood: Benchmark = {
  name: 'flood',
  summary: 'một cuộc trò chuyện gửi dồn 1.000 tin làm 20 cuộc khác chậm đi bao nhiêu',
  run: (context) =>
    withTemporaryBase(context, async (base) => {
      for await (const _ of ingestPaths(base, [join(dataFolder, 'directives')], context));
      const config = { ...context.config(), access: 'open' as const };
      const desk = buildPeople(base, config, new Map());
      const features = standingFeatures(base, config, desk);
      const handle = createMessageHandler(base, config, { log: createLog('error'), features, people: desk });
      const limited = limitRate(handle, { perMinute: 30 });
      context.log('làm nóng…');
      await askTogether(base, handle, { round: 'warm', flooded: 0, context });
      const rows: Measurement[] = [];
      for (const [what, handler] of [
        ['có giới hạn nhịp', limited],
        ['không giới hạn nhịp', handle],
      ] as const) {
        context.log(`${what}…`);
        const calm = await askTogether(base, handler, { round: `calm ${what}`, flooded: 0, context });
        const flooded = await askTogether(base, handler, { round: `flood ${what}`, flooded: flood, context });
        rows.push(...rowsOf(what, { calm, flooded }, handler === limited));
      }
      return rows;
    }),
};

function rowsOf(what: string, { calm, flooded }: { calm: number; flooded: number }, isBar: boolean): Measurement[] {
  const text = (value: number): string => value.toFixed(1).replace('.', ',');
  const slower = flooded / calm - 1;
  return [
    {
      what: `${what}: p95 khi không và khi có`,
      measured: `${text(calm)} và ${text(flooded)} ms`,
      bar: '',
      anchor: '',
      isMet: null,
    },
    {
      what: `${what}: chậm thêm`,
      measured: `${text(slower * 100)} %`,
      bar: isBar ? '≤ 20 %' : '',
      anchor: '',
      isMet: isBar ? slower <= 0.2 : null,
    },
  ];
}

type Round = { round: string; flooded: number; context: CommandContext };

/** Milliseconds from a message's arrival to its answer that 95 of 100 stay under, of people who ask once a second. */
async function askTogether(
  { database }: Base,
  handle: HandleMessage,
  { round, flooded, context }: Round,
): Promise<number> {
  const { now } = context;
  const inbox = createInbox(database, { now });
  const arrivals = new Map<string, number>();
  const times: number[] = [];
  const worker = workInbox({
    inbox,
    platform: 'zalo-oa',
    async work({ eventId, chatId, sentAt, body }) {
      await handle({
        platform: 'zalo-oa',
        chatId,
        personId: chatId,
        personName: null,
        messageId: eventId,
        text: body,
        choice: null,
        isGroup: false,
        receivedAt: sentAt,
      });
      const arrived = arrivals.get(eventId);
      if (arrived !== undefined) times.push(performance.now() - arrived);
    },
    log: createLog('error'),
    now,
    sleep: pause,
  });
  const say = async (chat: string, turn: number): Promise<void> => {
    const eventId = `${round} ${chat} ${turn}`;
    if (chat !== 'flood') arrivals.set(eventId, performance.now());
    const body = lookupQuestions[turn % lookupQuestions.length] ?? '';
    await inbox.add('zalo-oa', { eventId, chatId: `${round} ${chat}`, sentAt: now(), holdMilliseconds: 0, body });
    worker.wake(0);
  };
  worker.start();
  const flooding = Promise.all(Array.from({ length: flooded }, (_, turn) => say('flood', turn)));
  for (let turn = 0; turn < seconds; turn += 1)
    for (let person = 0; person < people; person += 1) {
      void say(String(person), turn);
      await sleep(1000 / people);
    }
  await flooding;
  while (times.length < people * seconds) await sleep(50);
  await worker.stop(60_000);
  return quantile(times, 0.95);
}
