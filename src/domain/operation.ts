/** Things an operator watches, told as they happen or asked for when somebody looks. Labels hold no names and no text of messages. */

/** How a message from a person ended. */
export type MessageOutcome =
  | 'answered'
  | 'clarify'
  | 'not_found'
  | 'declined'
  | 'feature'
  | 'stranger'
  | 'secret'
  /** Sent faster than is read. */
  | 'limited'
  | 'error';

export type MessageEvent = {
  platform: string;
  outcome: MessageOutcome;
  milliseconds: number;
  /** What the person was told to name when asking about it; null where nothing went wrong. */
  reference: string | null;
};

/** One measured value at this moment. */
export type Gauge = { name: string; help: string; labels: Readonly<Record<string, string>>; value: number };

/** One part that must work before people can be served; `problem` is one Vietnamese sentence, null when all is well. */
export type ReadyCheck = {
  name: string;
  problem: string | null;
  /** Worth a look, but messages are still taken in: no reason to send them elsewhere. */
  isWarning?: boolean;
};
