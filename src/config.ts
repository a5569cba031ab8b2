import { resolve } from 'node:path';
import { z } from 'zod';
import { readEmailAddress } from './domain/email-address.ts';
import { SettingError } from './domain/errors.ts';

/** Settings that nobody may read in a log or on a screen. */
export const secretNames: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'METRICS_TOKEN',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'ZALO_OA_APP_SECRET',
  'ZALO_OA_SECRET_KEY',
  'ZALO_OA_REFRESH_TOKEN',
  'ZALO_BOT_TOKEN',
  'ZALO_BOT_SECRET',
  'CHIDAO_SECRET',
  'OPENAI_API_KEY',
  'EMBEDDING_API_KEY',
  'SMTP_URL',
  'OTEL_EXPORTER_OTLP_HEADERS',
]);

const text = z.string().optional();

const digits = z.string().regex(/^\d{1,30}$/, 'phải là một dãy số');

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `phải là số nguyên từ ${min} đến ${max}`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `phải là số nguyên từ ${min} đến ${max}`);

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `phải là một trong: ${values.join(', ')}` });

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
const webAddress = z.string().refine(isWebAddress, 'phải là một địa chỉ http:// hoặc https://');

function isMailServer(value: string): boolean {
  return URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol) && new URL(value).hostname !== '';
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('vi', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** `name=value` pairs as OpenTelemetry writes them: between commas, values percent-encoded. Null when it is none. */
function readHeaders(value: string): Record<string, string> | null {
  const pairs = value.split(',').map((pair) => /^\s*([\w-]{1,100})\s*=\s*([\x21-\x7e]{1,2000})\s*$/.exec(pair));
  try {
    return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', decodeURIComponent(pair?.[2] ?? '')]));
  } catch {
    return null;
  }
}

const headers = z.string().transform((value, context) => {
  const read = readHeaders(value);
  if (read !== null && !('' in read)) return read;
  context.addIssue({ code: 'custom', message: 'phải có dạng tên=giá-trị, cách nhau bằng dấu phẩy' });
  return z.NEVER;
});

const databaseUrl = z
  .string()
  .refine(
    (value) => !value.includes('://') || /^postgres(ql)?:\/\//.test(value),
    'phải là postgres://… hoặc đường dẫn một thư mục',
  );

/** Known settings, checked also where their part is off, so that a typing mistake shows. */
const settingsSchema = z.object({
  DATABASE_URL: databaseUrl.optional(),
  CHIDAO_HOME: text,
  TZ: z.string().refine(isTimeZone, 'phải là tên một múi giờ như Asia/Ho_Chi_Minh').default('Asia/Ho_Chi_Minh'),
  PORT: wholeNumber(1, 65535).default(3000),
  PUBLIC_URL: webAddress.optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'phải có từ 16 ký tự, chỉ gồm chữ không dấu, số, gạch dưới, gạch nối')
    .optional(),
  ACCESS: oneOf(['open', 'invite']).optional(),
  ADMINS: z
    .string()
    .regex(
      /^(?:(?:telegram|zalo-oa|zalo-bot|terminal):)?[\w.-]{1,64}(?:\s*,\s*(?:(?:telegram|zalo-oa|zalo-bot|terminal):)?[\w.-]{1,64}){0,200}$/,
      'phải là các mã người dùng cách nhau bằng dấu phẩy, ví dụ telegram:123456789',
    )
    .optional(),
  RATE_LIMIT: wholeNumber(0, 10_000).default(30),
  REVIEW_REQUIRED: oneOf(['show', 'hide']).default('show'),
  REVIEW_APPROVALS: wholeNumber(1, 2).default(1),
  RETENTION_DAYS: wholeNumber(1, 3650).default(30),
  ALLOW_LINKS: oneOf(['administrators', 'reviewers', 'off']).default('administrators'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d{1,20}:[\w-]{1,200}$/, 'phải có dạng 123456789:AA… như BotFather đã cấp')
    .optional(),
  TELEGRAM_API_ROOT: webAddress.default('https://api.telegram.org'),
  TELEGRAM_MODE: oneOf(['polling', 'webhook']).default('polling'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'chỉ gồm chữ không dấu, số, gạch dưới, gạch nối; tối đa 256 ký tự')
    .optional(),
  CHIDAO_SECRET: z.string().min(16, 'phải dài từ 16 ký tự').optional(),
  ZALO_OA_APP_ID: digits.optional(),
  ZALO_OA_APP_SECRET: text,
  ZALO_OA_ID: digits.optional(),
  ZALO_OA_SECRET_KEY: text,
  ZALO_OA_REFRESH_TOKEN: text,
  ZALO_OA_TEMPLATE_ID: text,
  ZALO_OA_MONTHLY_BUDGET: wholeNumber(0, 999_999_999).optional(),
  ZALO_OAUTH_ROOT: webAddress.default('https://oauth.zaloapp.com'),
  ZALO_OPENAPI_ROOT: webAddress.default('https://openapi.zalo.me'),
  ZALO_BUSINESS_ROOT: webAddress.default('https://business.openapi.zalo.me'),
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^\d{1,30}:[\w.-]{1,300}$/, 'phải có dạng số:chuỗi như Zalo Bot Manager đã cấp')
    .optional(),
  ZALO_BOT_API_ROOT: webAddress.default('https://bot-api.zaloplatforms.com'),
  ZALO_BOT_SECRET: z
    .string()
    .regex(/^[\w-]{8,256}$/, 'chỉ gồm chữ không dấu, số, gạch dưới, gạch nối; từ 8 đến 256 ký tự')
    .optional(),
  ZALO_BOT_MODE: oneOf(['polling', 'webhook']).default('polling'),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: webAddress.optional(),
  CHAT_MODEL: text,
  EMBEDDING_MODEL: text,
  EMBEDDING_BASE_URL: webAddress.optional(),
  EMBEDDING_API_KEY: text,
  EMBEDDING_DIMENSIONS: wholeNumber(1, 16000).optional(),
  MODEL_TIMEOUT_SECONDS: wholeNumber(1, 600).default(9),
  MODEL_WHEN: oneOf(['needed', 'always']).default('needed'),
  MODEL_DOCUMENTS: oneOf(['all', 'public', 'none']).optional(),
  MODEL_DAILY_TOKENS: wholeNumber(0, 999_999_999).default(300_000),
  MODEL_DAILY_TOKENS_ALL: wholeNumber(0, 999_999_999).default(2_000_000),
  MODEL_PRICES: z
    .string()
    .regex(
      /^\d{1,6}(?:\.\d{1,6})?\/\d{1,6}(?:\.\d{1,6})?$/,
      'phải có dạng 0.15/0.60 (đô la cho một triệu token vào/ra)',
    )
    .optional(),
  SMTP_URL: z
    .string()
    .refine(isMailServer, 'phải có dạng smtp://người-dùng:mật-khẩu@máy-chủ:587 hoặc smtps://…')
    .optional(),
  SMTP_FROM: z
    .string()
    .refine((value) => readEmailAddress(value) !== null, 'phải là một địa chỉ thư điện tử')
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: headers.optional(),
  OTEL_SERVICE_NAME: z.string().max(100).default('chidao'),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
});
type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

