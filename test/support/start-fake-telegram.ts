import { createInterface } from 'node:readline';
import { startFakeTelegram } from './fake-telegram.ts';

/**
 * The loopback server by hand: prints its address and token, then takes lines as messages of one person and prints what the bot writes.
 * `/tap LABEL` taps a button, `/group TEXT` writes in a group. Started without a terminal it only serves until it is ended.
 */
const CHAT = 1001;
const GROUP = -1001;
const fake = await startFakeTelegram({ port: Number(process.argv[2] ?? 8081) });
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
