import { describe, expect, it } from 'vitest';
import { readDirective } from '../../../src/ingest/read-directive.ts';
import { readFile } from '../../../src/ingest/readers/read-file.ts';
import type { FileText } from '../../../src/ingest/readers/reader.ts';
import { onePage, stream } from '../../support/broken-pdfs.ts';
import { drawStamp } from '../../support/draw-stamp.ts';
import { formatSamples } from '../../support/format-sample.ts';
import { renderPdf } from '../../support/render-pdf.ts';
import { tables } from '../support/read-text.ts';
import { targetLines } from '../support/target-lines.ts';

const samples = formatSamples();

async function textOf(bytes: Uint8Array): Promise<FileText> {
  const result = await readFile(bytes);
  if ('failed' in result) throw new Error(result.failed);
  return result;
}

it.each(samples.map((sample) => [sample.name, sample] as const))('%s as PDF gives its gold', async (_, sample) => {
  const bytes = await renderPdf(sample, { runningHead: 'Kế hoạch của tỉnh - bản chính thức' });
  const result = await readDirective(bytes, { name: 'a.pdf', tables, today: '2026-11-22' });
  if (result.status !== 'read') throw new Error(result.reason);
  const { draft } = result;
  expect(targetLines(draft)).toEqual(sample.gold);
  expect(draft.metadata).toMatchObject({ number: sample.frame.number, type: sample.frame.type.toLowerCase() });
  for (const { start, end, quote } of draft.figures) expect(draft.text.slice(start, end)).toBe(quote);
});

describe('a PDF laid out as Nghị định 30/2020/NĐ-CP has it', () => {
  const plan = samples.find(({ name }) => name.startsWith('kinh-te'));
  if (plan === undefined) throw new Error('no sample');

  it('is read column by column in its head, its tables joined over page ends, its page numbers left out', async () => {
    const { text, pages } = await textOf(await renderPdf(plan, { runningHead: 'Kế hoạch của tỉnh' }));
    expect(text).toContain(
      'ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN\nSố: 21/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập',
    );
    expect(text).toContain(
      '| B | CHỈ TIÊU XÃ HỘI |  |  |  |  |\n| 5 | Tỷ lệ bao phủ bảo hiểm y tế | % | 95,2 | 95,0 | ≥ 96 |',
    );
    expect(text.match(/Đơn vị tính/g)).toHaveLength(2);
    expect(text).not.toContain('Kế hoạch của tỉnh');
    expect(text).not.toMatch(/^\d+$/m);
    expect(text).toContain('Hội đồng nhân dân tỉnh, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:');
    expect(pages?.map(({ number }) => number)).toEqual([1, 2]);
    expect(text.slice(pages?.[1]?.start)).toMatch(/^(?:\p{L}|\d)/u);
  });

  it('is refused when it bears a stamp of secrecy', async () => {
    const bytes = await renderPdf(plan, { stamp: 'TỐI MẬT' });
    const result = await readDirective(bytes, { name: 'a.pdf', tables, today: '2026-11-22' });
    expect(result).toMatchObject({ status: 'refused', reason: expect.stringContaining('Tối mật') });
  });
});

describe('tables without lines', () => {
  const draftOf = async (sample: (typeof samples)[number]) => {
    const result = await readDirective(await renderPdf(sample, { bare: true }), {
      name: 'a.pdf',
      tables,
      today: '2026-11-22',
    });
    if (result.status !== 'read') throw new Error(result.reason);
    return result.draft;
  };

  it.each(samples.map((sample) => [sample.name, sample] as const))(
    '%s gives its gold by the places of its words',
    async (_, sample) => {
      const said = targetLines(await draftOf(sample));
      // A row that stands alone on the next page shows no columns.
      const alone = sample.name.startsWith('kinh-te') ? ['Số lao động được tạo việc làm mới'] : [];
      expect(said).toEqual(sample.gold.filter((line) => !alone.some((name) => line.startsWith(name))));
    },
  );

  it('never run the figures of two columns together', async () => {
    const sample = samples.find(({ name }) => name.startsWith('kinh-te'));
    if (sample === undefined) throw new Error('no sample');
    const { text } = await draftOf(sample);
    expect(text).toContain('| 1 | Tốc độ tăng tổng sản phẩm (GRDP) | % | 8,0 | 7,6 | 10,5 |');
    expect(text).toContain('| B | CHỈ TIÊU XÃ HỘI |  |  |  |  |');
  });
});

describe('pictures on a page of text', () => {
  const plan = samples.find(({ name }) => name.startsWith('moi-truong'));
  if (plan === undefined) throw new Error('no sample');
  const read = async (picture: Buffer) =>
    readDirective(await renderPdf(plan, { picture }), { name: 'a.pdf', tables, today: '2026-11-22' });
  const timeout = 120_000;

  it.each([
    ['MẬT', 'Mật'],
    ['TỐI MẬT', 'Tối mật'],
  ])('are looked at: a stamp %s refuses the document', { timeout }, async (stamp, degree) => {
    expect(await read(drawStamp(stamp))).toMatchObject({ status: 'refused', reason: expect.stringContaining(degree) });
  });

  it.each(['', 'HỎA TỐC', 'CÔNG VĂN ĐẾN'])('are no part of its text: "%s"', { timeout }, async (stamp) => {
    const result = await read(drawStamp(stamp));
    if (result.status !== 'read') throw new Error(result.reason);
    expect(targetLines(result.draft)).toEqual(plan.gold);
    expect(result.draft.text).not.toContain('HỎA TỐC');
  });
});

/** A page of text in a plain font; the strings are Latin-1 bytes. */
const written = (operations: string, font = 'Helvetica'): Uint8Array =>
  onePage({
    content: stream('', Buffer.from(`BT /F 12 Tf ${operations} ET`, 'latin1')),
    resources: `/Font<</F<</Type/Font/Subtype/TrueType/BaseFont/${font}/Encoding/WinAnsiEncoding>>>>`,
  });
const line = (y: number, text: string, x = 80): string => `1 0 0 1 ${x} ${y} Tm (${text}) Tj`;

describe('letters and their places', () => {
  it('reads the old Vietnamese fonts', async () => {
    const old = 'Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc';
    const { text } = await textOf(written(line(700, old), '.VnTime'));
    expect(text).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc\n');
  });

  it('keeps a small raised digit apart from the figure before it', async () => {
    const note = '/F 7 Tf 1 0 0 1 168.2 706 Tm (3) Tj /F 12 Tf';
    const { text } = await textOf(
      written(`${line(700, 'Phan dau dat 95')} ${note} ${line(680, 'ho gia dinh van hoa trong nam')}`),
    );
    expect(text).not.toContain('953');
    expect(text).toMatch(/95 ?³/);
  });

  it('joins lines broken for want of room and no others', async () => {
    const lines = [
      line(700, 'Uy ban nhan dan tinh yeu cau cac so, ban, nganh va cac dia phuong nghiem tuc trien', 108),
      line(684, 'khai thuc hien ke hoach nay, bao dam chat luong va dung thoi han da duoc quy dinh, bao'),
      line(668, 'cao ket qua ve tinh.'),
      line(652, 'Het.', 108),
    ];
    const { text } = await textOf(written(lines.join(' ')));
    expect(text.split('\n\n')).toHaveLength(2);
    expect(text).toContain('nghiem tuc trien khai thuc hien');
    expect(text).toContain('bao cao ket qua ve tinh.\n\nHet.');
  });
});
