import { z } from 'zod';
import type { Config } from '../../config.ts';
import { TELEGRAM_WEBHOOK_PATH } from '../../platforms/telegram/telegram-webhook.ts';
import { judgeWebhook } from './check-webhook.ts';
import { type Finding, fail, note, ok } from './finding.ts';

const check = 'Telegram';
const timeoutMs = 10_000;

const answerSchema = z.object({
  ok: z.boolean(),
  error_code: z.number().optional(),
  result: z
    .object({ username: z.string().optional(), url: z.string().optional(), last_error_message: z.string().optional() })
    .optional(),
});
type Answer = z.infer<typeof answerSchema>;

/** Asks the Bot API who the token belongs to. Nothing is sent to anybody. */
export async function checkTelegram({ settings, access, admins }: Config): Promise<Finding[]> {
  const token = settings.TELEGRAM_BOT_TOKEN;
  if (token === undefined)
    return [note(check, 'chưa đặt', 'muốn lên Telegram thì đặt TELEGRAM_BOT_TOKEN (xem .env.example)')];
  const call = (method: string): Promise<Answer | null> =>
    callApi(`${settings.TELEGRAM_API_ROOT.replace(/(?<!\/)\/+$/, '')}/bot${token}/${method}`);
  const me = await call('getMe');
  if (me === null) {
    return [
      fail(check, `không gọi được ${settings.TELEGRAM_API_ROOT}`, 'kiểm tra mạng, tường lửa hoặc TELEGRAM_API_ROOT'),
    ];
  }
  if (!me.ok) {
    return [
      fail(check, `bị từ chối (mã ${me.error_code ?? '?'})`, 'lấy lại mã từ @BotFather rồi đặt vào TELEGRAM_BOT_TOKEN'),
    ];
  }
  const webhook = await call('getWebhookInfo');
  return [
    ok(check, `@${me.result?.username ?? '?'}`),
    judgeWebhook(
      check,
      { mode: settings.TELEGRAM_MODE, publicUrl: settings.PUBLIC_URL, path: TELEGRAM_WEBHOOK_PATH },
      webhook?.result?.url ? { url: webhook.result.url, error: webhook.result.last_error_message } : null,
    ),
    ...(access === 'invite' && admins.length === 0
      ? [note(check, 'ADMINS chưa đặt', 'khi khởi động, bot in mã /vao cho người quản trị đầu tiên; hoặc đặt ADMINS')]
      : []),
  ];
}

/** Null when there is no answer in time, or none that is a Bot API's. The address holds the token: it goes into no message. */
async function callApi(address: string): Promise<Answer | null> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
    return answerSchema.parse(await response.json());
  } catch {
    return null;
  }
}
