import { describe, expect, it, onTestFinished } from 'vitest';
import type { Log } from '../../../src/domain/platform.ts';
import { sleep } from '../../../src/platforms/sleep.ts';
import { askConsent, completeConsent, createConsentPage } from '../../../src/platforms/zalo-oa/ask-consent.ts';
import { keepTokens } from '../../../src/platforms/zalo-oa/keep-tokens.ts';
import { consentLink } from '../../../src/platforms/zalo-oa/oauth.ts';
import { createSeal } from '../../../src/store/seal-text.ts';
import { createConsentRecord, createTokenVault } from '../../../src/store/zalo-tokens.ts';
import { testDatabase } from '../../support/database.ts';
import { startFakeZaloOa } from '../../support/fake-zalo-oa.ts';
import { collectLog, type LogLine } from '../zalo-bot/bot-harness.ts';

async function open() {
  const [fake, database] = await Promise.all([startFakeZaloOa(), testDatabase()]);
  onTestFinished(() => fake.close());
  const { appId, appSecret, oaId } = fake.account;
  const app = { oauthRoot: fake.roots.oauthRoot, appId, appSecret };
  const clock = { now: new Date('2026-11-22T05:00:00Z') };
  const now = () => clock.now;
  const lines: LogLine[] = [];
  const alerts: string[] = [];
  const log: Log = collectLog(lines);
  const vault = createTokenVault(database, { oaId, seal: createSeal(null), now });
  const wait = (milliseconds: number, signal?: AbortSignal) => sleep(Math.min(milliseconds, 10), signal);
  /** As another process would have it. */
  const keeper = () => keepTokens({ app, vault, log, now, sleep: wait, alerted: (what) => void alerts.push(what) });
  const seed = () => vault.begin({ accessToken: '', refreshToken: 'rt-1', expiresAt: new Date(0) }, 'rt-1');
  const presentedTwice = () => [...fake.oauth.presented.values()].filter((times) => times > 1);
  return { fake, database, app, oaId, clock, now, lines, alerts, vault, keeper, seed, presentedTwice };
}

describe('the tokens of an OA', () => {
  it('begin from the settings once, and from then on the stored pair counts', async () => {
    const { seed, keeper, vault, fake } = await open();
    expect(await seed()).toBe(true);
    expect(await keeper().current()).toMatchObject({ ok: true, token: fake.oauth.accessToken() });
    expect(await seed()).toBe(false);
    expect(await vault.read()).toMatchObject({ refreshToken: fake.oauth.refreshToken(), generation: 2 });
  });

  it('are refreshed five hours ahead and not before', async () => {
    const { seed, keeper, clock, fake } = await open();
    await seed();
    await keeper().current();
    clock.now = new Date(clock.now.getTime() + 19.9 * 3_600_000);
    await keeper().current();
    expect(fake.oauth.presented.size).toBe(1);
    clock.now = new Date(clock.now.getTime() + 0.2 * 3_600_000);
    await keeper().current();
    expect(fake.oauth.presented.size).toBe(2);
  });

  it('are refreshed by one of many keepers, each refresh token presented once', { timeout: 60_000 }, async () => {
    const { seed, keeper, fake, presentedTwice } = await open();
    await seed();
    fake.oauth.slowMilliseconds = 5;
    const keepers = [keeper(), keeper(), keeper(), keeper()];
    for (let round = 1; round <= 100; round += 1) {
      const got = await Promise.all(keepers.flatMap((one) => [one.renewed(round), one.renewed(round)]));
      expect(got).toEqual(Array(8).fill({ ok: true, token: fake.oauth.accessToken(), generation: round + 1 }));
    }
    expect(fake.oauth.presented.size).toBe(100);
    expect(presentedTwice()).toEqual([]);
  });

  it('whose refresh was answered into the void are never tried again: one alert, then a new consent', async () => {
    const { seed, keeper, fake, alerts, lines, vault, presentedTwice } = await open();
    await seed();
    fake.oauth.faults.push('lose_answer');
    const first = await Promise.all([keeper().current(), keeper().current(), keeper().renewed(1)]);
    expect(first.every((access) => !access.ok)).toBe(true);
    for (let times = 0; times < 5; times += 1)
      expect(await keeper().current()).toMatchObject({ ok: false, kind: 'config' });
    expect(alerts).toEqual(['token_ambiguous']);
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(lines.at(-1)?.message).toContain('chidao zalo login');
    expect(presentedTwice()).toEqual([]);
    expect(fake.oauth.presented.size).toBe(1);
    await vault.begin({ accessToken: 'new', refreshToken: 'newer', expiresAt: new Date('2026-11-23T06:00:00Z') });
    expect(await keeper().current()).toMatchObject({ ok: true, token: 'new' });
  });

  it('whose process died in the middle of a refresh are found out, not tried again', async () => {
    const { seed, keeper, vault, clock, alerts, fake } = await open();
    await seed();
    expect(await vault.claim(1)).toBe(true);
    clock.now = new Date(clock.now.getTime() + 61_000);
    expect(await keeper().current()).toMatchObject({ ok: false, kind: 'config' });
    expect(alerts).toEqual(['token_ambiguous']);
    expect(fake.oauth.presented.size).toBe(0);
  });

  it('that Zalo refuses end in one alert', async () => {
    const { seed, keeper, fake, alerts } = await open();
    await seed();
    fake.oauth.faults.push('refuse_before');
    expect(await keeper().current()).toMatchObject({ ok: false, kind: 'config' });
    expect(await keeper().current()).toMatchObject({ ok: false, kind: 'config' });
    expect(alerts).toEqual(['token_dead']);
  });

  it.each(['rate'] as const)('wait where Zalo did not take the request (%s), and work later', async (fault) => {
    const { seed, keeper, fake, alerts } = await open();
    await seed();
    fake.oauth.faults.push(fault);
    expect(await keeper().current()).toMatchObject({ ok: false, kind: 'transient' });
    expect(await keeper().current()).toMatchObject({ ok: true });
    expect(alerts).toEqual([]);
  });

  it('stay in use until they expire when a refresh ahead of time is in doubt', async () => {
    const { seed, keeper, clock, fake } = await open();
    await seed();
    const first = await keeper().current();
    clock.now = new Date(clock.now.getTime() + 21 * 3_600_000);
    fake.oauth.faults.push('lose_answer');
    expect(await keeper().current()).toEqual(first);
    clock.now = new Date(clock.now.getTime() + 5 * 3_600_000);
    expect(await keeper().current()).toMatchObject({ ok: false, kind: 'config' });
  });

  it('are stored sealed where a secret is set, and a wrong secret says so', async () => {
    const { database, oaId, now } = await open();
    const vaultWith = (secret: string | null) => createTokenVault(database, { oaId, seal: createSeal(secret), now });
    await vaultWith('secret of ours').begin({ accessToken: 'at-open', refreshToken: 'rt-open', expiresAt: now() });
    expect(JSON.stringify(await database.query('select * from zalo_tokens'))).not.toMatch(/at-open|rt-open/);
    expect(await vaultWith('secret of ours').read()).toMatchObject({ accessToken: 'at-open', refreshToken: 'rt-open' });
    await expect(vaultWith('another secret').read()).rejects.toThrow(/CHIDAO_SECRET/);
    await expect(vaultWith(null).read()).rejects.toThrow(/CHIDAO_SECRET/);
  });
});

