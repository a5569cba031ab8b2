import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, type Span, SpanStatusCode, trace as spans } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { StepNotes, Trace } from '../domain/trace.ts';

export type TraceOptions = {
  /** Where spans are posted, in full. */
  url: string;
  headers: Readonly<Record<string, string>>;
  serviceName: string;
};

/** `close` sends what is left; a collector that does not answer keeps it no longer than a moment. */
export type OpenTrace = Trace & { close(): Promise<void> };

const EXPORT_MILLISECONDS = 5_000;
const CLOSE_MILLISECONDS = 2_000;

/**
 * Spans to a collector over OTLP/HTTP, in batches, beside the work: one that is slow or away costs spans and nothing else. Nothing is
 * registered globally, so that no library can add what it sees to the spans.
 */
export function createTrace({ url, headers, serviceName }: TraceOptions): OpenTrace {
  const exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: EXPORT_MILLISECONDS });
  const processor = new BatchSpanProcessor({ exporter, exportTimeoutMillis: EXPORT_MILLISECONDS });
  const resource = resourceFromAttributes({ 'service.name': serviceName });
  const provider = new TracerProvider({ resource, spanProcessors: [processor] });
  const tracer = provider.getTracer('chidao');
  const current = new AsyncLocalStorage<Span>();
  return {
    async step(name, notes, work) {
      const parent = current.getStore();
      const context = parent === undefined ? ROOT_CONTEXT : spans.setSpan(ROOT_CONTEXT, parent);
      const span = tracer.startSpan(name, { attributes: attributesOf(notes) }, context);
      try {
        return await current.run(span, work);
      } catch (error) {
        // The class alone: messages of errors may hold what people wrote.
        const type = error instanceof Error ? error.name : 'unknown';
        span.setAttribute('error.type', type).setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    note: (notes) => void current.getStore()?.setAttributes(attributesOf(notes)),
    async close() {
      const patience = Promise.withResolvers<void>();
      const timer = setTimeout(patience.resolve, CLOSE_MILLISECONDS);
      await Promise.race([provider.shutdown().catch(() => undefined), patience.promise]);
      clearTimeout(timer);
    },
  };
}

const named: Readonly<Record<keyof StepNotes, string>> = {
  platform: 'chidao.platform',
  name: 'chidao.name',
  outcome: 'chidao.outcome',
  reference: 'chidao.reference',
  count: 'chidao.count',
  bytes: 'chidao.bytes',
  attempts: 'chidao.attempts',
  waitedMilliseconds: 'chidao.waited_ms',
};

/** Under the names of this program; what has no name here is not told. */
function attributesOf(notes: StepNotes): Record<string, string | number> {
  const known = Object.keys(named) as (keyof StepNotes)[];
  return Object.fromEntries(known.flatMap((key) => (notes[key] === undefined ? [] : [[named[key], notes[key]]])));
}
