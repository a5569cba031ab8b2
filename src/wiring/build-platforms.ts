import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { menuCommands } from '../conversation/commands.ts';
import { SettingError } from '../domain/errors.ts';
import type { HandleMessage } from '../domain/message.ts';
import type { Log, Platform, SeenMessages } from '../domain/platform.ts';
import { createTelegram } from '../platforms/telegram/create-telegram.ts';
import { createTerminal } from '../platforms/terminal/create-terminal.ts';
import { forgetChat } from '../store/chats.ts';
import type { Database } from '../store/database.ts';
import { claimMessage, completeMessage, pruneSeenMessages } from '../store/seen-messages.ts';
import type { Base } from './base.ts';
import type { Surroundings } from './surroundings.ts';

/** Which platforms to start: those configured, or the terminal whatever is configured. */
export type StartChoice = 'configured' | 'terminal';

type PlatformWorld = Surroundings & { handleMessage: HandleMessage; log: Log };

/** Every configured platform; the terminal when there is none. Throws SettingError. */
export async function buildPlatforms(
  base: Base,
  config: Config,
  { choice, ...world }: PlatformWorld & { choice: StartChoice },
): Promise<Platform[]> {
  if (choice === 'terminal' || config.settings.TELEGRAM_BOT_TOKEN === undefined) {
    return [await buildTerminal(base, world)];
  }
  return [await buildTelegram(base, config, world)];
}

/** Longest that Telegram keeps an update and may hand it in again, and as much once more. */
const seenHours = 48;

async function buildTelegram({ database }: Base, config: Config, world: PlatformWorld): Promise<Platform> {
  const { TELEGRAM_BOT_TOKEN: token = '', TELEGRAM_API_ROOT: apiRoot, TELEGRAM_MODE: mode } = config.settings;
  if (mode === 'webhook') {
    throw new SettingError('Cài đặt TELEGRAM_MODE: bản này chỉ nhận tin bằng polling, hãy bỏ cài đặt này.');
  }
  const { handleMessage, log, now, tell } = world;
  await pruneSeenMessages(database, new Date(now().getTime() - seenHours * 3_600_000));
  if (config.access === 'invite' && config.admins.length === 0) {
    tell('Chưa ai được hỏi bot: nhắn cho bot để biết mã của mình rồi ghi vào ADMINS, hoặc đặt ACCESS=open.');
  }
  const seenMessages = createSeenMessages(database, now);
  return createTelegram({ token, apiRoot, handleMessage, seenMessages, commands: [...menuCommands], log, now });
}

/** Messages answered before, in the database. A process has one random name, by which its unfinished claims are known after its death. */
export function createSeenMessages(database: Database, now: () => Date): SeenMessages {
  const holder = randomUUID();
  return {
    claim: (platform, messageId) => claimMessage(database, { platform, messageId }, { holder, seenAt: now() }),
    complete: (platform, messageId) => completeMessage(database, { platform, messageId }, now()),
  };
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
