import type { Message, MessageEntity, User } from 'grammy/types';

/** Who we are on Telegram, as getMe says. */
export type Self = Pick<User, 'id'> & { username: string };

/**
 * What a message says to us, our own @name taken out; empty for a bare mention. Null when it is not meant for us: in a group only
 * mentions, replies to the bot and commands with its @name are, and a command with another bot's name is meant for that bot everywhere.
 */
export function addressedText(message: Message, self: Self): string | null {
  const text = message.text ?? message.caption ?? '';
  const entities = (message.text === undefined ? message.caption_entities : message.entities) ?? [];
  const command = entities.find((entity) => entity.type === 'bot_command' && entity.offset === 0);
  const commandName = command === undefined ? null : nameInCommand(read(text, command));
  if (commandName !== null && !isSameName(commandName, self.username)) return null;
  const mentions = entities.filter((entity) => isMention(text, entity, self));
  const isToUs = commandName !== null || mentions.length > 0 || message.reply_to_message?.from?.id === self.id;
  if (message.chat.type !== 'private' && !isToUs) return null;
  return withoutNames(text, { command: commandName === null ? undefined : command, mentions });
}

function isMention(text: string, entity: MessageEntity, self: Self): boolean {
  if (entity.type === 'text_mention') return entity.user.id === self.id;
  return entity.type === 'mention' && isSameName(read(text, entity).slice(1), self.username);
}

/** The bot's name in `/lệnh@name`; null for a command without one. */
function nameInCommand(command: string): string | null {
  const at = command.indexOf('@');
  return at < 0 ? null : command.slice(at + 1);
}

function withoutNames(text: string, names: { command: MessageEntity | undefined; mentions: MessageEntity[] }): string {
  if (names.command === undefined && names.mentions.length === 0) return text;
  let rest = text;
  for (const { offset, length } of names.mentions.toSorted((a, b) => b.offset - a.offset)) {
    rest = rest.slice(0, offset) + rest.slice(offset + length);
  }
  if (names.command !== undefined) {
    const command = read(text, names.command);
    rest = command.slice(0, command.indexOf('@')) + rest.slice(command.length);
  }
  return rest
    .replace(/ {2,}/g, ' ')
    .replace(/^[ ,:;]+/, '')
    .trimEnd();
}

function read(text: string, { offset, length }: MessageEntity): string {
  return text.slice(offset, offset + length);
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
