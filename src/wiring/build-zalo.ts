import type { Config, SettingName } from '../config.ts';
import { SettingError } from '../domain/errors.ts';
import type { HandleMessage } from '../domain/message.ts';
import type { Inbox, Log, Platform } from '../domain/platform.ts';
import type { Trace } from '../domain/trace.ts';
import { createZaloBot } from '../platforms/zalo-bot/create-zalo-bot.ts';
import { createZaloOa, type OaAccount } from '../platforms/zalo-oa/create-zalo-oa.ts';
import type { Database } from '../store/database.ts';
import { erasePersonalData } from '../store/privacy.ts';
import { createSeal } from '../store/seal-text.ts';
import { createZaloLedger } from '../store/zalo-ledger.ts';
import { createConsentRecord, createTokenVault } from '../store/zalo-tokens.ts';

export type ZaloWorld = {
  database: Database;
  inbox: Inbox;
  handleMessage: HandleMessage;
  log: Log;
  trace: Trace;
  now: () => Date;
};

/** Đồng: a message after 48 hours; a template where Zalo does not tell its price. */
const prices = { message: 55, templateUid: 300, templatePhone: 300 };

/** The Official Account where one is configured, else null. Throws SettingError naming what is missing. */
export function buildZaloOa(config: Config, { database, ...world }: ZaloWorld): Platform | null {
  const account = oaAccount(config);
  if (account === null) return null;
  return createZaloOa({
    ...world,
    ...zaloOaParts(config, account, { database, now: world.now }),
    account,
    prices,
    budget: config.settings.ZALO_OA_MONTHLY_BUDGET ?? null,
    ledger: createZaloLedger(database, world.now),
    erase: (chatId) => eraseZaloChat({ database, now: world.now }, chatId),
  });
}

/** What a consent needs, also without a running bot. */
export function zaloOaParts(
  { settings }: Config,
  { oaId }: OaAccount,
  { database, now }: { database: Database; now: () => Date },
) {
  const seal = createSeal(settings.CHIDAO_SECRET ?? null);
  return {
    roots: {
      oauthRoot: settings.ZALO_OAUTH_ROOT,
      openapiRoot: settings.ZALO_OPENAPI_ROOT,
      businessRoot: settings.ZALO_BUSINESS_ROOT,
    },
    vault: createTokenVault(database, { oaId, seal, now }),
    consents: createConsentRecord(database, now),
  };
}

const oaSettings = [
  'ZALO_OA_APP_ID',
  'ZALO_OA_APP_SECRET',
  'ZALO_OA_ID',
  'ZALO_OA_SECRET_KEY',
] as const satisfies SettingName[];

/** The account of the settings; null when none of them is set. Throws SettingError when only some are. */
export function oaAccount({ settings }: Config): OaAccount | null {
  const [appId, appSecret, oaId, oaSecretKey] = oaSettings.map((name) => settings[name]);
  const missing = oaSettings.filter((name) => settings[name] === undefined);
  if (missing.length === oaSettings.length) return null;
  if (appId === undefined || appSecret === undefined || oaId === undefined || oaSecretKey === undefined) {
    throw new SettingError(`Thiếu cài đặt ${missing.join(', ')}: Zalo OA cần đủ ${oaSettings.join(', ')}.`);
  }
  const { ZALO_OA_REFRESH_TOKEN: refreshToken = null, ZALO_OA_TEMPLATE_ID: templateId = null } = settings;
  return { appId, appSecret, oaId, oaSecretKey, refreshToken, templateId };
}

/** The bot of the Zalo Bot Platform where one is configured, else null. Throws SettingError. */
export function buildZaloBot({ settings }: Config, world: ZaloWorld): Platform | null {
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: apiRoot, ZALO_BOT_MODE: mode } = settings;
  if (token === undefined) return null;
  const webhook = mode === 'polling' ? null : webhookSettings(settings, 'ZALO_BOT_SECRET', 'ZALO_BOT_MODE');
  return createZaloBot({ ...world, token, apiRoot, webhook });
}

/** Where a platform is to deliver. Throws SettingError when the address or the secret is missing. */
export function webhookSettings(
  settings: Config['settings'],
  secretName: 'ZALO_BOT_SECRET' | 'TELEGRAM_WEBHOOK_SECRET',
  modeName: SettingName,
): { publicUrl: string; secret: string } {
  const { PUBLIC_URL: publicUrl } = settings;
  const secret = settings[secretName];
  if (publicUrl === undefined)
    throw new SettingError(`Cài đặt ${modeName}=webhook cần PUBLIC_URL, địa chỉ https của bot.`);
  if (secret === undefined)
    throw new SettingError(`Cài đặt ${modeName}=webhook cần ${secretName}, một chuỗi bí mật tự chọn.`);
  return { publicUrl, secret };
}

/** Everything about a person who withdrew their consent at Zalo. */
async function eraseZaloChat({ database, now }: Pick<ZaloWorld, 'database' | 'now'>, chatId: string): Promise<void> {
  const account = { platform: 'zalo-oa' as const, accountId: chatId };
  await database.transaction((session) => erasePersonalData(session, [account], now()));
}
