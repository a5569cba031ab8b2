import { createHash, randomBytes } from 'node:crypto';
import type { LoopbackAnswer, LoopbackRequest } from './loopback-server.ts';

/** Zalo's OAuth v4: single-use codes and refresh tokens, old tokens dead at once, refusals with HTTP 200. */
export type FakeOauth = {
  /** What befalls the next requests for a pair, in this order. */
  faults: ('lose_answer' | 'refuse_before' | 'rate' | 'html')[];
  slowMilliseconds: number;
  /** Takes any refresh token, as after a restart that forgot them all. */
  isLenient: boolean;
  /** The access token that works now. */
  accessToken(): string;
  refreshToken(): string;
  /** The access token is refused from now on, as if its time were over. */
  expire(): void;
  /** How often each refresh token was presented. */
  presented: Map<string, number>;
  /** The administrator agrees; gives what comes back in the address. */
  consent(link: string): URLSearchParams;
  answer(request: LoopbackRequest): Promise<LoopbackAnswer>;
};

type App = { appId: string; appSecret: string; oaId: string };

export function createFakeOauth({ appId, appSecret, oaId }: App): FakeOauth {
  let pair = { access: 'at-1', refresh: 'rt-1' };
  let isExpired = false;
  let issued = 1;
  const codes = new Map<string, { challenge: string; until: number }>();
  const presented = new Map<string, number>();
  const refuse = (error: number, name: string): LoopbackAnswer => ({
    status: 200,
    json: { error, error_name: name, error_description: name },
  });
  const issue = (): LoopbackAnswer => {
    issued += 1;
    pair = {
      access: `at-${issued}-${randomBytes(6).toString('hex')}`,
      refresh: `rt-${issued}-${randomBytes(6).toString('hex')}`,
    };
    isExpired = false;
    return { status: 200, json: { access_token: pair.access, refresh_token: pair.refresh, expires_in: '90000' } };
  };
  const exchange = (form: URLSearchParams): LoopbackAnswer => {
    if (form.get('app_id') !== appId) return refuse(-14002, 'Invalid appId');
    if (form.get('grant_type') === 'authorization_code') {
      const code = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      return code === undefined || code.until < Date.now() || code.challenge !== challenge
        ? refuse(-14019, 'Invalid code')
        : issue();
    }
    const given = form.get('refresh_token') ?? '';
    presented.set(given, (presented.get(given) ?? 0) + 1);
    return given === pair.refresh || fake.isLenient ? issue() : refuse(-14020, 'Invalid refresh token');
  };
  const fake: FakeOauth = {
    faults: [],
    slowMilliseconds: 0,
    isLenient: false,
    presented,
    accessToken: () => (isExpired ? '' : pair.access),
    refreshToken: () => pair.refresh,
    expire() {
      isExpired = true;
    },
    consent(link) {
      const { searchParams } = new URL(link);
      const code = randomBytes(8).toString('hex');
      codes.set(code, { challenge: searchParams.get('code_challenge') ?? '', until: Date.now() + 600_000 });
      return new URLSearchParams({ code, oa_id: oaId, state: searchParams.get('state') ?? '' });
    },
    async answer({ path, headers, body }) {
      if (path !== '/v4/oa/access_token') return { status: 404 };
      if (headers.secret_key !== appSecret) return refuse(-14004, 'Invalid secret key');
      const fault = fake.faults.shift();
      if (fault === 'rate') return refuse(-32, 'Rate limit');
      if (fault === 'html') return { status: 502, body: '<html>', type: 'text/html' };
      if (fault === 'refuse_before') return refuse(-14020, 'Invalid refresh token');
      if (fake.slowMilliseconds > 0) await new Promise((resolve) => setTimeout(resolve, fake.slowMilliseconds));
      const answer = exchange(new URLSearchParams(body.toString('utf8')));
      return fault === 'lose_answer' ? 'drop' : answer;
    },
  };
  return fake;
}
