import type { HandleMessage } from '../../domain/message.ts';
import type { InboxEvent, Log } from '../../domain/platform.ts';
import type { Trace } from '../../domain/trace.ts';
import { addSeconds } from '../../domain/vietnam-time.ts';
import type { ZaloLedger } from '../../domain/zalo-oa.ts';
import { answerMessage } from '../answer-message.ts';
import { parseJson } from '../parse-json.ts';
import { sendReply } from '../send-reply.ts';
import { type Letter, type PostOffice, postLetter } from './post-letter.ts';
import { type OaEvent, type OaReader, readEvent } from './read-event.ts';

export type OaAnswerer = {
  reader: OaReader;
  ledger: ZaloLedger;
  office: PostOffice;
  handleMessage: HandleMessage;
  /** Erases everything about a person who withdrew their consent. */
  erase: (chatId: string) => Promise<void>;
  counted: (what: string) => void;
  log: Log;
  /** Default: off. */
  trace?: Trace | undefined;
};

/** While a human of the office writes, the bot keeps out; so long after their last message. */
const MUTE_SECONDS = 30 * 60;

/** Works one stored event off. Rejects when it has to be taken up again. */
export async function answerEvent(answerer: OaAnswerer, { body }: InboxEvent): Promise<void> {
  const { reader, ledger, counted } = answerer;
  const event = readEvent(parseJson(body), reader);
  if (typeof event === 'string') return counted(event);
  const { chatId, sentAt } = event;
  switch (event.kind) {
    case 'message':
      return answerSaid(answerer, event);
    case 'human':
      if (!(await ledger.isOurs(event.messageId))) await ledger.mute(chatId, addSeconds(sentAt, MUTE_SECONDS));
      return;
    case 'receipt':
      return ledger.receipt(event.messageIds, event.what, sentAt);
    case 'interaction':
      await ledger.interacted(chatId, sentAt);
      return;
    case 'phone':
      await ledger.interacted(chatId, sentAt);
      return ledger.savePhone(chatId, event.phone);
    case 'withdraw':
      counted('withdrawn');
      return answerer.erase(chatId);
  }
}

async function answerSaid(answerer: OaAnswerer, event: Extract<OaEvent, { kind: 'message' }>): Promise<void> {
  const { ledger, office, log, trace, counted } = answerer;
  const { chatId, sentAt, isGroup, messageId } = event;
  const text = isGroup ? await addressedText(answerer, event) : event.text;
  if (text === null) return;
  const { mutedUntil } = await (isGroup ? ledger.chat(chatId) : ledger.interacted(chatId, sentAt));
  if (mutedUntil !== null && mutedUntil > sentAt) return counted('muted');
  const { personId, choice, attachments } = event;
  const reply = await answerMessage(answerer, {
    platform: 'zalo-oa',
    chatId,
    personId,
    personName: null,
    messageId,
    text,
    choice,
    isGroup,
    receivedAt: sentAt,
    ...(attachments.length > 0 ? { attachments } : {}),
  });
  if (reply === null) return;
  const letter: Letter = { chatId, reply, purpose: 'reply', quoteId: isGroup ? messageId : null };
  const { signal } = office;
  await sendReply({ platform: 'zalo-oa', log, trace, signal }, () => postLetter(office, letter));
}

/** The OA hears everything in its groups: what mentions it, answers it, taps its buttons or is a command is meant for it. Null for the rest. */
async function addressedText(
  { reader, ledger }: OaAnswerer,
  { text, choice, quotedId }: Extract<OaEvent, { kind: 'message' }>,
): Promise<string | null> {
  const mention = `[@${reader.oaId}]`;
  const isMentioned = text.includes(mention);
  const isToUs =
    choice !== null || isMentioned || text.startsWith('/') || (quotedId !== null && (await ledger.isOurs(quotedId)));
  if (!isToUs) return null;
  return isMentioned ? text.replaceAll(mention, ' ').replace(/\s+/g, ' ').trim() : text;
}
