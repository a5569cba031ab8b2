import type { Config } from '../config.ts';
import { bearsSecrecyMark } from '../conversation/secrecy-in-message.ts';
import type { EmbeddingModel } from '../domain/embedding.ts';
import { createOpenaiEmbedding } from '../model/openai-embedding.ts';
import { SemanticIndex } from '../retrieval/semantic-index.ts';
import type { Database } from '../store/database.ts';
import {
  buildDoor,
  documentPolicy,
  documentsThatMayLeave,
  embeddingEndpoint,
  type ModelSurroundings,
} from './build-model.ts';
import type { SteadyWork } from './keep-doing.ts';

/** A question waits so long for its vector; then it is searched by words. */
const questionSeconds = 2;

/** The index of the configured embedding model; null where none is configured or no document may be sent to it. Loads nothing and asks nobody yet. */
export function buildEmbedding(
  database: Database,
  config: Config,
  surroundings: ModelSurroundings,
): SemanticIndex | null {
  const { EMBEDDING_MODEL: name, EMBEDDING_DIMENSIONS: dimensions = null } = config.settings;
  const endpoint = embeddingEndpoint(config);
  if (name === undefined || endpoint === null) return null;
  const policy = documentPolicy(config, endpoint);
  if (policy === 'none') return null;
  const door = buildDoor(database, config, { ...surroundings, endpoint });
  // `name@256` is how an index of shortened vectors is called.
  const named = (model: string, patience: { timeoutSeconds: number; maxRetries: number }): EmbeddingModel => {
    const [, bare = model, length] = /^(.*?)(?:@(\d+))?$/.exec(model) ?? [];
    const wanted = length === undefined ? null : Number(length);
    return createOpenaiEmbedding({ name: bare, ...endpoint, dimensions: wanted, ...patience }, door);
  };
  const forQuestions = { timeoutSeconds: questionSeconds, maxRetries: 0 };
  const own = createOpenaiEmbedding({ name, ...endpoint, dimensions, timeoutSeconds: 60, maxRetries: 4 }, door);
  return new SemanticIndex({
    database,
    wanted: own,
    named: (model) => named(model, forQuestions),
    mayLeave: documentsThatMayLeave(policy),
    isSecret: bearsSecrecyMark,
    now: surroundings.now,
    unreachable: ({ message }) => surroundings.tell(`Không gọi được mô hình vector (${message}); tạm tìm theo từ ngữ.`),
  });
}

/** Embeds what came in by whatever way; null where no embedding model is configured. */
export function steadyEmbedding(index: SemanticIndex | null, tell: (line: string) => void): SteadyWork | null {
  if (index === null) return null;
  return {
    name: 'embedding',
    look: () => index.choose(),
    run: async (signal) => void (await index.makeUp(progressOf(tell), signal)),
    failed: (why) => tell(`Chưa tính được vector cho các đoạn mới (${why}); sẽ thử lại.`),
  };
}

const fewPassages = 500;

/** Says each tenth of what takes long; of little nothing. */
function progressOf(tell: (line: string) => void): (done: number, all: number) => void {
  let told = 0;
  return (done, all) => {
    const tenths = Math.floor((10 * done) / all);
    if (all < fewPassages || tenths === told) return;
    told = tenths;
    tell(`Chỉ mục theo nghĩa: đã tính ${done}/${all} đoạn.`);
  };
}
