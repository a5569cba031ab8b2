import { expect, it } from 'vitest';
import { askedOffice } from '../../src/answer/asked-office.ts';

it.each([
  ['Sở Tài chính được giao nhiệm vụ gì?', 'Sở Tài chính'],
  ['so giao duc va dao tao phai lam gi', 'so giao duc va dao tao'],
  ['Quyết định giao Sở Xây dựng làm gì?', 'Sở Xây dựng'],
  ['Công an tỉnh có nhiệm vụ gì', 'Công an tỉnh'],
  ['Vụ Kế hoạch, Tài chính được giao việc gì', 'Vụ Kế hoạch, Tài chính'],
  ['tỉnh giao so tai chinh nhiem vu gi ve cac du an', 'so tai chinh'],
])('%j asks for the duties of %j', (question, office) => {
  expect(askedOffice(question)).toBe(office);
});

it.each([
  'Nhiệm vụ về môi trường gồm những gì?',
  'Sở nào theo dõi?',
  'BHYT bao nhiêu %?',
  'phải làm gì để giảm nghèo?',
  '',
])('%j asks for the duties of none', (question) => {
  expect(askedOffice(question)).toBeNull();
});
