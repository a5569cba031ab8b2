import { appendFileSync } from 'node:fs';
import { createZaloBot } from '../../src/platforms/zalo-bot/create-zalo-bot.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { sayReply } from './replies.ts';
import { startWebhookServer } from './webhook-server.ts';

/**
 * A bot in a process of its own, to be killed: answers with what was said. Arguments: data directory, root of the platform, token, file to
 * write "ready <webhook address>" to.
 */
const [directory = '', apiRoot = '', token = '', file = ''] = process.argv.slice(2);
const database = await openDatabase({ url: null, directory });
const now = () => new Date();
const silent = () => undefined;
const server = await startWebhookServer();
const bot = createZaloBot({
  token,
  apiRoot,
  webhook: { publicUrl: server.root, secret: 'secret-of-the-webhook' },
  // A killed process is taken over from as soon as the next one runs.
  inbox: createInbox(database, { now, leaseSeconds: 0.5 }),
  handleMessage: async ({ text }) => {
    await new Promise((resolve) => setTimeout(resolve, 3));
    return sayReply(text);
  },
  log: { info: silent, warn: silent, error: silent },
  now,
});
server.mount(bot);
process.on(
  'SIGTERM',
  () =>
    void bot
      .stop()
      .then(() => database.close())
      .then(() => process.exit(0)),
);
await bot.start();
appendFileSync(file, `${server.root}\n`);
