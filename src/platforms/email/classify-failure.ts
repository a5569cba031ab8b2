import type { SendOutcome } from '../../domain/platform.ts';

type SmtpError = { code?: unknown; responseCode?: unknown; command?: unknown; response?: unknown };
type Kind = Extract<SendOutcome, { status: 'failed' }>['kind'];

/**
 * What a failed mail means. `isHandedOver`: the whole message had left for the server when it failed: without its answer nobody knows then whether it
 * took it. The reason holds codes and the command, never an address or the server's words.
 */
export function classifyFailure(error: unknown, isHandedOver: boolean): SendOutcome {
  const { code, responseCode, command, response } = (
    typeof error === 'object' && error !== null ? error : {}
  ) as SmtpError;
  const status = typeof responseCode === 'number' && responseCode >= 400 && responseCode < 600 ? responseCode : null;
  const name = typeof code === 'string' ? code : 'unknown';
  if (status === null) {
    if (isHandedOver) return { status: 'unknown', reason: `smtp: ${name} after DATA` };
    return failed(networkKinds.get(name) ?? 'bug', `smtp: ${name}`);
  }
  const step = typeof command === 'string' ? command : 'CONN';
  const detail = typeof response === 'string' ? (/\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? '') : '';
  const kind = status < 500 ? 'transient' : refusalKind(step, detail);
  return failed(kind, `smtp: ${[status, detail, step].filter((part) => part !== '').join(' ')}`);
}

/** Nothing arrived: the server was not reached, or not so far as to take a message. */
const networkKinds = new Map<string, Kind>([
  ['ECONNECTION', 'transient'],
  ['ESOCKET', 'transient'],
  ['ETIMEDOUT', 'transient'],
  ['EDNS', 'transient'],
  ['EPROTOCOL', 'transient'],
  ['EAUTH', 'config'],
  ['ENOAUTH', 'config'],
  ['ETLS', 'config'],
  ['EENVELOPE', 'recipient'],
]);

/**
 * A refusal for good (5xx), by the command it answers and the enhanced code (RFC 3463): nobody of that name is reached no more, a full mailbox or a
 * rule against this message is about this message only, anything before the recipient is about us.
 */
function refusalKind(step: string, detail: string): Kind {
  if (step === 'RCPT TO') return /^5\.(?:[367]|2\.[23])/.test(detail) ? 'window' : 'recipient';
  return step === 'DATA' ? 'window' : 'config';
}

function failed(kind: Kind, reason: string): SendOutcome {
  return { status: 'failed', kind, retryAfterSeconds: null, reason };
}
