import { describe, expect, it } from 'vitest';
import { loadTables } from '../../../src/tables.ts';
import { figuresOf } from './read-document.ts';

const { gazetteer } = loadTables();
const placed = (text: string): string[] =>
  figuresOf({ heading: 'Chỉ tiêu', period: '2026', text: `- ${text}` }, gazetteer).map(
    ({ indicator, locality }) => `${indicator} | ${locality?.name ?? '–'}`,
  );
const own = placed('Tỷ lệ hộ nghèo còn 3,2%.')[0]?.split(' | ')[1];

describe('the place in the name of a figure', () => {
  it.each([
    ['Tỷ lệ hộ nghèo của xã Đồng Sơn còn 3,2%.', 'Tỷ lệ hộ nghèo | xã Đồng Sơn'],
    ['Tỷ lệ hộ nghèo tại huyện Chợ Đồn giảm còn 12%.', 'Tỷ lệ hộ nghèo | huyện Chợ Đồn'],
    ['Tỷ lệ hộ nghèo trên địa bàn phường Nghĩa Lộ dưới 2%.', 'Tỷ lệ hộ nghèo | phường Nghĩa Lộ'],
    ['Tỷ lệ hộ nghèo xã Đồng Sơn còn 3,2%.', 'Tỷ lệ hộ nghèo | xã Đồng Sơn'],
  ])('is whose figure it is: %j', (text, expected) => {
    expect(placed(text)).toEqual([expected]);
  });

  it.each([
    ['Tỷ lệ mặt đường nhựa từ xã Đồng Sơn đến xã Ia Ly đạt 80%.', 'Tỷ lệ mặt đường nhựa từ xã Đồng Sơn đến xã Ia Ly'],
    ['Tỷ lệ mặt đường nhựa vào xã Đồng Sơn đạt 80%.', 'Tỷ lệ mặt đường nhựa vào xã Đồng Sơn'],
    ['Tỷ lệ xã đạt chuẩn nông thôn mới đạt 80%.', 'Tỷ lệ xã đạt chuẩn nông thôn mới'],
  ])('stays where it is part of what is measured: %j', (text, name) => {
    expect(placed(text)).toEqual([`${name} | ${own}`]);
  });

  it('tells places apart that differ by their marks alone', () => {
    const text = 'Tỷ lệ hộ nghèo của xã Đồng Sơn còn 3,2%; tỷ lệ hộ nghèo của xã Đông Sơn còn 3,2%.';
    expect(placed(text).map((line) => line.split(' | ')[1])).toEqual(['xã Đồng Sơn', 'xã Đông Sơn']);
  });

  it('is the commune a section is about by its heading', () => {
    const text = '1. Xã Đồng Sơn\n- Diện tích ngô: 15 ha\n- Diện tích sắn: 20 ha\n2. Xã Ia Ly\n- Diện tích ngô: 11 ha';
    const figures = figuresOf({ heading: 'Chỉ tiêu theo địa bàn', period: '2026', text }, gazetteer);
    expect(figures.map(({ min, locality }) => `${min} ${locality?.name}`)).toEqual([
      '15 xã Đồng Sơn',
      '20 xã Đồng Sơn',
      '11 xã Ia Ly',
    ]);
  });
});
