import { z } from 'zod';
import { callHttp, type HttpAnswer } from '../call-http.ts';
import { classifyFailure, type OaApi, type OaFailure } from './classify-failure.ts';
import type { TokenKeeper } from './keep-tokens.ts';

export type OaRequest = {
  api: OaApi;
  method?: 'GET' | 'POST';
  path: string;
  body?: object | FormData;
};

export type OaAnswer = { ok: true; data: unknown } | { ok: false; failure: OaFailure };

/** Calls of the OA's two interfaces, each with the current token; with a newer one a second time where Zalo refused the first. */
export type OaClient = { call(request: OaRequest): Promise<OaAnswer> };

export type OaRoots = { openapiRoot: string; businessRoot: string };

const TIMEOUT_SECONDS = 30;
const UPLOAD_SECONDS = 120;
const envelopeSchema = z.object({
  error: z.coerce.number(),
  message: z.string().optional(),
  error_name: z.string().optional(),
  data: z.unknown().optional(),
});

export function createOaClient({ openapiRoot, businessRoot }: OaRoots, tokens: TokenKeeper): OaClient {
  const roots: Record<OaApi, string> = { openapi: openapiRoot, business: businessRoot };
  const once = async (request: OaRequest, token: string): Promise<OaAnswer> => {
    const { api, method = 'POST', path, body } = request;
    const isForm = body instanceof FormData;
    const answer = await callHttp(`${roots[api].replace(/(?<!\/)\/+$/, '')}${path}`, {
      method,
      // In a header of its own: neither as a Bearer nor in the address.
      headers: { access_token: token, ...(isForm ? {} : { 'content-type': 'application/json' }) },
      timeoutSeconds: isForm ? UPLOAD_SECONDS : TIMEOUT_SECONDS,
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    return readAnswer(api, answer);
  };
  return {
    async call(request) {
      const access = await tokens.current();
      if (!access.ok) return refused(access);
      const first = await once(request, access.token);
      if (first.ok || first.failure.remedy !== 'refresh') return first;
      const newer = await tokens.renewed(access.generation);
      return newer.ok ? once(request, newer.token) : refused(newer);
    },
  };
}

function readAnswer(api: OaApi, answer: HttpAnswer): OaAnswer {
  if (answer.status !== 'answered') return { ok: false, failure: classifyFailure(api, answer, null) };
  const envelope = envelopeSchema.safeParse(answer.json);
  if (!envelope.success) return { ok: false, failure: classifyFailure(api, answer, null) };
  const { error, message, error_name: name, data } = envelope.data;
  if (error === 0) return { ok: true, data };
  return { ok: false, failure: classifyFailure(api, answer, { error, message: message ?? name ?? '' }) };
}

function refused({ kind, reason }: { kind: 'config' | 'transient'; reason: string }): OaAnswer {
  return { ok: false, failure: { kind, reason, code: null, remedy: null, retryAfterSeconds: null } };
}
