import { randomUUID } from 'node:crypto';
import type { Answer } from '../answer/answer.ts';
import { answerQuestion } from '../answer/answer-question.ts';
import { emptyContext } from '../answer/chat-context.ts';
import { shownTargets } from '../answer/shown-targets.ts';
import { DatabaseAwayError } from '../domain/errors.ts';
import type { HandleMessage, IncomingMessage, ShowPart } from '../domain/message.ts';
import type { MessageEvent, MessageOutcome } from '../domain/operation.ts';
import type { Account, Speaker } from '../domain/person.ts';
import type { Log } from '../domain/platform.ts';
import { type Choice, paragraph, type Reply } from '../domain/reply.ts';
import { type AddToAudit, createAuditQueue } from '../store/audit-queue.ts';
import { forgetChat, loadChat, saveChat } from '../store/chats.ts';
import type { Database } from '../store/database.ts';
import { type Consent, loadConsent, noteConsentAsked } from '../store/privacy.ts';
import { listHidden } from '../store/visibility.ts';
import { cleanMessage } from '../vietnamese/normalize.ts';
import { type ChatState, readChoice, readState, rememberChoices, withoutHidden, writeState } from './chat-memory.ts';
import { type CommandReading, readMenuCommand } from './commands.ts';
import type { Feature, Turn } from './feature.ts';
import { engineWithout, type HidingEngine } from './hiding-engine.ts';
import { withOwnPlace } from './people/own-place.ts';
import { isAboutPrivacy, withConsentQuestion } from './privacy/privacy-feature.ts';
import { bearsSecrecyMark } from './secrecy-in-message.ts';
import { asksReading, showReading } from './show-reading.ts';

export type Conversation = {
  engine: HidingEngine;
  database: Database;
  log: Log;
  /** The day of an instant where the operator is, ISO. */
  dayOf: (instant: Date) => string;
  /** Who is speaking; null for somebody who was not let in. */
  speakerOf: (message: IncomingMessage) => Promise<Speaker | null>;
  /** What somebody hears who was not let in; null for silence. */
  welcome: (message: IncomingMessage, today: string) => Promise<Reply | null>;
  /** Asked in this order before the engine. */
  features: readonly Feature[];
  /** Whether everybody is asked once if their questions may be remembered; default: nobody is. */
  asksConsent?: boolean;
  /** Told how each message ended. */
  observe?: (event: MessageEvent) => void;
};

type Held = Conversation & { addToAudit: AddToAudit };

/** Longer messages are cut with a word about it. */
const longestMessage = 4000;

const say = (text: string): Reply => ({ blocks: [paragraph(text)], choices: [] });

const secretReply = say(
  'Tin nhắn có dấu hiệu mang nội dung mật nên tôi không tiếp nhận, không lưu và không xử lý. Anh/chị vui lòng không gửi bí mật nhà nước qua kênh này.',
);
const wordlessReply = say('Anh/chị gõ câu hỏi bằng chữ giúp tôi, ví dụ: “tỷ lệ che phủ rừng Cao Bằng 2023?”.');
const staleReply = say('Lựa chọn này đã cũ. Anh/chị hỏi lại giúp tôi.');
const forgottenReply = say('Đã quên cuộc trò chuyện này.');
const missingReplies = {
  locality: say('Chưa biết địa phương của anh/chị. Gõ /hoso địa phương kèm tên, ví dụ: /hoso địa phương tỉnh Cao Bằng'),
  unit: say('Chưa biết đơn vị của anh/chị. Gõ /hoso đơn vị kèm tên, ví dụ: /hoso đơn vị Sở Nội vụ'),
};
const cutNote = paragraph({ italic: 'Tin nhắn dài quá 4.000 ký tự, tôi chỉ đọc phần đầu.' });

/**
 * One message in, one reply out. An error becomes a sentence with a reference number, under which the log has all of it; rejects with
 * DatabaseAwayError alone.
 */
