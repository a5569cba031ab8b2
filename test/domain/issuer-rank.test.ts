import { describe, expect, it } from 'vitest';
import { rankOfIssuer } from '../../src/domain/issuer-rank.ts';

const place = (level: 'province' | 'district' | 'commune') => ({ key: 'x', name: 'X', level, within: null }) as const;
const ordered = [
  'Quốc hội',
  'Thủ tướng Chính phủ',
  'Bộ Y tế',
  'HĐND tỉnh Lạng Sơn',
  'UBND tỉnh Lạng Sơn',
  'Sở Y tế Lạng Sơn',
  'HĐND huyện Bắc Hà',
  'UBND huyện Bắc Hà',
  'HĐND xã Ia Ly',
  'UBND xã Ia Ly',
];

describe('rankOfIssuer', () => {
  it('orders bodies of the State from the highest to the lowest', () => {
    expect(ordered.map((issuer) => rankOfIssuer(issuer, null).order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it.each([
    'Tỉnh ủy Lạng Sơn',
    'Đảng bộ tỉnh Bến Tre',
    'Bộ Chính trị',
    'Ban Chấp hành Đảng bộ tỉnh Hà Giang',
    'Huyện ủy Bắc Hà',
  ])('keeps %s of the Party apart', (issuer) => {
    expect(rankOfIssuer(issuer, place('province'))).toEqual({ order: null, name: 'cơ quan Đảng' });
  });

  it('asks the locality where the name does not tell the level', () => {
    expect(rankOfIssuer('UBND thành phố Huế', place('province')).name).toBe('UBND cấp tỉnh');
    expect(rankOfIssuer('UBND', place('commune')).name).toBe('cấp xã');
  });

  it('does not rank what it does not know', () => {
    for (const issuer of [null, 'Trường THPT Nguyễn Hữu Tiến', '']) expect(rankOfIssuer(issuer, null).order).toBeNull();
  });
});
