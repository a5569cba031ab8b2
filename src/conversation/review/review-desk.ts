import { paragraph, type Reply } from '../../domain/reply.ts';
import type { Reviewer, ReviewPolicy } from '../../domain/review.ts';
import type { Database } from '../../store/database.ts';
import type { PromptKey } from '../../store/review-prompts.ts';
import type { Turn } from '../feature.ts';

/** What every step of reviewing in a chat works with. */
export type Desk = {
  database: Database;
  approvals: ReviewPolicy['approvals'];
  reviewer: Reviewer;
  /** The person in this chat. */
  key: PromptKey;
  now: Date;
  /** Directives that the reviewer may not see. */
  hidden: readonly string[];
};

export type DeskSettings = Pick<Desk, 'database' | 'approvals'>;

/** The desk of whoever speaks. */
export function openDesk(settings: DeskSettings, { message, hidden }: Turn): Desk {
  const { platform, chatId, personId, personName } = message;
  return {
    ...settings,
    reviewer: { id: `${platform}:${personId}`, name: personName },
    key: { platform, chatId, personId },
    now: message.receivedAt,
    hidden,
  };
}

export const say = (text: string): Reply => ({ blocks: [paragraph(text)], choices: [] });

export const nextChoice = { label: 'Mục chờ duyệt tiếp theo', message: '/duyet' };
