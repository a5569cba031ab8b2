import type { Config } from '../config.ts';
import type { Feature } from '../conversation/feature.ts';
import { createHandleMessage } from '../conversation/handle-message.ts';
import type { PeopleDesk } from '../conversation/people/people-desk.ts';
import { createPeople } from '../conversation/people/people-feature.ts';
import { welcome } from '../conversation/people/welcome.ts';
import { createPrivacy } from '../conversation/privacy/privacy-feature.ts';
import type { HandleMessage, IncomingMessage } from '../domain/message.ts';
import type { MessageEvent } from '../domain/operation.ts';
import type { Speaker } from '../domain/person.ts';
import type { Log } from '../domain/platform.ts';
import type { Database } from '../store/database.ts';
import { findPerson } from '../store/people.ts';
import type { Base } from './base.ts';
import { embeddingEndpoint, hasChatModel, modelEndpoint } from './build-model.ts';
import { adminAccounts } from './build-people.ts';
import { reviewFeatures } from './review-features.ts';
import { todayIn } from './today.ts';

type HandlerParts = {
  log: Log;
  features: readonly Feature[];
  people: PeopleDesk;
  observe?: (event: MessageEvent) => void;
};

/** What the bot does besides answering, but for reminders, which need the platforms. */
export function standingFeatures(base: Base, config: Config, people: PeopleDesk): Feature[] {
  const { RETENTION_DAYS: retentionDays } = config.settings;
  return [
    createPeople(people),
    createPrivacy({ database: base.database, retentionDays, ...modelHost(config) }),
    ...reviewFeatures(base, config),
  ];
}

/** From a message to its reply, as all platforms share it; each a step. */
export function createMessageHandler(base: Base, config: Config, parts: HandlerParts): HandleMessage {
  const { engine, database, trace } = base;
  const { log, features, people, observe } = parts;
  const handle = createHandleMessage({
    engine,
    database,
    log,
    dayOf: (instant) => todayIn(config.settings.TZ, instant),
    speakerOf: (message) => findSpeaker(message, database, config),
    welcome: (message, today) => welcome(people, message, today),
    features,
    asksConsent: true,
    observe(event) {
      const { outcome, reference } = event;
      trace.note({ outcome, ...(reference === null ? {} : { reference }) });
      observe?.(event);
    },
  });
  return (message, show) => trace.step('turn', { platform: message.platform }, () => handle(message, show));
}

/** Whoever sits at the terminal and the accounts of ADMINS are administrators; others are what they were let in as, or readers where access is open. */
async function findSpeaker(message: IncomingMessage, database: Database, config: Config): Promise<Speaker | null> {
  const { platform, personId: accountId } = message;
  const person = await findPerson(database, { platform, accountId });
  const isNamed =
    platform === 'terminal' ||
    adminAccounts(config).some((one) => one.platform === platform && one.accountId === accountId);
  const role = isNamed ? 'administrator' : (person?.role ?? (config.access === 'open' ? 'reader' : null));
  return role === null ? null : { role, unit: person?.unit ?? null, locality: person?.locality ?? null };
}

/** Where questions may be sent to, for those who ask. */
function modelHost(config: Config): { modelHost?: string } {
  const chat = hasChatModel(config) ? modelEndpoint(config) : null;
  const embedding = config.settings.EMBEDDING_MODEL === undefined ? null : embeddingEndpoint(config);
  const hosts = [chat, embedding].flatMap((endpoint) => (endpoint === null ? [] : [new URL(endpoint.baseUrl).host]));
  return hosts.length === 0 ? {} : { modelHost: [...new Set(hosts)].join(', ') };
}
