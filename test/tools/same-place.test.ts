import { describe, expect, it } from 'vitest';
import type { Locality } from '../../src/domain/locality.ts';
import { isSamePlace, placeIdentity } from '../../src/tools/same-place.ts';

const commune = (name: string, key = 'xa-dong-son'): Locality => ({ key, name, level: 'commune', within: null });
const own = commune('xã Đồng Sơn');

describe('isSamePlace', () => {
  it.each(['xã Đồng Sơn', 'Xã đồng sơn', 'xã dong son', 'xã Dong Sơn'])('answers for %j', (asked) => {
    expect(isSamePlace(own, commune(asked))).toBe(true);
  });

  it.each(['xã Đông Sơn', 'xã Đống Sơn'])('does not answer for %j', (asked) => {
    expect(isSamePlace(own, commune(asked))).toBe(false);
  });

  it('takes a tone placed the old way for the same, and another key for another place', () => {
    expect(isSamePlace(commune('xã Hoà Phú', 'xa-hoa-phu'), commune('xã Hòa Phú', 'xa-hoa-phu'))).toBe(true);
    expect(isSamePlace(own, commune('xã Đồng Sơn', 'xa-khac'))).toBe(false);
  });
});

describe('placeIdentity', () => {
  it('tells communes apart by their marks, and provinces by their key alone', () => {
    expect(placeIdentity(own)).not.toBe(placeIdentity(commune('xã Đông Sơn')));
    expect(placeIdentity(commune('Xã Hoà Phú', 'xa-hoa-phu'))).toBe(placeIdentity(commune('xã Hòa Phú', 'xa-hoa-phu')));
    const province = { key: 'hue', level: 'province', within: null } as const;
    expect(placeIdentity({ ...province, name: 'thành phố Huế' })).toBe(
      placeIdentity({ ...province, name: 'tỉnh Thừa Thiên Huế' }),
    );
  });
});
