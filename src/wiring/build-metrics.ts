import type { Gauge } from '../domain/operation.ts';
import type { Platform } from '../domain/platform.ts';
import { createMetrics, type Metrics } from '../http/create-metrics.ts';
import type { Database } from '../store/database.ts';
import { measureOutside } from '../store/outside-state.ts';
import { measureQueues } from '../store/queue-depths.ts';

/** Metrics of this process, and of the queues and deliveries that all processes share. `platforms` may be filled later. */
export function buildMetrics(
  database: Database,
  { platforms, now }: { platforms: ReadonlyMap<string, Platform>; now: () => Date },
): Metrics {
  return createMetrics(async () => [
    ...(await measureQueues(database, now())),
    ...(await measureOutside(database, now())),
    ...countsOf([...platforms.values()]),
  ]);
}

function countsOf(platforms: readonly Platform[]): Gauge[] {
  const help = 'Events of a platform by what became of them, since the start of this process';
  return platforms.flatMap(({ name, counts }) =>
    Object.entries(counts?.() ?? {}).map(([event, value]) => ({
      name: 'chidao_platform_events',
      help,
      labels: { platform: name, event },
      value,
    })),
  );
}
