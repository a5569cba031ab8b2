import type { SendFailureKind } from './errors.ts';
import type { PlatformName } from './message.ts';
import type { Reply } from './reply.ts';

/** What became of one attempt to send. */
export type SendOutcome =
  /** The platform said yes. `receipt` is its id of what it sent; `movedTo` is the chat's new id where the old one has ended. */
  | { status: 'sent'; receipt: string; movedTo?: string }
  /** The platform said no, or was never reached: nothing arrived, trying again repeats nothing. */
  | { status: 'failed'; kind: SendFailureKind; retryAfterSeconds: number | null; reason: string }
  /** Nobody knows whether it arrived (the answer got lost, or only a part of it went out): trying again may repeat it. */
  | { status: 'unknown'; reason: string };

export type PlatformLimits = {
  /** Longest text of one message in UTF-16 units; longer replies are split. Infinity where there is no limit. */
  textLength: number;
  /** Most buttons under one message; 0 where there are none and choices are typed as numbers. */
  buttons: number;
};

export type PlatformCapabilities = {
  formatting: boolean;
  groups: boolean;
  /** May the bot write first: always, only for some time after the person wrote, or never. */
  proactive: 'always' | 'window' | 'never';
};

/** One way to talk to people. Built by main.ts, which hands it `handleMessage`; transport and rendering only. */
export type Platform = {
  name: PlatformName;
  limits: PlatformLimits;
  capabilities: PlatformCapabilities;
  /** Takes messages from now on. Throws SettingError when a setting is wrong; a platform that cannot be reached now is tried again later. */
  start(): Promise<void>;
  /** Takes no more messages, finishes those in hand, then resolves. Safe to call twice, also before `start`. */
  stop(): Promise<void>;
  /** Resolves when no more messages will come: after `stop`, or when the input of a terminal has ended. */
  finished: Promise<void>;
  /** Writes to a chat unasked. Never rejects and never sends twice by itself: what to do about a failure is the caller's to decide. */
  send(chatId: string, reply: Reply): Promise<SendOutcome>;
};

/** Which messages were answered already, kept across restarts, so that a repeat is dropped and one cut short by a crash is not. */
export type SeenMessages = {
  /** True when the message is to be answered: it is new, or was claimed by a process that died before completing it. */
  claim(platform: PlatformName, messageId: string): Promise<boolean>;
  /** From now on every claim of it gives false. */
  complete(platform: PlatformName, messageId: string): Promise<void>;
};

/** Structured log; pino's loggers are one. Fields hold no message text, no names and no secrets. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};
