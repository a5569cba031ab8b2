import type { Citation } from '../domain/citation.ts';
import type { Reading } from '../domain/reading.ts';
import type { Block, Choice, Outcome, Reply } from '../domain/reply.ts';

/** A figure that an answer gives, with the quote it rests on. */
export type AnswerFigure = { text: string; document: string; quote: string };

export type Answer = {
  question: string;
  outcome: Outcome;
  /** The reply as plain text. */
  text: string;
  figures: AnswerFigure[];
  citations: Citation[];
  reading: Reading;
  reply: Reply;
};

/** An answer before it was checked. */
export type Draft = {
  outcome: Outcome;
  blocks: Block[];
  choices: Choice[];
  figures: AnswerFigure[];
  citations: Citation[];
  /** What code prints beside quotes: names of places, times and documents, counts. Their numbers need no quote. */
  labels: string[];
  /** The question was not understood. */
  isUnread?: true;
};

export const emptyDraft: Draft = {
  outcome: 'answered',
  blocks: [],
  choices: [],
  figures: [],
  citations: [],
  labels: [],
};
