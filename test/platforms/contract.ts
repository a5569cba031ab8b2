import { afterEach, describe, expect, it } from 'vitest';
import type { HandleMessage, IncomingMessage } from '../../src/domain/message.ts';
import type { Platform } from '../../src/domain/platform.ts';
import { paragraph, type Reply } from '../../src/domain/reply.ts';
import { citation, fullReply, mediaReply, sayReply } from '../support/replies.ts';

/** A platform with somebody at the other end of it. */
export type Harness = {
  platform: Platform;
  chatId: string;
  /** The person writes one message. */
  say(text: string): void;
  /** Waits until the person sees so many messages of the bot, and gives their text as shown. */
  seen(count: number): Promise<string[]>;
  close(): Promise<void>;
};

const hostileTexts = [
  '<b>không đóng & <script>alert(1)</script> &amp; </pre></blockquote>',
  '_*[]()~`>#+-=|{}.!\\ **đậm** [x](javascript:1)',
  'a\u202e54,3\u202c b\u200b\u2066c\u2069\ufeff',
  '\u0000\u0007\u001b[31mđỏ\u001b[2J\u009b1m',
  '\ud800 nửa chữ \udfff',
  '👨‍👩‍👧‍👦'.repeat(300),
  'ế'.normalize('NFD').repeat(400),
  "'; drop table figures; --",
];