describe('a consent', () => {
  it('has the challenge of the published vector in its link', () => {
    const link = consentLink(
      { oauthRoot: 'https://oauth.zaloapp.com', appId: '1' },
      { state: 's', verifier: 'A'.repeat(43), callback: 'https://bot.example/zalo/oauth/callback' },
    );
    expect(link).toContain('code_challenge=DwBzhbb51LfusnSGBa_hqYSgo7-j8BTQnip4TOnlzRo&state=s');
    expect(link).toMatch(/^https:\/\/oauth\.zaloapp\.com\/v4\/oa\/permission\?app_id=1&redirect_uri=https%3A%2F%2F/);
  });

  it('brings the first pair, once, by the page Zalo comes back to', async () => {
    const { fake, app, oaId, vault, database, now, keeper } = await open();
    const desk = { app, oaId, vault, record: createConsentRecord(database, now), now };
    const answer = fake.oauth.consent(await askConsent(desk, 'https://bot.example/zalo/oauth/callback'));
    expect(await createConsentPage(desk).complete(answer)).toMatchObject({ status: 200 });
    expect(await keeper().current()).toMatchObject({ ok: true, token: fake.oauth.accessToken() });
    expect(await completeConsent(desk, answer)).toMatchObject({ isDone: false });
  });

  it.each<[string, (answer: URLSearchParams) => void]>([
    ['a foreign state', (answer) => answer.set('state', 'x')],
    ['no state', (answer) => answer.delete('state')],
    ['no code', (answer) => answer.delete('code')],
    ['a wrong code', (answer) => answer.set('code', 'x')],
    ['another OA', (answer) => answer.set('oa_id', '5')],
  ])('with %s changes nothing', async (_, spoil) => {
    const { fake, app, oaId, vault, database, now } = await open();
    const desk = { app, oaId, vault, record: createConsentRecord(database, now), now };
    const answer = fake.oauth.consent(await askConsent(desk, 'https://bot.example/cb'));
    spoil(answer);
    const { isDone, message } = await completeConsent(desk, answer);
    expect(isDone).toBe(false);
    expect(message).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵ]/);
    expect(await vault.read()).toBeNull();
  });

  it('is too late after an hour', async () => {
    const { fake, app, oaId, vault, database, now, clock } = await open();
    const desk = { app, oaId, vault, record: createConsentRecord(database, now), now };
    const answer = fake.oauth.consent(await askConsent(desk, 'https://bot.example/cb'));
    clock.now = new Date(clock.now.getTime() + 61 * 60_000);
    expect((await completeConsent(desk, answer)).isDone).toBe(false);
  });
});
