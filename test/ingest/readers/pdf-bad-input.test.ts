import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/ingest/readers/read-file.ts';
import { brokenPdfs, lockedPdf } from '../../support/broken-pdfs.ts';

const broken = await brokenPdfs();

describe('PDF files and pictures that cannot be read', () => {
  it.each(broken)('%s: says so in Vietnamese', { timeout: 60_000 }, async (_, bytes, reason) => {
    expect(await readFile(bytes)).toHaveProperty('failed', expect.stringMatching(reason));
  });

  it('reads a PDF that only forbids printing', async () => {
    expect(await readFile(await lockedPdf())).toHaveProperty(
      'text',
      expect.stringContaining('kinh te xa hoi nam 2026'),
    );
  });
});

/** The same numbers on every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

describe('a PDF damaged anywhere', () => {
  it('is read or refused with a reason, never thrown', { timeout: 60_000 }, async () => {
    const good = await lockedPdf();
    const next = numbers(11);
    for (let round = 0; round < 24; round++) {
      const bytes = new Uint8Array(good);
      for (let flip = 0; flip <= next(8); flip++) bytes[next(bytes.length)] = next(256);
      const result = await readFile(round % 3 === 0 ? bytes.subarray(0, next(bytes.length)) : bytes);
      if ('failed' in result) expect(result.failed).toMatch(/^\p{Lu}.*\p{Ll}/u);
      else expect(result.text).toBe(result.text.normalize('NFC'));
    }
  });
});
