import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bot, webhookCallback } from 'grammy';

/** A bot that sends every text back within the answer to the webhook, and keeps nothing. */
export async function startBareBot(secret: string): Promise<{ url: string; close(): Promise<void> }> {
  const me = { id: 1, is_bot: true as const, first_name: 'echo', username: 'echo_bot' };
  const botInfo = Object.assign(me, {
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  });
  const bot = new Bot('1:echo', { botInfo: botInfo as never, client: { canUseWebhookReply: () => true } });
  bot.on('message:text', async (context) => void (await context.reply(context.message.text)));
  const server = createServer(webhookCallback(bot, 'http', { secretToken: secret })).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
