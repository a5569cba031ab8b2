import { ModelError } from '../../domain/errors.ts';
import type { Target } from '../../domain/target.ts';
import { type GroundedFigure, readSecondTime } from '../../ingest/second-reading.ts';
import { findDirectives } from '../../store/directives.ts';
import { findFigures } from '../../store/figures.ts';
import { listPassages } from '../../store/passages.ts';
import { saveSecondReading } from '../../store/second-readings.ts';
import type { Suggestion } from '../../store/suggestions.ts';
import type { Base } from '../../wiring/base.ts';
import type { CommandContext } from '../command.ts';

const secondsPerCall = 120;

type Work = { base: Base; context: CommandContext; document: string | null; isJson: boolean };

/** Reads directives in force a second time, with the model; one row a document. Exit 1 when the model cannot be reached. */
export async function readAgain({ base, context, document, isJson }: Work): Promise<number> {
  const { database, engine } = base;
  const { model } = engine;
  if (model === undefined) {
    context.log('Chưa cấu hình mô hình: cần CHAT_MODEL và OPENAI_API_KEY hoặc OPENAI_BASE_URL.');
    return 1;
  }
  const instructions = await model.prompt('second-reading');
  const wanted = (await findDirectives(database)).filter(({ id }) => document === null || id === document);
  for (const directive of wanted) {
    if (!model.mayLeave(directive)) {
      context.log(`${directive.id}: không được gửi ra ngoài (MODEL_DOCUMENTS), bỏ qua.`);
      continue;
    }
    const documents = [directive.id];
    const passages = await listPassages(database, { documents });
    const figures = await findFigures(database, { documents, kinds: ['target'] });
    try {
      const { chat } = model;
      const reading = await readSecondTime({ chat, instructions, passages, figures, timeoutSeconds: secondsPerCall });
      const suggestions = reading.differing.map(({ figure, other }) => suggestionOf(figure, other));
      const agreed = reading.agreed.map(({ id }) => id);
      await saveSecondReading(database, { document: directive.id, agreed, suggestions }, context.now());
      const row = {
        document: directive.id,
        figures: figures.length,
        agreed: agreed.length,
        differing: suggestions.length,
        unseen: reading.unseen.map(({ indicator, valueText, quote }) => ({ indicator, value: valueText, quote })),
        ungrounded: reading.ungrounded,
      };
      context.out(isJson ? JSON.stringify(row) : sentence(row));
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      context.log(`${directive.id}: ${error.message}`);
      return 1;
    }
  }
  return 0;
}

function suggestionOf(figure: Target, { valueText, quantity }: GroundedFigure): Suggestion {
  const { min, max, comparator, unit } = quantity;
  const { quote, start, end } = figure;
  const finding = { valueText, min, max, comparator, unit: unit === '' ? figure.unit : unit, quote, start, end };
  return { subject: { kind: 'figure', id: figure.id }, document: figure.document, finding };
}

type Row = {
  document: string;
  figures: number;
  agreed: number;
  differing: number;
  unseen: unknown[];
  ungrounded: number;
};

const sentence = ({ document, figures, agreed, differing, unseen, ungrounded }: Row): string =>
  `${document}: ${agreed}/${figures} chỉ tiêu hai lần đọc giống nhau; ${differing} chỗ khác nhau đã đưa vào duyệt; ` +
  `mô hình thấy thêm ${unseen.length} (xem bằng --json); bỏ ${ungrounded} điều không có trong văn bản`;
