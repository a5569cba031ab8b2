import type { Transporter } from 'nodemailer';
import { readEmailAddress } from '../../domain/email-address.ts';
import type { Platform, SendOutcome } from '../../domain/platform.ts';
import type { Reply } from '../../domain/reply.ts';
import { classifyFailure } from './classify-failure.ts';
import { type HandOver, openTransport } from './open-transport.ts';
import { writeMail } from './write-mail.ts';

export type EmailOptions = {
  /** smtp://user:password@host:587, or smtps:// for TLS from the start. */
  url: string;
  /** The address mails come from. */
  from: string;
  now: () => Date;
  /** Longest wait for an answer of the server; default half a minute, less than a claim of a reminder lasts. */
  patienceMilliseconds?: number;
};

/** Writes mails through a mail server; nobody can write back. A chat is an address. */
export function createEmail({ url, from, now, patienceMilliseconds = 30_000 }: EmailOptions): Platform {
  let opened: Promise<Transporter> | null = null;
  const open = (): Promise<Transporter> => {
    opened ??= openTransport(url, patienceMilliseconds);
    return opened;
  };
  return {
    name: 'email',
    limits: { textLength: Number.POSITIVE_INFINITY, buttons: 0 },
    capabilities: {
      formatting: true,
      groups: false,
      images: true,
      files: true,
      edits: false,
      typing: false,
      receipts: false,
      proactive: 'always',
    },
    // No message ever comes in.
    finished: Promise.resolve(),
    start: async () => undefined,
    stop: async () => undefined,
    async send(chatId, reply) {
      const to = readEmailAddress(chatId);
      if (to === null) return { status: 'failed', kind: 'recipient', retryAfterSeconds: null, reason: 'no address' };
      const handOver: HandOver = { isDone: false };
      try {
        return await deliver(await open(), { reply, from, to, at: now() }, handOver);
      } catch (error) {
        return classifyFailure(error, handOver.isDone);
      }
    },
  };
}

type Delivery = { reply: Reply; from: string; to: string; at: Date };

async function deliver(
  transport: Transporter,
  { reply, from, to, at }: Delivery,
  handOver: HandOver,
): Promise<SendOutcome> {
  const mail = {
    ...writeMail(reply),
    from: { name: 'Chỉ Đạo', address: from },
    to: { name: '', address: to },
    envelope: { from, to },
    date: at,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    // What a mail is made of comes from documents and people: nothing in it may be taken for a file or address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
    handOver,
  };
  const { messageId } = await transport.sendMail(mail);
  return { status: 'sent', receipt: String(messageId) };
}
