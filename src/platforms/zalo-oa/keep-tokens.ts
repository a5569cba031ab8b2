import type { Log } from '../../domain/platform.ts';
import type { StoredTokens, TokenPair, TokenVault } from '../../domain/zalo-oa.ts';
import { backOff, type Sleep } from '../sleep.ts';
import { type OauthApp, refreshPair } from './oauth.ts';

export type Access =
  | { ok: true; token: string; generation: number }
  | { ok: false; kind: 'config' | 'transient'; reason: string };

/** The access token of the OA for all callers of all processes. */
export type TokenKeeper = {
  /** A token that should work, refreshed well before it expires. */
  current(): Promise<Access>;
  /** A newer one after Zalo refused that of this generation. */
  renewed(generation: number): Promise<Access>;
};

export type TokenKeeping = {
  app: OauthApp;
  vault: TokenVault;
  log: Log;
  now: () => Date;
  sleep: Sleep;
  /** Something a person has to mend happened ("token_ambiguous", "token_dead"). */
  alerted: (what: string) => void;
};

/** Of the 25 hours an access token lives. */
const REFRESH_AHEAD_MILLISECONDS = 5 * 3_600_000;
/** A refresh takes 30 seconds at most: one that began longer ago was cut short by the end of its process. */
const STALE_MILLISECONDS = 60_000;
const LOOK_MILLISECONDS = 200;
const MOST_LOOKS = 400;
const STORE_TRIES = 12;

/**
 * Keeps the pair fresh by these rules: whoever has claimed a refresh token alone presents it, once; the new pair is stored for good before
 * it is used; an answer that got lost is never followed by a second try with the same token, but by an alert.
 */
export function keepTokens(keeping: TokenKeeping): TokenKeeper {
  const { vault, now } = keeping;
  let running: { generation: number; done: Promise<Access> } | null = null;

  function renew(tokens: StoredTokens): Promise<Access> {
    if (running?.generation !== tokens.generation) {
      const done = refresh(keeping, tokens).finally(() => {
        if (running?.done === done) running = null;
      });
      running = { generation: tokens.generation, done };
    }
    return running.done;
  }

  return {
    async current() {
      const tokens = await vault.read();
      if (tokens === null) return missing;
      const left = tokens.expiresAt.getTime() - now().getTime();
      if (left > REFRESH_AHEAD_MILLISECONDS) return accessOf(tokens);
      // While another process refreshes, or after a refresh in doubt, the old token may serve until it expires.
      if (left > 0 && (tokens.status !== 'valid' || isFresh(tokens, now()))) return accessOf(tokens);
      const access = await renew(tokens);
      return access.ok || left <= 0 ? access : accessOf(tokens);
    },
    async renewed(generation) {
      const tokens = await vault.read();
      if (tokens === null) return missing;
      return tokens.generation > generation ? accessOf(tokens) : renew(tokens);
    },
  };
}

const missing: Access = { ok: false, kind: 'config', reason: 'no token: run chidao zalo login' };

function accessOf({ accessToken: token, generation }: Pick<StoredTokens, 'accessToken' | 'generation'>): Access {
  return { ok: true, token, generation };
}

function isFresh({ claimedAt }: StoredTokens, now: Date): boolean {
  return claimedAt !== null && now.getTime() - claimedAt.getTime() < STALE_MILLISECONDS;
}

async function refresh(keeping: TokenKeeping, tokens: StoredTokens): Promise<Access> {
  const { app, vault, now } = keeping;
  const { generation, status } = tokens;
  if (status !== 'valid') return lost(status);
  if (!(await vault.claim(generation))) return waitForOther(keeping, generation);
  const answer = await refreshPair(app, tokens.refreshToken, now());
  if (answer.status === 'issued') return store(keeping, generation, answer.pair);
  if (answer.status === 'unused') {
    await vault.release(generation);
    return { ok: false, kind: 'transient', reason: `refresh: ${answer.reason}` };
  }
  return giveUp(keeping, generation, {
    status: answer.status === 'lost' ? 'ambiguous' : 'dead',
    reason: answer.reason,
  });
}

/** The old pair is dead from the moment Zalo answered: the new one must not get lost while the database is away. */
async function store({ vault, log, sleep }: TokenKeeping, generation: number, pair: TokenPair): Promise<Access> {
  for (let tries = 0; ; tries += 1) {
    try {
      const isStored = await vault.replace(generation, pair);
      if (isStored) return { ok: true, token: pair.accessToken, generation: generation + 1 };
      return { ok: false, kind: 'transient', reason: 'a new consent came in between' };
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      log.error({ platform: 'zalo-oa', reason }, 'Zalo OA: chưa lưu được token mới; thử lại');
      if (tries >= STORE_TRIES) throw error;
      await sleep(backOff(tries));
    }
  }
}

async function waitForOther(keeping: TokenKeeping, generation: number): Promise<Access> {
  const { vault, sleep, now } = keeping;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const tokens = await vault.read();
    if (tokens === null) return missing;
    if (tokens.generation > generation) return accessOf(tokens);
    if (tokens.status !== 'valid') return lost(tokens.status);
    if (tokens.claimedAt === null) return { ok: false, kind: 'transient', reason: 'refresh: not possible just now' };
    if (!isFresh(tokens, now())) {
      return giveUp(keeping, generation, { status: 'ambiguous', reason: 'its process ended in the middle' });
    }
    await sleep(LOOK_MILLISECONDS);
  }
  return { ok: false, kind: 'transient', reason: 'refresh: another process takes too long' };
}

async function giveUp(
  { vault, log, alerted }: TokenKeeping,
  generation: number,
  { status, reason }: { status: 'ambiguous' | 'dead'; reason: string },
): Promise<Access> {
  if (await vault.giveUp(generation, status)) {
    alerted(`token_${status}`);
    const what =
      status === 'ambiguous'
        ? 'Zalo OA: mất câu trả lời khi đổi token, không rõ token nào còn dùng được'
        : 'Zalo OA: Zalo không nhận token đổi mới';
    log.error({ platform: 'zalo-oa', reason }, `${what}. Quản trị OA cần cấp quyền lại: chidao zalo login`);
  }
  return lost(status);
}

function lost(status: string): Access {
  return { ok: false, kind: 'config', reason: `token ${status}: run chidao zalo login` };
}
