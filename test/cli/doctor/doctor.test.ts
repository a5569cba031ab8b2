import { describe, expect, it, onTestFinished } from 'vitest';
import { checkModels } from '../../../src/cli/doctor/check-models.ts';
import { checkPublicUrl } from '../../../src/cli/doctor/check-public-url.ts';
import { checkTelegram } from '../../../src/cli/doctor/check-telegram.ts';
import { judgeWebhook } from '../../../src/cli/doctor/check-webhook.ts';
import { checkTemplate } from '../../../src/cli/doctor/check-zalo-template.ts';
import type { Finding } from '../../../src/cli/doctor/finding.ts';
import { parseConfig } from '../../../src/config.ts';
import { startFakeOpenai } from '../../support/fake-openai.ts';
import { startFakeTelegram } from '../../support/fake-telegram.ts';
import { startFakeZaloOa } from '../../support/fake-zalo-oa.ts';
import { type LoopbackAnswer, startLoopback } from '../../support/loopback-server.ts';

const said = (findings: Finding[]): string[] =>
  findings.map(({ status, detail, mend = '' }) => `${status}: ${detail} → ${mend}`);

async function website(answer: LoopbackAnswer): Promise<string> {
  const server = await startLoopback(({ path }) => (path === '/healthz' ? answer : { status: 404 }));
  onTestFinished(() => server.close());
  return server.root;
}

describe('the public address', () => {
  it.each<[string, LoopbackAnswer, RegExp]>([
    ['the bot answers', { status: 200, body: 'ok' }, /^ok: .*tới được bot/],
    ['another program answers', { status: 200, body: '<html>nginx' }, /^fail: .*không phải của bot/],
    ['a proxy without a bot behind it', { status: 502, body: 'bad gateway' }, /^fail: .*mã 502/],
    ['nobody answers', 'drop', /^note: không tới được/],
  ])('%s', async (_, answer, expected) => {
    const findings = await checkPublicUrl(parseConfig({ PUBLIC_URL: await website(answer) }));
    expect(said(findings).at(-1)).toMatch(expected);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['is not asked for with polling alone', {}, /^ok: chưa đặt/],
    ['is asked for by a webhook', { TELEGRAM_MODE: 'webhook' }, /^fail: chưa đặt/],
    ['is asked for by an Official Account', { ZALO_OA_APP_ID: '1' }, /^fail: chưa đặt/],
    [
      'has to be https for a webhook',
      { ZALO_BOT_MODE: 'webhook', PUBLIC_URL: 'http://127.0.0.1:1' },
      /^fail: không phải https/,
    ],
  ])('%s', async (_, settings, expected) => {
    expect(said(await checkPublicUrl(parseConfig(settings)))[0]).toMatch(expected);
  });
});

describe('a webhook', () => {
  const asked = { mode: 'webhook', publicUrl: 'https://bot.example/', path: '/hook' } as const;
  it.each<[string, 'webhook' | 'polling', { url: string; error?: string } | null, RegExp]>([
    ['registered', 'webhook', { url: 'https://bot.example/hook' }, /^ok: webhook đã đăng ký/],
    [
      'registered with a mark of our own',
      'webhook',
      { url: 'https://bot.example/hook?k=12' },
      /^ok: webhook đã đăng ký/,
    ],
    ['registered elsewhere', 'webhook', { url: 'https://evil.example/hook' }, /^note: webhook chưa đăng ký/],
    ['missing', 'webhook', null, /^note: webhook chưa đăng ký/],
    [
      'failing',
      'webhook',
      { url: 'https://bot.example/hook', error: 'Connection refused' },
      /^note: .*Connection refused/,
    ],
    ['left over under polling', 'polling', { url: 'https://bot.example/hook' }, /^note: .*đang đặt webhook/],
    ['none under polling', 'polling', null, /^ok: nhận tin bằng polling/],
  ])('%s', (_, mode, registered, expected) => {
    expect(said([judgeWebhook('X', { ...asked, mode }, registered)])[0]).toMatch(expected);
  });

  it('is asked for at Telegram', async () => {
    const fake = await startFakeTelegram();
    onTestFinished(() => fake.close());
    const given = {
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.apiRoot,
      TELEGRAM_MODE: 'webhook',
      PUBLIC_URL: 'https://bot.example',
      ADMINS: '1',
    };
    expect(said(await checkTelegram(parseConfig(given)))[1]).toMatch(/^note: webhook chưa đăng ký/);
    fake.state.webhookUrl = 'https://bot.example/telegram/webhook';
    expect(said(await checkTelegram(parseConfig(given)))[1]).toMatch(/^ok: webhook đã đăng ký/);
    const wrong = await checkTelegram(parseConfig({ ...given, TELEGRAM_BOT_TOKEN: '1:sai' }));
    expect(said(wrong)).toEqual([expect.stringMatching(/^fail: bị từ chối .*BotFather/)]);
    expect(JSON.stringify(wrong)).not.toContain('1:sai');
  });
});