export const settingNames = Object.keys(settingsSchema.shape) as SettingName[];

/** A PostgreSQL server's address, or the absolute path of the embedded database's directory. */
export type DatabaseLocation = { url: string; directory: null } | { url: null; directory: string };

export type Config = {
  /** Every checked setting under its own name; absent when not set and without a default. */
  settings: Settings;
  database: DatabaseLocation;
  /** Who may speak to the bot. Invitation as soon as a real platform is configured, unless ACCESS says otherwise. */
  access: 'open' | 'invite';
  /** As written: `telegram:123`, or a bare id that holds on every platform. */
  admins: string[];
  /** Names of the settings the operator gave; all others have their default or are off. */
  given: ReadonlySet<SettingName>;
};

type Environment = Record<string, string | undefined>;

/** An empty string counts as not set; a TZ that is a path (":/etc/localtime", as some machines have it) names no zone and counts as not set. */
function givenSettings(environment: Environment): Environment {
  const given: Environment = {};
  for (const name of settingNames) {
    const value = environment[name]?.trim();
    if (value && !(name === 'TZ' && value.startsWith(':'))) given[name] = value;
  }
  return given;
}

/** What `--db` or a setting says of the database: a PostgreSQL address as it is, anything else as a directory. Throws SettingError. */
export function databaseLocation(value: string): DatabaseLocation {
  const checked = databaseUrl.safeParse(value);
  if (!checked.success) throw new SettingError(sentence('DATABASE_URL', checked.error.issues[0]?.message));
  return value.includes('://') ? { url: value, directory: null } : { url: null, directory: resolve(value) };
}

