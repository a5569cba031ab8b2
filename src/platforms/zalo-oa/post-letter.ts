import type { SendOutcome } from '../../domain/platform.ts';
import type { Reply } from '../../domain/reply.ts';
import type { SendRecord, ZaloLedger, ZaloRoute } from '../../domain/zalo-oa.ts';
import { forReminders, forReplies, REPEAT_NOTE, sendInOrder } from '../send-in-order.ts';
import type { Sleep } from '../sleep.ts';
import type { OaClient } from './oa-client.ts';
import { type PlannedRoute, planRoutes, type ZaloPrices } from './plan-routes.ts';
import { readSent, type Sent, sendPart } from './send-part.ts';
import { fillTemplate, type Template } from './templates.ts';
import { type OaPart, TEXT_LIMIT, writeLetter } from './write-letter.ts';

export type PostOffice = {
  client: OaClient;
  ledger: ZaloLedger;
  /** Null without an approved template. */
  template: (() => Promise<Template>) | null;
  prices: ZaloPrices;
  /** Đồng a month; null for no limit. */
  budget: number | null;
  now: () => Date;
  sleep: Sleep;
  signal: AbortSignal;
};

export type Letter = { chatId: string; reply: Reply; purpose: 'reply' | 'reminder'; quoteId: string | null };

/** Sends a reply by the first way that is open, and puts each message and its cost on record. Never rejects. */
export async function postLetter(office: PostOffice, letter: Letter): Promise<SendOutcome> {
  try {
    return await postByPlan(office, letter);
  } catch (error) {
    // Nothing was sent yet: what happens from the first message on is told by `onRecord`.
    return databaseAway(error);
  }
}

function databaseAway(error: unknown): SendOutcome {
  const reason = `database: ${error instanceof Error ? error.name : 'unknown'}`;
  return { status: 'failed', kind: 'transient', retryAfterSeconds: null, reason };
}

async function postByPlan(office: PostOffice, letter: Letter): Promise<SendOutcome> {
  const { ledger, now } = office;
  const { chatId, purpose } = letter;
  const template = purpose === 'reminder' && office.template !== null ? await office.template() : null;
  const prices = { ...office.prices, ...template?.prices };
  const chat = await ledger.chat(chatId);
  const plan = planRoutes({ chatId, chat, purpose, hasTemplate: template !== null, prices, now: now() });
  if ('refused' in plan) {
    return { status: 'failed', kind: plan.refused, retryAfterSeconds: null, reason: plan.reason };
  }
  let outcome: SendOutcome = { status: 'failed', kind: 'window', retryAfterSeconds: null, reason: 'no way is open' };
  for (const planned of plan.routes) {
    outcome = isTemplate(planned.route)
      ? await postTemplate(office, { ...letter, planned, template, phone: chat.phone })
      : await postWords(office, letter, planned);
    // Only a closed window leads to the next way: everything else would fail there as well, or has to be decided by the caller.
    if (outcome.status !== 'failed' || outcome.kind !== 'window') return outcome;
  }
  return outcome;
}

function isTemplate(route: ZaloRoute): boolean {
  return route === 'template_uid' || route === 'template_phone';
}

function postWords(office: PostOffice, { chatId, reply, purpose, quoteId }: Letter, planned: PlannedRoute) {
  const parts = writeLetter(reply).map((part, index) => ({ part, quoteId: index === 0 ? quoteId : null }));
  return sendInOrder(parts, {
    persistence: purpose === 'reply' ? forReplies : forReminders,
    sleep: office.sleep,
    signal: office.signal,
    send: ({ part, quoteId: quoted }, isRepeat) =>
      onRecord(office, { chatId, ...planned }, () =>
        sendPart(office.client, { chatId, quoteId: quoted }, isRepeat ? noted(part) : part),
      ),
  });
}

function noted(part: OaPart): OaPart {
  const isFit = part.kind === 'text' && part.text.length + REPEAT_NOTE.length <= TEXT_LIMIT;
  return isFit ? { ...part, text: REPEAT_NOTE + part.text } : part;
}

type TemplateLetter = Letter & { planned: PlannedRoute; template: Template | null; phone: string | null };

async function postTemplate(office: PostOffice, letter: TemplateLetter): Promise<SendOutcome> {
  const { chatId, reply, planned, template, phone } = letter;
  if (template === null) return { status: 'failed', kind: 'window', retryAfterSeconds: null, reason: 'no template' };
  const message = { template_id: template.id, template_data: fillTemplate(template, reply) };
  return onRecord(office, { chatId, ...planned }, async ({ id }) => {
    const byPhone = planned.route === 'template_phone';
    const answer = await office.client.call({
      api: byPhone ? 'business' : 'openapi',
      path: byPhone ? '/message/template' : '/v3.0/oa/message/template',
      body: byPhone ? { phone, ...message, tracking_id: `chidao-${id}` } : { user_id: chatId, ...message },
    });
    return readSent(answer);
  });
}

/** Puts the message on record and its cost in the month before it is sent, and afterwards what became of it. Never rejects. */
async function onRecord(
  { ledger, budget }: PostOffice,
  send: { chatId: string; route: ZaloRoute; cost: number },
  work: (record: SendRecord) => Promise<Sent>,
): Promise<SendOutcome> {
  const record = await ledger.open(send, budget).catch(databaseAway);
  if (record === null) {
    return { status: 'failed', kind: 'quota', retryAfterSeconds: null, reason: 'the budget of the month is used up' };
  }
  if ('status' in record) return record;
  const sent = await work(record).catch((error: unknown) => ({ lost: databaseAway(error) }));
  // Left open, a record counts as sent: its cost stays in the month.
  const settle = (end: Parameters<ZaloLedger['settle']>[1]) => ledger.settle(record, end).catch(() => undefined);
  if ('lost' in sent) {
    await settle({ status: 'failed' });
    return sent.lost;
  }
  if (sent.ok) {
    const { messageId, quotaType } = sent;
    await settle({ status: 'sent', messageId, ...(quotaType === null ? {} : { quotaType }) });
    return { status: 'sent', receipt: messageId };
  }
  const { kind, reason, retryAfterSeconds } = sent.failure;
  const isLost = kind === 'ambiguous';
  await settle({ status: isLost ? 'unknown' : 'failed' });
  return isLost ? { status: 'unknown', reason } : { status: 'failed', kind, retryAfterSeconds, reason };
}
