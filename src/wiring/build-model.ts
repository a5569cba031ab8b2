import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelDesk } from '../answer/model-desk.ts';
import type { Config } from '../config.ts';
import { bearsSecrecyMark } from '../conversation/secrecy-in-message.ts';
import type { Directive } from '../domain/directive.ts';
import { ModelError } from '../domain/errors.ts';
import { createChatModel } from '../model/chat-model.ts';
import { loadPrompt } from '../model/load-prompt.ts';
import { createOutsideDoor, type OutsideDoor } from '../model/outside-door.ts';
import type { Database } from '../store/database.ts';
import { createModelLedger } from '../store/model-calls.ts';
import { dataFolder } from '../tables.ts';

export type ModelSurroundings = {
  tell(line: string): void;
  now(): Date;
  /** Told exactly what would be sent, which then is not. */
  instead?(body: string): void;
};

const openaiRoot = 'https://api.openai.com/v1';

export type Endpoint = { baseUrl: string; apiKey: string | null };

/** Where models are; null where no endpoint is configured. */
export function modelEndpoint({ settings }: Config): Endpoint | null {
  const { OPENAI_BASE_URL: url, OPENAI_API_KEY: key } = settings;
  return url === undefined && key === undefined ? null : { baseUrl: url ?? openaiRoot, apiKey: key ?? null };
}

/** Where the embedding model is: at an address of its own with a key of its own, else where the others are. */
export function embeddingEndpoint(config: Config): Endpoint | null {
  const { EMBEDDING_BASE_URL: baseUrl, EMBEDDING_API_KEY: apiKey = null } = config.settings;
  return baseUrl === undefined ? modelEndpoint(config) : { baseUrl, apiKey };
}

/** Whether questions may go to a chat model. */
export const hasChatModel = (config: Config): boolean =>
  modelEndpoint(config) !== null && config.settings.CHAT_MODEL !== undefined;

type DoorWorld = ModelSurroundings & { endpoint: Endpoint };

/** The one outside door to an endpoint, with the settings of budget and prices. */
export function buildDoor(database: Database, config: Config, { endpoint, now, instead }: DoorWorld): OutsideDoor {
  const { MODEL_DAILY_TOKENS: daily, MODEL_DAILY_TOKENS_ALL: dailyForAll, MODEL_PRICES: written } = config.settings;
  const [input, output] = (written ?? '').split('/').map(Number);
  const prices = input === undefined || output === undefined ? null : { input, output };
  return createOutsideDoor({
    baseUrl: endpoint.baseUrl,
    ledger: createModelLedger(database, { daily, dailyForAll, prices }, now),
    isSecret: bearsSecrecyMark,
    ...(instead === undefined ? {} : { instead }),
  });
}

/** The chat model and its terms; null where none is configured. Loads no library before the first question. */
export function buildModel(database: Database, config: Config, surroundings: ModelSurroundings): ModelDesk | null {
  const endpoint = modelEndpoint(config);
  const { CHAT_MODEL: name, MODEL_WHEN: when, MODEL_TIMEOUT_SECONDS: timeoutSeconds } = config.settings;
  if (endpoint === null || name === undefined) return null;
  const door = buildDoor(database, config, { ...surroundings, endpoint });
  return {
    chat: createChatModel({ name, ...endpoint }, door),
    when,
    mayLeave: documentsThatMayLeave(documentPolicy(config, endpoint)),
    timeoutSeconds,
    prompt: loadPrompt,
    gaveUp(error) {
      // A bug on this way must not cost the answer that needs no model; it is told apart from what is outside.
      const why = error instanceof ModelError ? error.message : `lỗi bên trong ${(error as Error).name}`;
      surroundings.tell(`Mô hình ngôn ngữ không trả lời được (${why}); trả lời không cần mô hình.`);
    },
  };
}

export type DocumentPolicy = 'all' | 'public' | 'none';

/** As set; else everything to a machine of one's own network, and only what is public to anybody else's. */
export function documentPolicy({ settings }: Config, { baseUrl }: Endpoint): DocumentPolicy {
  const host = new URL(baseUrl).hostname;
  return settings.MODEL_DOCUMENTS ?? (isOwnHost(host) ? 'all' : 'public');
}

const ownHost =
  /^(?:localhost|[^.:]+|.+\.(?:local|lan|internal|home\.arpa|localhost)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[::1\]|\[f[cd][\da-f:]+\])$/i;
export const isOwnHost = (host: string): boolean => ownHost.test(host);

/** public: fetched from a public page, or shipped with the product. */
export function documentsThatMayLeave(policy: DocumentPolicy): (directive: Directive) => boolean {
  if (policy !== 'public') return () => policy === 'all';
  let shipped: ReadonlySet<string> | null = null;
  return ({ source }) => {
    shipped ??= new Set(readdirSync(join(dataFolder, 'directives')));
    return /^https?:\/\//.test(source) || shipped.has(source);
  };
}
