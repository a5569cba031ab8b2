import { expect, it } from 'vitest';
import { otherWordings } from '../../src/tools/other-wordings.ts';

it('says a question in the wordings of documents, its own first', () => {
  const [own, ...others] = otherWordings('Khẩu hiệu thi đua là gì');
  expect(own).toEqual({ text: 'Khẩu hiệu thi đua là gì', said: 'khau hieu' });
  expect(others.map(({ text }) => text)).toContain('chủ đề thi đua là gì');
});

it('leaves a question without other wordings as it is', () => {
  expect(otherWordings('Ba khâu trọng yếu')).toEqual([{ text: 'Ba khâu trọng yếu', said: '' }]);
  expect(otherWordings('')).toEqual([{ text: '', said: '' }]);
});
