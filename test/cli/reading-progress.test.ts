import { expect, it } from 'vitest';
import { readingProgress } from '../../src/cli/reading-progress.ts';

it('tells how far a slow file has come and how long it will take, not too often', () => {
  const said: string[] = [];
  let seconds = 0;
  const context = { now: () => new Date(seconds * 1000), log: (line: string) => void said.push(line) };
  const onProgress = readingProgress('a.pdf', context);
  for (let done = 1; done <= 40; done++) {
    seconds = done * 3;
    onProgress({ done, total: 40 });
  }
  expect(said[0]).toBe('đang đọc a.pdf: 2/40 trang, còn khoảng 1 phút 54 giây');
  expect(said.at(-1)).toBe('đang đọc a.pdf: 38/40 trang, còn khoảng 6 giây');
  expect(said.length).toBe(19);
});

it('says nothing of a quick file', () => {
  const said: string[] = [];
  const onProgress = readingProgress('a.pdf', { now: () => new Date(0), log: (line) => void said.push(line) });
  for (let done = 1; done <= 40; done++) onProgress({ done, total: 40 });
  expect(said).toEqual([]);
});
