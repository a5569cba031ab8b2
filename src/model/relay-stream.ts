import { ModelError } from '../domain/errors.ts';

export type Relay = {
  longest: number;
  /** Told once: of the end of the stream as it came last, or null when it did not come to its end. */
  ended(tail: string | null): Promise<void>;
};

const tailLength = 4_000;
const lastEvent = /^data: ?\[DONE\]\s*$/m;

/** A stream handed on as it comes. Ends with ModelError when it has no end. */
export function relayStream(body: ReadableStream<Uint8Array>, relay: Relay): ReadableStream<Uint8Array> {
  return ReadableStream.from(handedOn(body, relay));
}

async function* handedOn(body: ReadableStream<Uint8Array>, { longest, ended }: Relay): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder();
  let [tail, length] = ['', 0];
  try {
    for await (const bytes of body) {
      length += bytes.length;
      if (length > longest) throw new ModelError('an answer without end');
      tail = (tail + decoder.decode(bytes, { stream: true })).slice(-tailLength);
      yield bytes;
    }
  } finally {
    // Also when whoever reads has had enough, which is at the last event, or the connection broke.
    await ended(lastEvent.test(tail) ? tail : null);
  }
}
