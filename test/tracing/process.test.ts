import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeCollector } from '../support/fake-collector.ts';
import { startFakeOpenai } from '../support/fake-openai.ts';
import { startFakeTelegram } from '../support/fake-telegram.ts';

const program = join(import.meta.dirname, '..', '..', 'src', 'chidao.mjs');
const cli = join(import.meta.dirname, '..', '..', 'src', 'cli.ts');

/** Counts the files of the tracing libraries that a program loads. */
const watcher = `
import { registerHooks } from 'node:module';
let count = 0;
registerHooks({
  load(url, context, next) {
    if (/@opentelemetry\\/(?:sdk-trace|exporter|otlp|resources)/.test(url)) count += 1;
    return next(url, context);
  },
});
process.on('exit', () => process.stderr.write('LOADED ' + count + '\\n'));
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chidao-trace-'));
  await writeFile(join(folder, 'rieng.txt'), 'KẾ HOẠCH\nchuyện riêng của phòng\n1. Tỷ lệ che phủ rừng đạt 52,5%.\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(args: readonly string[], settings: Record<string, string>) {
  const { stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(watcher)}`, cli, ...args, '--db', join(folder, 'db')],
    { env: { PATH: process.env.PATH, ...settings }, cwd: folder },
  );
  return Number(/LOADED (\d+)/.exec(stderr)?.[1]);
}

const nobody = 'http://127.0.0.1:9';

describe('tracing', { timeout: 180_000 }, () => {
  it('loads nothing where no collector is configured', async () => {
    expect(await run(['ask', 'tỷ lệ che phủ rừng Cao Bằng 2023'], {})).toBe(0);
  });

  it('tells of what a command read and stored, when a collector is configured, before the command ends', async () => {
    const collector = await startFakeCollector();
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.endpoint}/`, OTEL_SERVICE_NAME: 'phong-thu' };
    expect(await run(['ingest', 'rieng.txt'], settings)).toBeGreaterThan(0);
    await collector.close();
    const steps = collector.spans().map(({ name, notes }) => [name, notes['chidao.outcome'] ?? notes['chidao.count']]);
    expect(steps).toEqual([
      ['read', 'read'],
      ['ingest', 1],
    ]);
    expect(collector.raw()).toContain('phong-thu');
    expect(collector.raw()).not.toMatch(/rieng|riêng/);
  });

  const collectors: [what: string, isThere: boolean][] = [
    ['follows a message from being received to its answer being sent', true],
    ['whose collector is away leaves the bot as it is: it answers and stops', false],
  ];
  it.each(collectors)('%s', async (_, isThere) => {
    const [collector, telegram, openai] = await Promise.all([
      startFakeCollector(),
      startFakeTelegram(),
      startFakeOpenai(),
    ]);
    const env = {
      PATH: process.env.PATH,
      CHIDAO_HOME: join(folder, `home-${isThere}`),
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      ACCESS: 'open',
      OPENAI_BASE_URL: openai.baseUrl,
      CHAT_MODEL: 'gia',
      OTEL_EXPORTER_OTLP_ENDPOINT: isThere ? collector.endpoint : nobody,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20ma-bi-mat',
    };
    const child = spawn(process.execPath, [program, 'start'], { env, cwd: folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('close', resolve));
    try {
      telegram.say(424242, 'hả 0912345678', { from: { id: 313131, is_bot: false, first_name: 'Mận' } });
      expect(await telegram.replies(424242)).toHaveLength(1);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
    await Promise.all([collector.close(), telegram.close(), openai.close()]);
    if (!isThere) return expect(collector.spans()).toEqual([]);
    const spans = collector.spans();
    const { traceId } = spans.find(({ name }) => name === 'message') ?? {};
    const steps = spans.filter((span) => span.traceId === traceId).map(({ name, within }) => `${within} > ${name}`);
    const expected = ['null > message', 'message > turn', 'message > send', 'turn > corpus', 'turn > model'];
    expect(steps).toEqual(expect.arrayContaining(expected));
    expect(collector.headers[0]?.authorization).toBe('Bearer ma-bi-mat');
    expect(collector.raw()).not.toMatch(/424242|313131|0912345678|Mận|hả|ma-bi-mat|fake-token/);
  });
});
