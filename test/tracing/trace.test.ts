import { beforeAll, describe, expect, it } from 'vitest';
import { renderText } from '../../src/answer/render-text.ts';
import { parseConfig } from '../../src/config.ts';
import { DatabaseAwayError } from '../../src/domain/errors.ts';
import type { HandleMessage, IncomingMessage } from '../../src/domain/message.ts';
import { loadTables } from '../../src/tables.ts';
import { createTrace, type OpenTrace } from '../../src/tracing/create-trace.ts';
import { type Base, buildBase } from '../../src/wiring/base.ts';
import { createMessageHandler } from '../../src/wiring/message-handler.ts';
import { traceEngine } from '../../src/wiring/trace-engine.ts';
import { testDatabase } from '../support/database.ts';
import { startFakeCollector } from '../support/fake-collector.ts';
import { addDuty, addSubscriber, dutyDraft, silentLog, testService } from '../support/reminder-world.ts';
import { simulatedClock } from '../support/simulated-clock.ts';
import { simulatedPlatform } from '../support/simulated-platform.ts';

let base: Base;
beforeAll(async () => {
  base = buildBase(await testDatabase(), loadTables());
});

/** A collector, and a trace to it; `sent` closes the trace and gives what came. */
async function open(answer?: Parameters<typeof startFakeCollector>[0]) {
  const collector = await startFakeCollector(answer);
  const trace = createTrace({
    url: `${collector.endpoint}/v1/traces`,
    headers: { 'x-key': 'khoa' },
    serviceName: 'thu',
  });
  const sent = async () => {
    await trace.close();
    await collector.close();
    return collector;
  };
  return { trace, sent };
}

const message: IncomingMessage = {
  platform: 'telegram',
  chatId: '778899001',
  personId: '665544332',
  personName: 'Nguyễn Thị Hoa Mận',
  messageId: '1',
  text: 'tỷ lệ hộ nghèo của tôi, 0912345678?',
  choice: null,
  isGroup: false,
  receivedAt: new Date('2026-11-22T02:00:00Z'),
};

function handlerOver(traced: Base) {
  const config = parseConfig({ ACCESS: 'open' });
  const people = { admins: [] } as never;
  return createMessageHandler(traced, config, { log: silentLog, features: [], people });
}

const sayTo = async (handle: HandleMessage): Promise<string> =>
  renderText((await handle(message)) ?? { blocks: [], choices: [] });

const tracedBase = (trace: OpenTrace, engine = base.engine): Base => ({
  ...base,
  trace,
  engine: traceEngine(engine, trace),
});

