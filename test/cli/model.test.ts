import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOwnHost } from '../../src/wiring/build-model.ts';
import { corpus } from '../answer/corpus.ts';
import { runLine } from '../support/command-line.ts';
import { type FakeOpenai, idsIn, startFakeOpenai } from '../support/fake-openai.ts';

let server: FakeOpenai;
let folder: string;
let database: string;
beforeAll(async () => {
  server = await startFakeOpenai();
  folder = await mkdtemp(join(tmpdir(), 'chidao-model-'));
  database = join(folder, 'db');
  await writeFile(join(folder, 'lao-cai-2024.txt'), corpus['lao-cai-2024.txt'] ?? '');
  await runLine(['ingest', join(folder, 'lao-cai-2024.txt'), '--db', database]);
}, 60_000);
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const hard = 'Anh Trần Bình (0912345678) hỏi: ở Lào Cai, mảng nào được chọn làm mũi nhọn bứt tốc?';
const run = (args: string[], more: Record<string, string> = {}) =>
  runLine([...args, '--db', database], {
    settings: { OPENAI_BASE_URL: server.baseUrl, CHAT_MODEL: 'gia', EMBEDDING_MODEL: 'vec', ...more },
  });

describe('chidao model', () => {
  it('shows exactly what would be sent, hidden data hidden, and sends nothing', async () => {
    const before = server.bodies.length;
    const { code, printed } = await run(['model', 'dry-run', hard]);
    expect(code).toBe(0);
    const shown = JSON.parse(printed.join('\n')) as { model: string; messages: { content: unknown }[] };
    expect(shown.model).toBe('gia');
    expect(JSON.stringify(shown)).toContain('mũi nhọn bứt tốc');
    expect(JSON.stringify(shown)).not.toMatch(/Trần Bình|0912345678/);
    expect(server.bodies.length).toBe(before);
  });

  it('says that nothing would be sent for what the rules answer', async () => {
    const { printed, logged } = await run(['model', 'dry-run', 'tỷ lệ che phủ rừng Lào Cai 2024']);
    expect(printed).toEqual([]);
    expect(logged.join()).toContain('Không gửi gì');
  });

  it('sends what the dry run showed, and says afterwards what was used', async () => {
    const dry = (await run(['model', 'dry-run', hard])).printed.join('\n');
    server.think((request) => ({
      calls: [{ name: 'tra-loi', args: { claims: [{ text: '', evidence: idsIn(request).slice(-1) }] } }],
    }));
    const from = server.bodies.length;
    await run(['ask', hard]);
    expect(JSON.parse(server.bodies[from] ?? '')).toEqual(JSON.parse(dry));
    const { printed } = await run(['model', 'usage', '--json']);
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({ purpose: 'answer', calls: 1, promptTokens: 100 });
  });

  it('asks nothing once the budget of the day is used up, and answers all the same', async () => {
    const from = server.bodies.length;
    const { code, printed } = await run(['ask', hard], { MODEL_DAILY_TOKENS: '10' });
    expect(code).toBe(0);
    expect(printed.join()).toContain('Không tìm thấy');
    expect(server.bodies.length).toBe(from);
  });

  it('embeds once, then has nothing left to do', async () => {
    const { code, printed } = await run(['embed', '--json']);
    expect(code).toBe(0);
    expect((JSON.parse(printed[0] ?? '') as { embedded: number }).embedded).toBeGreaterThan(0);
    expect((await run(['embed', '--json'])).printed).toEqual(['{"embedded":0,"heldBack":0}']);
  });

  it('shows the request to the embedding model, too, and sends neither', async () => {
    const before = server.bodies.length;
    const { printed, logged } = await run(['model', 'dry-run', hard]);
    const shown = printed.join('\n');
    expect(shown).toMatch(/"model": "vec"[\s\S]*"model": "gia"/);
    expect(shown).not.toMatch(/Trần Bình|0912345678/);
    expect(logged.join('\n')).toContain('chưa gửi');
    expect(server.bodies.length).toBe(before);
  });

  it('searches by words when the endpoint of vectors hangs, without waiting as long as an index may', async () => {
    server.embedWith(() => 'hang');
    const { printed, logged } = await run(['search', 'thủ tục hành chính']);
    server.embedWith(() => [1, 2, 3]);
    expect(printed.join()).toContain('thủ tục hành chính');
    expect(logged.join()).toContain('tạm tìm theo từ ngữ');
  }, 20_000);

  it('speaks to an embedding model of another address with the key of that address', async () => {
    const other = await startFakeOpenai();
    const from = server.bodies.length;
    const settings = { EMBEDDING_MODEL: 'vec-2', EMBEDDING_BASE_URL: other.baseUrl, OPENAI_API_KEY: 'sk-mot' };
    expect((await run(['embed'], settings)).code).toBe(0);
    expect((await run(['embed'], { ...settings, EMBEDDING_MODEL: 'vec-3', EMBEDDING_API_KEY: 'sk-hai' })).code).toBe(0);
    await other.close();
    expect(new Set(other.keys)).toEqual(new Set(['Bearer none', 'Bearer sk-hai']));
    expect(server.bodies.length).toBe(from);
  });

  it('says which settings are missing', async () => {
    const { code, logged } = await runLine(['embed', '--db', database]);
    expect(code).toBe(1);
    expect(logged.join()).toContain('EMBEDDING_MODEL');
  });
});

describe('tracing of the model libraries', () => {
  it('sends nothing, even where the environment asks for it', async () => {
    const tracer = await startFakeOpenai();
    const from = server.bodies.length;
    const environment = {
      ...process.env,
      OPENAI_BASE_URL: server.baseUrl,
      CHAT_MODEL: 'gia',
      LANGSMITH_TRACING: 'true',
      LANGCHAIN_TRACING_V2: 'true',
      LANGSMITH_API_KEY: 'x',
      LANGSMITH_ENDPOINT: tracer.baseUrl,
      LANGCHAIN_ENDPOINT: tracer.baseUrl,
    };
    const cli = new URL('../../src/cli.ts', import.meta.url).pathname;
    await promisify(execFile)(process.execPath, [cli, 'ask', hard, '--db', database], {
      env: environment,
      cwd: folder,
    });
    expect(server.bodies.length).toBeGreaterThan(from);
    expect(tracer.bodies).toEqual([]);
    await tracer.close();
  }, 60_000);
});

describe('isOwnHost', () => {
  const own = [
    'localhost',
    '127.0.0.1',
    '10.1.2.3',
    '192.168.1.5',
    '172.16.0.9',
    '172.31.1.1',
    '[::1]',
    '[fd00::1]',
    'may-chu',
    'llm.lan',
    'gpu.internal',
  ];
  const foreign = [
    'api.openai.com',
    '8.8.8.8',
    '172.32.0.1',
    '192.169.1.1',
    '10.evil.com',
    '127.0.0.1.evil.com',
    'localhost.evil.com',
    '[2001:db8::1]',
  ];
  it.each(own)('knows %s for its own', (host) => expect(isOwnHost(host)).toBe(true));
  it.each(foreign)('takes %s for somebody else’s', (host) => expect(isOwnHost(host)).toBe(false));
});
