import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Config } from '../../config.ts';
import type { Base } from '../../wiring/base.ts';
import type { CommandContext } from '../command.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { type ChatsLoad, type ChatsPlan, prepareChats } from './chats-load.ts';
import { quantile } from './quantile.ts';
import { decimal, thousands } from './say-figure.ts';
import type { SyntheticCorpus } from './synthetic-corpus.ts';
import { withCorpus } from './with-corpus.ts';

const chats = 64;
const seconds = 20;
const usualPassages = 100_000;

export const benchChats: Benchmark = {
  name: 'chats',
  summary: `câu trả lời mỗi giây cho ${chats} cuộc hỏi liên tục, trên 100.000 đoạn (--db: một và nhiều tiến trình trên PostgreSQL)`,
  takes: ['passages', 'keep'],
  run: (context, { passages, keep }) =>
    withCorpus(context, { passages: passages ?? usualPassages, keep }, async (base, corpus, config) => {
      const plan = {
        chats: Array.from({ length: chats }, (_, chat) => String(chat)),
        questions: corpus.questions(1000).map(({ question }) => question),
        seconds,
        at: context.now().getTime(),
      };
      if (base.database.kind === 'embedded') return rowsOf(await measureHere(base, config, plan), { corpus, many: 1 });
      const rows: Measurement[] = [];
      for (const many of new Set([1, availableParallelism()]))
        rows.push(...rowsOf(await measureIn(many, { config, plan, context }), { corpus, many }));
      return rows;
    }),
};

type Measured = { answered: ChatsLoad; floor: ChatsLoad };

async function measureHere(base: Base, config: Config, plan: ChatsPlan): Promise<Measured> {
  const { answer, remember } = await prepareChats(base, config, plan);
  return { answered: await answer(), floor: await remember() };
}

type Setting = { config: Config; plan: ChatsPlan; context: CommandContext };

/** So many bots over one server, the chats dealt out among them. */
async function measureIn(many: number, { config: { database }, plan, context }: Setting): Promise<Measured> {
  context.log(`${many} tiến trình: mở và làm nóng…`);
  const bots = await Promise.all(
    Array.from({ length: many }, async (_, number) => {
      const bot = fork(new URL('./chats-process.ts', import.meta.url));
      bot.send({ plan: { ...plan, chats: plan.chats.filter((_, at) => at % many === number) }, database });
      await once(bot, 'message');
      return bot;
    }),
  );
  context.log(`${many} tiến trình: ${plan.seconds} giây…`);
  const load = async (what: 'answer' | 'remember'): Promise<ChatsLoad> =>
    joined(await Promise.all(bots.map((bot) => loadOf(bot, what))));
  const measured = { answered: await load('answer'), floor: await load('remember') };
  for (const bot of bots) bot.send('end');
  await Promise.all(bots.map((bot) => once(bot, 'exit')));
  return measured;
}

async function loadOf(bot: ChildProcess, what: 'answer' | 'remember'): Promise<ChatsLoad> {
  bot.send(what);
  const [load] = await once(bot, 'message');
  return load;
}

const joined = (loads: readonly ChatsLoad[]): ChatsLoad => ({
  times: loads.flatMap(({ times }) => times),
  cpu: loads.reduce((sum, { cpu }) => sum + cpu, 0),
  seconds: Math.max(...loads.map((load) => load.seconds)),
});

function rowsOf(
  { answered, floor }: Measured,
  { corpus, many }: { corpus: SyntheticCorpus; many: number },
): Measurement[] {
  const perSecond = ({ times, seconds: took }: ChatsLoad): number => times.length / took;
  const spread = ({ times }: ChatsLoad): string =>
    `${decimal(quantile(times, 0.5))} / ${decimal(quantile(times, 0.95))} ms`;
  const cpu = ({ times, cpu: all }: ChatsLoad): number => all / times.length;
  const what = `${thousands(corpus.size.passages)} đoạn, ${many} tiến trình`;
  return [
    {
      what: `${what}: câu trả lời`,
      measured: `${Math.round(perSecond(answered))}/s`,
      bar: '≥ 300/s',
      anchor: `chỉ đọc và ghi trí nhớ của cuộc: ${Math.round(perSecond(floor))}/s`,
      isMet: perSecond(answered) >= 300,
    },
    {
      what: `${what}: p50 / p95`,
      measured: spread(answered),
      bar: '',
      anchor: `chỉ trí nhớ: ${spread(floor)}`,
      isMet: null,
    },
    {
      what: `${what}: CPU của bot mỗi câu`,
      measured: `${decimal(cpu(answered))} ms`,
      bar: '≤ 6 ms',
      anchor: `chỉ trí nhớ: ${decimal(cpu(floor))} ms`,
      isMet: cpu(answered) <= 6,
    },
  ];
}
