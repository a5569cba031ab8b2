import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../../src/cli/run-command.ts';
import { parseConfig } from '../../src/config.ts';
import { type FakeZaloOa, startFakeZaloOa } from '../support/fake-zalo-oa.ts';

async function open() {
  const fake = await startFakeZaloOa();
  const folder = await mkdtemp(join(tmpdir(), 'chidao-zalo-'));
  onTestFinished(async () => {
    await fake.close();
    await rm(folder, { recursive: true });
  });
  const settings = {
    ZALO_OA_APP_ID: fake.account.appId,
    ZALO_OA_APP_SECRET: fake.account.appSecret,
    ZALO_OA_ID: fake.account.oaId,
    ZALO_OA_SECRET_KEY: fake.account.oaSecretKey,
    ZALO_OAUTH_ROOT: fake.roots.oauthRoot,
    PUBLIC_URL: 'https://bot.example',
    DATABASE_URL: join(folder, 'base'),
  };
  return { fake, settings };
}

/** What the administrator types once the link is on the screen. */
type Answer = (fake: FakeZaloOa, link: string) => string;

async function run(args: string[], given: Awaited<ReturnType<typeof open>>, answer: Answer = () => '', more = {}) {
  const printed: string[] = [];
  const logged: string[] = [];
  const typed = async function* () {
    yield `${answer(given.fake, printed[0] ?? '')}\n`;
  };
  const code = await runCommand(args, {
    out: (line) => void printed.push(line),
    log: (line) => void logged.push(line),
    stdin: () => Readable.from(typed()),
    now: () => new Date(),
    config: () => parseConfig({ ...given.settings, ...more }),
  });
  return { code, printed, logged };
}

describe('chidao zalo', () => {
  it.each<[string, Answer]>([
    ['the whole address', (fake, link) => `https://bot.example/zalo/oauth/callback?${fake.oauth.consent(link)}`],
    ['the end of the address', (fake, link) => String(fake.oauth.consent(link))],
    ['the code alone', (fake, link) => fake.oauth.consent(link).get('code') ?? ''],
  ])('login prints the link and takes %s', async (_, answer) => {
    const given = await open();
    const { code, printed, logged } = await run(['zalo', 'login'], given, answer);
    expect(printed).toEqual([
      expect.stringMatching(/\/v4\/oa\/permission\?app_id=\d+&redirect_uri=https%3A%2F%2Fbot\.example/),
    ]);
    expect(logged.at(-1)).toBe('Đã kết nối Zalo OA.');
    expect(code).toBe(0);
    expect([...printed, ...logged].join('\n')).not.toMatch(/fake-app-secret|at-\d|rt-\d/);
  });

  it('login says what to do when the code is no good', async () => {
    const { code, logged } = await run(['zalo', 'login'], await open(), () => 'abc');
    expect(code).toBe(1);
    expect(logged.at(-1)).toMatch(/Zalo không đổi mã thành token/);
  });

  it.each([
    ['login', { PUBLIC_URL: '' }, /PUBLIC_URL hoặc --callback/],
    ['login', { ZALO_OA_APP_SECRET: '' }, /Thiếu cài đặt ZALO_OA_APP_SECRET/],
    [
      'login',
      { ZALO_OA_APP_ID: '', ZALO_OA_APP_SECRET: '', ZALO_OA_ID: '', ZALO_OA_SECRET_KEY: '' },
      /Chưa đặt Zalo OA/,
    ],
  ])('%s names what is missing: %j', async (action, settings, says) => {
    const { code, logged } = await run(['zalo', action], await open(), () => '', settings);
    expect(code).toBe(1);
    expect(logged.at(-1)).toMatch(says);
  });

  it('budget tells what the month has cost', async () => {
    const { code, printed } = await run(['zalo', 'budget'], await open(), () => '', {
      ZALO_OA_MONTHLY_BUDGET: '500000',
    });
    expect(code).toBe(0);
    expect(printed).toEqual(['Chưa gửi tin nào qua Zalo OA.', 'Tháng này: 0 đồng, trên 500.000 đồng.']);
  });

  it('doctor tells of the tokens before and after the login, and of the bot', async () => {
    const given = await open();
    const said = async (more = {}) =>
      (await run(['doctor'], given, () => '', more)).printed.filter((line) => line.includes('Zalo'));
    expect((await said()).join('\n')).toMatch(/✗ Zalo OA: chưa có token → .*chidao zalo login/);
    await run(['zalo', 'login'], given, (fake, link) => String(fake.oauth.consent(link)));
    const after = (
      await said({
        ZALO_OPENAPI_ROOT: given.fake.roots.openapiRoot,
        ZALO_BOT_TOKEN: '1:x',
        ZALO_BOT_API_ROOT: given.fake.roots.openapiRoot,
      })
    ).join('\n');
    expect(after).toMatch(/✓ Zalo OA: token còn 2[45] giờ/);
    expect(after).toMatch(/✓ Zalo OA: UBND tỉnh, gói Growth/);
    expect(after).toMatch(/✗ Zalo Bot: /);
    expect(after).not.toMatch(/fake-app-secret|at-\d|rt-\d|1:x/);
  });

  it('anything else is wrong usage', async () => {
    expect((await run(['zalo', 'fly'], await open())).code).toBe(2);
  });
});
