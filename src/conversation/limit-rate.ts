import type { HandleMessage, IncomingMessage } from '../domain/message.ts';
import type { MessageEvent } from '../domain/operation.ts';
import { paragraph } from '../domain/reply.ts';
import { spendAllowance, type Verdict } from '../store/allowances.ts';
import type { Session } from '../store/database.ts';

export type RateLimit = {
  /** Shared by all processes. */
  database: Session;
  /** So many messages at once or spread over a minute; a group may send twice as many. */
  perMinute: number;
  observe?: (event: MessageEvent) => void;
};

/**
 * Handles no more than a person can mean: whoever sends faster hears it once, and what they send until they have slowed down is not read. Judged
 * by when messages were sent, so that what waited for a stopped bot is all answered. The terminal has no limit.
 */
export function limitRate(handle: HandleMessage, { database, perMinute, observe }: RateLimit): HandleMessage {
  return async (message, show) => {
    if (message.platform === 'terminal') return handle(message, show);
    const verdicts = await Promise.all(
      ownersOf(message, perMinute).map((owner) =>
        judge(database, { ...owner, ...message, sentAt: message.receivedAt }),
      ),
    );
    if (verdicts.every((verdict) => verdict === 'allowed')) return handle(message, show);
    observe?.({ platform: message.platform, outcome: 'limited', reference: null, milliseconds: 0 });
    return verdicts.includes('first') ? tooFast(message) : null;
  };
}

/** Where nobody can count nobody is stopped: the handler meets the same trouble and says so. */
function judge(database: Session, spending: Parameters<typeof spendAllowance>[1]): Promise<Verdict> {
  return spendAllowance(database, spending).catch(() => 'allowed');
}

function ownersOf({ personId, chatId, isGroup }: IncomingMessage, perMinute: number) {
  const person = { owner: personId, perMinute };
  return isGroup ? [person, { owner: `group ${chatId}`, perMinute: 2 * perMinute }] : [person];
}

const tooFast = ({ isGroup }: IncomingMessage) => ({
  blocks: [
    paragraph(
      { bold: isGroup ? 'Nhóm nhắn nhanh quá' : 'Anh/chị nhắn nhanh quá' },
      ' nên tôi chưa đọc những tin từ đây trở đi. Xin đợi khoảng một phút rồi gửi lại câu cần hỏi.',
    ),
  ],
  choices: [],
});
