import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import type { MenuCommand } from '../conversation/commands.ts';
import type { HandleMessage } from '../domain/message.ts';
import type { Inbox, Log, Platform } from '../domain/platform.ts';
import type { Trace } from '../domain/trace.ts';
import { sleep } from '../platforms/sleep.ts';
import { createTelegram } from '../platforms/telegram/create-telegram.ts';
import { createTerminal } from '../platforms/terminal/create-terminal.ts';
import { forgetChat } from '../store/chats.ts';
import type { Database } from '../store/database.ts';
import { createInbox } from '../store/inbox.ts';
import { releaseLease, takeLease } from '../store/leases.ts';
import type { Base } from './base.ts';
import { inviteFirstAdministrator } from './build-people.ts';
import { buildZaloBot, buildZaloOa, webhookSettings } from './build-zalo.ts';
import { leadPlatform } from './lead-platform.ts';
import type { Surroundings } from './surroundings.ts';

/** Which platforms to start: those configured, or the terminal whatever is configured. */
export type StartChoice = 'configured' | 'terminal';

/** `commands`: the menu that a platform shows. */
type PlatformWorld = Surroundings & { handleMessage: HandleMessage; commands: readonly MenuCommand[]; log: Log };

/** Every configured platform; the terminal when there is none. Throws SettingError. */
export async function buildPlatforms(
  base: Base,
  config: Config,
  { choice, ...world }: PlatformWorld & { choice: StartChoice },
): Promise<Platform[]> {
  if (choice === 'terminal') return [await buildTerminal(base, world)];
  const { handleMessage, log, now } = world;
  const { database, trace } = base;
  const inbox = createInbox(database, { now, leaseSeconds: CHAT_LEASE_SECONDS });
  const zaloWorld = { database, inbox, handleMessage, log, trace, now };
  const platforms = [
    () => buildTelegram(config, { ...world, inbox, trace }),
    () => buildZaloOa(config, zaloWorld),
    () => buildZaloBot(config, zaloWorld),
  ].flatMap((make) => shared(make, { database, log }) ?? []);
  if (platforms.length === 0) return [await buildTerminal(base, world)];
  await inviteFirstAdministrator(database, config, world);
  return platforms;
}

const LEASE_SECONDS = 6;
/** Of a chat with a process that died. It is renewed four times as often, so that a busy process keeps it. */
const CHAT_LEASE_SECONDS = 10;

/** The platform for any number of processes on one server: what is polled is polled by the one that leads. Null where it is not configured. */
function shared(make: () => Platform | null, { database, log }: { database: Database; log: Log }): Platform | null {
  const platform = make();
  if (platform === null || platform.webhook !== undefined || database.kind === 'embedded') return platform;
  const lease = { name: `poll ${platform.name}`, holder: randomUUID() };
  const lead = {
    take: () => takeLease(database, lease, LEASE_SECONDS),
    release: () => releaseLease(database, lease),
    leaseSeconds: LEASE_SECONDS,
  };
  return leadPlatform(() => make() ?? platform, lead, { log, sleep });
}

function buildTelegram(
  { settings }: Config,
  { handleMessage, commands, log, now, inbox, trace }: PlatformWorld & { inbox: Inbox; trace: Trace },
): Platform | null {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_MODE: mode } = settings;
  if (token === undefined) return null;
  const webhook = mode === 'polling' ? null : webhookSettings(settings, 'TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_MODE');
  return createTelegram({ token, apiRoot, handleMessage, inbox, commands: [...commands], webhook, log, trace, now });
}

async function buildTerminal({ database }: Base, world: PlatformWorld): Promise<Platform> {
  const { input, output, progress, handleMessage, log, now } = world;
  // Each start is a new conversation: what was asked last time is no context for today's first question.
  await forgetChat(database, { platform: 'terminal', chatId: 'terminal' });
  const isInteractive = input.isTTY === true && output.isTTY === true;
  return createTerminal({
    input,
    output,
    progress,
    isInteractive,
    screen: () => ({
      columns: output.isTTY ? output.columns : Number.POSITIVE_INFINITY,
      color: output.isTTY && output.hasColors(),
    }),
    handleMessage,
    log,
    now,
  });
}
