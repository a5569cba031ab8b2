import { createHash } from 'node:crypto';
import { z } from 'zod';
import { SettingError } from '../../domain/errors.ts';
import type { Log } from '../../domain/platform.ts';
import { backOff, type Sleep } from '../sleep.ts';
import type { BotClient, BotSelf } from './bot-client.ts';
import { BOT_WEBHOOK_PATH } from './bot-webhook.ts';
import type { BotFailure } from './classify-failure.ts';

export type Introduction = {
  client: BotClient;
  /** Where Zalo is to deliver; null to be polled instead. */
  webhook: { publicUrl: string; secret: string } | null;
  log: Log;
  sleep: Sleep;
  signal: AbortSignal;
};

const selfSchema = z.object({ id: z.coerce.string(), account_name: z.string().optional() });
const hookSchema = z.object({ url: z.string().optional() });
const verifiedSchema = z.object({
  verification: z.object({ ok: z.boolean(), outcome: z.string().optional() }).optional(),
});

/** Asks who we are and sets or takes back the webhook. Null when the platform cannot be reached now; throws SettingError for a wrong token. */
export async function connect({ client, webhook, log, signal }: Introduction): Promise<BotSelf | null> {
  const me = await client.call('getMe', {}, signal);
  if (!me.ok) return refused(me.failure, log, signal);
  const self = selfSchema.safeParse(me.result);
  if (!self.success) return null;
  const failure = webhook === null ? await takeBackWebhook(client) : await setWebhook(client, webhook, log);
  if (failure !== null) return refused(failure, log, signal);
  log.info({ platform: 'zalo-bot', bot: self.data.id }, 'Zalo Bot: đã kết nối');
  return { id: self.data.id, name: self.data.account_name ?? '' };
}

/** Tries again until it is connected; null when the waiting was ended or the token turned out to be wrong. */
export async function keepConnecting(introduction: Introduction): Promise<BotSelf | null> {
  const { log, sleep, signal } = introduction;
  try {
    for (let tries = 0; !signal.aborted; tries += 1) {
      await sleep(backOff(tries), signal);
      const self = signal.aborted ? null : await connect(introduction);
      if (self !== null) return self;
    }
  } catch (error) {
    log.error({ platform: 'zalo-bot' }, error instanceof SettingError ? error.message : 'Zalo Bot: lỗi khi kết nối');
  }
  return null;
}

function refused({ kind, code, reason }: BotFailure, log: Log, signal: AbortSignal): null {
  if (kind === 'config' && (code === 401 || code === 404)) {
    throw new SettingError('ZALO_BOT_TOKEN không được Zalo chấp nhận: hãy lấy lại token ở Zalo Bot Manager.');
  }
  if (!signal.aborted) log.warn({ platform: 'zalo-bot', reason }, 'Zalo Bot: chưa kết nối được; sẽ thử lại');
  return null;
}

async function hookUrl(client: BotClient): Promise<string> {
  const known = await client.call('getWebhookInfo', {});
  // Refused where none is set.
  return known.ok ? (hookSchema.safeParse(known.result).data?.url ?? '') : '';
}

async function takeBackWebhook(client: BotClient): Promise<BotFailure | null> {
  if ((await hookUrl(client)) === '') return null;
  const answer = await client.call('deleteWebhook', {});
  return answer.ok ? null : answer.failure;
}

/** Only so many calls a day are allowed, so the webhook is set when it changed; the address carries a digest of the secret to tell. */
async function setWebhook(
  client: BotClient,
  { publicUrl, secret }: NonNullable<Introduction['webhook']>,
  log: Log,
): Promise<BotFailure | null> {
  const mark = createHash('sha256').update(`chidao ${secret}`).digest('hex').slice(0, 8);
  const url = `${publicUrl.replace(/(?<!\/)\/+$/, '')}${BOT_WEBHOOK_PATH}?k=${mark}`;
  if ((await hookUrl(client)) === url) return null;
  const answer = await client.call('setWebhook', { url, secret_token: secret });
  if (!answer.ok) return answer.failure;
  const { verification } = verifiedSchema.safeParse(answer.result).data ?? {};
  if (verification !== undefined && !verification.ok) {
    const outcome = verification.outcome ?? 'unknown';
    log.warn(
      { platform: 'zalo-bot', outcome },
      'Zalo Bot: Zalo chưa gọi được webhook; kiểm tra PUBLIC_URL và tường lửa',
    );
  }
  return null;
}
