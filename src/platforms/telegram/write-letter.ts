import type { Reply } from '../../domain/reply.ts';
import { type MediaBlock, replyParts } from '../reply-parts.ts';
import { joinRich, plain } from '../rich-text.ts';
import { splitMessage } from '../split-message.ts';
import { choiceButtons } from './choice-buttons.ts';
import { renderReply } from './render-reply.ts';
import type { Letter, Message } from './send-message.ts';
import { TEXT_LIMIT } from './text-limit.ts';

/** Buttons need a message above them. */
const BARE_CHOICES = 'Mời chọn:';
const PHOTO_BYTES = 10 * 1024 * 1024;
const FILE_BYTES = 50 * 1024 * 1024;

/** A reply as the messages and buttons Telegram takes; no message for a reply that says nothing. */
export function writeLetter(reply: Reply): Letter {
  const { keyboard, numbered } = choiceButtons(reply);
  const parts = replyParts(reply.blocks, canSend);
  if (numbered !== null && parts.at(-1)?.kind !== 'words') parts.push({ kind: 'words', blocks: [] });
  const messages = parts.flatMap((part, index): Message[] => {
    if (part.kind !== 'words') return [part];
    const isLast = index === parts.length - 1;
    const text = joinRich([renderReply(part.blocks), plain((isLast ? numbered : null) ?? '')], '\n\n');
    return splitMessage(text, TEXT_LIMIT);
  });
  return { messages: messages.length === 0 && keyboard !== null ? [plain(BARE_CHOICES)] : messages, keyboard };
}

function canSend(media: MediaBlock): boolean {
  const bytes = media.kind === 'image' ? media.png.length : media.bytes.length;
  return bytes > 0 && bytes <= (media.kind === 'image' ? PHOTO_BYTES : FILE_BYTES);
}
