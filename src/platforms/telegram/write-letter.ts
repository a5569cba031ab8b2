import type { Reply } from '../../domain/reply.ts';
import { joinRich, plain } from '../rich-text.ts';
import { splitMessage } from '../split-message.ts';
import { choiceButtons } from './choice-buttons.ts';
import { renderReply } from './render-reply.ts';
import type { Letter } from './send-message.ts';
import { TEXT_LIMIT } from './text-limit.ts';

/** Buttons need a message above them. */
const BARE_CHOICES = 'Mời chọn:';

/** A reply as the messages and buttons Telegram takes; no message for a reply that says nothing. */
export function writeLetter(reply: Reply): Letter {
  const { keyboard, numbered } = choiceButtons(reply);
  const text = joinRich([renderReply(reply), plain(numbered ?? '')], '\n\n');
  const messages = splitMessage(text, TEXT_LIMIT);
  return { messages: messages.length === 0 && keyboard !== null ? [plain(BARE_CHOICES)] : messages, keyboard };
}