export function createHandleMessage(parts: Conversation): HandleMessage {
  const conversation: Held = { ...parts, addToAudit: createAuditQueue(parts.database) };
  return async (message, show) => {
    const began = performance.now();
    const note = (outcome: MessageOutcome, reference: string | null = null): void => {
      const { platform } = message;
      conversation.observe?.({ platform, outcome, reference, milliseconds: performance.now() - began });
    };
    try {
      const { said, outcome } = await reply(conversation, message, show);
      note(outcome);
      return said;
    } catch (error) {
      const reference = error instanceof DatabaseAwayError ? null : randomUUID().slice(0, 8);
      note('error', reference);
      // Nothing was said yet: whoever handed the message over can do so again.
      if (reference === null) throw error;
      const { platform } = message;
      conversation.log.error({ err: error, reference, platform }, 'a message could not be answered');
      return say(`Xin lỗi, tôi chưa trả lời được vì có lỗi bên trong (mã ${reference}). Anh/chị thử lại sau giúp tôi.`);
    }
  };
}

type Said = { said: Reply | null; outcome: MessageOutcome };

async function reply(conversation: Held, message: IncomingMessage, show?: ShowPart): Promise<Said> {
  const speaker = await conversation.speakerOf(message);
  const today = conversation.dayOf(message.receivedAt);
  if (speaker === null) return { said: await conversation.welcome(message, today), outcome: 'stranger' };
  if (bearsSecrecyMark(message.text)) return { said: secretReply, outcome: 'secret' };
  const chat = { platform: message.platform, chatId: message.chatId };
  const load = async (): Promise<ChatState> =>
    readState(await loadChat(conversation.database, chat), message.receivedAt);
  const state = await load();
  const text = readText(message, state);
  if (text === null) return { said: staleReply, outcome: 'feature' };
  const hidden = await listHidden(conversation.database, viewerOf(message));
  const engine = engineWithout(conversation.engine, hidden);
  const consent = await consentOf(conversation, message, text);
  const turn = { message, text: text.slice(0, longestMessage), today, speaker, hidden, engine, consent };
  const done = await fromFeatures(conversation, turn);
  // Read again: what was done may have been to forget.
  if (done !== null) return byFeature(await remembered(conversation, turn, { ...(await load()), reply: done }));
  const asked = readAsk(text, conversation.features);
  if (asked.kind === 'forget') {
    await forgetChat(conversation.database, chat);
    return byFeature(forgottenReply);
  }
  if (asked.kind === 'ask') return answered(conversation, turn, { state, question: asked.question, show });
  const said = asked.kind === 'say' ? asked.reply : showReading(state.context, (await engine.tools(today)).catalog);
  return byFeature(await remembered(conversation, turn, { ...state, reply: said }));
}

/** Groups and the terminal are not asked: nobody there speaks for themselves alone, or at all to a service. */
async function consentOf(
  { database, asksConsent = false }: Conversation,
  message: IncomingMessage,
  text: string,
): Promise<Consent> {
  const { platform, personId: accountId, isGroup } = message;
  const said = await loadConsent(database, { platform, accountId });
  return said === 'unasked' && (!asksConsent || isGroup || platform === 'terminal' || isAboutPrivacy(text))
    ? 'asked'
    : said;
}

/** In a group everybody reads the answer, so that it holds what everybody may see. */
const viewerOf = ({ platform, personId, isGroup }: IncomingMessage): Account | null =>
  isGroup ? null : { platform, accountId: personId };

const byFeature = (said: Reply): Said => ({ said, outcome: 'feature' });

/** What was typed or chosen; null for a choice no longer known. */
function readText(message: IncomingMessage, { choiceSets }: ChatState): string | null {
  const choice = readChoice(message, choiceSets);
  return choice === 'stale' ? null : (choice?.message ?? message.text);
}

async function fromFeatures({ features }: Conversation, turn: Turn): Promise<Reply | null> {
  for (const feature of features) {
    const said = await feature.respond(turn);
    if (said !== null) return said;
  }
  return null;
}

