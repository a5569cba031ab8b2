import { startFakeZaloBot } from './fake-zalo-bot.ts';
import { startFakeZaloOa } from './fake-zalo-oa.ts';
import { serveChatPage } from './serve-chat-page.ts';

/**
 * Zalo by hand, without an account: an Official Account, one of its groups and the Bot Platform, on a page in the browser. Argument: where the
 * bot listens, http://127.0.0.1:3000 when not given. Prints the settings to start the bot with.
 */
const botRoot = (process.argv[2] ?? 'http://127.0.0.1:3000').replace(/\/+$/, '');
const PERSON = '7770001112223334445';
const BOT_CHAT = '6ede9afa66b88fe6d6a9';
const oa = await startFakeZaloOa({ port: 8091, webhookUrl: `${botRoot}/zalo/oa/webhook` });
const bot = await startFakeZaloBot({ port: 8092 });
// A database that remembers tokens of an earlier run gets new ones instead of a refusal.
oa.oauth.isLenient = true;
bot.state.pollMilliseconds = 25_000;

const oaChat = (name: string, chatId: string, groupId?: string) => ({
  name,
  entries: () =>
    oa.transcript(chatId).map(({ from, text, buttons, kind }) => ({
      from,
      text: text.startsWith('#chidao:') ? '(bấm nút)' : text,
      buttons: buttons.map(({ title }) => title),
      ...(kind === 'image' || kind === 'file' ? { media: kind === 'image' ? 'ảnh' : 'tệp' } : {}),
    })),
  say: (text: string) =>
    groupId === undefined ? oa.say(PERSON, text) : oa.say(PERSON, `[@${oa.account.oaId}] ${text}`, { groupId }),
  tap: (label: string) => oa.tap(PERSON, label),
});
const page = await serveChatPage(
  [
    oaChat('Zalo OA', PERSON),
    oaChat('Nhóm của OA', 'group:g1', 'g1'),
    {
      name: 'Zalo Bot',
      entries: () => bot.transcript(BOT_CHAT).map(({ from, text }) => ({ from, text, buttons: [] })),
      say: (text) => bot.say(BOT_CHAT, text),
      tap: () => undefined,
    },
  ],
  8090,
);

const { appId, appSecret, oaId, oaSecretKey } = oa.account;
const settings = {
  ZALO_OA_APP_ID: appId,
  ZALO_OA_APP_SECRET: appSecret,
  ZALO_OA_ID: oaId,
  ZALO_OA_SECRET_KEY: oaSecretKey,
  ZALO_OA_REFRESH_TOKEN: 'rt-1',
  ZALO_OAUTH_ROOT: oa.roots.oauthRoot,
  ZALO_OPENAPI_ROOT: oa.roots.openapiRoot,
  ZALO_BUSINESS_ROOT: oa.roots.businessRoot,
  ZALO_BOT_TOKEN: bot.token,
  ZALO_BOT_API_ROOT: bot.apiRoot,
  ACCESS: 'open',
};
process.stdout.write(
  `Trang nhắn thử: ${page.root}\n\nKhởi động bot với các cài đặt này (trong .env hoặc trước npm start):\n\n`,
);
for (const [name, value] of Object.entries(settings)) process.stdout.write(`${name}=${value}\n`);
