import { DatabaseAwayError } from '../domain/errors.ts';
import type { HandleMessage, IncomingMessage, ShowPart } from '../domain/message.ts';
import type { Log } from '../domain/platform.ts';
import type { Reply } from '../domain/reply.ts';
import { failureReply } from './failure-reply.ts';

/**
 * The reply to a message, also where the handler fails; null when nothing should be said. Rejects while the database is away: the event stays in
 * the inbox and is worked off later.
 */
export async function answerMessage(
  { handleMessage, log }: { handleMessage: HandleMessage; log: Log },
  message: IncomingMessage,
  show?: ShowPart,
): Promise<Reply | null> {
  try {
    return await handleMessage(message, show);
  } catch (error) {
    if (error instanceof DatabaseAwayError) throw error;
    const reason = error instanceof Error ? error.name : 'unknown';
    log.error({ platform: message.platform, reason }, 'không trả lời được một câu hỏi');
    return failureReply;
  }
}
