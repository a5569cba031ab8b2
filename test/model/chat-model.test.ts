import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ModelError } from '../../src/domain/errors.ts';
import type { AgentTask, ModelCall, ModelCallEnd, ModelLedger } from '../../src/domain/model.ts';
import { createChatModel } from '../../src/model/chat-model.ts';
import { createOutsideDoor } from '../../src/model/outside-door.ts';
import { type FakeOpenai, type Fault, startFakeOpenai } from '../support/fake-openai.ts';

let server: FakeOpenai;
beforeAll(async () => {
  server = await startFakeOpenai();
});
afterAll(() => server.close());

const pass = { purpose: 'answer', person: 'telegram:1' } as const;

function world(allowed = true) {
  const calls: ModelCall[] = [];
  const ends: ModelCallEnd[] = [];
  const ledger: ModelLedger = {
    open: async (call) => {
      calls.push(call);
      return allowed ? { id: calls.length } : null;
    },
    settle: async (_, end) => void ends.push(end),
  };
  const isSecret = (text: string): boolean => text.includes('TỐI MẬT');
  const door = createOutsideDoor({ baseUrl: server.baseUrl, ledger, isSecret });
  const model = createChatModel({ name: 'may-nho', baseUrl: server.baseUrl, apiKey: 'sk-thu' }, door);
  const given: unknown[] = [];
  const state = { isDone: false };
  const task = (more: Partial<AgentTask> = {}): AgentTask => ({
    pass,
    instructions: 'Tra cứu.',
    question: 'Ai báo cáo?',
    tools: [
      {
        name: 'tra-cuu',
        page: 'Tra cứu.',
        input: z.object({ words: z.string() }),
        run: async (input) => {
          given.push(input);
          return '[q1] Sở Nội vụ báo cáo.';
        },
      },
      {
        name: 'tra-loi',
        page: 'Trả lời.',
        input: z.object({ claims: z.array(z.string()) }),
        run: async (input) => {
          given.push(input);
          state.isDone = true;
          return 'Xong.';
        },
      },
    ],
    isDone: () => state.isDone,
    signal: AbortSignal.timeout(4000),
    ...more,
  });
  return { calls, ends, model, given, task };
}

const look = { calls: [{ name: 'tra-cuu', args: { words: 'báo cáo' } }] };
const answer = { calls: [{ name: 'tra-loi', args: { claims: ['Sở Nội vụ'] } }] };

describe('the agent', () => {
  it('calls tools through the real libraries until an answer is given', async () => {
    const { model, task, given, calls, ends } = world();
    server.think((_, round) => (round === 1 ? look : answer));
    await model.runAgent(task());
    expect(given).toEqual([{ words: 'báo cáo' }, { claims: ['Sở Nội vụ'] }]);
    expect(calls).toHaveLength(2);
    expect(ends).toEqual([
      expect.objectContaining({ outcome: 'ok', promptTokens: 100, completionTokens: 20 }),
      expect.objectContaining({ outcome: 'ok' }),
    ]);
    expect(server.keys.at(-1)).toBe('Bearer sk-thu');
  });

  it('stops a model that never stops calling tools', async () => {
    const { model, task, calls } = world();
    server.think(() => look);
    await model.runAgent(task());
    expect(calls.length).toBeLessThanOrEqual(5);
  });

  it('stops a model that calls a hundred tools at once', async () => {
    const { model, task, given } = world();
    server.think(() => ({ calls: Array.from({ length: 100 }, () => ({ name: 'tra-cuu', args: { words: 'x' } })) }));
    await model.runAgent(task());
    expect(given.length).toBeLessThanOrEqual(12);
  });

  const wrongArguments: [string, unknown][] = [
    ['of another shape', { từ: 1 }],
    ['that are no JSON', '{"words": "báo'],
    ['that are empty', ''],
  ];
  it.each(wrongArguments)('outlives arguments %s', async (_, args) => {
    const { model, task, given } = world();
    server.think((_request, round) => (round === 1 ? { calls: [{ name: 'tra-cuu', args }] } : answer));
    await model.runAgent(task());
    expect(given).not.toContainEqual(expect.objectContaining({ từ: 1 }));
  });

  it('outlives a tool that does not exist', async () => {
    const { model, task } = world();
    server.think((_, round) => (round === 1 ? { calls: [{ name: 'xoa-het', args: {} }] } : answer));
    await expect(model.runAgent(task())).resolves.toBeUndefined();
  });

  const faults: Fault[] = ['rate', 'error', 'unavailable', 'drop', 'garbage', 'cut', 'hang', 'empty', 'denied'];
  it.each(faults)('says ModelError for an endpoint with the fault “%s”, never more than two tries', async (fault) => {
    const { model, task, ends } = world();
    server.think(() => ({ fault }));
    const asked = model.runAgent(
      task({ signal: AbortSignal.timeout(fault === 'hang' || fault === 'cut' ? 300 : 8000) }),
    );
    await expect(asked).rejects.toThrow(ModelError);
    await expect(asked).rejects.not.toThrow(/báo cáo/);
    expect(ends.length).toBeLessThanOrEqual(2);
  });

  it('asks nothing of the endpoint when the budget is used up', async () => {
    const { model, task } = world(false);
    const before = server.bodies.length;
    await expect(model.runAgent(task())).rejects.toThrow(ModelError);
    expect(server.bodies.length).toBe(before);
  });
});

