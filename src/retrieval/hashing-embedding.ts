import type { EmbeddingModel } from '../domain/embedding.ts';
import { termOf, tokensOf } from './terms.ts';

const DIMENSIONS = 384;

/** What each kind of feature weighs; the seeds keep equal strings of different kinds apart. */
const kinds = {
  accented: { seed: 0x811c9dc5, weight: 0.8 },
  folded: { seed: 0x01000193, weight: 1 },
  pair: { seed: 0x1e3779b1, weight: 0.7 },
  trigram: { seed: 0x05ebca6b, weight: 0.2 },
} as const;

/** Syllables that bind others and name nothing; they would make all texts alike. */
const bindingWords = new Set(
  (
    'và của các là có được trong cho với những một để này khi từ đến theo về ở tại do bởi đã đang sẽ cũng như không ' +
    'thì mà ra vào trên dưới sau trước hoặc hay nên còn lại đó gì nào ai đâu sao bao nhiêu bị cùng người năm'
  ).split(' '),
);
const BINDING_WEIGHT = 0.2;

/** Tokens whose features are remembered: the language has some seven thousand syllables, the rest are names and numbers. */
const MAX_KNOWN_TOKENS = 50_000;

/** What one token adds to a vector: places with their signed weights, and a hash to make pairs from. */
type Features = { places: Uint16Array; weights: Float32Array; stress: number; hash: number };

/**
 * The built-in embedding: signed feature hashing of syllables (with and without diacritics), neighbouring syllables and letter trigrams,
 * of length 1. It needs no download and no network, and the same text always gives the same vector.
 * It is lexical: texts come out near when they share spellings, also misspelt ones, never because they mean the same in other words.
 * A text without letters and digits gives the zero vector.
 */
export function hashingEmbedding(): EmbeddingModel {
  const known = new Map<string, Features>();
  const featuresOf = (token: string): Features => {
    const remembered = known.get(token);
    if (remembered) return remembered;
    if (known.size >= MAX_KNOWN_TOKENS) known.clear();
    const features = readFeatures(token);
    known.set(token, features);
    return features;
  };
  return {
    name: `hashing-${DIMENSIONS}-1`,
    dimensions: DIMENSIONS,
    kind: 'lexical',
    embed: async (texts) => texts.map((text) => embedText(text, featuresOf)),
  };
}

function embedText(text: string, featuresOf: (token: string) => Features): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  const times = new Map<Features, number>();
  let previous: Features | null = null;
  for (const token of tokensOf(text)) {
    const features = featuresOf(token);
    times.set(features, (times.get(features) ?? 0) + 1);
    if (previous) addHash(vector, pairHash(previous, features), kinds.pair.weight * previous.stress * features.stress);
    previous = features;
  }
  for (const [{ places, weights }, count] of times) {
    const repeated = 1 + Math.log(count);
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? 0;
      vector[place] = (vector[place] ?? 0) + repeated * (weights[at] ?? 0);
    }
  }
  return scaledToOne(vector);
}

function readFeatures(token: string): Features {
  const { accented, folded } = termOf(token);
  const stress = bindingWords.has(token.toLowerCase()) ? BINDING_WEIGHT : 1;
  const hashes: [number, number][] = [
    [hashOf(folded, kinds.folded.seed), kinds.folded.weight],
    ...trigramsOf(folded).map((trigram): [number, number] => [
      hashOf(trigram, kinds.trigram.seed),
      kinds.trigram.weight,
    ]),
  ];
  if (accented !== folded) hashes.push([hashOf(accented, kinds.accented.seed), kinds.accented.weight]);
  return {
    places: Uint16Array.from(hashes, ([hash]) => hash % DIMENSIONS),
    weights: Float32Array.from(hashes, ([hash, weight]) => signOf(hash) * weight * stress),
    stress,
    hash: hashOf(folded, kinds.pair.seed),
  };
}

function addHash(vector: Float32Array, hash: number, weight: number): void {
  const place = hash % DIMENSIONS;
  vector[place] = (vector[place] ?? 0) + signOf(hash) * weight;
}

function pairHash(left: Features, right: Features): number {
  return mixed(Math.imul(left.hash, 31) + right.hash);
}

function signOf(hash: number): 1 | -1 {
  return hash >>> 31 === 0 ? 1 : -1;
}

function trigramsOf(syllable: string): string[] {
  const marked = `^${syllable}$`;
  return Array.from({ length: marked.length - 2 }, (_, at) => marked.slice(at, at + 3));
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string, seed: number): number {
  let hash: number = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** Spreads every bit over all: the highest decides the sign, the rest the place. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  const twice = Math.imul(once ^ (once >>> 16), 0x45d9f3b);
  return (twice ^ (twice >>> 16)) >>> 0;
}

function scaledToOne(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return length === 0 ? vector : vector.map((value) => value / length);
}
