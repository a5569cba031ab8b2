import type { Directive } from '../domain/directive.ts';
import type { ChatModel } from '../domain/model.ts';

/** A chat model and the terms on which answers may use it. */
export type ModelDesk = {
  chat: ChatModel;
  /** needed: only where the rules did not understand or found nothing in the text · always: also for text questions they answered. */
  when: 'needed' | 'always';
  /** Whether the text of a directive may be sent to the endpoint. */
  mayLeave(directive: Directive): boolean;
  /** A turn that takes longer is given up and answered without the model. */
  timeoutSeconds: number;
  /** The text of prompts/<name>.md. */
  prompt(name: string, slots?: Readonly<Record<string, string>>): Promise<string>;
  /** Told why a turn was given up: a ModelError for what is outside, else a bug. */
  gaveUp(error: unknown): void;
};
