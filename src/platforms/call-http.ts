import { neverReached } from './never-reached.ts';
import { parseJson } from './parse-json.ts';

/** What came of one HTTP call. The address is in no reason: it may hold a token. */
export type HttpAnswer =
  /** `json` is undefined for a body that is none. */
  | { status: 'answered'; code: number; json: unknown; headers: Headers }
  /** The server cannot have seen the call. */
  | { status: 'unreached'; reason: string }
  /** Sent, but the answer never came (whole): whether the call was carried out is not known. */
  | { status: 'lost'; reason: string };

export type HttpCall = {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string | FormData | URLSearchParams;
  timeoutSeconds: number;
  signal?: AbortSignal;
};

const LARGEST_ANSWER = 4 * 1024 * 1024;

/** Calls an interface of a platform once: no redirects, bounded in time and size. Never rejects. */
export async function callHttp(address: string, call: HttpCall): Promise<HttpAnswer> {
  const { method = 'POST', headers = {}, body, timeoutSeconds, signal } = call;
  const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
  const ending = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
  try {
    const response = await fetch(address, {
      method,
      headers,
      redirect: 'manual',
      signal: ending,
      ...(body === undefined ? {} : { body }),
    });
    const bytes = await readBody(response, LARGEST_ANSWER);
    if (bytes === null) return { status: 'lost', reason: 'answer too large' };
    return {
      status: 'answered',
      code: response.status,
      json: parseJson(new TextDecoder().decode(bytes)),
      headers: response.headers,
    };
  } catch (error) {
    if (timeout.aborted) return { status: 'lost', reason: 'network: timeout' };
    const code = networkCode(error);
    return { status: neverReached.has(code) ? 'unreached' : 'lost', reason: `network: ${code}` };
  }
}

/** The body, or null when it is longer than `limit` bytes; no more than that is kept in memory. Rejects when the connection breaks. */
export async function readBody(response: Response, limit: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > limit) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** `ECONNRESET` and the like; messages of network errors repeat the address called. */
function networkCode(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return 'no answer';
}
