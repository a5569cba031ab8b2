import { ModelError } from '../domain/errors.ts';
import { readDirectiveAgain, type TwoReadings } from '../ingest/read-directive-again.ts';
import { findDirectives } from '../store/directives.ts';
import { listReadOnce } from '../store/second-readings.ts';
import type { Base, Tell } from './base.ts';
import type { SteadyWork } from './keep-doing.ts';

export type SecondReadings = {
  /** Ids of the directives to read; null: all that no model has read yet. */
  documents: readonly string[] | null;
  now: () => Date;
  signal?: AbortSignal;
  /** Told of each document that was read. */
  done(readings: TwoReadings): void;
};

/** Has the model read directives a second time, one after another, but for those that may not leave. Throws ModelError at the first that fails; those before are kept. */
export async function readTwice({ database, engine }: Base, work: SecondReadings): Promise<void> {
  const { model } = engine;
  if (model === undefined) return;
  const ids = work.documents ?? (await listReadOnce(database));
  if (ids.length === 0) return;
  const instructions = await model.prompt('second-reading');
  for (const directive of (await findDirectives(database, { ids: [...ids] })).filter(model.mayLeave)) {
    if (work.signal?.aborted === true) return;
    try {
      work.done(await readDirectiveAgain(directive, { database, chat: model.chat, instructions, now: work.now }));
    } catch (error) {
      throw error instanceof ModelError ? new ModelError(`${directive.id}: ${error.message}`) : error;
    }
  }
}

/** Reads what came in by whatever way; null where no chat model is configured. */
export function secondReading(base: Base, now: () => Date, tell: Tell): SteadyWork | null {
  if (base.engine.model === undefined) return null;
  const done = (readings: TwoReadings): void => {
    if (readings.differing.length + readings.unseen.length > 0) tell(readingSentence(readings));
  };
  return {
    name: 'second-reading',
    run: (signal) => readTwice(base, { documents: null, now, signal, done }),
    failed: (why) => tell(`Chưa đọc lần hai được bằng mô hình (${why}); sẽ thử lại.`),
  };
}

export const readingSentence = ({ document, figures, agreed, differing, unseen, ungrounded }: TwoReadings): string =>
  `${document}: ${agreed.length}/${figures} chỉ tiêu hai lần đọc giống nhau; ${differing.length} chỗ khác nhau và ${unseen.length} số chỉ mô hình thấy ` +
  `đã đưa vào duyệt (/duyet); bỏ ${ungrounded} điều không có trong văn bản`;
