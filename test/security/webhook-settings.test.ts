import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { oaAccount, webhookSettings } from '../../src/wiring/build-zalo.ts';

const address = { PUBLIC_URL: 'https://bot.vi-du.vn' };

describe('a webhook', () => {
  it.each([
    ['TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_MODE'],
    ['ZALO_BOT_SECRET', 'ZALO_BOT_MODE'],
  ] as const)('is not opened without %s', (secret, mode) => {
    for (const given of [undefined, '', '   ']) {
      const { settings } = parseConfig({
        ...address,
        [mode]: 'webhook',
        ...(given === undefined ? {} : { [secret]: given }),
      });
      expect(() => webhookSettings(settings, secret, mode)).toThrow(secret);
    }
    const { settings } = parseConfig({ ...address, [secret]: 'bi-mat-1234' });
    expect(webhookSettings(settings, secret, mode).secret).toBe('bi-mat-1234');
  });

  it('of an Official Account is not opened without the key that signs', () => {
    const { settings } = parseConfig({ ZALO_OA_APP_ID: '1', ZALO_OA_APP_SECRET: 'x', ZALO_OA_ID: '2' });
    expect(() => oaAccount({ settings } as never)).toThrow('ZALO_OA_SECRET_KEY');
  });
});
