import { createTelegram } from '../../src/platforms/telegram/create-telegram.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { sayReply } from './replies.ts';

/** A polling bot in a process of its own, to be killed: answers with what was said. Arguments: root of the server, token, data directory. */
const [apiRoot = '', token = '', directory = ''] = process.argv.slice(2);
const database = await openDatabase({ url: null, directory });
const now = () => new Date();
const silent = () => undefined;
const bot = createTelegram({
  token,
  apiRoot,
  commands: [],
  log: { info: silent, warn: silent, error: silent },
  now,
  handleMessage: async ({ text }) => {
    await new Promise((resolve) => setTimeout(resolve, 3));
    return sayReply(text);
  },
  // A killed process is taken over from as soon as the next one runs.
  inbox: createInbox(database, { now, leaseSeconds: 0.5 }),
});
process.on('SIGTERM', () => void bot.stop().then(() => database.close()));
await bot.start();
