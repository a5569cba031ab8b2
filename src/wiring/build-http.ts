import type { Config } from '../config.ts';
import type { ReadyCheck } from '../domain/operation.ts';
import type { Log, Platform } from '../domain/platform.ts';
import type { HttpServer } from '../http/create-http-server.ts';
import type { Metrics } from '../http/create-metrics.ts';
import type { Database } from '../store/database.ts';
import { checkTokens } from '../store/outside-state.ts';

type HttpWorld = {
  database: Database;
  platforms: readonly Platform[];
  metrics: Metrics;
  calendarOf: (token: string) => Promise<Uint8Array | null>;
  log: Log;
  now: () => Date;
};

/** The HTTP server; null where nothing is asked of it: no platform is called back, and neither PORT nor PUBLIC_URL is set. */
export async function buildHttp({ settings, given }: Config, world: HttpWorld): Promise<HttpServer | null> {
  const { database, platforms, metrics, calendarOf, log, now } = world;
  const webhooks = platforms.flatMap(({ webhook }) => webhook ?? []);
  const consents = platforms.flatMap(({ consent }) => consent ?? []);
  if (webhooks.length + consents.length === 0 && !given.has('PORT') && !given.has('PUBLIC_URL')) return null;
  const { createHttpServer } = await import('../http/create-http-server.ts');
  return createHttpServer({
    port: settings.PORT,
    webhooks,
    consents,
    calendarOf,
    checkReadiness: () => checkReadiness(database, platforms, now()),
    metrics: metrics.text,
    metricsToken: settings.METRICS_TOKEN ?? null,
    log,
  });
}

async function checkReadiness(database: Database, platforms: readonly Platform[], now: Date): Promise<ReadyCheck[]> {
  const kept = await checkDatabase(database);
  const connections = platforms.flatMap(({ name, problem }) =>
    problem === undefined ? [] : [{ name, problem: problem(), isWarning: true }],
  );
  const tokens = kept.problem === null ? await checkTokens(database, now).catch(() => []) : [];
  return [kept, ...connections, ...tokens];
}

async function checkDatabase(database: Database): Promise<ReadyCheck> {
  const isUp = await database.query('select 1').then(
    () => true,
    () => false,
  );
  return { name: 'cơ sở dữ liệu', problem: isUp ? null : 'Cơ sở dữ liệu không trả lời.' };
}
