import { z } from 'zod';
import type { Config } from '../../config.ts';
import { SettingError } from '../../domain/errors.ts';
import type { StoredTokens } from '../../domain/zalo-oa.ts';
import { callHttp } from '../../platforms/call-http.ts';
import { createBotClient } from '../../platforms/zalo-bot/bot-client.ts';
import { BOT_WEBHOOK_PATH } from '../../platforms/zalo-bot/bot-webhook.ts';
import type { OaAccount } from '../../platforms/zalo-oa/create-zalo-oa.ts';
import { oaAccount, zaloOaParts } from '../../wiring/build-zalo.ts';
import type { CommandContext } from '../command.ts';
import { withDatabase } from '../with-database.ts';
import { judgeWebhook } from './check-webhook.ts';
import { checkTemplate } from './check-zalo-template.ts';
import { type Finding, fail, note, ok } from './finding.ts';

const check = 'Zalo OA';
const botCheck = 'Zalo Bot';

const oaSchema = z.object({
  error: z.coerce.number(),
  message: z.string().optional(),
  data: z
    .object({ name: z.string().optional(), package_name: z.string().optional(), is_verified: z.boolean().optional() })
    .optional(),
});

/** Settings, tokens and answers of both interfaces of Zalo. Sends nothing to anybody and uses no refresh token up. */
export async function checkZalo(config: Config, context: CommandContext): Promise<Finding[]> {
  return [...(await checkOa(config, context)), ...(await checkBot(config))];
}

async function checkOa(config: Config, context: CommandContext): Promise<Finding[]> {
  try {
    const account = oaAccount(config);
    if (account === null)
      return [note(check, 'chưa đặt', 'muốn lên Zalo OA thì đặt các cài đặt ZALO_OA_… (xem .env.example)')];
    const tokens = await readTokens(config, account, context);
    const stored = checkTokens(tokens, account, context.now());
    const asked =
      tokens?.status === 'valid' && tokens.accessToken !== ''
        ? [await askOa(config, tokens), await checkTemplate(config, tokens.accessToken)]
        : [];
    const { PUBLIC_URL: publicUrl } = config.settings;
    const address = publicUrl?.startsWith('https://')
      ? ok(check, `webhook: khai ${publicUrl.replace(/(?<!\/)\/+$/, '')}/zalo/oa/webhook ở trang Webhook của ứng dụng`)
      : note(check, 'chưa có địa chỉ https cho webhook', 'đặt PUBLIC_URL là địa chỉ https trỏ về máy này');
    return [...stored, ...asked, checkSecret(config), address];
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    return [fail(check, error.message, 'sửa theo câu trên rồi chạy lại')];
  }
}

function checkSecret({ settings }: Config): Finding {
  return settings.CHIDAO_SECRET === undefined
    ? note(check, 'token lưu không mã hóa', 'đặt CHIDAO_SECRET, chuỗi bí mật từ 16 ký tự, và giữ bản sao')
    : ok(check, 'token lưu có mã hóa');
}

function readTokens(config: Config, account: OaAccount, context: CommandContext): Promise<StoredTokens | null> {
  const now = () => context.now();
  return withDatabase(context, (database) => zaloOaParts(config, account, { database, now }).vault.read());
}

function checkTokens(tokens: StoredTokens | null, { refreshToken }: OaAccount, now: Date): Finding[] {
  const mend = 'quản trị OA cấp quyền: chidao zalo login';
  if (tokens === null) {
    return refreshToken === null
      ? [fail(check, 'chưa có token', mend)]
      : [ok(check, 'token: sẽ lấy từ ZALO_OA_REFRESH_TOKEN khi bot chạy lần đầu')];
  }
  if (tokens.status === 'ambiguous')
    return [fail(check, 'mất câu trả lời khi đổi token, không rõ token nào còn dùng được', mend)];
  if (tokens.status === 'dead') return [fail(check, 'Zalo không nhận token đổi mới', mend)];
  const hours = Math.floor((tokens.expiresAt.getTime() - now.getTime()) / 3_600_000);
  return [ok(check, hours > 0 ? `token còn ${hours} giờ, tự đổi mới` : 'token hết giờ, sẽ đổi mới khi bot chạy')];
}

async function askOa({ settings }: Config, { accessToken }: StoredTokens): Promise<Finding> {
  const address = `${settings.ZALO_OPENAPI_ROOT.replace(/(?<!\/)\/+$/, '')}/v2.0/oa/getoa`;
  const answer = await callHttp(address, { method: 'GET', headers: { access_token: accessToken }, timeoutSeconds: 10 });
  const parsed = oaSchema.safeParse(answer.status === 'answered' ? answer.json : null);
  if (!parsed.success)
    return fail(
      check,
      `không gọi được ${settings.ZALO_OPENAPI_ROOT}`,
      'kiểm tra mạng, tường lửa hoặc ZALO_OPENAPI_ROOT',
    );
  const { error, message = '', data } = parsed.data;
  if (error !== 0)
    return note(
      check,
      `Zalo trả lời mã ${error} ${message.slice(0, 100)}`.trim(),
      'token hết giờ thì bot tự đổi; mã khác xem README, mục Zalo OA',
    );
  const facts = [
    data?.name ?? '?',
    data?.package_name ? `gói ${data.package_name}` : null,
    data?.is_verified === false ? 'chưa xác thực' : null,
  ];
  return ok(check, facts.filter(Boolean).join(', '));
}

async function checkBot({ settings }: Config): Promise<Finding[]> {
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: apiRoot, ZALO_BOT_MODE: mode } = settings;
  if (token === undefined)
    return [note(botCheck, 'chưa đặt', 'muốn thử nhanh trên Zalo thì đặt ZALO_BOT_TOKEN (xem .env.example)')];
  const me = await createBotClient({ token, apiRoot }).call('getMe', {});
  if (me.ok) {
    const name = z.object({ account_name: z.string() }).safeParse(me.result).data?.account_name ?? '?';
    const hook = await createBotClient({ token, apiRoot }).call('getWebhookInfo', {});
    const url = hook.ok ? z.object({ url: z.string() }).safeParse(hook.result).data?.url : undefined;
    const wanted = { mode, publicUrl: settings.PUBLIC_URL, path: BOT_WEBHOOK_PATH };
    return [ok(botCheck, name), judgeWebhook(botCheck, wanted, url === undefined ? null : { url })];
  }
  const { kind, reason } = me.failure;
  return kind === 'config'
    ? [fail(botCheck, `bị từ chối (${reason})`, 'lấy lại token ở Zalo Bot Manager rồi đặt vào ZALO_BOT_TOKEN')]
    : [fail(botCheck, `không gọi được ${apiRoot} (${reason})`, 'kiểm tra mạng, tường lửa hoặc ZALO_BOT_API_ROOT')];
}
