import { expect, it } from 'vitest';
import { asks } from '../../src/retrieval/question-words.ts';
import { termOf, tokensOf } from '../../src/retrieval/terms.ts';

const askingIn = (text: string) => {
  const words = tokensOf(text);
  const terms = words.map(termOf);
  return words.filter((_, place) => asks(terms, place)).join(' ');
};

const questions: [string, string][] = [
  ['Tỷ lệ hộ nghèo là bao nhiêu?', 'bao nhiêu'],
  ['ty le ho ngheo la bao nhieu', 'bao nhieu'],
  ['Ai báo cáo, ở đâu, cái gì, năm nào?', 'Ai ở đâu gì nào'],
  ['don vi nao bao cao o dau', 'nao o dau'],
  ['Vì sao phải rà soát?', 'Vì sao'],
  ['còn mấy xã?', 'mấy'],
];
it.each(questions)('finds the words that ask in «%s»', (question, asking) => {
  expect(askingIn(question)).toBe(asking);
});

const statements = [
  'báo cáo kết quả',
  'bao cao ket qua',
  'von dau tu xa hoi',
  'may moc thiet bi',
  'bao phủ bảo hiểm',
  'nang cao doi song',
];
it.each(statements)('finds none in «%s»', (statement) => {
  expect(askingIn(statement)).toBe('');
});
