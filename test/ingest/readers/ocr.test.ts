import { describe, expect, it } from 'vitest';
import { readDirective } from '../../../src/ingest/read-directive.ts';
import { pdf } from '../../../src/ingest/readers/pdf/pdf.ts';
import { readFile } from '../../../src/ingest/readers/read-file.ts';
import { formatSamples } from '../../support/format-sample.ts';
import { renderPdf } from '../../support/render-pdf.ts';
import { renderScan, scanPages } from '../../support/render-scan.ts';
import { tables } from '../support/read-text.ts';
import { targetLines } from '../support/target-lines.ts';

// Each page takes two to five seconds: few pages, and everything asked of them at once.
const timeout = 240_000;
const named = (start: string) => {
  const sample = formatSamples().find(({ name }) => name.startsWith(start));
  if (sample === undefined) throw new Error(`no sample ${start}`);
  return sample;
};
const faults = { skew: 0.8, noise: 0.2, blur: 0.5 };
const read = async (bytes: Uint8Array, name = 'a.pdf') => readDirective(bytes, { name, tables, today: '2026-11-22' });

describe('scanned documents', () => {
  it('give the targets of their gold; figures that were misread are doubted', { timeout }, async () => {
    let found = 0;
    let all = 0;
    for (const sample of [named('ngan-sach'), named('nong-thon'), named('chuyen-doi')]) {
      const result = await read(await renderScan(await renderPdf(sample), faults));
      if (result.status !== 'read') throw new Error(result.reason);
      const { figures, text, metadata } = result.draft;
      const said = targetLines(result.draft);
      const targets = figures.filter(({ kind }) => kind === 'target');
      const values = (line: string) => line.split(' | ')[1] ?? '';
      const gold = sample.gold.map(values);
      all += gold.length;
      found += sample.gold.filter((line) => said.includes(line)).length;
      for (const [at, target] of targets.entries())
        if (!gold.includes(values(said[at] ?? ''))) expect(target.confidence, said[at]).toBeLessThan(0.6);
      for (const { start, end, quote } of figures) expect(text.slice(start, end)).toBe(quote);
      expect(metadata.type).toBe(sample.frame.type.toLowerCase());
    }
    expect(found / all).toBeGreaterThanOrEqual(0.95);
  });

  it('give them under a round seal, turned and at 200 dots an inch, too', { timeout }, async () => {
    const sample = named('bao-hiem');
    const scan = await renderScan(await renderPdf(sample), { skew: -1.2, noise: 0.1, dotsPerInch: 200, seal: true });
    const result = await read(scan);
    if (result.status !== 'read') throw new Error(result.reason);
    const said = targetLines(result.draft);
    expect(sample.gold.filter((line) => said.includes(line)).length).toBeGreaterThanOrEqual(sample.gold.length - 1);
  });

  it('are refused when a stamp of secrecy can be seen', { timeout }, async () => {
    const scan = await renderScan(await renderPdf(named('moi-truong')), { ...faults, stamp: 'MẬT' });
    expect(await read(scan)).toMatchObject({ status: 'refused', reason: expect.stringContaining('Mật') });
  });

  it('may be a photo', { timeout }, async () => {
    const [page] = await scanPages(await renderPdf(named('moi-truong')), { skew: -1 });
    const result = await readFile(page?.toBuffer('image/png') ?? new Uint8Array());
    expect(result).toHaveProperty(
      'text',
      expect.stringContaining('| Tỷ lệ thu gom chất thải rắn sinh hoạt khu vực đô thị | 98 |'),
    );
  });

  it('may have pages of text among them; each is read as it is', { timeout }, async () => {
    const scans = await scanPages(await renderPdf(named('moi-truong')));
    const mixed = await renderPdf(named('ngan-sach'), {}, [scans[0]?.toBuffer('image/jpeg') ?? Buffer.alloc(0)]);
    const told: number[] = [];
    const result = await pdf.read(mixed, { onProgress: ({ done }) => told.push(done) });
    expect(result).toHaveProperty('text', expect.stringContaining('| 1 | Phường Pleiku | 61.200 | 52.000 | 9.200 |'));
    expect(result).toHaveProperty('text', expect.stringContaining('Bảo vệ môi trường năm 2026'));
    expect(told).toEqual([1, 2]);
  });
});
