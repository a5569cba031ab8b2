import { z } from 'zod';
import type { Attachment, IncomingMessage } from '../../domain/message.ts';
import { loadMedia } from '../load-media.ts';
import type { BotSelf } from './bot-client.ts';

/** What every event has, whichever of its two envelopes it came in. */
export type BotEvent = {
  name: string;
  chatId: string;
  messageId: string;
  sentAt: Date;
  isFromBot: boolean;
};

const idSchema = z.union([z.string(), z.number()]).transform(String);
const messageSchema = z.object({
  from: z.object({ id: idSchema, display_name: z.string().optional(), is_bot: z.boolean().optional() }),
  chat: z.object({ id: idSchema, chat_type: z.string().optional() }),
  message_id: idSchema,
  date: z.coerce.number().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.string().optional(),
  photo_url: z.string().optional(),
});
const eventSchema = z.object({ event_name: z.string(), message: messageSchema });
type Event = z.infer<typeof eventSchema>;
const wrappedSchema = z.object({ ok: z.literal(true), result: eventSchema });

/** Seconds, where somebody sends them instead of milliseconds. */
const SECONDS_BELOW = 100_000_000_000;

/** The head of an event, wrapped in `{ok, result}` or bare; null for anything else. `now` stands in for a missing date. */
export function readHead(json: unknown, now: Date): BotEvent | null {
  const event = parse(json);
  if (event === null) return null;
  const { from, chat, message_id: messageId, date } = event.message;
  return {
    name: event.event_name,
    chatId: chat.id,
    messageId,
    sentAt: date === undefined ? now : toInstant(date, now),
    isFromBot: from.is_bot === true,
  };
}

/**
 * The message of an event for the conversation. Null for what is not said to us: unknown events, our own messages, and in groups what has no
 * words (a group hands over only what mentions the bot). A picture, sticker or voice without words has an empty text.
 */
export function readMessage(
  json: unknown,
  reader: { self: BotSelf; apiRoot: string; now: Date },
): IncomingMessage | null {
  const event = parse(json);
  if (event === null || !/^message\.(?:text|image|sticker|voice|unsupported)\.received$/.test(event.event_name))
    return null;
  const { from, chat, message_id: messageId, date, text, caption } = event.message;
  const isGroup = chat.chat_type?.toUpperCase() === 'GROUP';
  if (from.is_bot === true || from.id === reader.self.id) return null;
  const words = withoutName((text ?? caption ?? '').normalize('NFC'), reader.self.name);
  if (isGroup && words.trim() === '') return null;
  const attachments = readAttachments(event, reader.apiRoot);
  return {
    platform: 'zalo-bot',
    chatId: chat.id,
    personId: from.id,
    personName: from.display_name || null,
    messageId,
    text: words,
    choice: null,
    isGroup,
    receivedAt: date === undefined ? reader.now : toInstant(date, reader.now),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

function parse(json: unknown): Event | null {
  const wrapped = wrappedSchema.safeParse(json);
  if (wrapped.success) return wrapped.data.result;
  const bare = eventSchema.safeParse(json);
  return bare.success ? bare.data : null;
}

function readAttachments({ message }: Event, apiRoot: string): Attachment[] {
  // The pages say `photo`, real deliveries `photo_url`.
  const address = message.photo_url ?? message.photo;
  if (address === undefined) return [];
  return [{ name: 'anh.jpg', size: null, load: (limit) => loadMedia(address, apiRoot, limit) }];
}

/** The question without the "@Bot …" that addressed it. */
function withoutName(text: string, name: string): string {
  const mention = `@${name.normalize('NFC')}`;
  return name === '' || !text.includes(mention) ? text : text.replace(mention, ' ').replace(/\s+/g, ' ').trim();
}

function toInstant(date: number, now: Date): Date {
  const instant = new Date(date < SECONDS_BELOW ? date * 1000 : date);
  return Number.isNaN(instant.getTime()) ? now : instant;
}
