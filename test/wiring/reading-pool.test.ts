import { afterEach, describe, expect, it } from 'vitest';
import { createReadingPool, type ReadingPool, type ReadingPoolOptions } from '../../src/wiring/reading-pool.ts';
import { contentBomb } from '../support/broken-pdfs.ts';

const today = '2026-11-22';
const plan = (place: string) => ({
  name: `${place}.txt`,
  bytes: new TextEncoder().encode(
    `ỦY BAN NHÂN DÂN\nTỈNH ${place.toUpperCase()}\nSố: 15/KH-UBND\nKẾ HOẠCH\nTrồng rừng năm 2026\n- Trồng mới 500 ha rừng tập trung.`,
  ),
});

let pool: ReadingPool;
const open = (options: ReadingPoolOptions = {}) => {
  pool = createReadingPool({ threads: 1, ...options });
  return pool;
};
afterEach(() => pool.close());

const titleOf = (reading: Awaited<ReturnType<ReadingPool['read']>>) =>
  reading.status === 'read' ? reading.draft.metadata.locality?.name : reading;

describe('reading files in threads', () => {
  it('reads several at once, each answered with its own', async () => {
    const { read } = open({ threads: 2 });
    const places = ['Gia Lai', 'Cao Bằng', 'Nghệ An', 'Tây Ninh'];
    const readings = await Promise.all(places.map((place) => read(plan(place), { today })));
    expect(readings.map(titleOf)).toEqual(places.map((place) => `tỉnh ${place}`));
  });

  it('reads with a thread that was begun ahead, and with another once that one has ended', async () => {
    const early = open({ idleSeconds: 0.001 });
    early.begin();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(titleOf(await early.read(plan('Gia Lai'), { today }))).toBe('tỉnh Gia Lai');
    early.begin();
    expect(titleOf(await early.read(plan('Nghệ An'), { today }))).toBe('tỉnh Nghệ An');
  });

  it('says why a file cannot be read', async () => {
    const { read } = open();
    const reading = await read({ name: 'a.bin', bytes: new Uint8Array(64) }, { today });
    expect(reading).toMatchObject({ status: 'failed', reason: expect.stringContaining('Tệp') });
  });

  it('gives up a file that takes too long, and reads the next in a new thread', async () => {
    const hasty = open({ patienceSeconds: 0.001 });
    expect(await hasty.read(plan('Gia Lai'), { today })).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('quá lâu'),
    });
    await hasty.close();
    expect(titleOf(await open().read(plan('Gia Lai'), { today }))).toBe('tỉnh Gia Lai');
  });

  it('loses a file to lack of memory, not the process', async () => {
    const { read } = open({ memoryMegabytes: 4 });
    expect(await read(plan('Gia Lai'), { today })).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('bộ nhớ'),
    });
  });

  it('stops a PDF that unpacks to hundreds of megabytes', { timeout: 60_000 }, async () => {
    const { read } = open({ memoryMegabytes: 200 });
    expect(await read({ name: 'a.pdf', bytes: contentBomb(600) }, { today })).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('bộ nhớ'),
    });
  });

  it('answers what it was asked when it is closed, and what comes after', async () => {
    const { read, close } = open();
    const asked = ['Gia Lai', 'Cao Bằng'].map((place) => read(plan(place), { today }));
    await close();
    await close();
    const closed = { status: 'failed', reason: expect.stringContaining('Đang dừng') };
    expect(await Promise.all([...asked, read(plan('Nghệ An'), { today })])).toEqual([closed, closed, closed]);
  });
});
