import type { PlatformName } from '../domain/message.ts';
import type { Log, SendOutcome } from '../domain/platform.ts';
import { noTrace, type Trace } from '../domain/trace.ts';

type ReplyDesk = {
  platform: PlatformName;
  log: Log;
  /** Default: off. */
  trace?: Trace | undefined;
  /** Aborted when nothing more is sent. */
  signal: AbortSignal;
};

/** Sends the reply to a message; one that cannot be sent is logged and given up. Rejects when the process stops before: it is answered after the next start. */
export async function sendReply(
  { platform, log, trace = noTrace, signal }: ReplyDesk,
  send: () => Promise<SendOutcome>,
): Promise<void> {
  const outcome = await trace.step('send', { platform }, async () => {
    const said = await send();
    trace.note({ outcome: said.status === 'failed' ? said.kind : said.status });
    return said;
  });
  if (outcome.status === 'sent') return;
  signal.throwIfAborted();
  log.warn({ platform, ...outcome }, 'câu trả lời chưa gửi được');
}
