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
  /** Pictures and files of a reply are sent as such; where false their `alt` stands in the text. */
  images: boolean;
  files: boolean;
  /** A message that was sent can be changed afterwards. */
  edits: boolean;
  /** Shows that an answer is in the making. */
  typing: boolean;
  /** Tells when a message has arrived or was read. */
  receipts: boolean;
  /** May the bot write first: always, only for some time after the person wrote, or never. */
  proactive: 'always' | 'window' | 'never';
};

/** A request to a webhook; header names in lower case, the body byte for byte as it came. */
export type WebhookRequest = { headers: Readonly<Record<string, string>>; body: Uint8Array };

/** Where a platform is called back. `receive` resolves as soon as the event is kept for good, long before it is answered; it never rejects. */
export type Webhook = {
  path: string;
  receive(request: WebhookRequest): Promise<{ status: number; body?: string }>;
};

/** Where an administrator's browser comes back with a consent (OAuth); `query` is what follows the question mark. */
export type ConsentPage = {
  path: string;
  complete(query: URLSearchParams): Promise<{ status: number; body: string }>;
};

/** An event as it came from a platform, to be worked off after those of the same chat that were sent before it. */
export type InboxEvent = {
  /** Unique within the platform; a repeat is dropped. */
  eventId: string;
  chatId: string;
  sentAt: Date;
  /** Not worked off for so long, so that an event sent before it can still come in. */
  holdMilliseconds: number;
  body: string;
};

/** An event handed out to be worked off; nobody else has one of its chat meanwhile. */
export type ClaimedEvent = InboxEvent & {
  id: number;
  /** How often it was handed out. */
  attempts: number;
  /** Its chat has more waiting than a person can say in a minute. */
  isOfCrowd: boolean;
  /** How long the work took, once it is known. */
  tookMilliseconds?: number;
};

/** Events received and not yet worked off, shared by all processes and kept across restarts. */
export type Inbox = {
  /** Resolves when the event is kept for good. False for a repeat. */
  add(platform: PlatformName, event: InboxEvent): Promise<boolean>;
  /**
   * The next event of up to so many chats that nobody works on, of those that have waited longest for their turn. A chat with many waiting comes
   * when it `isQuiet` and no other is there, or after a second.
   */
  claim(platform: PlatformName, limit: number, isQuiet?: boolean): Promise<ClaimedEvent[]>;
  /**
   * These need no more work, and their texts are forgotten. What somebody else has taken over meanwhile is left to them. Where it may, a chat with
   * many more waiting rests now, in proportion to what its event took; gives the milliseconds after which to look for it, 0 when none rests.
   */
  finish(events: readonly ClaimedEvent[], mayRest?: boolean): Promise<number>;
  /** Still at these: nobody may take them over yet. */
  renew(events: readonly ClaimedEvent[]): Promise<void>;
  /** To be handed out again after so long. */
  giveBack(event: ClaimedEvent, milliseconds: number): Promise<void>;
  /** Repeats of events worked off before this instant are no longer known. */
  forget(before: Date): Promise<void>;
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
  /** Mounted by the HTTP server; absent where the platform is asked for news instead. */
  webhook?: Webhook;
  consent?: ConsentPage;
  /** Why it cannot be reached now, one Vietnamese sentence; null when all is well. Absent where nobody can tell. */
  problem?(): string | null;
  /** How often each thing happened that an operator may want to know of ("forged", "repeat", …), since the start. */
  counts?(): Readonly<Record<string, number>>;
};

/** Structured log; pino's loggers are one. Fields hold no message text, no names and no secrets. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};
