import { z } from 'zod';
import type { Attachment } from '../../domain/message.ts';
import { fileName } from '../file-name.ts';
import { loadMedia } from '../load-media.ts';
import { groupChat } from './recipient.ts';

type Head = {
  /** Unique for what happened; a repeat has the same. */
  eventId: string;
  chatId: string;
  sentAt: Date;
};

/** What an event of the Official Account means to us. */
export type OaEvent = Head &
  (
    | ({ kind: 'message' } & Said)
    /** Somebody of the office wrote in OA Manager. */
    | { kind: 'human'; messageId: string }
    | { kind: 'receipt'; messageIds: string[]; what: 'received' | 'seen' }
    /** Opens the window for free messages anew. */
    | { kind: 'interaction' }
    | { kind: 'phone'; phone: string }
    /** The person demands that everything about them is erased. */
    | { kind: 'withdraw' }
  );

export type Said = {
  personId: string;
  messageId: string;
  text: string;
  /** A pressed button's payload; typed by hand it looks the same and proves nothing. */
  choice: string | null;
  quotedId: string | null;
  attachments: Attachment[];
  isGroup: boolean;
};

/** Why an event is not worked off. */
export type Ignored = 'unreadable' | 'unknown_event' | 'own' | 'other_app' | 'other_oa';

/** A button comes back as a message whose text is its payload: this mark tells it from words. */
export const CHOICE_MARK = '#chidao:';

const text = z.union([z.string(), z.number()]).transform(String);
const party = z.object({ id: text, admin_id: text.optional() });
const attachmentSchema = z.object({
  type: z.string(),
  payload: z
    .object({
      url: z.string().optional(),
      name: z.string().optional(),
      size: z.union([z.string(), z.number()]).optional(),
    })
    .optional(),
});
const eventSchema = z.object({
  app_id: text,
  event_name: z.string(),
  timestamp: text,
  oa_id: text.optional(),
  user_id: text.optional(),
  sender: party.optional(),
  recipient: party.optional(),
  follower: party.optional(),
  message: z
    .object({
      msg_id: text.optional(),
      msg_ids: z.array(text).max(1000).optional(),
      text: z.string().optional(),
      quote_msg_id: text.optional(),
      attachments: z.array(attachmentSchema).max(50).optional(),
    })
    .optional(),
  info: z.object({ phone: text.optional() }).optional(),
});
type Raw = z.infer<typeof eventSchema>;

export type OaReader = { appId: string; oaId: string; openapiRoot: string };

/** The `timestamp` as it is part of the signature; empty where there is none. */
export function timestampOf(json: unknown): string {
  return z.object({ timestamp: text }).safeParse(json).data?.timestamp ?? '';
}

export function readEvent(json: unknown, reader: OaReader): OaEvent | Ignored {
  const parsed = eventSchema.safeParse(json);
  if (!parsed.success) return 'unreadable';
  const raw = parsed.data;
  const sentAt = new Date(Number(raw.timestamp));
  if (Number.isNaN(sentAt.getTime())) return 'unreadable';
  if (raw.app_id !== reader.appId) return 'other_app';
  return readKind(raw, reader, sentAt);
}

function readKind(raw: Raw, reader: OaReader, sentAt: Date): OaEvent | Ignored {
  const { event_name: name, message, sender, recipient } = raw;
  const isGroup = name.includes('_group_');
  const said = /^user_send_(?:group_)?(text|image|link|audio|video|sticker|gif|location|business_card|file)$/.test(
    name,
  );
  if (said) {
    if (sender === undefined || recipient === undefined || message?.msg_id === undefined) return 'unreadable';
    if (!isGroup && recipient.id !== reader.oaId) return 'other_oa';
    const chatId = isGroup ? groupChat(recipient.id) : sender.id;
    const messageId = message.msg_id;
    return {
      kind: 'message',
      eventId: `${name}:${messageId}`,
      chatId,
      sentAt,
      ...readSaid(raw, { ...reader, isGroup }),
    };
  }
  if (/^oa_send_/.test(name)) {
    if (sender?.admin_id === undefined || recipient === undefined || message?.msg_id === undefined) return 'own';
    const chatId = isGroup ? groupChat(recipient.id) : recipient.id;
    return { kind: 'human', eventId: `${name}:${message.msg_id}`, chatId, sentAt, messageId: message.msg_id };
  }
  return readNotice(raw, reader, sentAt);
}

function readNotice(raw: Raw, { oaId }: OaReader, sentAt: Date): OaEvent | Ignored {
  const { event_name: name, message, sender, recipient, follower, user_id: userId } = raw;
  const person = follower?.id ?? userId ?? [sender?.id, recipient?.id].find((id) => id !== undefined && id !== oaId);
  if (person === undefined) return 'unknown_event';
  const head = { eventId: `${name}:${raw.timestamp}:${person}`, chatId: person, sentAt };
  switch (name) {
    case 'user_received_message':
    case 'user_seen_message': {
      const messageIds = [...(message?.msg_ids ?? []), ...(message?.msg_id === undefined ? [] : [message.msg_id])];
      const what = name === 'user_seen_message' ? 'seen' : 'received';
      return { kind: 'receipt', ...head, eventId: `${head.eventId}:${messageIds[0] ?? ''}`, messageIds, what };
    }
    case 'follow':
    case 'user_click_chatnow':
      return { kind: 'interaction', ...head };
    case 'user_submit_info': {
      const phone = toPhone(raw.info?.phone ?? '');
      return phone === null ? { kind: 'interaction', ...head } : { kind: 'phone', ...head, phone };
    }
    case 'user_withdraw':
      return { kind: 'withdraw', ...head };
    default:
      return 'unknown_event';
  }
}

function readSaid({ sender, message }: Raw, { openapiRoot, isGroup }: OaReader & { isGroup: boolean }): Said {
  const words = (message?.text ?? '').normalize('NFC');
  const choice = new RegExp(`^${CHOICE_MARK}([\\w-]{1,40}:\\d{1,3})$`).exec(words.trim())?.[1] ?? null;
  return {
    personId: sender?.id ?? '',
    messageId: message?.msg_id ?? '',
    text: choice === null ? words : '',
    choice,
    quotedId: message?.quote_msg_id ?? null,
    attachments: (message?.attachments ?? []).flatMap((one) => readAttachment(one, openapiRoot)),
    isGroup,
  };
}

function readAttachment({ type, payload }: z.infer<typeof attachmentSchema>, root: string): Attachment[] {
  const { url: address, name, size } = payload ?? {};
  if (address === undefined || (type !== 'file' && type !== 'image')) return [];
  const bytes = Number(size);
  return [
    {
      name: type === 'image' ? 'anh.jpg' : fileName(name ?? '', 'tep'),
      size: size === undefined || !Number.isSafeInteger(bytes) || bytes < 0 ? null : bytes,
      load: (limit) => loadMedia(address, root, limit),
    },
  ];
}

/** "84912345678", as the template interface takes it; null for what is no Vietnamese number. */
function toPhone(given: string): string | null {
  const digits = given.replace(/[\s.+-]/g, '').replace(/^0(?=\d{9}$)/, '84');
  return /^84\d{9}$/.test(digits) ? digits : null;
}
