import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { HandleMessage, IncomingMessage } from '../../domain/message.ts';
import type { Log, Platform, SendOutcome } from '../../domain/platform.ts';
import type { Reply } from '../../domain/reply.ts';
import { failureReply } from '../failure-reply.ts';
import { renderReply, type Screen } from './render-reply.ts';

export type TerminalOptions = {
  input: Readable;
  output: Writable;
  /** Where progress is told, apart from the answers: the error output. */
  progress: Writable;
  /** True for a person at a keyboard: greeting, prompt, line editing. False for piped input. */
  isInteractive: boolean;
  /** Asked before each answer, since a window changes its size. */
  screen: () => Screen;
  handleMessage: HandleMessage;
  log: Log;
  now: () => Date;
  /** After how long an answer in the making is announced; default 1,000. */
  slowAfterMilliseconds?: number;
};

const capabilities = {
  groups: false,
  images: false,
  files: false,
  edits: false,
  typing: false,
  receipts: false,
  proactive: 'always',
} as const;

const CHAT = 'terminal';
const PROMPT = 'Bạn: ';
const GREETING =
  'Chỉ Đạo: hỏi về văn bản chỉ đạo và chỉ tiêu. Gõ câu hỏi rồi Enter; /help để xem lệnh; Ctrl-D để thoát.';
const PROGRESS = 'Đang tìm trong văn bản…\n';

/** The chat at a terminal: one question a line, answered one by one in order; ends with its input, Ctrl-C or Ctrl-D. */
export function createTerminal(options: TerminalOptions): Platform {
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  let lines: Interface | null = null;
  let isStopping = false;
  let isClosed = false;
  let sentCount = 0;

  async function send(_chatId: string, reply: Reply): Promise<SendOutcome> {
    const text = renderReply(reply, options.screen());
    const isWritten = text === '' || (await write(options.output, `${text}\n\n`));
    if (!isWritten) return { status: 'failed', kind: 'recipient', retryAfterSeconds: null, reason: 'output closed' };
    sentCount += 1;
    return { status: 'sent', receipt: `${CHAT}:${sentCount}` };
  }

  async function converse(reader: Interface): Promise<void> {
    let received = 0;
    for await (const line of reader) {
      if (isStopping) break;
      if (line.trim() !== '') {
        received += 1;
        const reply = await answer(options, toMessage(line, received, options.now()));
        const outcome = reply === null ? null : await send(CHAT, reply);
        if (outcome?.status === 'failed') break;
      }
      if (options.isInteractive && !isClosed) reader.prompt();
    }
    reader.close();
  }

  return {
    name: 'terminal',
    limits: { textLength: Number.POSITIVE_INFINITY, buttons: 0 },
    capabilities: { ...capabilities, formatting: options.screen().color },
    finished,
    async send(chatId, reply) {
      // Unasked: below the prompt that waits, which then stands anew.
      const isWaiting = options.isInteractive && lines !== null && !isClosed;
      if (isWaiting) options.output.write('\n');
      const outcome = await send(chatId, reply);
      if (isWaiting && !isClosed) lines?.prompt(true);
      return outcome;
    },
    async start() {
      if (isStopping || lines !== null) return;
      lines = openLines(options);
      lines.on('close', () => {
        isClosed = true;
      });
      // A reader that went away (`| head`) shows as a failed write, which ends the chat; it must not end the process.
      options.output.on('error', () => lines?.close());
      void converse(lines).finally(finish);
    },
    async stop() {
      isStopping = true;
      if (lines === null) finish();
      lines?.close();
      await finished;
    },
  };
}

function openLines({ input, output, isInteractive }: TerminalOptions): Interface {
  if (!isInteractive) return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const reader = createInterface({ input, output, prompt: PROMPT, terminal: true });
  reader.on('SIGINT', () => reader.close());
  reader.on('close', () => output.write('\n'));
  output.write(`${GREETING}\n\n`);
  reader.prompt();
  return reader;
}

/** The reply, with a word on the error output when it takes its time. */
async function answer(options: TerminalOptions, message: IncomingMessage): Promise<Reply | null> {
  const timer = setTimeout(() => options.progress.write(PROGRESS), options.slowAfterMilliseconds ?? 1000);
  try {
    return await options.handleMessage(message);
  } catch (error) {
    options.log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'không trả lời được một câu hỏi');
    return failureReply;
  } finally {
    clearTimeout(timer);
  }
}

function toMessage(text: string, count: number, receivedAt: Date): IncomingMessage {
  return {
    platform: 'terminal',
    chatId: CHAT,
    personId: CHAT,
    personName: null,
    messageId: `${receivedAt.getTime()}-${count}`,
    text,
    choice: null,
    isGroup: false,
    receivedAt,
  };
}

/** False when the output is closed. */
function write(output: Writable, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    output.write(text, (error) => resolve(!error));
  });
}
