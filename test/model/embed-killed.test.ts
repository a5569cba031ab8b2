import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf, runLine } from '../support/command-line.ts';
import { type FakeOpenai, startFakeOpenai } from '../support/fake-openai.ts';

const cli = new URL('../../src/cli.ts', import.meta.url).pathname;
const passages = 300;
const lengths: Record<string, number> = { cu: 8, moi: 12 };
const vectorOf = (text: string, model: string): number[] =>
  Array.from({ length: lengths[model] ?? 0 }, (_, at) => 1 + ((text.codePointAt(at % text.length) ?? 0) % 7));

describe('chidao embed with a new model, killed half-way', { timeout: 120_000 }, () => {
  let server: FakeOpenai;
  let folder: string;
  let running: ChildProcess | null = null;
  const run = (args: string[], model: string) =>
    runLine([...args, '--db', join(folder, 'db')], {
      settings: { OPENAI_BASE_URL: server.baseUrl, EMBEDDING_MODEL: model },
    });
  /** The model of the last question that was embedded. */
  const searchedWith = async (model: string): Promise<unknown> => {
    await run(['search', 'đoạn về rừng'], model);
    return (JSON.parse(server.bodies.at(-1) ?? '{}') as { model?: string }).model;
  };

  beforeAll(async () => {
    server = await startFakeOpenai();
    server.embedWith(vectorOf);
    folder = await mkdtemp(join(tmpdir(), 'chidao-embed-'));
    const lines = Array.from({ length: passages }, (_, at) =>
      JSON.stringify({ id: `d${at}`, text: `đoạn ${at} về rừng` }),
    );
    await writeFile(join(folder, 'passages.jsonl'), lines.join('\n'));
    await run(['ingest', '--passages', join(folder, 'passages.jsonl')], 'cu');
    await run(['embed'], 'cu');
  });
  afterAll(async () => {
    running?.kill('SIGKILL');
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps what it had, is searched with the old index, and goes on where it was', async () => {
    expect(await searchedWith('cu')).toBe('cu');
    let embedded = 0;
    server.embedWith((text, model) => {
      embedded += 1;
      // In its third batch of 64.
      if (embedded === 130) running?.kill('SIGKILL');
      return embedded >= 130 ? 'hang' : vectorOf(text, model);
    });
    running = spawn(process.execPath, [cli, 'embed', '--db', join(folder, 'db')], {
      env: { ...process.env, OPENAI_BASE_URL: server.baseUrl, EMBEDDING_MODEL: 'moi' },
      stdio: 'ignore',
      cwd: folder,
    });
    await once(running, 'exit');
    expect(running.signalCode).toBe('SIGKILL');
    server.embedWith(vectorOf);
    expect(await searchedWith('moi')).toBe('cu');
    const ran = await run(['embed', '--json'], 'moi');
    const [row] = rowsOf(ran);
    expect(row?.embedded).toBe(passages - 128);
    expect(ran.logged).toContain(`đã tính ${passages - 128}/${passages - 128} đoạn`);
    expect(await searchedWith('moi')).toBe('moi');
    expect(rowsOf(await run(['embed', '--json'], 'moi'))).toEqual([{ embedded: 0, heldBack: 0 }]);
  });
});
