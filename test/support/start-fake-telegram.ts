import { createInterface } from 'node:readline';
import { startFakeTelegram } from './fake-telegram.ts';
import { serveChatPage } from './serve-chat-page.ts';

/**
 * The loopback server by hand: prints its address and token, then takes lines as messages of one person and prints what the bot writes.
 * `/tap LABEL` taps a button, `/group TEXT` writes in a group. The same chat stands on a page in the browser. Started without a terminal it
 * only serves until it is ended.
 */
const CHAT = 1001;
const GROUP = -1001;
const fake = await startFakeTelegram({ port: Number(process.argv[2] ?? 8081) });
const page = await serveChatPage(
  [
    {
      name: 'Telegram',
      entries: () =>
        fake.transcript(CHAT).map(({ from, text, keyboard, media }) => ({
          from,
          text,
          buttons: keyboard.flat().map((button) => button.text),
          ...(media === undefined ? {} : { media: media.name }),
        })),
      say: (text) => fake.say(CHAT, text),
      tap: (label) => fake.tap(CHAT, label),
    },
  ],
  8080,
);
process.stdout.write(`Trang nhắn thử: ${page.root}\nACCESS=open\n`);
process.stdout.write(`TELEGRAM_API_ROOT=${fake.apiRoot}\nTELEGRAM_BOT_TOKEN=${fake.token}\n\n`);

let shown = 0;
const show = () => {
  const entries = [CHAT, GROUP].flatMap((chat) => fake.transcript(chat)).sort((a, b) => a.messageId - b.messageId);
  for (const { from, messageId, text, keyboard } of entries) {
    if (messageId <= shown) continue;
    shown = messageId;
    const buttons = keyboard.map((row) => row.map((button) => `[${button.text}]`).join(' ')).join('\n');
    if (from === 'bot') process.stdout.write(`\n${text}\n${buttons}\n`);
  }
};
setInterval(show, 100).unref();

for await (const line of createInterface({ input: process.stdin })) {
  if (line.startsWith('/tap ')) fake.tap(CHAT, line.slice(5));
  else if (line.startsWith('/group ')) fake.say(GROUP, line.slice(7));
  else if (line.trim() !== '') fake.say(CHAT, line);
}
