import { expect, it } from 'vitest';
import { spanHeaders } from '../../src/ingest/structure/span-headers.ts';

/** "TT · Chỉ tiêu · Kế hoạch 2026 › Diện tích": each column by its headers; null where nobody can tell. */
function laidOut(header: string, columns: number): string | null {
  const texts = header.split(' · ');
  const spanned = spanHeaders(texts, columns);
  return (
    spanned?.map(({ top, below }) => (below === null ? texts[top] : `${texts[top]} › ${texts[below]}`)).join(' · ') ??
    null
  );
}

const cases: [header: string, columns: number, expected: string | null][] = [
  [
    'TT · Chỉ tiêu · ĐVT · Thực hiện năm 2024 · Năm 2025 · Kế hoạch năm 2026 · Kế hoạch · Ước thực hiện',
    7,
    'TT · Chỉ tiêu · ĐVT · Thực hiện năm 2024 · Năm 2025 › Kế hoạch · Năm 2025 › Ước thực hiện · Kế hoạch năm 2026',
  ],
  [
    'TT · Chỉ tiêu · Năm 2024 · Năm 2025 · KH · TH · KH · ƯTH',
    6,
    'TT · Chỉ tiêu · Năm 2024 › KH · Năm 2024 › TH · Năm 2025 › KH · Năm 2025 › ƯTH',
  ],
  [
    'STT · Khối · Số lớp · Học lực (%) · Hạnh kiểm (%) · Tốt · Khá · Đạt · Tốt · Khá',
    8,
    'STT · Khối · Số lớp · Học lực (%) › Tốt · Học lực (%) › Khá · Học lực (%) › Đạt · Hạnh kiểm (%) › Tốt · Hạnh kiểm (%) › Khá',
  ],
  [
    'Khối · Số học sinh · Tốt · Khá · SL · % · SL · %',
    6,
    'Khối · Số học sinh · Tốt › SL · Tốt › % · Khá › SL · Khá › %',
  ],
  ['STT · Xã · Dự toán thu · Trong đó · Thuế · Phí', 5, 'STT · Xã · Dự toán thu · Trong đó › Thuế · Trong đó › Phí'],
  [
    'TT · Chỉ tiêu · ĐVT · TH 2025 · Kế hoạch · 2026 · 2027 · 2028',
    7,
    'TT · Chỉ tiêu · ĐVT · TH 2025 · Kế hoạch › 2026 · Kế hoạch › 2027 · Kế hoạch › 2028',
  ],
  [
    'TT · Chỉ tiêu · ĐVT · Huyện giao · Trong đó · Xã A · Xã B · Xã C',
    7,
    'TT · Chỉ tiêu · ĐVT · Huyện giao · Trong đó › Xã A · Trong đó › Xã B · Trong đó › Xã C',
  ],
  // Either year may be the one that is parted.
  ['TT · Cây trồng · Năm 2025 · Năm 2026 · Diện tích · Sản lượng', 5, null],
  // Nothing says that the first of them spans the others: a cell may have been lost instead.
  ['TT · Xã · BHXH tự nguyện · Tỷ lệ bao phủ BHYT · Ghi chú', 4, null],
  ['TT · Nội dung · KH 2026 · Đơn vị chủ trì · Thời gian', 4, null],
  ['TT · Chỉ tiêu · KH 2026', 3, null],
];

it.each(cases)('lays %s over %i columns', (header, columns, expected) => {
  expect(laidOut(header, columns)).toBe(expected);
});

it('ends on headers that fit in many ways', () => {
  expect(spanHeaders(['STT', ...Array.from({ length: 17 }, (_, at) => `Kế hoạch ${'x'.repeat(at)}`)], 14)).toBeNull();
});
