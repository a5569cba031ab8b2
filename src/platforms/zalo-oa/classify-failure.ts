import type { SendFailureKind } from '../../domain/errors.ts';
import type { HttpAnswer } from '../call-http.ts';

/** Zalo's two interfaces number their errors apart: the same number means different things. */
export type OaApi = 'openapi' | 'business';

/** refresh: with a newer token · upload: the picture or file again · phone: the same template by phone number. */
export type Remedy = 'refresh' | 'upload' | 'phone' | null;

export type OaFailure = {
  kind: SendFailureKind;
  code: number | null;
  remedy: Remedy;
  retryAfterSeconds: number | null;
  /** For the log: code and Zalo's words, cut short. */
  reason: string;
};

type Row = [kind: SendFailureKind, codes: number[], remedy?: Remedy];

const openapi: Row[] = [
  ['rate', [-32]],
  ['transient', [-100], 'upload'],
  ['transient', [-200]],
  ['bug', [-201, -210, -233, -240, -248]],
  ['config', [-204, -205, -209, -212, -219, -221, -223, -224, -235, -237, -238, -241, -242, -320, -321, -403]],
  ['quota', [-211, -218]],
  ['recipient', [-213, -217, -227, -244]],
  // A token that is no good any more; 216, 401 and -401 were seen in the field.
  ['config', [-216, -220, 216, 401, -401], 'refresh'],
  ['window', [-230, -232]],
  ['night', [-234]],
  ['window', [-249], 'phone'],
];

const business: Row[] = [
  ['rate', [-32]],
  ['transient', [-100]],
  ['recipient', [-108, -114, -118, -119, -139, -140, -141]],
  ['bug', [-109, -111, -1121, -1122, -1124]],
  ['config', [-115, -117, -1241, -126, -127, -131, -135, -136, -137, -145, -146]],
  ['config', [-124], 'refresh'],
  ['night', [-133]],
  ['quota', [-144, -147, -1471, -1472]],
];

const tables: Record<OaApi, Map<number, { kind: SendFailureKind; remedy: Remedy }>> = {
  openapi: toMap(openapi),
  business: toMap(business),
};

/** The limit counts calls a minute: to the next one, and a little further so that not all come back at once. */
const RATE_SECONDS = 60;
const RATE_JITTER_SECONDS = 10;

/** What a refusal means. `envelope` is null where the body was not Zalo's. Unknown codes count as our own mistake. */
export function classifyFailure(
  api: OaApi,
  answer: HttpAnswer,
  envelope: { error: number; message: string } | null,
): OaFailure {
  if (answer.status === 'unreached') return failure({ kind: 'transient', reason: answer.reason });
  if (answer.status === 'lost') return failure({ kind: 'ambiguous', reason: answer.reason });
  if (envelope === null) return classifyPage(answer.code);
  const { error: code, message } = envelope;
  const { kind, remedy } = tables[api].get(code) ?? { kind: 'bug' as const, remedy: null };
  const reason = `${code} ${message.slice(0, 200)}`.trim();
  const retryAfterSeconds = kind === 'rate' ? RATE_SECONDS + Math.random() * RATE_JITTER_SECONDS : null;
  return failure({ kind, remedy, code, retryAfterSeconds, reason });
}

/** An answer that is not Zalo's own: a gateway's word. */
function classifyPage(code: number): OaFailure {
  const reason = `HTTP ${code} without an answer of Zalo`;
  if (code === 401) return failure({ kind: 'config', remedy: 'refresh', code, reason });
  if (code === 429) return failure({ kind: 'rate', code, retryAfterSeconds: RATE_SECONDS, reason });
  if (code === 403 || code === 404) return failure({ kind: 'config', code, reason });
  // Whether the server behind it took the message is not known.
  return failure({ kind: 'ambiguous', code, reason });
}

function failure(known: Partial<OaFailure> & Pick<OaFailure, 'kind' | 'reason'>): OaFailure {
  return { code: null, remedy: null, retryAfterSeconds: null, ...known };
}

function toMap(rows: Row[]) {
  return new Map(
    rows.flatMap(([kind, codes, remedy = null]) => codes.map((code) => [code, { kind, remedy }] as const)),
  );
}
