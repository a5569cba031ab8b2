import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SettingError } from '../../src/domain/errors.ts';
import { openDatabase } from '../../src/store/database.ts';
import { findDirectives } from '../../src/store/directives.ts';
import { findFigures } from '../../src/store/figures.ts';
import { listPassages } from '../../src/store/passages.ts';

const SAVED_BEFORE_KILL = 25;
const program = fileURLToPath(new URL('../support/save-directives-for-ever.ts', import.meta.url));

describe('a process that is killed while documents come in', () => {
  let directory: string;
  let child: ChildProcess;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'chidao-crash-'));
    child = spawn(process.execPath, [program, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  });
  afterAll(async () => {
    child.kill('SIGKILL');
    await rm(directory, { recursive: true });
  });

  it('keeps others out while it lives, and leaves every document that it reported whole', async () => {
    const reported = await readReported(child, SAVED_BEFORE_KILL);
    await expect(openDatabase({ url: null, directory })).rejects.toThrow(SettingError);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));

    const database = await openDatabase({ url: null, directory });
    const stored = await findDirectives(database);
    expect(stored.map(({ id }) => id)).toEqual(expect.arrayContaining(reported));
    for (const { id } of stored) {
      expect(await listPassages(database, { documents: [id] })).toHaveLength(3);
      expect(await findFigures(database, { documents: [id] })).toHaveLength(2);
    }
    await database.close();
  }, 90_000);
});

/** The ids that the process printed, once there are so many. */
async function readReported(child: ChildProcess, many: number): Promise<string[]> {
  if (!child.stdout) throw new Error('no output to read');
  const ids: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    ids.push(line);
    if (ids.length >= many) return ids;
  }
  throw new Error(`it ended after ${ids.length} documents`);
}
