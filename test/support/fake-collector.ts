import { type LoopbackAnswer, startLoopback } from './loopback-server.ts';

export type FakeSpan = {
  name: string;
  /** The name of the step it belongs to; null for the first. */
  within: string | null;
  traceId: string;
  notes: Readonly<Record<string, string | number>>;
  isError: boolean;
};

export type FakeCollector = {
  endpoint: string;
  spans(): FakeSpan[];
  /** All that came, as it came. */
  raw(): string;
  headers: Readonly<Record<string, string>>[];
  close(): Promise<void>;
};

type Attribute = { key: string; value: { stringValue?: string; intValue?: number | string; doubleValue?: number } };
type RawSpan = {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: Attribute[];
  status: { code?: number };
};
type Posted = { resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: RawSpan[] }[] }[] };

/** Takes traces as a collector does over OTLP/HTTP; `answer` decides what it says to each post. */
export async function startFakeCollector(
  answer: () => LoopbackAnswer | Promise<LoopbackAnswer> = () => ({ status: 200, json: {} }),
): Promise<FakeCollector> {
  const bodies: string[] = [];
  const headers: Readonly<Record<string, string>>[] = [];
  const server = await startLoopback((request) => {
    if (request.path !== '/v1/traces' || request.method !== 'POST') return { status: 404 };
    bodies.push(request.body.toString('utf8'));
    headers.push(request.headers);
    return answer();
  });
  return {
    endpoint: server.root,
    raw: () => bodies.join('\n'),
    headers,
    spans() {
      const all = bodies.flatMap((body) => {
        const { resourceSpans } = JSON.parse(body) as Posted;
        return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
      });
      const nameOf = new Map(all.map(({ spanId, name }) => [spanId, name]));
      return all.map(({ name, traceId, parentSpanId, attributes, status }) => ({
        name,
        traceId,
        within: parentSpanId === undefined ? null : (nameOf.get(parentSpanId) ?? 'unknown'),
        notes: Object.fromEntries(attributes.map(({ key, value }) => [key, readValue(value)])),
        isError: status.code === 2,
      }));
    },
    close: server.close,
  };
}

const readValue = ({ stringValue, intValue, doubleValue }: Attribute['value']): string | number =>
  stringValue ?? Number(intValue ?? doubleValue);
