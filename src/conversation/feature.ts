import type { Answer } from '../answer/answer.ts';
import type { Engine } from '../answer/engine.ts';
import type { IncomingMessage } from '../domain/message.ts';
import type { Speaker } from '../domain/person.ts';
import type { Choice, Reply } from '../domain/reply.ts';
import type { Consent } from '../store/privacy.ts';
import type { MenuCommand } from './commands.ts';

/** One message on its way to a reply. */
export type Turn = {
  message: IncomingMessage;
  /** What was typed, or what the tapped or numbered choice stands for; at most 4,000 characters. */
  text: string;
  /** The day where the operator is, ISO. */
  today: string;
  speaker: Speaker;
  /** Directives that may not be shown or named here: to the speaker, or in a group to everybody in it. */
  hidden: readonly string[];
  /** Answers without those. */
  engine: Engine;
  /** Whether their questions may be remembered, as they said. */
  consent: Consent;
};

/** Something the bot can do besides answering questions, in a folder of its own: reminders, review, rights … */
export type Feature = {
  /** Its lines of the menu, in the order shown. */
  commands: readonly MenuCommand[];
  /** Null for what is not its to answer; the next feature is asked then, and the engine last. */
  respond(turn: Turn): Promise<Reply | null>;
  /** Next steps of its own beneath an answer of the engine; `[]` for none. */
  offer?(turn: Turn, answer: Answer): Promise<Choice[]>;
};
