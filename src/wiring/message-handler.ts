import type { Config } from '../config.ts';
import type { Feature } from '../conversation/feature.ts';
import { createHandleMessage } from '../conversation/handle-message.ts';
import type { HandleMessage, IncomingMessage } from '../domain/message.ts';
import type { MessageEvent } from '../domain/operation.ts';
import type { Speaker } from '../domain/person.ts';
import type { Log } from '../domain/platform.ts';
import type { Base } from './base.ts';
import { todayIn } from './today.ts';

/** From a message to its reply, as all platforms share it. */
export function createMessageHandler(
  base: Base,
  config: Config,
  { log, features, observe }: { log: Log; features: readonly Feature[]; observe?: (event: MessageEvent) => void },
): HandleMessage {
  const { engine, database } = base;
  const dayOf = (instant: Date): string => todayIn(config.settings.TZ, instant);
  const speakerOf = async (message: IncomingMessage) => findSpeaker(message, config);
  return createHandleMessage({
    engine,
    database,
    log,
    dayOf,
    speakerOf,
    features,
    ...(observe === undefined ? {} : { observe }),
  });
}

/** Whoever sits at the terminal and the people of ADMINS are administrators; others are readers where access is open. */
function findSpeaker({ platform, personId }: IncomingMessage, { access, admins }: Config): Speaker | null {
  const isAdministrator =
    platform === 'terminal' || admins.includes(personId) || admins.includes(`${platform}:${personId}`);
  if (!isAdministrator && access !== 'open') return null;
  return { role: isAdministrator ? 'administrator' : 'reader', unit: null, locality: null };
}
