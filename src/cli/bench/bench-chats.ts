import type { HandleMessage } from '../../domain/message.ts';
import { loadChat, saveChat } from '../../store/chats.ts';
import type { Base } from '../../wiring/base.ts';
import { buildPeople } from '../../wiring/build-people.ts';
import { createLog } from '../../wiring/log.ts';
import { createMessageHandler, standingFeatures } from '../../wiring/message-handler.ts';
import type { CommandContext } from '../command.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { quantile } from './quantile.ts';
import { decimal, thousands } from './say-figure.ts';
import type { SyntheticCorpus } from './synthetic-corpus.ts';
import { withCorpus } from './with-corpus.ts';

const chats = 64;
const seconds = 20;
const usualPassages = 100_000;

export const benchChats: Benchmark = {
  name: 'chats',
  summary: `câu trả lời mỗi giây của một tiến trình cho ${chats} cuộc hỏi liên tục, trên 100.000 đoạn (--db: trên PostgreSQL)`,
  takes: ['passages', 'keep'],
  run: (context, { passages, keep }) =>
    withCorpus(context, { passages: passages ?? usualPassages, keep }, (base, corpus) =>
      measure(base, corpus, context),
    ),
};

async function measure(base: Base, corpus: SyntheticCorpus, context: CommandContext): Promise<Measurement[]> {
  const config = { ...context.config(), access: 'open' as const };
  const people = buildPeople(base, config, new Map());
  const features = standingFeatures(base, config, people);
  const handle = createMessageHandler(base, config, { log: createLog('error'), features, people });
  const questions = corpus.questions(1000).map(({ question }) => question);
  const ask = asker(handle, questions, context);
  context.log('làm nóng…');
  for (let turn = 0; turn < 2 * questions.length; turn += chats)
    await Promise.all(Array.from({ length: chats }, (_, chat) => ask(chat, turn + chat)));
  context.log(`${seconds} giây…`);
  const answered = await together(ask);
  const floor = await together(rememberOnly(base, context));
  const isServer = base.database.kind === 'server';
  const what = `${thousands(corpus.size.passages)} đoạn, ${isServer ? 'PostgreSQL' : 'nhúng'}, ${chats} cuộc`;
  return [
    {
      what: `${what}: câu trả lời`,
      measured: `${Math.round(answered.perSecond)}/s`,
      bar: '≥ 300/s',
      anchor: `chỉ đọc và ghi trí nhớ của cuộc: ${Math.round(floor.perSecond)}/s`,
      isMet: answered.perSecond >= 300,
    },
    {
      what: `${what}: p50 / p95`,
      measured: `${decimal(answered.p50)} / ${decimal(answered.p95)} ms`,
      bar: '',
      anchor: `chỉ trí nhớ: ${decimal(floor.p50)} / ${decimal(floor.p95)} ms`,
      isMet: null,
    },
    {
      what: `${what}: CPU của tiến trình mỗi câu`,
      measured: `${decimal(answered.cpu)} ms`,
      bar: '≤ 6 ms',
      anchor: `chỉ trí nhớ: ${decimal(floor.cpu)} ms`,
      isMet: answered.cpu <= 6,
    },
  ];
}

/** One message of a chat and what comes of it. */
type Ask = (chat: number, turn: number) => Promise<unknown>;

function asker(handle: HandleMessage, questions: readonly string[], { now }: CommandContext): Ask {
  return (chat, turn) =>
    handle({
      platform: 'telegram',
      chatId: String(chat),
      personId: String(chat),
      personName: null,
      messageId: String(turn),
      text: questions[turn % questions.length] ?? '',
      choice: null,
      isGroup: false,
      receivedAt: now(),
    });
}

/** What no bot that remembers its chats can do without. */
function rememberOnly({ database }: Base, { now }: CommandContext): Ask {
  return async (chat) => {
    const key = { platform: 'telegram', chatId: String(chat) } as const;
    const memory = await loadChat(database, key);
    await saveChat(database, key, { context: null, choices: null, ...memory, updatedAt: now() });
  };
}

type Load = { perSecond: number; p50: number; p95: number; cpu: number };

/** All chats at once, each with its next message as soon as it has its answer; `cpu`: milliseconds of this process a message. */
async function together(ask: Ask): Promise<Load> {
  const times: number[] = [];
  const [began, beganCpu] = [performance.now(), process.cpuUsage()];
  let turn = 0;
  const chat = async (number: number): Promise<void> => {
    while (performance.now() - began < seconds * 1000) {
      const sent = performance.now();
      await ask(number, turn++);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: chats }, (_, number) => chat(number)));
  const took = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(beganCpu);
  return {
    perSecond: times.length / took,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    cpu: (user + system) / 1000 / times.length,
  };
}