describe('the outside door', () => {
  it('hides personal data on the way out and puts it back for the tools', async () => {
    const { model, task, given } = world();
    const question = 'Anh Nguyễn Văn Hải (0912 345 678, hai.nv@vi-du.vn, CCCD 012345678901) phải báo cáo gì?';
    server.think((request, round) => {
      const said = request.messages.find(({ role }) => role === 'user')?.content ?? '';
      const name = /\{\{TEN_\d+\}\}/.exec(said)?.[0] ?? 'không thấy';
      return round === 1 ? { calls: [{ name: 'tra-cuu', args: { words: `việc của ${name}` } }] } : answer;
    });
    const from = server.bodies.length;
    await model.runAgent(task({ question }));
    const sent = server.bodies.slice(from).join('\n');
    for (const secret of ['Nguyễn Văn Hải', '0912', '345 678', 'hai.nv', '012345678901'])
      expect(sent).not.toContain(secret);
    expect(given[0]).toEqual({ words: 'việc của Nguyễn Văn Hải' });
  });

  it('never sends a text with a mark of secrecy', async () => {
    const { model, task, ends } = world();
    const from = server.bodies.length;
    await expect(model.runAgent(task({ question: 'TỐI MẬT: kế hoạch' }))).rejects.toThrow(ModelError);
    expect(server.bodies.length).toBe(from);
    expect(ends).toEqual([expect.objectContaining({ outcome: 'blocked' })]);
  });

  it('records the checksum of exactly what was sent', async () => {
    const { createHash } = await import('node:crypto');
    const { model, task, calls } = world();
    server.think(() => answer);
    await model.runAgent(task());
    expect(calls[0]?.sha256).toBe(
      createHash('sha256')
        .update(server.bodies.at(-1) ?? '')
        .digest('hex'),
    );
    expect(calls[0]?.bytes).toBe(Buffer.byteLength(server.bodies.at(-1) ?? ''));
  });
});

describe('readAs', () => {
  const shape = z.object({ figures: z.array(z.string()) });
  const read = (text: string) => {
    const { model } = world();
    server.think(() => ({ text }));
    return model.readAs({ pass, instructions: 'Đọc.', text: 'x', shape, signal: AbortSignal.timeout(4000) });
  };
  const cases: [string, unknown][] = [
    ['{"figures":["57,83%"]}', { figures: ['57,83%'] }],
    ['```json\n{"figures":[]}\n```', { figures: [] }],
    ['{"figures":[1]}', null],
    ['{"figures":', null],
    ['Tôi không thể giúp việc này.', null],
  ];
  it.each(cases)('reads %s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });
});
