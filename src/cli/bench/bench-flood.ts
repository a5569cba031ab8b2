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
const seconds = 8;
const flood = 1000;
/** Without and with the flood in turns, so that what else the machine does falls on both alike. */
const rounds = 5;

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
      const limited = limitRate(handle, { database: base.database, perMinute: 30 });
      context.log('làm nóng…');
      await askTogether(base, handle, { round: 'warm', flooded: 0, context });
      const rows: Measurement[] = [];
      for (const [what, handler] of [
        ['có giới hạn nhịp', limited],
        ['không giới hạn nhịp', handle],
      ] as const) {
        const calm: number[][] = [];
        const flooded: number[][] = [];
        for (let round = 1; round <= rounds; round += 1) {
          context.log(`${what}: vòng ${round}/${rounds}…`);
          calm.push(await askTogether(base, handler, { round: `calm ${what} ${round}`, flooded: 0, context }));
          flooded.push(await askTogether(base, handler, { round: `flood ${what} ${round}`, flooded: flood, context }));
        }
        rows.push(...rowsOf(what, calm, flooded));
      }
      return rows;
    }),
};

/** The bar holds for both: a limit is a setting, fairness is not. */
function rowsOf(what: string, calm: number[][], flooded: number[][]): Measurement[] {
  const text = (value: number): string => value.toFixed(1).replace('.', ',');
  const p95 = (times: number[]): number => quantile(times, 0.95);
  const alone = calm.map(p95);
  const slower = p95(flooded.flat()) / p95(calm.flat()) - 1;
  return [
    {
      what: `${what}: p95 khi không và khi có`,
      measured: `${text(p95(calm.flat()))} và ${text(p95(flooded.flat()))} ms`,
      bar: '',
      anchor: `các vòng không có: ${text(Math.min(...alone))}–${text(Math.max(...alone))} ms`,
      isMet: null,
    },
    {
      what: `${what}: chậm thêm`,
      measured: `${text(slower * 100)} %`,
      bar: '≤ 20 %',
      anchor: `${rounds} vòng xen kẽ`,
      isMet: slower <= 0.2,
    },
  ];
}

type Round = { round: string; flooded: number; context: CommandContext };

/** Milliseconds from each message's arrival to its answer, of people who ask once a second. */
async function askTogether(
  { database }: Base,
  handle: HandleMessage,
  { round, flooded, context }: Round,
): Promise<number[]> {
  const { now } = context;
  const inbox = createInbox(database, { now });
  const arrivals = new Map<string, number>();
  const times: number[] = [];
  let left = flooded + people * seconds;
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
      left -= 1;
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
  // To the end, so that nothing is left for the next round.
  while (left > 0) await sleep(50);
  await worker.stop(60_000);
  return times;
}
