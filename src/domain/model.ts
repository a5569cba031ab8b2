import type { z } from 'zod';

/** Why something is sent to a model. */
export type ModelPurpose = 'answer' | 'second-reading' | 'embedding';

/** Who pays with their budget: an account ("telegram:42"), or "máy chủ" for what the program does by itself. */
export type ModelPass = { purpose: ModelPurpose; person: string };

/** Something a model may call. `run` is given checked input and never rejects for "nothing found": that is a text, too. */
export type ModelTool = {
  name: string;
  /** Its page, read by the model. */
  page: string;
  input: z.ZodType;
  run(input: unknown): Promise<string>;
};

/** One turn of an agent. */
export type AgentTask = {
  pass: ModelPass;
  instructions: string;
  question: string;
  tools: readonly ModelTool[];
  /** True once no further call of the model is wanted: an answer was given, or a tool has decided. */
  isDone(): boolean;
  /** Told of the arguments of a tool's call while they come: JSON that may stop anywhere. Absent: nobody is watching, and nothing is streamed. */
  partly?(tool: string, args: string): void;
  /** Gives the turn up, whatever it is doing. */
  signal: AbortSignal;
};

/** A chat model behind the one outside door. */
export type ChatModel = {
  name: string;
  /** Lets the model call tools until `isDone` or its calls are used up. Throws ModelError. */
  runAgent(task: AgentTask): Promise<void>;
  /** One answer of a fixed shape; null when what came back has another. Throws ModelError. */
  readAs<Shape>(task: {
    pass: ModelPass;
    instructions: string;
    text: string;
    shape: z.ZodType<Shape>;
    signal: AbortSignal;
  }): Promise<Shape | null>;
  /** Loads the libraries, so that the first question need not wait for them. */
  warm(): Promise<void>;
};

/** How one call ended. blocked: it was not sent, because it bore a mark of secrecy. */
export type ModelCallEnd = {
  outcome: 'ok' | 'failed' | 'blocked';
  promptTokens: number;
  completionTokens: number;
  milliseconds: number;
};

export type ModelCall = ModelPass & {
  model: string;
  /** Host it goes to. */
  host: string;
  /** SHA-256 of exactly what is sent, hex. */
  sha256: string;
  bytes: number;
  /** What it may use at most, reserved until it ends. */
  reservedTokens: number;
};

/** What was sent outside, and what is left of everybody's budget. */
export type ModelLedger = {
  /** The record of a call about to be made; null when a budget is used up, and then it must not be made. */
  open(call: ModelCall): Promise<{ id: number } | null>;
  settle(record: { id: number }, end: ModelCallEnd): Promise<void>;
};
