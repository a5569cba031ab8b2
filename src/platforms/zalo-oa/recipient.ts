const GROUP = 'group:';

/** The chat of a group; a person's chat is named by the person's id. */
export function groupChat(groupId: string): string {
  return GROUP + groupId;
}

export function isGroupChat(chatId: string): boolean {
  return chatId.startsWith(GROUP);
}

/** Where and to whom the interface sends for a chat. */
export function recipientOf(chatId: string): { path: string; recipient: object } {
  return isGroupChat(chatId)
    ? { path: '/v3.0/oa/group/message', recipient: { group_id: chatId.slice(GROUP.length) } }
    : { path: '/v3.0/oa/message/cs', recipient: { user_id: chatId } };
}
