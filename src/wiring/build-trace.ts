import type { Config } from '../config.ts';
import type { OpenTrace } from '../tracing/create-trace.ts';

/** Steps are told to the collector of OTEL_EXPORTER_OTLP_ENDPOINT; null without one, and then nothing is loaded. */
export async function buildTrace({ settings }: Config): Promise<OpenTrace | null> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers = {} } = settings;
  if (endpoint === undefined) return null;
  const { createTrace } = await import('../tracing/create-trace.ts');
  const url = `${endpoint.replace(/(?<!\/)\/+$/, '')}/v1/traces`;
  return createTrace({ url, headers, serviceName: settings.OTEL_SERVICE_NAME });
}