describe('the template of an Official Account', () => {
  it.each<[string, string | undefined, (token: string) => string, RegExp]>([
    ['approved', 'tpl-1', (token) => token, /^ok: mẫu tin tpl-1 đã được duyệt: noi_dung, han/],
    ['unknown', 'tpl-9', (token) => token, /^fail: mẫu tin tpl-9: không có mẫu này/],
    ['rejected', 'tpl-2', (token) => token, /^fail: mẫu tin tpl-2: REJECT/],
    ['not set', undefined, (token) => token, /^note: chưa đặt mẫu tin/],
    ['asked for with a dead token', 'tpl-1', () => 'x', /^fail: .*mã -124/],
  ])('%s', async (_, id, tokenOf, expected) => {
    const fake = await startFakeZaloOa();
    onTestFinished(() => fake.close());
    fake.state.templates.set('tpl-2', { status: 'REJECT' });
    const settings = {
      ZALO_BUSINESS_ROOT: fake.roots.businessRoot,
      ...(id === undefined ? {} : { ZALO_OA_TEMPLATE_ID: id }),
    };
    const finding = await checkTemplate(parseConfig(settings), tokenOf(fake.oauth.accessToken()));
    expect(said([finding])[0]).toMatch(expected);
  });

  it('says so when Zalo cannot be reached', async () => {
    const config = parseConfig({ ZALO_BUSINESS_ROOT: 'http://127.0.0.1:1', ZALO_OA_TEMPLATE_ID: 'tpl-1' });
    expect(said([await checkTemplate(config, 'x')])[0]).toMatch(/^fail: .*không gọi được/);
  });
});

describe('the models', () => {
  const judge = async (settings: Record<string, string>) => said(await checkModels(parseConfig(settings))).join('\n');

  it('are found at their endpoint, or not', async () => {
    const server = await startFakeOpenai();
    onTestFinished(() => server.close());
    const here = { OPENAI_BASE_URL: server.baseUrl };
    expect(await judge({})).toMatch(/^ok: chưa đặt/);
    expect(await judge({ CHAT_MODEL: 'gia' })).toMatch(/^fail: .*chưa có nơi gọi/);
    expect(await judge({ ...here, CHAT_MODEL: 'gia', EMBEDDING_MODEL: 'vec' })).toMatch(
      /^ok: gia tại 127.*\nok: vec tại 127/,
    );
    const there = { EMBEDDING_BASE_URL: 'http://127.0.0.1:1/v1', EMBEDDING_MODEL: 'vec' };
    expect(await judge({ ...here, ...there, CHAT_MODEL: 'gia' })).toMatch(
      /^ok: gia tại.*\nfail: không gọi được 127.0.0.1:1/,
    );
    expect(await judge({ ...here, CHAT_MODEL: 'khác' })).toMatch(/^note: .*không kể tên khác/);
    expect(await judge({ OPENAI_BASE_URL: 'http://127.0.0.1:1/v1', CHAT_MODEL: 'gia' })).toMatch(
      /^fail: không gọi được/,
    );
  });

  it.each<[string, LoopbackAnswer, RegExp]>([
    ['refuses the key', { status: 401, json: { error: {} } }, /^fail: .*từ chối khóa \(401\)/],
    ['keeps no list', { status: 404, body: 'not found' }, /^ok: gia/],
    ['says nonsense', { status: 200, body: '<html>' }, /^ok: gia/],
    ['breaks off', 'drop', /^fail: không gọi được/],
  ])('an endpoint that %s', async (_, answer, expected) => {
    const server = await startLoopback(() => answer);
    onTestFinished(() => server.close());
    expect(await judge({ OPENAI_BASE_URL: server.root, OPENAI_API_KEY: 'sk-mat', CHAT_MODEL: 'gia' })).toMatch(
      expected,
    );
  });
});
