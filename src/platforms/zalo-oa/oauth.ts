import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { TokenPair } from '../../domain/zalo-oa.ts';
import { callHttp } from '../call-http.ts';

export type OauthApp = { oauthRoot: string; appId: string; appSecret: string };

/** lost: whether the token or code was used up is not known · unused: it certainly was not · refused: it is no good (any more). */
export type PairAnswer =
  | { status: 'issued'; pair: TokenPair }
  | { status: 'lost' | 'unused' | 'refused'; reason: string };

const pairSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  // A string of seconds: "90000".
  expires_in: z.coerce.number().positive(),
});
const refusalSchema = z.object({ error: z.coerce.number(), error_name: z.string().optional() });

const RATE_LIMIT = -32;
const TIMEOUT_SECONDS = 30;

/** base64url of 32 random bytes: 43 characters. */
export function newVerifier(): string {
  return randomBytes(32).toString('base64url');
}

/** The page where an administrator of the OA gives the app its rights (OAuth v4 with PKCE S256). */
export function consentLink(
  app: Pick<OauthApp, 'oauthRoot' | 'appId'>,
  consent: Consent & { callback: string },
): string {
  const link = new URL(`${app.oauthRoot.replace(/(?<!\/)\/+$/, '')}/v4/oa/permission`);
  link.searchParams.set('app_id', app.appId);
  link.searchParams.set('redirect_uri', consent.callback);
  link.searchParams.set('code_challenge', createHash('sha256').update(consent.verifier).digest('base64url'));
  link.searchParams.set('state', consent.state);
  return link.href;
}

export type Consent = { state: string; verifier: string };

/** A first pair for the code that came back with the consent; the code works once, for ten minutes. */
export function exchangeCode(app: OauthApp, given: { code: string; verifier: string }, now: Date): Promise<PairAnswer> {
  return requestPair(app, { grant_type: 'authorization_code', code: given.code, code_verifier: given.verifier }, now);
}

/** A new pair for a refresh token, which is used up by it. */
export function refreshPair(app: OauthApp, refreshToken: string, now: Date): Promise<PairAnswer> {
  return requestPair(app, { grant_type: 'refresh_token', refresh_token: refreshToken }, now);
}

async function requestPair(app: OauthApp, fields: Record<string, string>, now: Date): Promise<PairAnswer> {
  const answer = await callHttp(`${app.oauthRoot.replace(/(?<!\/)\/+$/, '')}/v4/oa/access_token`, {
    headers: { secret_key: app.appSecret },
    body: new URLSearchParams({ ...fields, app_id: app.appId }),
    timeoutSeconds: TIMEOUT_SECONDS,
  });
  if (answer.status === 'unreached') return { status: 'unused', reason: answer.reason };
  if (answer.status === 'lost') return { status: 'lost', reason: answer.reason };
  const pair = pairSchema.safeParse(answer.json);
  if (pair.success) {
    const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds } = pair.data;
    return {
      status: 'issued',
      pair: { accessToken, refreshToken, expiresAt: new Date(now.getTime() + seconds * 1000) },
    };
  }
  const refusal = refusalSchema.safeParse(answer.json);
  if (!refusal.success) return { status: 'lost', reason: `HTTP ${answer.code} without an answer of Zalo` };
  const { error, error_name: name = '' } = refusal.data;
  const reason = `${error} ${name.slice(0, 100)}`.trim();
  return { status: error === RATE_LIMIT ? 'unused' : 'refused', reason };
}
