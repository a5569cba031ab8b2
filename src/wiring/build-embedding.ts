import type { Config } from '../config.ts';
import { bearsSecrecyMark } from '../conversation/secrecy-in-message.ts';
import type { EmbeddingModel } from '../domain/embedding.ts';
import { ModelError } from '../domain/errors.ts';
import { createOpenaiEmbedding } from '../model/openai-embedding.ts';
import { SemanticIndex } from '../retrieval/semantic-index.ts';
import type { Database } from '../store/database.ts';
import {
  buildDoor,
  documentPolicy,
  documentsThatMayLeave,
  type ModelSurroundings,
  modelEndpoint,
} from './build-model.ts';

/** A question waits so long for its vector; then it is searched by words. */
const questionSeconds = 2;

/** The index of the configured embedding model; null where none is configured or no document may be sent to it. Loads nothing and asks nobody yet. */
export function buildEmbedding(
  database: Database,
  config: Config,
  surroundings: ModelSurroundings,
): SemanticIndex | null {
  const { EMBEDDING_MODEL: name, EMBEDDING_DIMENSIONS: dimensions = null } = config.settings;
  const endpoint = modelEndpoint(config);
  const door = buildDoor(database, config, surroundings);
  const policy = documentPolicy(config);
  if (name === undefined || endpoint === null || door === null || policy === 'none') return null;
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

const everyMilliseconds = 60_000;

/** Embeds new passages in the background until stopped; an endpoint that is down is tried again a minute later. */
export function keepEmbedding(index: SemanticIndex | null, tell: (line: string) => void): () => Promise<void> {
  if (index === null) return async () => {};
  let running: Promise<void> = Promise.resolve();
  const round = (): void => {
    running = running.then(() =>
      index.makeUp(progressOf(tell)).then(
        () => {},
        (error: unknown) => {
          if (!(error instanceof ModelError)) throw error;
          tell(`Chưa tính được vector cho các đoạn mới (${error.message}); sẽ thử lại.`);
        },
      ),
    );
  };
  const timer = setInterval(round, everyMilliseconds);
  timer.unref();
  round();
  return async () => {
    clearInterval(timer);
    await running;
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
