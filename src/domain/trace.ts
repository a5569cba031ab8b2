import type { PlatformName } from './message.ts';

/** What a step is called. */
export type StepName =
  /** A person's message, from being taken up to its reply being sent. */
  | 'message'
  /** The message read and the reply made. */
  | 'turn'
  | 'corpus'
  | 'retrieval'
  | 'tool'
  | 'model'
  | 'send'
  | 'reminder'
  | 'read'
  | 'ingest';

/** What is told of a step: kinds and counts. Nothing that a person wrote, no name, no id of a chat or person, no secret. */
export type StepNotes = {
  platform?: PlatformName;
  /** The name of a tool or of a model. */
  name?: string;
  /** How it ended, a word of ours. */
  outcome?: string;
  /** The number a person was told when something failed. */
  reference?: string;
  count?: number;
  bytes?: number;
  attempts?: number;
  /** From being received to being taken up. */
  waitedMilliseconds?: number;
};

/** Where the time of a message goes, step by step; a step within a step is its child. Costs nothing and tells nobody where tracing is off. */
export type Trace = {
  /** Does the work as one step; gives what it gives, throws what it throws. */
  step<Result>(name: StepName, notes: StepNotes, work: () => Promise<Result>): Promise<Result>;
  /** Tells more of the step in hand; nothing outside of one. */
  note(notes: StepNotes): void;
};

/** Tracing that is off. */
export const noTrace: Trace = { step: (_name, _notes, work) => work(), note: () => undefined };
