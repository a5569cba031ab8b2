import type { Reply } from './reply.ts';

/** email: written to only, where a person's chats cannot be reached. */
export type PlatformName = 'terminal' | 'telegram' | 'zalo-oa' | 'zalo-bot' | 'email';

/** A file sent along with a message; its bytes are fetched only when somebody wants them. */
export type Attachment = {
  /** As the sender's phone names it; may hold anything. */
  name: string;
  /** In bytes; null where the platform does not say. */
  size: number | null;
  /** Fetches at most `limit` bytes. Never rejects. */
  load(limit: number): Promise<{ status: 'loaded'; bytes: Uint8Array } | { status: 'too_large' | 'failed' }>;
};

/** One message from a person, as every platform hands it in. Ids are strings: Zalo's exceed 2^53. */
export type IncomingMessage = {
  platform: PlatformName;
  chatId: string;
  personId: string;
  personName: string | null;
  /** Unique within the platform; a repeat is dropped. */
  messageId: string;
  text: string;
  /** A tapped button's payload, `${choicesToken}:${index}`; null for typed text. */
  choice: string | null;
  attachments?: readonly Attachment[];
  isGroup: boolean;
  receivedAt: Date;
};

/** Given a reply as far as it is written and checked; each takes the place of the one before, and the reply itself of the last. May show nothing. */
export type ShowPart = (part: Reply) => void;

/**
 * One message in, one reply out; null when nothing should be said. Errors become a sentence with a reference number, but for DatabaseAwayError: then
 * nothing was said, and the message may be handed in again. `show` is for replies that take long, on platforms that can take back what they showed.
 */
export type HandleMessage = (message: IncomingMessage, show?: ShowPart) => Promise<Reply | null>;
