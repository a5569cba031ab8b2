import { autoRetry } from '@grammyjs/auto-retry';
import { Api, Bot } from 'grammy';
import type { Sleep } from '../sleep.ts';
import { type HeldChats, holdChats } from './hold-chats.ts';

export type Connection = { token: string; apiRoot?: string; sleep: Sleep };

/** `bot.api` waits and tries again after 429; `direct` tries once and says what happened. Both keep off chats Telegram told us to leave alone. */
export type Apis = { bot: Bot; direct: Api };

const REQUEST_TIMEOUT_SECONDS = 60;
/** A reply that would come later than this is given up: the person has asked again by then. */
const LONGEST_WAIT_SECONDS = 60;
const RATE_RETRIES = 3;

export function createApis({ token, apiRoot, sleep }: Connection): Apis {
  const root = apiRoot?.replace(/(?<!\/)\/+$/, '');
  const client = { timeoutSeconds: REQUEST_TIMEOUT_SECONDS, ...(root ? { apiRoot: root } : {}) };
  const bot = new Bot(token, { client });
  const direct = new Api(token, client);
  const held: HeldChats = new Map();
  const retryAfterRate = autoRetry({
    maxDelaySeconds: LONGEST_WAIT_SECONDS,
    maxRetryAttempts: RATE_RETRIES,
    // A lost answer may mean a delivered message: what to do about these is decided in sendLetter.
    rethrowHttpErrors: true,
    rethrowInternalServerErrors: true,
  });
  // The last one installed is the outermost: each retry passes the hold anew.
  bot.api.config.use(holdChats(held, LONGEST_WAIT_SECONDS, sleep), retryAfterRate);
  direct.config.use(holdChats(held, 0, sleep));
  return { bot, direct };
}