/** What somebody wants who speaks to no feature. */
function readAsk(text: string, features: readonly Feature[]): NonNullable<CommandReading> {
  const more = features.flatMap(({ commands }) => commands);
  const command = readMenuCommand(text.slice(0, longestMessage), more);
  if (command !== null) return command;
  if (asksReading(text.slice(0, longestMessage))) return { kind: 'reading' };
  const hasWords = /[\p{L}\p{N}]/u.test(cleanMessage(text.slice(0, longestMessage * 2)));
  return hasWords ? { kind: 'ask', question: text } : { kind: 'say', reply: wordlessReply };
}

type Wanted = { state: ChatState; question: string; show: ShowPart | undefined };

async function answered(conversation: Held, turn: Turn, { state, question, show }: Wanted): Promise<Said> {
  const { message, today } = turn;
  const isLong = question.length > longestMessage;
  const own = withOwnPlace(question.slice(0, longestMessage), turn.speaker);
  if ('missing' in own)
    return byFeature(await remembered(conversation, turn, { ...state, reply: missingReplies[own.missing] }));
  const { answer, context } = await answerQuestion(turn.engine, {
    question: own.question,
    context: turn.consent === 'refused' ? emptyContext : withoutHidden(state.context, turn.hidden),
    today,
    person: `${message.platform}:${message.personId}`,
    ...(show === undefined ? {} : { show }),
  });
  await recordShown(conversation, turn, answer);
  const { blocks, choices } = answer.reply;
  const full: Reply = {
    blocks: isLong ? [cutNote, ...blocks] : blocks,
    choices: [...choices, ...(await offeredBy(conversation, turn, answer))],
  };
  const said = await remembered(conversation, turn, { context, choiceSets: state.choiceSets, reply: full });
  return { said, outcome: answer.outcome };
}

/** Who asked, how it ended and what was shown; one that fails is logged and costs nobody their answer. */
async function recordShown({ addToAudit, log }: Held, turn: Turn, answer: Answer): Promise<void> {
  try {
    const { catalog } = await turn.engine.tools(turn.today);
    const directives = [...new Set(answer.citations.map(({ document }) => document))];
    const figures = shownTargets(answer, catalog).map(({ id }) => id);
    const { platform, personId: accountId, receivedAt } = turn.message;
    const detail = { outcome: answer.outcome, directives, figures };
    await addToAudit({ kind: 'question', actor: { platform, accountId }, detail }, receivedAt);
  } catch (error) {
    log.error({ err: error }, 'a question could not be written into the audit log');
  }
}

/** What features offer beneath an answer; one that fails is logged and costs its offer, not the answer. */
async function offeredBy({ features, log }: Conversation, turn: Turn, answer: Answer): Promise<Choice[]> {
  try {
    return (await Promise.all(features.map(async (feature) => (await feature.offer?.(turn, answer)) ?? []))).flat();
  } catch (error) {
    log.error({ err: error }, 'a feature could not offer its next steps');
    return [];
  }
}

/** Stores what the chat has to remember; a failure to store is logged and costs the follow-up, not the reply. */
async function remembered(
  conversation: Conversation,
  { message, consent }: Turn,
  said: ChatState & { reply: Reply },
): Promise<Reply> {
  const { platform, chatId, personId: accountId, receivedAt } = message;
  const reply = consent === 'unasked' ? withConsentQuestion(said.reply) : said.reply;
  const { reply: spoken, choiceSets } = rememberChoices(reply, said.choiceSets);
  if (reply.choices.length + said.choiceSets.length === 0 && said.context.question === '') return spoken;
  try {
    if (consent === 'unasked') await noteConsentAsked(conversation.database, { platform, accountId }, receivedAt);
    // Of somebody who refused, no more than what the buttons just shown stand for.
    const kept =
      consent === 'refused' ? { context: emptyContext, choiceSets: choiceSets.slice(0, 1) } : { ...said, choiceSets };
    const values = writeState(kept, receivedAt);
    await saveChat(conversation.database, { platform, chatId }, { ...values, updatedAt: receivedAt });
    return spoken;
  } catch (error) {
    conversation.log.error({ err: error, platform }, 'a chat could not be remembered');
    return { blocks: spoken.blocks, choices: [] };
  }
}
