import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from './read-document.ts';

const pieces = [
  'Phấn đấu ',
  'đến năm 2025 ',
  'đạt ',
  'trên ',
  '5',
  '%',
  ' - ',
  'từ ',
  '3.505',
  ' tỷ đồng',
  ', ',
  '; ',
  '. ',
  ': ',
  '(',
  ')',
  'trong đó',
  ' xã',
  ' và ',
  'tỷ lệ hộ nghèo ',
  '100% cơ quan ',
  '\n',
  '\n\n',
  '- ',
  '| ',
  '1. ',
  'riêng ',
  'giảm ',
  'còn ',
  'năm 2024 ',
  '**',
  'Mục tiêu',
  '🙂',
  'é',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
);

describe('findFigures', () => {
  it('never throws, and every quote stands where it says and holds the value', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('2026', '2021-2025', 'không nêu'), (text, period) => {
        const stored = `I. MỤC TIÊU\n\n${text}`.normalize('NFC');
        for (const figure of figuresOf({ heading: 'Mục tiêu', text, period })) {
          expect(figure.indicator).not.toBe('');
          expect(figure.end).toBeLessThanOrEqual(stored.length);
          expect(stored.slice(figure.start, figure.end)).toBe(figure.quote);
          expect(figure.confidence).toBeGreaterThan(0);
          expect(figure.quote).toContain(figure.valueText);
          for (const digits of figure.valueText.match(/\d+/g) ?? []) expect(figure.quote).toContain(digits);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives nothing for a text that says nothing', () => {
    for (const text of ['', '   ', '🙂🙂', '%%%', '((((', '1 2 3 4 5', 'a'.repeat(20_000)])
      expect(figuresOf({ text, period: '2026' })).toEqual([]);
  });

  it('quotes the shortest stretch with name and value', () => {
    const [figure] = figuresOf({
      heading: 'Chỉ tiêu',
      period: '2026',
      text: 'Về xã hội: Y tế: Tỷ lệ bao phủ bảo hiểm y tế đạt trên 95,5%; phấn đấu vượt kế hoạch.',
    });
    expect(figure?.quote).toBe('Tỷ lệ bao phủ bảo hiểm y tế đạt trên 95,5%');
    expect(figure?.valueText).toBe('đạt trên 95,5%');
  });

  it('takes a figure said twice once', () => {
    const text = 'Phấn đấu tỷ lệ che phủ rừng đạt 57%.\n\nMục tiêu: tỷ lệ che phủ rừng đạt 57%.';
    expect(figuresOf({ period: '2026', text })).toHaveLength(1);
  });

  it('names the whole of a part', () => {
    const figures = figuresOf({
      heading: 'Chỉ tiêu',
      period: '2026',
      text: 'Tăng trưởng kinh tế: 8% (trong đó: KV1 đạt 4%; KV2 đạt 12%).',
    });
    expect(figures.map(({ indicator, parent }) => [indicator, parent])).toEqual([
      ['Tăng trưởng kinh tế', null],
      ['Tăng trưởng kinh tế - KV1', 'Tăng trưởng kinh tế'],
      ['Tăng trưởng kinh tế - KV2', 'Tăng trưởng kinh tế'],
    ]);
  });

  it.each([
    ['tăng', 'Sản lượng thủy sản tăng 4%.', 'increase'],
    ['giảm', 'Tỷ lệ hộ nghèo giảm 2%.', 'decrease'],
    ['giảm còn', 'Tỷ lệ hộ nghèo giảm còn 2%.', 'level'],
    ['giảm before a colon', 'Tỷ lệ hộ nghèo giảm bình quân hằng năm: trên 2%.', 'decrease'],
    ['duy trì', 'Duy trì tỷ lệ che phủ rừng 42%.', 'maintain'],
    ['nâng … đạt', 'Nâng tỷ lệ che phủ rừng đạt 42%.', 'increase'],
    ['tốc độ tăng', 'Tốc độ tăng GRDP đạt 8%.', 'increase'],
    ['đạt', 'Tỷ lệ đô thị hóa đạt 40%.', 'level'],
    ['có thêm', 'Có thêm 03 xã đạt chuẩn nông thôn mới.', 'increase'],
  ])('reads the direction of %s', (_verb, text, direction) => {
    expect(figuresOf({ heading: 'Chỉ tiêu', period: '2026', text })[0]?.direction).toBe(direction);
  });
});