/** What every platform does alike, whatever it is. */
export function itKeepsTheContract(name: string, open: (handleMessage: HandleMessage) => Promise<Harness>): void {
  describe(`${name} keeps the contract of a platform`, () => {
    let harness: Harness | null = null;
    const start = async (handleMessage: HandleMessage): Promise<Harness> => {
      harness = await open(handleMessage);
      await harness.platform.start();
      return harness;
    };
    afterEach(async () => {
      await harness?.platform.stop();
      await harness?.close();
      harness = null;
    });

    it('hands over a message with its text, people and time, and shows the reply', async () => {
      const messages: IncomingMessage[] = [];
      const { platform, chatId, say, seen } = await start(async (message) => {
        messages.push(message);
        return sayReply('Chỉ tiêu là 7,5 %.');
      });
      say('Tốc độ tăng trưởng năm 2026?');
      expect(await seen(1)).toEqual([expect.stringContaining('Chỉ tiêu là 7,5 %.')]);
      expect(messages).toEqual([
        expect.objectContaining({
          platform: platform.name,
          chatId,
          text: 'Tốc độ tăng trưởng năm 2026?',
          choice: null,
          isGroup: false,
        }),
      ]);
      expect(messages[0]?.receivedAt).toBeInstanceOf(Date);
      expect(messages[0]?.personId).not.toBe('');
    });

    it('gives every message an id of its own', async () => {
      const ids: string[] = [];
      const { say, seen } = await start(async ({ messageId }) => {
        ids.push(messageId);
        return sayReply('rồi');
      });
      for (let count = 0; count < 5; count += 1) say('câu hỏi giống nhau');
      await seen(5);
      expect(new Set(ids).size).toBe(5);
    });

    it('answers one at a time and in order, however long each takes', async () => {
      let inHand = 0;
      let most = 0;
      const { say, seen } = await start(async ({ text }) => {
        inHand += 1;
        most = Math.max(most, inHand);
        await new Promise((resolve) => setTimeout(resolve, text === 'câu 1' ? 30 : 1));
        inHand -= 1;
        return sayReply(`trả lời ${text}`);
      });
      for (let count = 1; count <= 8; count += 1) say(`câu ${count}`);
      const texts = await seen(8);
      expect(texts.map((text) => text.trim())).toEqual(
        Array.from({ length: 8 }, (_, index) => `trả lời câu ${index + 1}`),
      );
      expect(most).toBe(1);
    });

    it('says nothing where there is nothing to say', async () => {
      const { say, seen } = await start(async ({ text }) => (text === 'im' ? null : sayReply('có')));
      say('im');
      say('nói');
      expect((await seen(1)).map((text) => text.trim())).toEqual(['có']);
    });

    it('shows all parts of a reply: figure, table, source, quote and choices', async () => {
      const { say, seen } = await start(async () => fullReply);
      say('so sánh');
      const [text = ''] = await seen(1);
      for (const part of ['7,5 %', 'Kon Tum', '3.505 tỷ đồng', '15/KH-UBND', citation.quote, 'Xem nguồn']) {
        expect(text).toContain(part);
      }
    });

    it('shows a picture and a file, or says in words what they are', async () => {
      const { say, seen } = await start(async () => mediaReply);
      say('xuất tệp');
      let shown = '';
      for (let count = 1; !shown.includes('Hết.'); count += 1) shown = (await seen(count)).join('\n');
      for (const part of ['Đây là lịch.', 'Ảnh lịch tháng 11', 'Tệp báo cáo', 'Hết.']) expect(shown).toContain(part);
    });

    it('loses no word of a long reply', async () => {
      const words = Array.from({ length: 4000 }, (_, index) => `mục-${index}`);
      const { say, seen } = await start(async ({ text }) =>
        text === 'xong?' ? sayReply('xong.') : sayReply(words.join(' ')),
      );
      say('tất cả');
      say('xong?');
      let texts: string[] = [];
      for (let count = 1; !texts.at(-1)?.includes('xong.'); count += 1) texts = await seen(count);
      expect(texts.slice(0, -1).join(' ').split(/\s+/).filter(Boolean)).toEqual(words);
    });

    it.each(hostileTexts)('shows text as text, without marks that hide, turn or steer: %j', async (hostile) => {
      const reply: Reply = {
        blocks: [
          paragraph('Trước ', { bold: hostile }, ' sau'),
          {
            kind: 'table',
            rows: [
              ['a', 'b'],
              [hostile, '1'],
            ],
          },
          { kind: 'citation', label: hostile, citation: { ...citation, quote: hostile } },
        ],
        choices: [{ label: hostile, message: hostile }],
      };
      const { say, seen } = await start(async () => reply);
      say('?');
      let text = '';
      for (let count = 1; !text.includes('sau'); count += 1) text = (await seen(count)).join('');
      expect(text).toContain('Trước');
      expect(text).toMatch(/^[^\u202a-\u202e\u2066-\u2069\u200b\ufeff\u009b]*$/);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}]/u);
    });

    it('goes on after a handler that broke its promise, with a sentence and no inner detail', async () => {
      const { say, seen } = await start(async ({ text }) => {
        if (text === 'hỏng') throw new Error('secret detail of ours');
        return sayReply('bình thường');
      });
      say('hỏng');
      say('được');
      const [first = '', second = ''] = await seen(2);
      expect(first).toMatch(/lỗi/);
      expect(first).not.toContain('secret detail');
      expect(second).toContain('bình thường');
    });

    it('writes to a chat unasked and gives a receipt', async () => {
      const { platform, chatId, say, seen } = await start(async () => sayReply('chào'));
      say('chào');
      await seen(1);
      const outcome = await platform.send(chatId, sayReply('Nhắc: còn 3 ngày.'));
      expect(outcome).toEqual({ status: 'sent', receipt: expect.stringMatching(/./) });
      expect((await seen(2))[1]).toContain('Nhắc: còn 3 ngày.');
    });

    it('finishes what is in hand before it stops, and may be stopped twice', async () => {
      const { promise: isAsked, resolve: asked } = Promise.withResolvers<void>();
      const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>();
      const { platform, say, seen } = await start(async () => {
        asked();
        await mayAnswer;
        return sayReply('đã xong');
      });
      say('lâu');
      await isAsked;
      const stopped = Promise.all([platform.stop(), platform.stop()]);
      answer();
      await stopped;
      await platform.finished;
      expect((await seen(1))[0]).toContain('đã xong');
    });

    it('may be stopped before it was started', async () => {
      harness = await open(async () => null);
      await harness.platform.stop();
      await expect(harness.platform.finished).resolves.toBeUndefined();
    });

    it('says what it can do', async () => {
      const { platform } = await start(async () => null);
      expect(platform.limits.textLength).toBeGreaterThanOrEqual(1000);
      expect(platform.limits.buttons).toBeGreaterThanOrEqual(0);
      const { proactive, ...abilities } = platform.capabilities;
      expect(['always', 'window', 'never']).toContain(proactive);
      for (const ability of ['formatting', 'groups', 'images', 'files', 'edits', 'typing', 'receipts']) {
        expect(abilities).toHaveProperty(ability, expect.any(Boolean));
      }
    });
  });
}
