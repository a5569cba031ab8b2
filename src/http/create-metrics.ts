import { Counter, collectDefaultMetrics, Histogram, Gauge as PromGauge, Registry } from 'prom-client';
import type { Gauge, MessageEvent } from '../domain/operation.ts';

export type Metrics = {
  /** Counts a message and how long its answer took. */
  observe(event: MessageEvent): void;
  /** Everything in Prometheus' text format. Never rejects: what cannot be gathered is left out, and `chidao_gather_failed` is 1. */
  text(): Promise<string>;
};

/** Upper bounds in seconds: a lookup takes milliseconds, an answer with a model seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** `gather` measures what is kept elsewhere (queues, deliveries) whenever somebody looks. */
export function createMetrics(gather: () => Promise<Gauge[]>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'chidao_' });
  const messages = new Counter({
    name: 'chidao_messages_total',
    help: 'Messages from people by how they ended',
    labelNames: ['platform', 'outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'chidao_answer_seconds',
    help: 'From a message to its reply, without sending',
    labelNames: ['platform'],
    buckets,
    registers: [registry],
  });
  const failed = new PromGauge({
    name: 'chidao_gather_failed',
    help: '1 when queues and deliveries could not be measured',
    registers: [registry],
  });
  return {
    observe({ platform, outcome, milliseconds }) {
      messages.inc({ platform, outcome });
      seconds.observe({ platform }, milliseconds / 1000);
    },
    async text() {
      const gauges = await gather().catch(() => null);
      failed.set(gauges === null ? 1 : 0);
      return (await registry.metrics()) + (await gaugeText(gauges ?? []));
    },
  };
}

/** Values of this moment only: what is no longer there has no line. */
async function gaugeText(gauges: readonly Gauge[]): Promise<string> {
  const registry = new Registry();
  const byName = new Map<string, PromGauge>();
  for (const { name, help, labels, value } of gauges) {
    const known = byName.get(name);
    const gauge = known ?? new PromGauge({ name, help, labelNames: Object.keys(labels), registers: [registry] });
    byName.set(name, gauge);
    gauge.set(labels, value);
  }
  return registry.metrics();
}