describe('a trace', () => {
  it('holds the steps of an answer within each other and nothing of the person or the text', async () => {
    const { trace, sent } = await open();
    await handlerOver(tracedBase(trace))(message);
    const collector = await sent();
    const steps = collector.spans().map(({ name, within }) => `${within ?? ''} > ${name}`);
    expect(steps).toEqual(expect.arrayContaining([' > turn', 'turn > corpus', 'turn > tool']));
    expect(new Set(collector.spans().map(({ traceId }) => traceId)).size).toBe(1);
    const turn = collector.spans().find(({ name }) => name === 'turn');
    expect(turn?.notes).toEqual({ 'chidao.platform': 'telegram', 'chidao.outcome': 'not_found' });
    expect(collector.headers[0]?.['x-key']).toBe('khoa');
    expect(collector.raw()).toContain('"thu"');
    for (const word of ['778899001', '665544332', 'Mận', 'nghèo', '0912345678', 'khoa']) {
      expect(collector.raw()).not.toContain(word);
    }
  });

  it('is found by the reference number a person was told', async () => {
    const { trace, sent } = await open();
    const tools = async () => {
      throw new TypeError('hỏng ở câu của Nguyễn Thị Hoa Mận');
    };
    const said = await sayTo(handlerOver(tracedBase(trace, { tools })));
    const reference = /mã ([0-9a-f]{8})/.exec(said)?.[1];
    const collector = await sent();
    expect(reference).toBeDefined();
    const [turn] = collector.spans().filter(({ notes }) => notes['chidao.reference'] === reference);
    expect(turn).toMatchObject({ name: 'turn', notes: { 'chidao.outcome': 'error' } });
    expect(collector.spans().find(({ name }) => name === 'corpus')).toMatchObject({
      isError: true,
      notes: { 'error.type': 'TypeError' },
    });
    expect(collector.raw()).not.toContain('Mận');
  });

  it('passes errors on, and what they say stays here', async () => {
    const { trace, sent } = await open();
    const away = new DatabaseAwayError('postgres://ai:mat-khau@may');
    await expect(trace.step('message', {}, () => Promise.reject(away))).rejects.toBe(away);
    expect((await sent()).raw()).not.toContain('mat-khau');
  });

  it('tells nothing that has no name here', async () => {
    const { trace, sent } = await open();
    const more = { platform: 'telegram' as const, text: 'chuyện riêng' };
    await trace.step('message', more, async () => trace.note({ ...more }));
    expect((await sent()).raw()).not.toContain('chuyện riêng');
  });

  it('keeps steps side by side apart', async () => {
    const { trace, sent } = await open();
    const turn = (platform: 'telegram' | 'zalo-oa') =>
      trace.step('turn', { platform }, async () => {
        await Promise.resolve();
        await trace.step('tool', { name: platform }, async () => undefined);
        trace.note({ outcome: `của ${platform}` });
      });
    await Promise.all([turn('telegram'), turn('zalo-oa')]);
    const spans = (await sent()).spans();
    for (const platform of ['telegram', 'zalo-oa']) {
      const own = spans.find(({ notes }) => notes['chidao.platform'] === platform);
      const tool = spans.find(({ notes }) => notes['chidao.name'] === platform);
      expect(own?.notes['chidao.outcome']).toBe(`của ${platform}`);
      expect([tool?.within, tool?.traceId]).toEqual(['turn', own?.traceId]);
    }
  });

  it('tells of each reminder and what became of it', async () => {
    const { trace, sent } = await open();
    const database = await testDatabase();
    const clock = simulatedClock('2026-11-10T02:00:00Z');
    const platform = simulatedPlatform(clock);
    platform.fault = (chatId) =>
      chatId === '2' ? { status: 'failed', kind: 'recipient', retryAfterSeconds: null, reason: '403 của 2' } : null;
    await addDuty(database, dutyDraft('a', { topics: ['chung'] }), clock.now());
    for (const chatId of ['1', '2']) await addSubscriber(database, { chatId, topics: ['chung'] }, clock.now());
    const service = testService(database, clock, { platforms: [platform], trace });
    for (let day = 0; day < 4; day += 1) {
      await service.tick();
      await clock.sleep(86_400_000);
    }
    await service.tick();
    expect(platform.arrived.length).toBeGreaterThan(0);
    const collector = await sent();
    const outcomes = collector.spans().map(({ name, notes }) => `${name} ${notes['chidao.outcome']}`);
    expect(outcomes).toEqual(expect.arrayContaining(['reminder sent', 'reminder recipient']));
    expect(collector.raw()).not.toMatch(/việc a|của 2/);
  });

  const faults: [what: string, answer: Parameters<typeof startFakeCollector>[0]][] = [
    ['never answers', () => new Promise(() => undefined)],
    ['refuses', () => ({ status: 401 })],
    ['is overloaded', () => ({ status: 503, headers: { 'retry-after': '60' } })],
    ['breaks off', () => 'drop'],
    ['answers nonsense', () => ({ status: 200, body: '<html>' })],
  ];
  it.each(faults)('costs nobody an answer when its collector %s', async (_, answer) => {
    const { trace, sent } = await open(answer);
    const handle = handlerOver(tracedBase(trace));
    // More than the queue of spans holds.
    for (let turn = 0; turn < 3000; turn += 1) await trace.step('tool', { count: turn }, async () => turn);
    expect(await sayTo(handle)).not.toContain('lỗi');
    await sent();
  });

  it('costs nobody an answer when nobody is there', async () => {
    const { trace, sent } = await open();
    await sent();
    const gone = createTrace({ url: 'http://127.0.0.1:9/v1/traces', headers: {}, serviceName: 'thu' });
    expect(await sayTo(handlerOver(tracedBase(gone)))).not.toContain('lỗi');
    await gone.close();
    // After closing, too.
    expect(await trace.step('tool', {}, async () => 7)).toBe(7);
  });
});
