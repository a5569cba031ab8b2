import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DirectiveDraft } from '../../src/domain/directive.ts';
import { readDirective } from '../../src/ingest/read-directive.ts';
import { tables } from './support/read-text.ts';

const options = { name: 'van-ban.txt', tables, today: '2026-11-21' };

/** Pieces that documents of the genre are made of, so that random texts reach the readers' rules. */
const pieces = [
  'ỦY BAN NHÂN DÂN',
  'TỈNH ĐẮK NÔNG',
  'Số: 15/KH-UBND',
  'Đắk Nông, ngày 05 tháng 01 năm 2024',
  'KẾ HOẠCH',
  'Phát triển kinh tế - xã hội năm 2024',
  'I. MỤC TIÊU',
  '1. Chỉ tiêu chủ yếu',
  'a) Về kinh tế',
  '- Tăng trưởng đạt 8%;',
  '|',
  '| 1 | GRDP | 8% |',
  '\t',
  'Điều 1.',
  'Sở Nội vụ báo cáo UBND tỉnh trước ngày 10/6 và 10/12 hằng năm.',
  'hằng tháng (trước ngày 16), 6 tháng (trước ngày 16/6)',
  'Thời gian thực hiện: từ ngày 01/3 đến hết ngày 31/12/2024',
  'Nơi nhận:',
  'TM. ỦY BAN NHÂN DÂN',
  'CHỦ TỊCH',
  'Lê Văn Hai',
  'Viết bình luận',
  'Trang 2/3',
  '-----',
  '**đậm**',
  '\f',
  '\u00a0',
  '…',
  '(',
  '”',
  '30/2',
  'ngày 31 tháng 2',
];
const genre = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('\n', ' ', '\n\n', '; ', '')), { maxLength: 60 })
  .map((parts) => parts.flat().join(''));
const mixed = fc.oneof(
  genre,
  genre.map((text) => text.normalize('NFD')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

async function draftOf(text: string): Promise<DirectiveDraft | null> {
  const result = await readDirective(new TextEncoder().encode(text), options);
  return result.status === 'read' ? result.draft : null;
}

describe('reading a directive', () => {
  it('never throws on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        expect(['read', 'failed', 'refused']).toContain((await readDirective(bytes, options)).status);
      }),
      { numRuns: 200 },
    );
  });

  it('gives quotes that stand in the stored NFC text at their offsets, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(mixed, async (text) => {
        const draft = await draftOf(text);
        if (draft === null) return;
        expect(draft.text).toBe(draft.text.normalize('NFC'));
        for (const { start, end, text: said } of draft.passages) expect(draft.text.slice(start, end)).toBe(said);
        for (const { start, end, quote } of [...draft.figures, ...draft.deadlines]) {
          expect(draft.text.slice(start, end)).toBe(quote);
          expect(quote.trim()).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives passages in order that do not overlap', async () => {
    await fc.assert(
      fc.asyncProperty(mixed, async (text) => {
        const passages = (await draftOf(text))?.passages ?? [];
        for (const [at, passage] of passages.entries()) {
          expect(passage.ordinal).toBe(at);
          expect(passage.end).toBeGreaterThan(passage.start);
          expect(passage.start).toBeGreaterThanOrEqual(passages[at - 1]?.end ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['syllables', 'báo cáo '],
    ['dates', 'trước ngày 10/6 và '],
    ['lines', 'a\n\n'],
    ['bars', 'a\n|\n'],
    ['rows', '|a|b|\n'],
    ['numbers', '1.1.1. A\n'],
    ['bodies', 'ỦY BAN NHÂN DÂN\n'],
    ['brackets', '((('],
  ])('reads half a megabyte of repeated %s', async (_, piece) => {
    expect(await draftOf(piece.repeat(Math.ceil(500_000 / piece.length)))).not.toBeNull();
  });

  it('refuses a marked document and says so in Vietnamese', async () => {
    const bytes = new TextEncoder().encode('MẬT\nKẾ HOẠCH\nNội dung kế hoạch.');
    expect(await readDirective(bytes, options)).toEqual({
      status: 'refused',
      reason: 'Từ chối tiếp nhận: văn bản đóng dấu độ mật «Mật»; không lưu và không xử lý bí mật nhà nước.',
    });
    expect((await readDirective(new Uint8Array([1]), { ...options, name: 'Tối mật.pdf' })).status).toBe('refused');
  });

  it('takes no date of issue from the future', async () => {
    const draft = await draftOf(
      'KẾ HOẠCH\nTrồng cây\nHà Nội, ngày 05 tháng 01 năm 2036\n1. Các đơn vị tổ chức trồng cây xanh.',
    );
    expect(draft?.metadata.date).toBeNull();
  });
});
