import type { HandleMessage, IncomingMessage } from '../domain/message.ts';
import type { MessageEvent } from '../domain/operation.ts';
import { paragraph } from '../domain/reply.ts';

export type RateLimit = {
  /** So many messages at once or spread over a minute; a group may send twice as many. */
  perMinute: number;
  observe?: (event: MessageEvent) => void;
};

/** How many messages somebody may still send, as of an instant; `isTold` once they heard that it is too many. */
type Allowance = { left: number; at: number; isTold: boolean };

/** Those who spoke last; whoever is forgotten has long been allowed everything again, or is one of a great many. */
const MOST_KNOWN = 10_000;

/**
 * Handles no more than a person can mean: whoever sends faster hears it once, and what they send until they have slowed down is not read. Judged
 * by when messages were sent, so that what waited for a stopped bot is all answered; each process counts for itself. The terminal has no limit.
 */
export function limitRate(handle: HandleMessage, { perMinute, observe }: RateLimit): HandleMessage {
  const allowances = new Map<string, Allowance>();
  return async (message, show) => {
    if (message.platform === 'terminal') return handle(message, show);
    const verdicts = countsFor(message, perMinute).map((one) => spend(allowances, one, message.receivedAt.getTime()));
    if (verdicts.every((verdict) => verdict === 'allowed')) return handle(message, show);
    observe?.({ platform: message.platform, outcome: 'limited', milliseconds: 0 });
    return verdicts.includes('first') ? tooFast(message) : null;
  };
}

type Count = { key: string; perMinute: number };

function countsFor({ platform, personId, chatId, isGroup }: IncomingMessage, perMinute: number): Count[] {
  const person = { key: `${platform} ${personId}`, perMinute };
  return isGroup ? [person, { key: `${platform} group ${chatId}`, perMinute: 2 * perMinute }] : [person];
}

function spend(
  allowances: Map<string, Allowance>,
  { key, perMinute }: Count,
  at: number,
): 'allowed' | 'first' | 'again' {
  const known = allowances.get(key) ?? { left: perMinute, at, isTold: false };
  const regained = (Math.max(0, at - known.at) / 60_000) * perMinute;
  const left = Math.min(perMinute, known.left + regained);
  const verdict = left >= 1 ? 'allowed' : known.isTold ? 'again' : 'first';
  // Last in the map is who spoke last.
  allowances.delete(key);
  allowances.set(key, {
    left: verdict === 'allowed' ? left - 1 : left,
    at: Math.max(at, known.at),
    // Told again only after a pause, not at every message that slips through.
    isTold: verdict === 'allowed' ? known.isTold && left < perMinute / 2 : true,
  });
  if (allowances.size > MOST_KNOWN) allowances.delete(allowances.keys().next().value ?? '');
  return verdict;
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
