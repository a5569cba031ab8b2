import { beforeEach, expect, it } from 'vitest';
import { forgetChat, loadChat, saveChat } from '../../src/store/chats.ts';
import type { Database } from '../../src/store/database.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});

const chat = { platform: 'telegram', chatId: '-100123' } as const;
const updatedAt = new Date('2026-11-22T02:00:00Z');

it('remembers the last of what is saved of a chat, and nothing of a new one', async () => {
  expect(await loadChat(database, chat)).toBeNull();
  await saveChat(database, chat, { context: { last: ['một'] }, choices: [{ label: 'Nguồn' }], updatedAt });
  await saveChat(database, chat, { context: { last: ['hai'] }, choices: null, updatedAt });
  expect(await loadChat(database, chat)).toEqual({ context: { last: ['hai'] }, choices: null });
});

it('keeps the same chat id on two platforms apart, and forgets only the one it is told to', async () => {
  const other = { platform: 'zalo-oa', chatId: chat.chatId } as const;
  await saveChat(database, chat, { context: 'a', choices: undefined, updatedAt });
  await saveChat(database, other, { context: 'b', choices: undefined, updatedAt });
  await forgetChat(database, chat);
  expect(await loadChat(database, chat)).toBeNull();
  expect(await loadChat(database, other)).toEqual({ context: 'b', choices: null });
});
