import { describe, expect, it } from 'vitest';
import type { HandleMessage } from '../../../src/domain/message.ts';
import { paragraph, type Reply } from '../../../src/domain/reply.ts';
import { CHAT, GROUP, openTelegram } from './telegram-harness.ts';

const say = (text: string): Reply => ({ blocks: [paragraph(text)], choices: [] });
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

/** Shows two parts, then answers. */
const slowly: HandleMessage = async (_message, show) => {
  show?.(say('phần <một>'));
  await pause();
  show?.(say('phần một, phần hai'));
  await pause();
  return say('cả câu trả lời');
};

describe('a reply in the making on Telegram', () => {
  it('is shown as a draft of one number, and then sent once', async () => {
    const { fake, platform } = await openTelegram(slowly);
    await platform.start();
    fake.say(CHAT, 'hỏi');
    await fake.replies(CHAT, 1);
    expect(fake.state.drafts.map(({ text }) => text)).toEqual(['phần <một>', 'phần một, phần hai']);
    expect(new Set(fake.state.drafts.map(({ id }) => id)).size).toBe(1);
    expect(fake.transcript(CHAT).filter(({ from }) => from === 'bot')).toHaveLength(1);
    const order = fake.calls.map(({ method }) => method).filter((method) => method.startsWith('sendMessage'));
    expect(order.at(-1)).toBe('sendMessage');
  });

  it('is not shown in a group', async () => {
    const { fake, platform } = await openTelegram(slowly);
    await platform.start();
    fake.say(GROUP, `@${fake.state.me.username} hỏi`, { chat: { id: GROUP, type: 'supergroup', title: 'Nhóm' } });
    await fake.replies(GROUP, 1);
    expect(fake.state.drafts).toEqual([]);
  });

  it('costs nothing where the server knows no drafts: it is tried once, and the answer is sent', async () => {
    const { fake, platform, log } = await openTelegram(slowly);
    fake.state.blocked.add(CHAT);
    await platform.start();
    fake.say(CHAT, 'hỏi');
    await fake.until(() => fake.calls.some(({ method }) => method === 'sendMessage'));
    expect(fake.calls.filter(({ method }) => method === 'sendMessageDraft')).toHaveLength(1);
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
