import { readFile } from 'node:fs/promises';
import { type LoopbackServer, startLoopback } from './loopback-server.ts';

export type ShownEntry = { from: 'bot' | 'person' | 'office'; text: string; buttons: string[]; media?: string };

/** One chat of the page: what stands in it, and what the person does. */
export type PageChat = {
  name: string;
  entries(): ShownEntry[];
  say(text: string): unknown;
  /** Taps the newest button with this label. */
  tap(label: string): unknown;
};

/** A page in the browser to chat with the bot through a stand-in of its platform. */
export function serveChatPage(chats: PageChat[], port: number): Promise<LoopbackServer> {
  const page = new URL('./chat-page.html', import.meta.url);
  return startLoopback(async ({ method, path, body }) => {
    if (method === 'GET' && path === '/')
      return { status: 200, body: await readFile(page), type: 'text/html; charset=utf-8' };
    if (method === 'GET' && path === '/chats') {
      return { status: 200, json: chats.map(({ name, entries }) => ({ name, entries: entries() })) };
    }
    const { chat, text } = JSON.parse(body.toString('utf8') || '{}') as { chat?: number; text?: string };
    const found = chats[chat ?? -1];
    if (method !== 'POST' || found === undefined || typeof text !== 'string') return { status: 404 };
    try {
      await (path === '/tap' ? found.tap(text) : found.say(text));
      return { status: 200, json: {} };
    } catch {
      return { status: 502, json: { problem: 'Bot chưa chạy hoặc chưa mở cổng webhook.' } };
    }
  }, port);
}
