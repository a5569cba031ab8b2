import type { Config } from '../config.ts';
import type { EmbeddingModel } from '../domain/embedding.ts';
import { ModelError } from '../domain/errors.ts';
import { createOpenaiEmbedding } from '../model/openai-embedding.ts';
import { SemanticIndex } from '../retrieval/semantic-index.ts';
import type { Database } from '../store/database.ts';
import { buildDoor, type ModelSurroundings, modelEndpoint } from './build-model.ts';

/** A question waits so long for its vector; then it is searched by words. */
const questionSeconds = 2;

/** The index of the configured embedding model; null where none is configured. Loads nothing and asks nobody yet. */
export function buildEmbedding(
  database: Database,
  config: Config,
  surroundings: ModelSurroundings,
): SemanticIndex | null {
  const { EMBEDDING_MODEL: name, EMBEDDING_DIMENSIONS: dimensions = null } = config.settings;
  const endpoint = modelEndpoint(config);
  const door = buildDoor(database, config, surroundings);
  if (name === undefined || endpoint === null || door === null) return null;
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
      index
        .makeUp(() => {})
        .then(
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
