import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseLocation, describeConfig, parseConfig, settingNames, unknownSettings } from '../src/config.ts';
import { SettingError } from '../src/domain/errors.ts';

const wrong: [setting: string, value: string][] = [
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['TZ', 'Sao Hỏa'],
  ['PORT', '0'],
  ['PORT', '70000'],
  ['PORT', 'tám nghìn'],
  ['PUBLIC_URL', 'bot.example'],
  ['ACCESS', 'everyone'],
  ['ADMINS', 'telegram:1;telegram:2'],
  ['TELEGRAM_BOT_TOKEN', 'secret-but-wrong'],
  ['TELEGRAM_API_ROOT', 'ftp://api'],
  ['TELEGRAM_MODE', 'push'],
  ['TELEGRAM_WEBHOOK_SECRET', 'có dấu cách'],
  ['ZALO_BOT_MODE', 'x'],
  ['OPENAI_BASE_URL', 'localhost'],
  ['EMBEDDING_DIMENSIONS', '-3'],
  ['MODEL_TIMEOUT_SECONDS', '1.5'],
  ['LOG_LEVEL', 'loud'],
];

describe('parseConfig', () => {
  it.each(wrong)('refuses %s=%s with one sentence that names the setting and not its value', (setting, value) => {
    let error: unknown;
    try {
      parseConfig({ [setting]: value });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(SettingError);
    const { message } = error as SettingError;
    expect(message).toMatch(new RegExp(`^Cài đặt ${setting} sai: .+\\.$`));
    expect(message.split('\n')).toHaveLength(1);
    if (setting === 'TELEGRAM_BOT_TOKEN') expect(message).not.toContain(value);
  });

  it('works with nothing set: embedded database in .chidao, Vietnamese time, open to whoever sits at the terminal', () => {
    const config = parseConfig({});
    expect(config.database).toEqual({ url: null, directory: resolve('.chidao') });
    expect(config.settings.TZ).toBe('Asia/Ho_Chi_Minh');
    expect(config.access).toBe('open');
    expect(config.given.size).toBe(0);
  });

  it('takes an empty string as not set', () => {
    const empty = Object.fromEntries(settingNames.map((name) => [name, ' ']));
    expect(parseConfig(empty)).toEqual(parseConfig({}));
  });

  it('takes a TZ that is a path as not set', () => {
    expect(parseConfig({ TZ: ':/etc/localtime' }).settings.TZ).toBe('Asia/Ho_Chi_Minh');
  });

  it('asks for an invitation as soon as a real platform is configured, unless ACCESS says otherwise', () => {
    const token = '123456789:AAtest_token-x';
    expect(parseConfig({ TELEGRAM_BOT_TOKEN: token }).access).toBe('invite');
    expect(parseConfig({ TELEGRAM_BOT_TOKEN: token, ACCESS: 'open' }).access).toBe('open');
  });

  it('reads administrators as a list', () => {
    expect(parseConfig({ ADMINS: 'telegram:1, 2 ,zalo-bot:ab.c' }).admins).toEqual([
      'telegram:1',
      '2',
      'zalo-bot:ab.c',
    ]);
  });
});

describe('databaseLocation', () => {
  it.each([
    ['postgres://u:p@h:5432/d', { url: 'postgres://u:p@h:5432/d', directory: null }],
    ['postgresql://h/d', { url: 'postgresql://h/d', directory: null }],
    ['kho', { url: null, directory: resolve('kho') }],
  ])('%s stands for %s', (given, expected) => expect(databaseLocation(given)).toEqual(expected));

  it('refuses another kind of server', () => expect(() => databaseLocation('redis://h')).toThrow(SettingError));
});

describe('describeConfig', () => {
  it('never prints a secret', () => {
    const secret = '123456789:AAvery-secret';
    const lines = describeConfig(
      parseConfig({
        TELEGRAM_BOT_TOKEN: secret,
        OPENAI_API_KEY: 'sk-hidden',
        DATABASE_URL: 'postgres://u:pw@h/d',
        PORT: '81',
      }),
    ).join('\n');
    expect(lines).toContain('TELEGRAM_BOT_TOKEN: đã đặt');
    expect(lines).toContain('PORT: 81');
    for (const hidden of [secret, 'sk-hidden', 'pw@h']) expect(lines).not.toContain(hidden);
  });
});

describe('the headers of a collector', () => {
  it.each([
    ['authorization=Bearer%20a%3Db', { authorization: 'Bearer a=b' }],
    [' api-key=1 , x-b=2', { 'api-key': '1', 'x-b': '2' }],
  ])('are read: %s', (written, read) => {
    expect(parseConfig({ OTEL_EXPORTER_OTLP_HEADERS: written }).settings.OTEL_EXPORTER_OTLP_HEADERS).toEqual(read);
  });

  it.each(['khong', '=x', 'a=b,', 'a b=c', 'a=%zz', 'a=b\nc=d'])('are refused: %j', (written) => {
    expect(() => parseConfig({ OTEL_EXPORTER_OTLP_HEADERS: written })).toThrow(/OTEL_EXPORTER_OTLP_HEADERS/);
  });
});

describe('unknownSettings', () => {
  it('names what looks like a setting and is none', () => {
    expect(unknownSettings({ TELEGRAM_TOKEN: 'x', TELEGRAM_MODE: 'polling', PATH: '/bin' })).toEqual([
      'TELEGRAM_TOKEN',
    ]);
  });
});

describe('.env.example', () => {
  const example = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8');
  const named = [...example.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const);

  it('explains every setting and no other', () => {
    expect(named.map(([name]) => name).sort()).toEqual([...settingNames].sort());
  });

  it('shows values that would be accepted', () => {
    const usable = named.filter(([, value]) => !value.endsWith('...'));
    expect(() => parseConfig(Object.fromEntries(usable))).not.toThrow();
  });
});
