import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import type { SendFailureKind } from '../../../src/domain/errors.ts';
import { classifyFailure, type Remedy } from '../../../src/platforms/telegram/classify-failure.ts';

const refusal = (error_code: number, description: string, parameters = {}) =>
  new GrammyError('Call failed!', { ok: false, error_code, description, parameters }, 'sendMessage', {});

const lost = (error: unknown) => new HttpError("Network request for 'sendMessage' failed!", error);

const refusals: [code: number, description: string, kind: SendFailureKind, remedy: Remedy][] = [
  [400, 'Bad Request: message text is empty', 'bug', null],
  [400, 'Bad Request: message is too long', 'bug', 'shorter'],
  [400, 'Bad Request: MESSAGE_TOO_LONG', 'bug', 'shorter'],
  [400, 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 3', 'bug', 'plain_text'],
  [400, 'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"', 'bug', 'plain_text'],
  [400, "Bad Request: can't parse entities: Unmatched end tag at byte offset 7", 'bug', 'plain_text'],
  [400, 'Bad Request: ENTITY_BOUNDS_INVALID', 'bug', 'plain_text'],
  [400, 'Bad Request: message is not modified', 'bug', null],
  [400, 'Bad Request: message to be replied not found', 'bug', 'no_reply_to'],
  [400, 'Bad Request: replied message not found', 'bug', 'no_reply_to'],
  [400, 'Bad Request: reply message not found', 'bug', 'no_reply_to'],
  [400, 'Bad Request: message thread not found', 'recipient', 'no_thread'],
  [400, 'Bad Request: TOPIC_CLOSED', 'recipient', 'no_thread'],
  [400, 'Bad Request: TOPIC_DELETED', 'recipient', 'no_thread'],
  [400, 'Bad Request: BUTTON_DATA_INVALID', 'bug', 'no_buttons'],
  [400, 'Bad Request: BUTTON_URL_INVALID', 'bug', 'no_buttons'],
  [400, 'Bad Request: reply markup is too long', 'bug', 'no_buttons'],
  [400, "Bad Request: can't parse inline keyboard button: Text buttons must be non-empty", 'bug', 'no_buttons'],
  [400, 'Bad Request: chat not found', 'recipient', null],
  [400, 'Bad Request: chat_id is empty', 'recipient', null],
  [400, 'Bad Request: user not found', 'recipient', null],
  [400, 'Bad Request: PEER_ID_INVALID', 'recipient', null],
  [400, 'Bad Request: USER_ID_INVALID', 'recipient', null],
  [400, 'Bad Request: CHANNEL_PRIVATE', 'recipient', null],
  [400, 'Bad Request: group chat was deactivated', 'recipient', null],
  [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'recipient', null],
  [400, 'Bad Request: CHAT_RESTRICTED', 'recipient', null],
  [400, 'Bad Request: CHAT_SEND_PLAIN_FORBIDDEN', 'recipient', null],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'recipient', null],
  [400, 'Bad Request: have no rights to send a message', 'recipient', null],
  [400, 'Bad Request: need administrator rights in the channel chat', 'recipient', null],
  [400, 'Bad Request: INPUT_USER_DEACTIVATED', 'recipient', null],
  [400, 'Bad Request: strings must be encoded in UTF-8', 'bug', null],
  [400, 'Bad Request: query is too old and response timeout expired or query ID is invalid', 'bug', null],
  [400, '', 'bug', null],
  [401, 'Unauthorized', 'config', null],
  [403, 'Forbidden: bot was blocked by the user', 'recipient', null],
  [403, 'Forbidden: user is deactivated', 'recipient', null],
  [403, 'Forbidden: bot was kicked from the supergroup chat', 'recipient', null],
  [403, 'Forbidden: bot was kicked from the group chat', 'recipient', null],
  [403, 'Forbidden: bot is not a member of the channel chat', 'recipient', null],
  [403, "Forbidden: bot can't initiate conversation with a user", 'recipient', null],
  [403, "Forbidden: bot can't send messages to bots", 'recipient', null],
  [403, 'Forbidden: the group chat was deleted', 'recipient', null],
  [404, 'Not Found', 'config', null],
  [409, 'Conflict: terminated by other getUpdates request', 'config', null],
  [413, 'Request Entity Too Large', 'bug', 'words'],
  [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS', 'bug', 'words'],
  [400, 'Bad Request: IMAGE_PROCESS_FAILED', 'bug', 'words'],
  [400, 'Bad Request: file must be non-empty', 'bug', 'words'],
  [420, 'FLOOD_WAIT_5', 'rate', null],
  [429, 'Too Many Requests: retry after 35', 'rate', null],
  [500, 'Internal Server Error: restart', 'transient', null],
  [502, 'Bad Gateway', 'ambiguous', null],
  [503, 'Service Unavailable', 'transient', null],
  [504, 'Gateway Timeout', 'ambiguous', null],
  [599, 'something new', 'transient', null],
  [418, "I'm a teapot", 'bug', null],
];

describe('a failed call of the Bot API', () => {
  it.each(refusals)('%i "%s" means %s, remedy %s', (code, description, kind, remedy) => {
    expect(classifyFailure(refusal(code, description))).toMatchObject({ kind, remedy, retryAfterSeconds: null });
  });

  it('carries the time to wait', () => {
    const failure = classifyFailure(refusal(429, 'Too Many Requests: retry after 35', { retry_after: 35 }));
    expect(failure).toMatchObject({ kind: 'rate', retryAfterSeconds: 35 });
  });

  it('carries the new id of a group that became a supergroup', () => {
    const moved = refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -1001,
    });
    expect(classifyFailure(moved)).toMatchObject({ remedy: 'new_chat', newChatId: -1001 });
  });

  it.each<[string, SendFailureKind]>([
    ['ECONNREFUSED', 'transient'],
    ['ENOTFOUND', 'transient'],
    ['EAI_AGAIN', 'transient'],
    ['ENETUNREACH', 'transient'],
    ['EHOSTUNREACH', 'transient'],
    ['CERT_HAS_EXPIRED', 'transient'],
    ['ECONNRESET', 'ambiguous'],
    ['EPIPE', 'ambiguous'],
    ['ETIMEDOUT', 'ambiguous'],
    ['ERR_STREAM_PREMATURE_CLOSE', 'ambiguous'],
  ])('network %s means %s', (code, kind) => {
    expect(classifyFailure(lost(Object.assign(new Error('x'), { code }))).kind).toBe(kind);
  });

  it.each([new Error('Request timed out'), 'text', null, undefined])(
    'without a code the outcome is not known: %s',
    (error) => {
      expect(classifyFailure(lost(error)).kind).toBe('ambiguous');
    },
  );

  it('is our own mistake when it is no failure of a call at all', () => {
    expect(classifyFailure(new TypeError('x is undefined')).kind).toBe('bug');
    expect(classifyFailure('thrown text').kind).toBe('bug');
  });

  it('never repeats the address called, which holds the token', () => {
    const error = new Error('request to https://api.telegram.org/bot1:secret/sendMessage failed');
    expect(classifyFailure(lost(Object.assign(error, { code: 'ECONNRESET' }))).reason).not.toContain('secret');
    expect(classifyFailure(lost(error)).reason).not.toContain('secret');
    expect(classifyFailure(error).reason).not.toContain('secret');
  });
});
