import type { HandleMessage, IncomingMessage, ShowPart } from '../domain/message.ts';
import type { Log } from '../domain/platform.ts';
import type { Reply } from '../domain/reply.ts';
import { failureReply } from './failure-reply.ts';

/** The reply to a message, also where the handler breaks its promise never to reject; null when nothing should be said. */
export async function answerMessage(
  { handleMessage, log }: { handleMessage: HandleMessage; log: Log },
  message: IncomingMessage,
  show?: ShowPart,
): Promise<Reply | null> {
  try {
    return await handleMessage(message, show);
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    log.error({ platform: message.platform, reason }, 'không trả lời được một câu hỏi');
    return failureReply;
  }
}
