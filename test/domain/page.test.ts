import { expect, it } from 'vitest';
import { pageAt } from '../../src/domain/page.ts';

const pages = [
  { number: 1, start: 0 },
  { number: 2, start: 100 },
  { number: 4, start: 250 },
];

it.each([
  [0, 1],
  [99, 1],
  [100, 2],
  [249, 2],
  [9999, 4],
])('offset %i lies on page %i', (offset, page) => {
  expect(pageAt(pages, offset)).toBe(page);
});

it('knows no page where the document has none, nor before the first', () => {
  expect(pageAt([], 10)).toBeNull();
  expect(pageAt([{ number: 1, start: 5 }], 4)).toBeNull();
});
