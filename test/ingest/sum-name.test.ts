import { expect, it } from 'vitest';
import { isSumName } from '../../src/ingest/sum-name.ts';

it.each([
  'Cộng',
  'TỔNG CỘNG:',
  '**Tổng số**',
  'Cộng toàn huyện',
  'Toàn tỉnh',
  'Tổng cộng (I+II)',
  'Tổng số 12 xã',
  'Toàn trường',
  'Bình quân chung toàn tỉnh',
])('takes "%s" for a row that sums up', (name) => {
  expect(isSumName(name)).toBe(true);
});

it.each(['Công đoàn các KCN tỉnh', 'Công ty A', 'Cộng đồng', 'Tổng thu', 'Tổng số hộ', 'Tổng đàn bò', 'Toàn diện', ''])(
  'takes "%s" for a name of its own',
  (name) => {
    expect(isSumName(name)).toBe(false);
  },
);
