import type { ShowPart } from '../domain/message.ts';
import type { Block } from '../domain/reply.ts';
import type { Draft } from './answer.ts';

/** What is seen of an answer while a model is at work. */
export type Progress = { partly(said: Draft): void; end(): void };

const note = (text: string): Block => ({ kind: 'paragraph', spans: [{ italic: text }] });
const reading = note('Đang đọc văn bản…');
const searching = note('Đang tìm thêm trong văn bản…');

/**
 * Shows at once what the rules answered (`plain`; null: nothing yet), then the model's words as far as they have come. Only what `finished` lets through is
 * ever shown: a whole answer under the checks of every other. Null where nobody watches.
 */
export function showProgress(
  show: ShowPart | undefined,
  plain: Draft | null,
  finished: (said: Draft) => Promise<Draft | null>,
): Progress | null {
  if (show === undefined) return null;
  let newest: Draft | null = null;
  let isOver = false;
  const showBlocks = (blocks: readonly Block[], last: Block): void => show({ blocks: [...blocks, last], choices: [] });
  showBlocks(plain?.blocks ?? [], plain === null ? reading : searching);
  return {
    partly(said) {
      newest = said;
      const checked = async (): Promise<void> => {
        const whole = await finished(said);
        // One that took longer to check than the next to come is no news.
        if (whole !== null && newest === said && !isOver) showBlocks(whole.blocks, searching);
      };
      // What cannot be checked is not shown; the answer itself is made without it.
      checked().catch(() => undefined);
    },
    end() {
      isOver = true;
    },
  };
}
