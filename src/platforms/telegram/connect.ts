import type { Api, Bot } from 'grammy';
import type { BotCommand } from 'grammy/types';
import { SettingError } from '../../domain/errors.ts';
import type { Log } from '../../domain/platform.ts';
import { backOff, type Sleep } from '../sleep.ts';
import { toApiSignal } from './api-signal.ts';
import { classifyFailure } from './classify-failure.ts';
import { allowedUpdates } from './poll-updates.ts';
import { TELEGRAM_WEBHOOK_PATH } from './telegram-webhook.ts';

export type Introduction = {
  /** Where Telegram is to deliver; null to be polled instead. */
  webhook: { publicUrl: string; secret: string } | null;
  bot: Bot;
  api: Api;
  commands: BotCommand[];
  log: Log;
  sleep: Sleep;
  /** Ends the waiting. */
  signal: AbortSignal;
};

/**
 * Asks Telegram who we are, takes back a webhook that would keep the updates from us, and sets the menu. False when Telegram cannot be
 * reached now; throws SettingError when it does not accept the token.
 */
export async function connect(introduction: Introduction): Promise<boolean> {
  const { bot, api, log, signal } = introduction;
  try {
    bot.botInfo = await api.getMe(toApiSignal(signal));
    if (introduction.webhook === null) await takeBackWebhook(introduction);
    else await setWebhook(introduction, introduction.webhook);
  } catch (error) {
    const { kind, reason } = classifyFailure(error);
    if (kind === 'config')
      throw new SettingError('TELEGRAM_BOT_TOKEN không được Telegram chấp nhận: hãy lấy lại token ở BotFather.');
    if (!signal.aborted) log.warn({ platform: 'telegram', reason }, 'Telegram: chưa kết nối được; sẽ thử lại');
    return false;
  }
  await setMenu(introduction);
  log.info({ platform: 'telegram', bot: bot.botInfo.username }, `Telegram: đã kết nối với @${bot.botInfo.username}`);
  return true;
}

/** While a webhook is set Telegram hands out no updates. Rejects when the network is to blame, so that it is tried again. */
async function takeBackWebhook({ api, log, signal }: Introduction): Promise<void> {
  try {
    await api.deleteWebhook({}, toApiSignal(signal));
  } catch (error) {
    const { kind, reason } = classifyFailure(error);
    if (kind !== 'config' && kind !== 'bug') throw error;
    log.warn({ platform: 'telegram', reason }, 'Telegram: chưa gỡ được webhook cũ');
  }
}

async function setWebhook(
  { api, signal }: Introduction,
  { publicUrl, secret }: NonNullable<Introduction['webhook']>,
): Promise<void> {
  const address = publicUrl.replace(/(?<!\/)\/+$/, '') + TELEGRAM_WEBHOOK_PATH;
  await api.setWebhook(address, { secret_token: secret, allowed_updates: allowedUpdates }, toApiSignal(signal));
}

/** Tries again until it is connected; false when the waiting was ended or the token turned out to be wrong. */
export async function keepConnecting(introduction: Introduction): Promise<boolean> {
  const { log, sleep, signal } = introduction;
  try {
    for (let tries = 0; !signal.aborted; tries += 1) {
      await sleep(backOff(tries), signal);
      if (!signal.aborted && (await connect(introduction))) return true;
    }
  } catch (error) {
    log.error({ platform: 'telegram' }, error instanceof SettingError ? error.message : 'Telegram: lỗi khi kết nối');
  }
  return false;
}

async function setMenu({ api, commands, log, signal }: Introduction): Promise<void> {
  if (commands.length === 0) return;
  try {
    await api.setMyCommands(commands, {}, toApiSignal(signal));
  } catch (error) {
    log.warn({ platform: 'telegram', reason: classifyFailure(error).reason }, 'Telegram: chưa đặt được danh sách lệnh');
  }
}
