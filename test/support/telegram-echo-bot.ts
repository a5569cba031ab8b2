import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createTelegram } from '../../src/platforms/telegram/create-telegram.ts';
import { memorySeenMessages, type SeenRecord } from './memory-seen-messages.ts';
import { sayReply } from './replies.ts';

/**
 * A bot in a process of its own, to be killed: answers with what was said. Arguments: root of the server, token, file that keeps
 * the claims (a line each, written before the claim counts).
 */
const [apiRoot = '', token = '', file = ''] = process.argv.slice(2);
const record: SeenRecord = new Map();
if (existsSync(file)) {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const [holder = '', isDone, key = ''] = line.split('\t');
    record.set(key, { holder, isDone: isDone === 'done' });
  }
}
const holder = String(process.pid);
const seen = memorySeenMessages(record, holder);
const silent = () => undefined;

const bot = createTelegram({
  token,
  apiRoot,
  commands: [],
  log: { info: silent, warn: silent, error: silent },
  now: () => new Date(),
  handleMessage: async ({ text }) => {
    await new Promise((resolve) => setTimeout(resolve, 3));
    return sayReply(text);
  },
  seenMessages: {
    async claim(platform, messageId) {
      const isOurs = await seen.claim(platform, messageId);
      if (isOurs) appendFileSync(file, `${holder}\tclaimed\t${platform} ${messageId}\n`);
      return isOurs;
    },
    async complete(platform, messageId) {
      await seen.complete(platform, messageId);
      appendFileSync(file, `${holder}\tdone\t${platform} ${messageId}\n`);
    },
  },
});
process.on('SIGTERM', () => void bot.stop());
await bot.start();
