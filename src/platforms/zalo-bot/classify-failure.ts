import type { SendFailureKind } from '../../domain/errors.ts';
import type { HttpAnswer } from '../call-http.ts';

export type BotFailure = {
  kind: SendFailureKind;
  /** The platform's own code, else that of HTTP; null when there was no answer. */
  code: number | null;
  /** For the log: code and the platform's words, cut short. */
  reason: string;
};

type Refusal = { error_code?: number | undefined; errorCode?: number | undefined; description?: string | undefined };

/** By code and wording, first match wins (the platform's own table of codes; 403 is its "internal server error"). */
const refusals: [code: number, wording: RegExp, kind: SendFailureKind][] = [
  [400, /chat|recipient|user/i, 'recipient'],
  [400, /./, 'bug'],
  [401, /./, 'config'],
  [403, /./, 'transient'],
  [404, /./, 'config'],
  // It waited for something: whether it went on afterwards is not known.
  [408, /./, 'ambiguous'],
  [426, /./, 'quota'],
  // The month's messages or the day's calls; never a matter of seconds.
  [429, /./, 'quota'],
];

/** What a failed call means for the message it was to send. `envelope` is null where the body was not the platform's. */
export function classifyFailure(answer: HttpAnswer, envelope: Refusal | null): BotFailure {
  if (answer.status === 'unreached') return { kind: 'transient', code: null, reason: answer.reason };
  if (answer.status === 'lost') return { kind: 'ambiguous', code: null, reason: answer.reason };
  const code = envelope?.error_code ?? envelope?.errorCode ?? answer.code;
  const description = (envelope?.description ?? 'no answer of the platform').slice(0, 200);
  const reason = `${code} ${description}`;
  // A gateway's page: the token may be wrong (401, 404); else the server behind it may have taken the message.
  if (envelope === null && code !== 401 && code !== 404) return { kind: 'ambiguous', code, reason };
  const known = refusals.find(([of, wording]) => of === code && wording.test(description || '?'));
  return { kind: known?.[2] ?? (code >= 500 ? 'transient' : 'bug'), code, reason };
}
