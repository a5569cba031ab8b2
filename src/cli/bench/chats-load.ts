import type { Config } from '../../config.ts';
import { loadChat, saveChat } from '../../store/chats.ts';
import type { Base } from '../../wiring/base.ts';
import { buildPeople } from '../../wiring/build-people.ts';
import { createLog } from '../../wiring/log.ts';
import { createMessageHandler, standingFeatures } from '../../wiring/message-handler.ts';

export type ChatsPlan = {
  /** Ids of the chats; each sends its next message as soon as it has its answer. */
  chats: readonly string[];
  questions: readonly string[];
  seconds: number;
  /** When the first message comes, milliseconds since 1970. */
  at: number;
};

/** What came of it: milliseconds of each message, and those of this process's CPU for all of them. */
export type ChatsLoad = { times: number[]; cpu: number; seconds: number };

/** One message of a chat and what comes of it. */
type Ask = (chat: string, turn: number) => Promise<unknown>;

/** Answers each question twice to warm up, and gives what runs the load itself, and one beneath it that any bot with a memory pays for. */
export async function prepareChats(
  base: Base,
  config: Config,
  plan: ChatsPlan,
): Promise<{ answer: () => Promise<ChatsLoad>; remember: () => Promise<ChatsLoad> }> {
  const now = (): Date => new Date(plan.at + performance.now());
  const ask = askAs(base, { ...config, access: 'open' }, { questions: plan.questions, now });
  for (let turn = 0; turn < 2 * plan.questions.length; turn += plan.chats.length)
    await Promise.all(plan.chats.map((chat, at) => ask(chat, turn + at)));
  return { answer: () => together(ask, plan), remember: () => together(rememberOnly(base, now), plan) };
}

type Asking = { questions: readonly string[]; now: () => Date };

function askAs(base: Base, config: Config, { questions, now }: Asking): Ask {
  const people = buildPeople(base, config, new Map());
  const features = standingFeatures(base, config, people);
  const handle = createMessageHandler(base, config, { log: createLog('error'), features, people });
  return (chat, turn) =>
    handle({
      platform: 'telegram',
      chatId: chat,
      personId: chat,
      personName: null,
      messageId: `${chat} ${turn}`,
      text: questions[turn % questions.length] ?? '',
      choice: null,
      isGroup: false,
      receivedAt: now(),
    });
}

function rememberOnly({ database }: Base, now: () => Date): Ask {
  return async (chat) => {
    const key = { platform: 'telegram', chatId: chat } as const;
    const memory = await loadChat(database, key);
    await saveChat(database, key, { context: null, choices: null, ...memory, updatedAt: now() });
  };
}

async function together(ask: Ask, { chats, seconds }: ChatsPlan): Promise<ChatsLoad> {
  const times: number[] = [];
  const [began, beganCpu] = [performance.now(), process.cpuUsage()];
  let turn = 0;
  const speak = async (chat: string): Promise<void> => {
    while (performance.now() - began < seconds * 1000) {
      const sent = performance.now();
      await ask(chat, turn++);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(chats.map(speak));
  const { user, system } = process.cpuUsage(beganCpu);
  return { times, cpu: (user + system) / 1000, seconds: (performance.now() - began) / 1000 };
}