function sentence(name: string, message: string | undefined): string {
  return `Cài đặt ${name} sai: ${message ?? 'giá trị không dùng được'}.`;
}

/** Checks an environment. Throws SettingError with one Vietnamese sentence naming the first wrong setting, never its value. */
export function parseConfig(environment: Environment): Config {
  const given = givenSettings(environment);
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SettingError(sentence(String(issue?.path[0] ?? ''), issue?.message));
  }
  const settings = parsed.data;
  const hasPlatform = Boolean(
    settings.TELEGRAM_BOT_TOKEN ?? settings.ZALO_BOT_TOKEN ?? settings.ZALO_OA_APP_ID ?? settings.ZALO_OA_REFRESH_TOKEN,
  );
  return {
    settings,
    database: databaseLocation(settings.DATABASE_URL ?? settings.CHIDAO_HOME ?? '.chidao'),
    access: settings.ACCESS ?? (hasPlatform ? 'invite' : 'open'),
    admins: settings.ADMINS?.split(',').map((id) => id.trim()) ?? [],
    given: new Set(Object.keys(given) as SettingName[]),
  };
}

/**
 * Settings from the environment and, where one exists, from the `.env` file of the working directory (the environment wins).
 * The only reader of process.env. Throws SettingError.
 */
export function loadConfig(): Config {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new SettingError('Không đọc được tệp .env trong thư mục đang đứng: hãy kiểm tra quyền đọc tệp này.');
    }
  }
  silenceTracing();
  return parseConfig(process.env);
}

/** The model libraries send what is asked to a service of their maker where these are set; nothing of ours may go there. */
function silenceTracing(): void {
  for (const name of Object.keys(process.env)) if (/^(?:LANGSMITH_|LANGCHAIN_)/.test(name)) delete process.env[name];
}

/** One line a setting: its value, or only "đã đặt" for what must stay secret; settings that are not set are named together. */
export function describeConfig(config: Config): string[] {
  const set = settingNames.filter((name) => config.given.has(name));
  const unset = settingNames.filter((name) => !config.given.has(name));
  const lines = set.map((name) => `${name}: ${secretNames.has(name) ? 'đã đặt' : config.settings[name]}`);
  return [...lines, `chưa đặt: ${unset.join(', ')}`];
}

/** One line for the start: the names of the settings that are set, never a value. */
export function summarizeConfig({ given }: Config): string {
  const names = settingNames.filter((name) => given.has(name));
  return names.length === 0
    ? 'Cài đặt: chưa đặt gì, dùng mặc định.'
    : `Cài đặt đã đặt: ${names.join(', ')}; còn lại chưa đặt.`;
}

const ownPrefixes = /^(?:CHIDAO|TELEGRAM|ZALO)_/;

/** Names in the environment that look like settings of ours but are none: most likely typing mistakes. Empty when all is well. */
export function unknownSettings(environment: Environment = process.env): string[] {
  const known = new Set<string>(settingNames);
  return Object.keys(environment).filter((name) => ownPrefixes.test(name) && !known.has(name));
}
