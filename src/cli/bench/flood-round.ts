import { setTimeout as sleep } from 'node:timers/promises';
import type { HandleMessage } from '../../domain/message.ts';
import type { InboxEvent } from '../../domain/platform.ts';
import { sleep as pause } from '../../platforms/sleep.ts';
import { type InboxWorker, workInbox } from '../../platforms/work-inbox.ts';
import type { Database } from '../../store/database.ts';
import { createInbox } from '../../store/inbox.ts';
import { erasePersonalData } from '../../store/privacy.ts';
import { measureQueues } from '../../store/queue-depths.ts';
import { createLog } from '../../wiring/log.ts';
import { lookupQuestions } from './sample-questions.ts';

export type FloodRound = {
  database: Database;
  handle: HandleMessage;
  now: () => Date;
  /** Its chats are of this round alone. */
  name: string;
  people: number;
  /** How often each of the people asks, once a second. */
  turns: number;
  /** How many messages one more chat sends at the beginning; 0 for a calm round. */
  flood: number;
};

/** `times`: milliseconds from each person's message to its answer. Of the flood: how many were worked off and wait still, and whether in order. */
export type FloodResult = { times: number[]; worked: number; waiting: number; isInOrder: boolean };

const platform = 'zalo-oa';
const logged = createLog('error');

/** People ask, one chat floods; ends with the last answer to the people: what is left of the flood then is thrown away. */
export async function runFloodRound(round: FloodRound): Promise<FloodResult> {
  const { database, handle, now, name, people, turns, flood } = round;
  const inbox = createInbox(database, { now });
  const [flooder, arrivals] = [`${name} flood`, new Map<string, number>()];
  const times: number[] = [];
  const worked: number[] = [];
  const work = async (event: InboxEvent): Promise<void> => {
    await handle(messageOf(event));
    const arrived = arrivals.get(event.eventId);
    if (arrived === undefined) worked.push(Number(event.eventId.split(' ').at(-1)));
    else times.push(performance.now() - arrived);
  };
  const worker: InboxWorker = workInbox({ inbox, platform, work, log: logged, now, sleep: pause });
  const say = async (chatId: string, turn: number): Promise<void> => {
    const eventId = `${chatId} ${turn}`;
    if (chatId !== flooder) arrivals.set(eventId, performance.now());
    const body = lookupQuestions[turn % lookupQuestions.length] ?? '';
    await inbox.add(platform, { eventId, chatId, sentAt: now(), holdMilliseconds: 0, body });
    worker.wake(0);
  };
  worker.start();
  const said = Array.from({ length: flood }, (_, turn) => say(flooder, turn));
  for (let turn = 0; turn < turns; turn += 1)
    for (let person = 0; person < people; person += 1) {
      said.push(say(`${name} ${person}`, turn));
      await sleep((2 * Math.random() * 1000) / people);
    }
  await Promise.all(said);
  while (times.length < people * turns) await sleep(20);
  await worker.stop(60_000);
  const waiting = (await measureQueues(database, now())).find((gauge) => gauge.name === 'chidao_inbox_waiting');
  await database.transaction((session) => erasePersonalData(session, [{ platform, accountId: flooder }], now()));
  const isInOrder = worked.every((turn, index) => turn === index);
  return { times, worked: worked.length, waiting: waiting?.value ?? 0, isInOrder };
}

const messageOf = ({ eventId, chatId, sentAt, body }: InboxEvent) => ({
  platform: platform as typeof platform,
  chatId,
  personId: chatId,
  personName: null,
  messageId: eventId,
  text: body,
  choice: null,
  isGroup: false,
  receivedAt: sentAt,
});
