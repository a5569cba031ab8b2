import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { sayReply } from '../../support/replies.ts';
import { itKeepsTheContract } from '../contract.ts';
import { openTerminal } from './terminal-harness.ts';

itKeepsTheContract('terminal', async (handleMessage) => {
  const { platform, input, writes, until } = openTerminal(handleMessage);
  return {
    platform,
    chatId: 'terminal',
    say: (text) => input.write(`${text}\n`),
    seen: async (count) => {
      await until(() => writes.length >= count);
      return writes;
    },
    close: async () => void input.destroy(),
  };
});

const echo = async ({ text }: { text: string }) => sayReply(`Hỏi: ${text}`);
const colored = () => ({ columns: 40, color: true });

describe('terminal, piped', () => {
  it('answers each line and ends with its input', async () => {
    const { platform, input, writes } = openTerminal(echo);
    await platform.start();
    input.end('một\n\n   \nhai\r\nba');
    await platform.finished;
    expect(writes).toEqual(['Hỏi: một\n\n', 'Hỏi: hai\n\n', 'Hỏi: ba\n\n']);
  });

  it('ends with empty input', async () => {
    const { platform, input, writes } = openTerminal(echo);
    await platform.start();
    input.end();
    await platform.finished;
    expect(writes).toEqual([]);
  });

  it('tells progress apart from the answers, and only when an answer takes its time', async () => {
    const slow = openTerminal(
      async ({ text }) => {
        await new Promise((resolve) => setTimeout(resolve, 40));
        return sayReply(text);
      },
      { slowAfterMilliseconds: 5 },
    );
    await slow.platform.start();
    slow.input.end('chậm\n');
    await slow.platform.finished;
    expect(slow.progress.join('')).toMatch(/Đang tìm/);
    expect(slow.writes).toEqual(['chậm\n\n']);

    const quick = openTerminal(echo);
    await quick.platform.start();
    quick.input.end('nhanh\n');
    await quick.platform.finished;
    expect(quick.progress).toEqual([]);
  });

  it('takes a line of a megabyte', async () => {
    const { platform, input, writes } = openTerminal(async ({ text }) => sayReply(String(text.length)));
    await platform.start();
    input.end(`${'á'.repeat(1_000_000)}\n`);
    await platform.finished;
    expect(writes).toEqual(['1000000\n\n']);
  });

  it('ends when nobody reads its output any more', async () => {
    const broken = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('broken pipe'), { code: 'EPIPE' }));
      },
    });
    let asked = 0;
    const { platform, input } = openTerminal(
      async ({ text }) => {
        asked += 1;
        return sayReply(text);
      },
      { output: broken },
    );
    await platform.start();
    input.write('một\nhai\nba\n');
    await platform.finished;
    expect(asked).toBe(1);
    expect(await platform.send('terminal', sayReply('nhắc'))).toMatchObject({ status: 'failed', kind: 'recipient' });
  });
});

describe('terminal, with a person at the keyboard', () => {
  const open = () => openTerminal(echo, { isInteractive: true, screen: colored });

  it('greets, prompts, and ends cleanly with Ctrl-D', async () => {
    const { platform, input, writes, until } = open();
    await platform.start();
    expect(writes.join('')).toMatch(/Chỉ Đạo: .*\n\n.*Bạn: /s);
    input.write('xin chào\r');
    await until(() => writes.join('').includes('Hỏi: xin chào'));
    input.write('\u0004');
    await platform.finished;
    expect(writes.at(-1)).toBe('\n');
  });

  it('ends cleanly with Ctrl-C, also in the middle of a line', async () => {
    const { platform, input } = open();
    await platform.start();
    input.write('dở dang\u0003');
    await expect(platform.finished).resolves.toBeUndefined();
  });

  it('prompts again after an empty line', async () => {
    const { platform, input, writes, until } = open();
    await platform.start();
    const prompts = () => writes.join('').split('Bạn: ').length - 1;
    input.write('\r');
    await until(() => prompts() >= 2);
    await platform.stop();
    expect(writes.join('')).not.toContain('Hỏi:');
  });
});
