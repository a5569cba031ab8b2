import type { OpenAI } from 'openai';
import type { EmbeddingModel } from '../domain/embedding.ts';
import { ModelError } from '../domain/errors.ts';
import type { OutsideDoor } from './outside-door.ts';

export type EmbeddingSettings = {
  /** Name of the model at the endpoint. */
  name: string;
  baseUrl: string;
  apiKey: string | null;
  /** Asked of the endpoint and checked in what comes; null takes what the model gives, all of one length. */
  dimensions: number | null;
  /** For one batch. */
  timeoutSeconds: number;
  maxRetries: number;
};

const textsInBatch = 64;
const lettersInBatch = 60_000;
const longestText = 6_000;

/** Embeddings of any endpoint that speaks OpenAI's API. The library is loaded with the first text. */
export function createOpenaiEmbedding(settings: EmbeddingSettings, door: OutsideDoor): EmbeddingModel {
  let length = settings.dimensions;
  let client: Promise<OpenAI> | null = null;
  return {
    // Vectors of one model cut to another length are another model's.
    name: settings.dimensions === null ? settings.name : `${settings.name}@${settings.dimensions}`,
    get dimensions() {
      return length ?? 0;
    },
    kind: 'semantic',
    async embed(texts) {
      client ??= openClient(settings, door);
      const vectors: Float32Array[] = [];
      for (const batch of batchesOf(texts)) vectors.push(...(await embedBatch(await client, batch, settings)));
      length ??= vectors[0]?.length ?? null;
      if (vectors.some((vector) => vector.length !== length))
        throw new ModelError('the embedding model gave vectors of another length');
      return vectors;
    },
  };
}

async function openClient({ baseUrl, apiKey, timeoutSeconds, maxRetries }: EmbeddingSettings, door: OutsideDoor) {
  const { OpenAI } = await import('openai');
  return new OpenAI({
    baseURL: baseUrl,
    apiKey: apiKey ?? 'none',
    timeout: timeoutSeconds * 1000,
    maxRetries,
    fetch: door.open({ purpose: 'embedding', person: 'máy chủ' }).fetch,
  });
}

/** By number and by letters, whichever is reached first. */
function batchesOf(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let letters = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    // Some endpoints refuse an empty text.
    const cut = text.slice(0, longestText).trim() || '.';
    const last = batches.at(-1);
    if (last === undefined || last.length >= textsInBatch || letters + cut.length > lettersInBatch) {
      batches.push([cut]);
      letters = cut.length;
    } else {
      last.push(cut);
      letters += cut.length;
    }
  }
  return batches;
}

async function embedBatch(client: OpenAI, input: string[], { name, dimensions }: EmbeddingSettings) {
  const rows = await answered(client, { model: name, input, ...(dimensions === null ? {} : { dimensions }) });
  const vectors = new Array<Float32Array | undefined>(input.length);
  for (const { index, embedding } of rows) vectors[index] = scaledToOne(embedding);
  return vectors.map((vector) => {
    if (vector === undefined) throw new ModelError('the embedding model left a text out');
    return vector;
  });
}

type Asked = { model: string; input: string[]; dimensions?: number };

async function answered(client: OpenAI, asked: Asked): Promise<{ index: number; embedding: number[] }[]> {
  try {
    // As plain numbers: not every compatible endpoint speaks base64.
    const { data } = await client.embeddings.create({ ...asked, encoding_format: 'float' });
    return data;
  } catch (error) {
    const { name, status } = error as { name?: string; status?: number };
    throw new ModelError(`the embedding model failed: ${name ?? 'unknown'}${status === undefined ? '' : ` ${status}`}`);
  }
}

function scaledToOne(values: unknown): Float32Array {
  const isVector = Array.isArray(values) && values.length > 0 && values.every((value) => Number.isFinite(value));
  if (!isVector) throw new ModelError('the embedding model gave something that is no vector');
  const vector = Float32Array.from(values as number[]);
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
