import { z } from 'zod';
import { cleanText } from '../clean-text.ts';
import { fileName } from '../file-name.ts';
import type { FileBlock, ImageBlock } from '../reply-parts.ts';
import type { OaFailure } from './classify-failure.ts';
import type { OaClient } from './oa-client.ts';
import { recipientOf } from './recipient.ts';
import { type OaPart, TEXT_LIMIT, withoutMentions } from './write-letter.ts';

export type Sent = { ok: true; messageId: string; quotaType: string | null } | { ok: false; failure: OaFailure };

export type Address = {
  chatId: string;
  /** The message this one answers, shown above it. */
  quoteId: string | null;
};

const sentSchema = z.object({
  message_id: z.coerce.string().optional(),
  msg_id: z.coerce.string().optional(),
  quota: z.object({ quota_type: z.string().optional() }).optional(),
});
const uploadSchema = z.object({ attachment_id: z.string().optional(), token: z.string().optional() });

/** Sends one message of a letter, once. A picture or file Zalo does not take is told in words. */
export async function sendPart(client: OaClient, address: Address, part: OaPart): Promise<Sent> {
  if (part.kind === 'text') return post(client, address, textMessage(part));
  const sent = await sendMedia(client, address, part);
  const isRefused = !sent.ok && sent.failure.kind === 'bug';
  const words = withoutMentions(cleanText(part.alt)).slice(0, TEXT_LIMIT).trim();
  if (!isRefused || words === '') return sent;
  return post(client, address, textMessage({ kind: 'text', text: words, buttons: [] }));
}

function textMessage({ text, buttons }: Extract<OaPart, { kind: 'text' }>): object {
  if (buttons.length === 0) return { text };
  return { text, attachment: { type: 'template', payload: { buttons } } };
}

async function sendMedia(client: OaClient, address: Address, media: ImageBlock | FileBlock): Promise<Sent> {
  for (let isSecond = false; ; isSecond = true) {
    const upload = await uploadMedia(client, media);
    if (!upload.ok) return upload;
    const sent = await post(client, address, mediaMessage(media, upload.id));
    // What was uploaded is kept for seven days only; anything else that makes it vanish is mended by a second upload.
    if (sent.ok || sent.failure.remedy !== 'upload' || isSecond) return sent;
  }
}

async function uploadMedia(
  client: OaClient,
  media: ImageBlock | FileBlock,
): Promise<{ ok: true; id: string } | { ok: false; failure: OaFailure }> {
  const form = new FormData();
  const [bytes, name, path] =
    media.kind === 'image'
      ? [media.png, 'hinh.png', '/v2.0/oa/upload/image']
      : [media.bytes, fileName(media.name, 'tep.pdf'), '/v2.0/oa/upload/file'];
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  const answer = await client.call({ api: 'openapi', path, body: form });
  // An upload shows nothing to anybody, so one whose answer got lost may be repeated.
  if (!answer.ok && answer.failure.kind === 'ambiguous')
    return { ok: false, failure: { ...answer.failure, kind: 'transient' } };
  if (!answer.ok) return answer;
  const { attachment_id: attachmentId, token } = uploadSchema.safeParse(answer.data).data ?? {};
  const id = media.kind === 'image' ? attachmentId : token;
  if (id !== undefined) return { ok: true, id };
  const failure = {
    kind: 'bug',
    code: null,
    remedy: null,
    retryAfterSeconds: null,
    reason: 'upload without an id',
  } as const;
  return { ok: false, failure };
}

function mediaMessage(media: ImageBlock | FileBlock, id: string): object {
  if (media.kind === 'file') return { attachment: { type: 'file', payload: { token: id } } };
  const text = withoutMentions(cleanText(media.alt)).slice(0, TEXT_LIMIT).toWellFormed();
  const element = { media_type: 'image', attachment_id: id };
  const attachment = { type: 'template', payload: { template_type: 'media', elements: [element] } };
  return { ...(text.trim() === '' ? {} : { text }), attachment };
}

async function post(client: OaClient, { chatId, quoteId }: Address, message: object): Promise<Sent> {
  const { path, recipient } = recipientOf(chatId);
  const quoted = quoteId === null ? message : { ...message, quote_message_id: quoteId };
  return readSent(await client.call({ api: 'openapi', path, body: { recipient, message: quoted } }));
}

/** The answer to a message of either interface. */
export function readSent(answer: Awaited<ReturnType<OaClient['call']>>): Sent {
  if (!answer.ok) return answer;
  const { message_id: id, msg_id: phoneId, quota } = sentSchema.safeParse(answer.data).data ?? {};
  return { ok: true, messageId: id ?? phoneId ?? 'unnamed', quotaType: quota?.quota_type ?? null };
}
