import { describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../../src/domain/message.ts';
import { sayReply } from '../../support/replies.ts';
import { openTelegram } from './telegram-harness.ts';

const CHATS = 24;
const MESSAGES = 25;
const FIRST_CHAT = 6_000;

/** A small generator with a seed, so that a failure can be run again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe('many chats at once', () => {
  it.each([1, 2, 3])('are answered side by side, each in its order, every message once (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const inHand = new Map<string, number>();
    let most = 0;
    let mostInOneChat = 0;
    const count = (chatId: string, by: number) => {
      inHand.set(chatId, (inHand.get(chatId) ?? 0) + by);
      mostInOneChat = Math.max(mostInOneChat, inHand.get(chatId) ?? 0);
      most = Math.max(
        most,
        [...inHand.values()].reduce((sum, one) => sum + one, 0),
      );
    };
    const answer = async ({ chatId, text }: IncomingMessage) => {
      count(chatId, 1);
      await new Promise((resolve) => setTimeout(resolve, random() * 6));
      count(chatId, -1);
      return sayReply(text);
    };
    const { fake, platform } = await openTelegram(answer);
    await platform.start();
    const expected = Array.from({ length: MESSAGES }, (_, index) => `câu ${index}`);
    for (const text of expected) {
      for (let chat = 0; chat < CHATS; chat += 1) fake.say(FIRST_CHAT + chat, text);
      // Some come while others are in hand.
      if (random() < 0.3) await new Promise((resolve) => setTimeout(resolve, random() * 10));
    }
    for (let chat = 0; chat < CHATS; chat += 1) await fake.replies(FIRST_CHAT + chat, MESSAGES);
    await platform.stop();
    for (let chat = 0; chat < CHATS; chat += 1) {
      const texts = (await fake.replies(FIRST_CHAT + chat, MESSAGES)).map(({ text }) => text);
      expect(texts).toEqual(expected);
    }
    expect(mostInOneChat).toBe(1);
    expect(most).toBeGreaterThan(2);
    expect(most).toBeLessThanOrEqual(100);
    expect(fake.state.queue.pendingCount).toBe(0);
  });

  it('keep their order when some of the sends fail on the way', async () => {
    const random = randomFrom(7);
    const { fake, platform } = await openTelegram(async ({ text }) => sayReply(text));
    await platform.start();
    for (let fault = 0; fault < 60; fault += 1) {
      const chatId = FIRST_CHAT + Math.floor(random() * 5);
      fake.faults.add('sendMessage', { kind: 'refuse', refusal: { code: 500, description: 'restart' } }, { chatId });
    }
    const expected = Array.from({ length: 40 }, (_, index) => `câu ${index}`);
    for (const text of expected) for (let chat = 0; chat < 5; chat += 1) fake.say(FIRST_CHAT + chat, text);
    for (let chat = 0; chat < 5; chat += 1) {
      const last = () => fake.transcript(FIRST_CHAT + chat).findLast(({ from }) => from === 'bot')?.text;
      await fake.until(() => last() === 'câu 39');
      const numbers = (await fake.replies(FIRST_CHAT + chat)).map(({ text }) => Number(text.slice(4)));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });
});
