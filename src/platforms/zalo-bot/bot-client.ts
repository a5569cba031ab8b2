import { z } from 'zod';
import { callHttp, type HttpAnswer } from '../call-http.ts';
import { type BotFailure, classifyFailure } from './classify-failure.ts';

/** Who we are, as getMe says. */
export type BotSelf = { id: string; name: string };

export type BotAnswer = { ok: true; result: unknown } | { ok: false; failure: BotFailure };

/** The few methods of the Zalo Bot Platform there are, each called once. Answers are values; the token appears in none of them. */
export type BotClient = {
  call(method: string, payload: object, signal?: AbortSignal): Promise<BotAnswer>;
  /** Waits for the next event; null where none came in time. */
  getUpdate(signal: AbortSignal): Promise<{ ok: true; event: unknown } | { ok: false; failure: BotFailure }>;
};

export type BotConnection = { token: string; apiRoot: string };

const CALL_SECONDS = 30;
const POLL_SECONDS = 30;
/** The server was seen to hold a poll for about 50 seconds whatever was asked. */
const POLL_PATIENCE_SECONDS = 65;
const EMPTY_POLL = 408;

const envelopeSchema = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  errorCode: z.number().optional(),
  description: z.string().optional(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

export function createBotClient({ token, apiRoot }: BotConnection): BotClient {
  const root = `${apiRoot.replace(/(?<!\/)\/+$/, '')}/bot${token}`;
  const post = async (method: string, payload: object, wait: { timeoutSeconds: number; signal?: AbortSignal }) => {
    const headers = { 'content-type': 'application/json' };
    return readAnswer(await callHttp(`${root}/${method}`, { headers, body: JSON.stringify(payload), ...wait }));
  };
  return {
    call: (method, payload, signal) =>
      post(method, payload, { timeoutSeconds: CALL_SECONDS, ...(signal ? { signal } : {}) }),
    async getUpdate(signal) {
      const wait = { timeoutSeconds: POLL_PATIENCE_SECONDS, signal };
      const answer = await post('getUpdates', { timeout: String(POLL_SECONDS) }, wait);
      if (answer.ok) return { ok: true, event: answer.result ?? null };
      return answer.failure.code === EMPTY_POLL ? { ok: true, event: null } : answer;
    },
  };
}

function readAnswer(answer: HttpAnswer): BotAnswer {
  if (answer.status !== 'answered') return { ok: false, failure: classifyFailure(answer, null) };
  const envelope = envelopeSchema.safeParse(answer.json);
  if (envelope.success && envelope.data.ok) return { ok: true, result: envelope.data.result };
  return { ok: false, failure: classifyFailure(answer, envelope.success ? envelope.data : null) };
}
