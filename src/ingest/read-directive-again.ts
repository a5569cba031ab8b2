import type { Directive } from '../domain/directive.ts';
import type { ChatModel } from '../domain/model.ts';
import type { Target } from '../domain/target.ts';
import type { Database } from '../store/database.ts';
import { findFigures } from '../store/figures.ts';
import { listPassages } from '../store/passages.ts';
import { saveSecondReading } from '../store/second-readings.ts';
import type { Suggestion } from '../store/suggestions.ts';
import { type GroundedFigure, readSecondTime, type SecondReading } from './second-reading.ts';

export type ReadAgainDeps = { database: Database; chat: ChatModel; instructions: string; now: () => Date };

/** Both readings of one directive: how many figures the rules found, and how the model's stand to them. */
export type TwoReadings = SecondReading & { document: string; figures: number };

const secondsPerCall = 120;

/** Has a model read a stored directive a second time and keeps what comes of it. Throws ModelError; nothing is kept then. */
export async function readDirectiveAgain({ id }: Directive, deps: ReadAgainDeps): Promise<TwoReadings> {
  const { database, chat, instructions, now } = deps;
  const documents = [id];
  const passages = await listPassages(database, { documents });
  const figures = await findFigures(database, { documents, kinds: ['target'] });
  const both = await readSecondTime({ chat, instructions, passages, figures, timeoutSeconds: secondsPerCall });
  // What a person has settled, no model puts in doubt.
  const reading = { ...both, differing: both.differing.filter(({ figure }) => figure.status === 'proposed') };
  const outcome = {
    document: id,
    model: chat.name,
    agreed: reading.agreed.map((figure) => figure.id),
    suggestions: reading.differing.map(({ figure, other }) => suggestionOf(figure, other)),
    unseen: reading.unseen,
    ungrounded: reading.ungrounded,
  };
  await saveSecondReading(database, outcome, now());
  return { ...reading, document: id, figures: figures.length };
}

function suggestionOf(figure: Target, { valueText, quantity, quote, start, end }: GroundedFigure): Suggestion {
  const { min, max, comparator, unit } = quantity;
  const finding = { valueText, min, max, comparator, unit: unit === '' ? figure.unit : unit, quote, start, end };
  return { subject: { kind: 'figure', id: figure.id }, document: figure.document, finding };
}
