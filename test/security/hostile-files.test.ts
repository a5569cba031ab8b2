import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadingPool, type ReadingPool } from '../../src/wiring/reading-pool.ts';
import { hostileFiles } from '../support/hostile-files.ts';

const files = await hostileFiles();
const today = '2026-11-22';
let pool: ReadingPool;

beforeAll(() => {
  pool = createReadingPool({ threads: 2, memoryMegabytes: 512, patienceSeconds: 10 });
});
afterAll(() => pool.close());

describe(`${files.length} hostile files, read in threads of 512 MB`, { timeout: 600_000 }, () => {
  it('are 60 or more', () => expect(files.length).toBeGreaterThanOrEqual(60));

  it.each(files)('%s: ends as text or with a reason', async (_, bytes) => {
    const name = '../../etc/<b>tệp\u202e.docx';
    const reading = await pool.read({ name, bytes }, { today });
    expect(['read', 'failed']).toContain(reading.status);
    if (reading.status === 'read') expect(JSON.stringify(reading.draft)).not.toMatch(/root:|a{1000}|<script/);
    else expect(reading.reason).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('leave the process alive, which reads the next good one', async () => {
    const bytes = new TextEncoder().encode(
      'ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 15/KH-UBND\nKẾ HOẠCH\nTrồng rừng\n- Trồng mới 500 ha rừng.',
    );
    // With the patience of the product: a busy machine is no hostile file.
    const usual = createReadingPool({ threads: 1 });
    expect((await usual.read({ name: 'a.txt', bytes }, { today })).status).toBe('read');
    await usual.close();
  });
});
