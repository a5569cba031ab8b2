import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeOpenai, startFakeOpenai } from '../support/fake-openai.ts';

const cli = new URL('../../src/cli.ts', import.meta.url).pathname;

/** Counts the files of the model libraries that a program loads, and the hosts it opens connections to. */
const watcher = `
import { registerHooks } from 'node:module';
import net from 'node:net';
let count = 0;
const hosts = new Set();
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = args.flat();
  if (first?.port !== undefined) hosts.add((first.host ?? 'localhost') + ':' + first.port);
  return connect.apply(this, args);
};
registerHooks({
  load(url, context, next) {
    if (/node_modules\\/(?:openai|langchain|@langchain)\\//.test(url)) count += 1;
    return next(url, context);
  },
});
process.on('exit', () => process.stderr.write('LOADED ' + count + ' HOSTS [' + [...hosts].join(' ') + ']\\n'));
`;

describe('the model libraries', { timeout: 120_000 }, () => {
  let server: FakeOpenai;
  let folder: string;
  beforeAll(async () => {
    server = await startFakeOpenai();
    folder = await mkdtemp(join(tmpdir(), 'chidao-start-up-'));
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function ask(question: string, settings: Record<string, string>) {
    const { stderr } = await promisify(execFile)(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(watcher)}`,
        cli,
        'ask',
        question,
        '--db',
        join(folder, 'db'),
      ],
      { env: { PATH: process.env.PATH, ...settings }, cwd: folder },
    );
    const [, loaded, hosts] = /LOADED (\d+) HOSTS \[(.*)\]/.exec(stderr) ?? [];
    return { loaded: Number(loaded), hosts };
  }

  it('are not loaded without a model', async () => {
    expect(await ask('hả', {})).toEqual({ loaded: 0, hosts: '' });
  });

  it('are not loaded for what the rules answer', async () => {
    const settings = { OPENAI_BASE_URL: server.baseUrl, CHAT_MODEL: 'gia', EMBEDDING_MODEL: 'vec' };
    expect(await ask('tỷ lệ che phủ rừng Cao Bằng 2023', settings)).toEqual({ loaded: 0, hosts: '' });
  });

  it('speak to the configured endpoint and to nobody else', async () => {
    const settings = { OPENAI_BASE_URL: server.baseUrl, CHAT_MODEL: 'gia' };
    const { loaded, hosts } = await ask('hả', settings);
    expect(loaded).toBeGreaterThan(0);
    expect(hosts).toBe(new URL(server.baseUrl).host);
  });
});
