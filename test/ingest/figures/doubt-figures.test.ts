import { expect, it } from 'vitest';
import { doubtFigures } from '../../../src/ingest/figures/doubt-figures.ts';
import { figuresOf } from './read-document.ts';

const text = 'Trồng mới 120 ha rừng. Giảm tỷ lệ hộ nghèo còn 3,2%.';
const figures = figuresOf({ heading: 'Chỉ tiêu', text, period: '2026' });

it('marks down only the figures that touch a stretch read with low confidence', () => {
  const [forest, poverty] = figures;
  if (forest === undefined || poverty === undefined) throw new Error('two figures are expected');
  const read = doubtFigures(figures, [
    { start: 0, end: forest.start },
    { start: poverty.end - 1, end: poverty.end + 20 },
  ]);
  expect(read[0]).toEqual(forest);
  expect(read[1]).toMatchObject({ quote: poverty.quote, note: expect.stringMatching(/chưa rõ/) });
  expect(read[1]?.confidence).toBeLessThan(0.6);
});

it('leaves figures alone where nothing is in doubt', () => {
  expect(doubtFigures(figures, [])).toBe(figures);
});
