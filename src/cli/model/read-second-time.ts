import { ModelError } from '../../domain/errors.ts';
import type { TwoReadings } from '../../ingest/read-directive-again.ts';
import type { Base } from '../../wiring/base.ts';
import { readingSentence, readTwice } from '../../wiring/build-second-reading.ts';
import type { CommandContext } from '../command.ts';

type Work = { base: Base; context: CommandContext; document: string | null; isJson: boolean };

/** Reads directives a second time, with the model: the one named, or all that were read once; one row a document. Exit 1 when the model cannot be reached. */
export async function readAgain({ base, context, document, isJson }: Work): Promise<number> {
  if (base.engine.model === undefined) {
    context.log('Chưa cấu hình mô hình: cần CHAT_MODEL và OPENAI_API_KEY hoặc OPENAI_BASE_URL.');
    return 1;
  }
  const done = (readings: TwoReadings): void =>
    context.out(isJson ? JSON.stringify(rowOf(readings)) : readingSentence(readings));
  return readNow({ base, context, documents: document === null ? null : [document], done });
}

/** The second reading of what has just come in, told of on the log; what could not be read now is read later, by the bot or by `model read`. */
export async function readNewAgain(base: Base, documents: readonly string[], context: CommandContext): Promise<void> {
  if (base.engine.model === undefined || documents.length === 0) return;
  context.log(`đang đọc lần hai bằng mô hình: ${documents.length} văn bản…`);
  await readNow({ base, context, documents, done: (readings) => context.log(readingSentence(readings)) });
}

type Now = Pick<Work, 'base' | 'context'> & { documents: readonly string[] | null; done(readings: TwoReadings): void };

async function readNow({ base, context, documents, done }: Now): Promise<number> {
  try {
    await readTwice(base, { documents, now: context.now, done });
    return 0;
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    context.log(`Dừng đọc lần hai ở ${error.message}; chạy chidao model read để làm tiếp.`);
    return 1;
  }
}

const rowOf = ({ document, figures, agreed, differing, unseen, ungrounded }: TwoReadings) => ({
  document,
  figures,
  agreed: agreed.length,
  differing: differing.map(({ figure, other }) => ({
    figure: figure.id,
    rules: figure.valueText,
    model: other.valueText,
  })),
  unseen: unseen.map(({ indicator, valueText, quote }) => ({ indicator, value: valueText, quote })),
  ungrounded,
});
