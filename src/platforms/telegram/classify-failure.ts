import { BotError, GrammyError, HttpError } from 'grammy';
import type { SendFailureKind } from '../../domain/errors.ts';
import { neverReached } from '../never-reached.ts';

/** What to change so that the same words can be sent after all; null when nothing helps. */
export type Remedy =
  | 'plain_text'
  | 'new_chat'
  | 'no_thread'
  | 'no_reply_to'
  | 'no_buttons'
  | 'shorter'
  | 'words'
  | null;

export type SendFailure = {
  kind: SendFailureKind;
  remedy: Remedy;
  retryAfterSeconds: number | null;
  /** The chat's new id, with remedy `new_chat`. */
  newChatId: number | null;
  /** For the log: code and Telegram's own words. Never the address called, which holds the token. */
  reason: string;
};

/** Telegram's refusals by error code and wording, first match wins. The wordings are those of its server's source. */
const refusals: [code: number, wording: RegExp, kind: SendFailureKind, remedy: Remedy][] = [
  [400, /upgraded to a supergroup/i, 'recipient', 'new_chat'],
  [400, /can't parse entit|ENTITY_|ENTITIES_/i, 'bug', 'plain_text'],
  [400, /message is too long|MESSAGE_TOO_LONG/i, 'bug', 'shorter'],
  [400, /message thread not found|TOPIC_(DELETED|CLOSED)|topic_id_invalid/i, 'recipient', 'no_thread'],
  [400, /(repl(y|ied)|replied to)( message)? not found|REPLY_MESSAGE_ID_INVALID/i, 'bug', 'no_reply_to'],
  // The picture or file is what is refused: its words say the same.
  [400, /PHOTO_|IMAGE_|DOCUMENT_|FILE_|wrong file|file (is|must be)|failed to (get|upload)/i, 'bug', 'words'],
  [413, /./, 'bug', 'words'],
  [400, /BUTTON_|reply markup|inline keyboard/i, 'bug', 'no_buttons'],
  [
    400,
    /(chat|user|member) not found|chat_id is empty|(PEER|USER|CHAT)_ID_INVALID|CHANNEL_(PRIVATE|INVALID)/i,
    'recipient',
    null,
  ],
  [
    400,
    /deactivated|was deleted|CHAT_(WRITE_FORBIDDEN|RESTRICTED|SEND_)|USER_(IS_BLOCKED|DEACTIVATED|BANNED)/i,
    'recipient',
    null,
  ],
  [400, /(no|not enough) rights|need administrator rights|PARTICIPANT|INPUT_USER_DEACTIVATED/i, 'recipient', null],
  [400, /./, 'bug', null],
  [401, /./, 'config', null],
  [403, /./, 'recipient', null],
  [404, /./, 'config', null],
  [409, /./, 'config', null],
  [420, /./, 'rate', null],
  [429, /./, 'rate', null],
  // A gateway's word: whether the server behind it took the message is not known.
  [502, /./, 'ambiguous', null],
  [504, /./, 'ambiguous', null],
];

/** What a failed call of the Bot API means for the message we tried to send. Anything unknown counts as our own mistake. */
export function classifyFailure(error: unknown): SendFailure {
  if (error instanceof BotError) return classifyFailure(error.error);
  if (error instanceof GrammyError) return classifyRefusal(error);
  if (error instanceof HttpError) return classifyNetworkFailure(error);
  return failure({ kind: 'bug', reason: error instanceof Error ? error.name : 'unknown error' });
}

function classifyRefusal({ error_code: code, description, parameters }: GrammyError): SendFailure {
  const reason = `${code} ${description}`;
  const [, , kind, remedy] = refusals.find(([of, wording]) => of === code && wording.test(description || '?')) ?? [];
  const retryAfterSeconds = parameters.retry_after ?? null;
  if (parameters.migrate_to_chat_id !== undefined) {
    return failure({ kind: 'recipient', remedy: 'new_chat', newChatId: parameters.migrate_to_chat_id, reason });
  }
  return failure({
    kind: kind ?? (code >= 500 ? 'transient' : 'bug'),
    remedy: remedy ?? null,
    retryAfterSeconds,
    reason,
  });
}

function classifyNetworkFailure({ error }: HttpError): SendFailure {
  const code = networkCode(error);
  return failure({ kind: neverReached.has(code) ? 'transient' : 'ambiguous', reason: `network: ${code}` });
}

/** `ECONNRESET` and the like; the message of a network error is not used, since it repeats the address called. */
function networkCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'type' in error && typeof error.type === 'string' ? error.type : 'no answer';
}

function failure(known: Partial<SendFailure> & Pick<SendFailure, 'kind' | 'reason'>): SendFailure {
  return { remedy: null, retryAfterSeconds: null, newChatId: null, ...known };
}
