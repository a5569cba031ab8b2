import type { HandleMessage } from '../../domain/message.ts';
import type { Base } from '../../wiring/base.ts';
import { buildPeople } from '../../wiring/build-people.ts';
import { createLog } from '../../wiring/log.ts';
import { createMessageHandler, standingFeatures } from '../../wiring/message-handler.ts';
import type { CommandContext } from '../command.ts';

/** What answers messages in the bot, without reminders, for everybody. */
export function buildHandler(base: Base, context: CommandContext): HandleMessage {
  const config = { ...context.config(), access: 'open' as const };
  const people = buildPeople(base, config, new Map());
  const features = standingFeatures(base, config, people);
  return createMessageHandler(base, config, { log: createLog('error'), features, people });
}
