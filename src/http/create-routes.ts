import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { timingSafeEqual } from 'hono/utils/buffer';
import type { ReadyCheck } from '../domain/operation.ts';
import type { ConsentPage, Log, Webhook } from '../domain/platform.ts';

export type HttpParts = {
  webhooks: readonly Webhook[];
  consents: readonly ConsentPage[];
  /** A chat's calendar by its private token; null for a wrong one. */
  calendarOf: (token: string) => Promise<Uint8Array | null>;
  checkReadiness: () => Promise<ReadyCheck[]>;
  metrics: () => Promise<string>;
  /** Who knows it may read the metrics from anywhere; without one only this machine may. */
  metricsToken: string | null;
  log: Log;
};

type Served = { Bindings: HttpBindings };

/** Platforms send events of some kilobytes; files are fetched, never sent along. */
const LARGEST_BODY = 1024 * 1024;

/** Webhooks, consent pages, calendars, health and metrics. Everything else is not found, and says nothing of what there is. */
export function createRoutes(parts: HttpParts): Hono<Served> {
  const routes = new Hono<Served>();
  // Before the headers for browsers, which no webhook is called by.
  for (const webhook of parts.webhooks) routes.post(webhook.path, limitBody, (context) => receive(context, webhook));
  routes.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"] }, referrerPolicy: 'no-referrer' }));
  for (const consent of parts.consents) routes.get(consent.path, (context) => complete(context, consent));
  routes.get('/lich/:file{[\\w-]+\\.ics}', (context) => sendCalendar(context, parts));
  routes.get('/healthz', (context) => context.text('ok'));
  routes.get('/readyz', (context) => sayReadiness(context, parts));
  routes.get('/metrics', (context) => sendMetrics(context, parts));
  routes.notFound((context) => context.body(null, 404));
  routes.onError((error, context) => {
    parts.log.error({ err: error, path: context.req.routePath }, 'http: một yêu cầu không phục vụ được');
    return context.body(null, 500);
  });
  return routes;
}

const tooLarge = (context: Context): Response => context.body(null, 413);
const limitUnmeasured = bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge });

/** By the length that is said, which Node holds the sender to; only a body in chunks is measured as it comes, which costs as much as all the rest. */
const limitBody: MiddlewareHandler<Served> = async (context, next) => {
  const { headers } = context.env.incoming;
  if (headers['transfer-encoding'] !== undefined) return limitUnmeasured(context, next);
  return Number(headers['content-length'] ?? 0) > LARGEST_BODY ? tooLarge(context) : next();
};

async function receive(context: Context<Served>, { receive: take }: Webhook): Promise<Response> {
  const body = new Uint8Array(await context.req.arrayBuffer());
  // Node joins what is repeated; the one header it gives as a list (Set-Cookie) means nothing here.
  const headers = context.env.incoming.headers as Readonly<Record<string, string>>;
  const answer = await take({ headers, body });
  return new Response(answer.body ?? null, { status: answer.status });
}

async function complete(context: Context, { complete: take }: ConsentPage): Promise<Response> {
  const { status, body } = await take(new URL(context.req.url).searchParams);
  return new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

async function sendCalendar(context: Context, { calendarOf }: HttpParts): Promise<Response> {
  const token = (context.req.param('file') ?? '').replace(/\.ics$/, '');
  const calendar = await calendarOf(token);
  if (calendar === null) return context.body(null, 404);
  context.header('content-type', 'text/calendar; charset=utf-8');
  context.header('cache-control', 'private, max-age=900');
  return context.body(new Uint8Array(calendar));
}

/** 200 when people can be served; 503 with the reasons otherwise. Reasons name parts, never addresses or secrets. */
async function sayReadiness(context: Context, { checkReadiness }: HttpParts): Promise<Response> {
  const checks = await checkReadiness();
  const isReady = checks.every(({ problem, isWarning }) => problem === null || isWarning === true);
  return context.json({ ready: isReady, checks }, isReady ? 200 : 503);
}

type NodeContext = { incoming?: { socket?: { remoteAddress?: string } } };

async function sendMetrics(context: Context, { metrics, metricsToken }: HttpParts): Promise<Response> {
  const shown = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  const isKnown = metricsToken !== null && shown !== undefined && (await timingSafeEqual(shown, metricsToken));
  if (!isKnown && (metricsToken !== null || !isLocal(context))) return context.body(null, 404);
  return context.text(await metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
}

/** Asked by this machine itself; a proxy on this machine asks for somebody else and says so. */
function isLocal(context: Context): boolean {
  const { incoming } = context.env as NodeContext;
  const address = incoming?.socket?.remoteAddress ?? '';
  const isForwarded =
    context.req.header('x-forwarded-for') !== undefined || context.req.header('forwarded') !== undefined;
  return !isForwarded && /^(?:127\.|::1$|::ffff:127\.)/.test(address);
}
