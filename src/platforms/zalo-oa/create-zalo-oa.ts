import { setMaxListeners } from 'node:events';
import type { HandleMessage } from '../../domain/message.ts';
import type { Inbox, Log, Platform, PlatformCapabilities } from '../../domain/platform.ts';
import type { Trace } from '../../domain/trace.ts';
import type { ConsentRecord, TokenVault, ZaloLedger } from '../../domain/zalo-oa.ts';
import { countEvents } from '../count-events.ts';
import { type Sleep, sleep as sleepInRealTime } from '../sleep.ts';
import { workInbox } from '../work-inbox.ts';
import { answerEvent } from './answer-event.ts';
import { createConsentPage } from './ask-consent.ts';
import { keepTokens } from './keep-tokens.ts';
import { createOaClient } from './oa-client.ts';
import { createOaWebhook, HOLD_MILLISECONDS } from './oa-webhook.ts';
import type { ZaloPrices } from './plan-routes.ts';
import { type PostOffice, postLetter } from './post-letter.ts';
import { createTemplateSource } from './templates.ts';
import { MAX_BUTTONS, TEXT_LIMIT } from './write-letter.ts';

/** The Official Account and its app as the two consoles of Zalo name them. */
export type OaAccount = {
  appId: string;
  /** Of the app: exchanges and refreshes tokens. */
  appSecret: string;
  oaId: string;
  /** Of the webhook page: signs events. */
  oaSecretKey: string;
  /** Began the pair of tokens; null when it came by consent. */
  refreshToken: string | null;
  /** Approved wording for people who have been silent for a week; null without one. */
  templateId: string | null;
};

export type ZaloOaOptions = {
  account: OaAccount;
  roots: { oauthRoot: string; openapiRoot: string; businessRoot: string };
  prices: ZaloPrices;
  /** Đồng a month; null for no limit. */
  budget: number | null;
  inbox: Inbox;
  vault: TokenVault;
  consents: ConsentRecord;
  ledger: ZaloLedger;
  handleMessage: HandleMessage;
  /** Erases everything about a person who withdrew their consent. */
  erase: (chatId: string) => Promise<void>;
  log: Log;
  /** Default: off. */
  trace?: Trace | undefined;
  now: () => Date;
  /** Other than real waiting: for tests. */
  sleep?: Sleep;
  stopPatienceMilliseconds?: number;
};

const capabilities: PlatformCapabilities = {
  formatting: false,
  groups: true,
  images: true,
  files: true,
  edits: false,
  typing: false,
  receipts: true,
  proactive: 'window',
};

/** A refresh token lapses after three months in which nothing was sent: the pair is looked after all the same. */
const LOOK_AFTER_MILLISECONDS = 6 * 3_600_000;

/** The bot on a Zalo Official Account: signed webhooks in, messages by window, template or group out. */
export function createZaloOa(options: ZaloOaOptions): Platform {
  const { account, roots, inbox, vault, consents, log, trace, now } = options;
  const { sleep = sleepInRealTime, stopPatienceMilliseconds = 10_000 } = options;
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const { counts, count } = countEvents();
  const sending = new AbortController();
  setMaxListeners(0, sending.signal);
  const app = { oauthRoot: roots.oauthRoot, appId: account.appId, appSecret: account.appSecret };
  const tokens = keepTokens({ app, vault, log, now, sleep, alerted: count });
  const reader = { appId: account.appId, oaId: account.oaId, openapiRoot: roots.openapiRoot };
  const office = createOffice(options, { client: createOaClient(roots, tokens), sleep, signal: sending.signal });
  const answerer = { ...options, reader, office, counted: count };
  const worker = workInbox({
    inbox,
    platform: 'zalo-oa',
    work: (event) => answerEvent(answerer, event),
    log,
    trace,
    now,
    sleep,
  });
  const received = (reception: string): void => {
    count(reception);
    if (reception === 'stored') worker.wake(HOLD_MILLISECONDS);
  };
  let care: NodeJS.Timeout | undefined;

  return {
    name: 'zalo-oa',
    limits: { textLength: TEXT_LIMIT, buttons: MAX_BUTTONS },
    capabilities,
    finished,
    counts,
    webhook: createOaWebhook({ key: account, reader, inbox, received, log }),
    consent: createConsentPage({ app, oaId: account.oaId, record: consents, vault, now }),
    send: (chatId, reply) => postLetter(office, { chatId, reply, purpose: 'reminder', quoteId: null }),
    async start() {
      await seedTokens(account, vault);
      const lookAfter = () => tokens.current().catch(() => undefined);
      const access = await tokens.current();
      if (!access.ok) log.warn({ platform: 'zalo-oa', reason: access.reason }, 'Zalo OA: chưa có token dùng được');
      care = setInterval(() => void lookAfter(), LOOK_AFTER_MILLISECONDS);
      care.unref();
      worker.start();
    },
    async stop() {
      clearInterval(care);
      await worker.stop(stopPatienceMilliseconds);
      sending.abort();
      finish();
    },
  };
}

/** A refresh token from the settings begins the pair, once: from then on the stored one counts. */
async function seedTokens({ refreshToken }: OaAccount, vault: TokenVault): Promise<void> {
  if (refreshToken === null) return;
  await vault.begin({ accessToken: '', refreshToken, expiresAt: new Date(0) }, refreshToken);
}

function createOffice(
  { account, ledger, prices, budget, now }: ZaloOaOptions,
  wires: Pick<PostOffice, 'client' | 'sleep' | 'signal'>,
): PostOffice {
  const { templateId: id } = account;
  const template = id === null ? null : createTemplateSource({ id, client: wires.client, usualPrices: prices, now });
  return { ...wires, ledger, template, prices, budget, now };
}
