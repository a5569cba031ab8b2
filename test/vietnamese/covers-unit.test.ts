import { describe, expect, it } from 'vitest';
import { coversUnit } from '../../src/vietnamese/covers-unit.ts';

describe('who has to act', () => {
  it.each([
    ['Sở Tài chính', 'Sở Tài chính'],
    ['Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ', 'Sở Nội vụ'],
    ['SỞ TÀI CHÍNH', 'sở tài chính'],
    ['so tai chinh', 'Sở Tài chính'],
    ['các sở, ban, ngành; UBND các xã, phường', 'Sở Y tế'],
    ['các sở, ban, ngành; UBND các xã, phường', 'UBND xã Tam Nông'],
    ['các sở, ban, ngành; UBND các xã, phường', 'Phường Bến Thủy'],
    ['các phòng, ban chuyên môn', 'Phòng Nội vụ'],
    ['Thủ trưởng các cơ quan, đơn vị', 'Chi cục Kiểm lâm'],
    ['Hiệu trưởng các trường THPT', 'Trường THPT Nguyễn Hữu Tiến'],
    ['UBND các huyện, thị xã, thành phố', 'UBND huyện Chợ Đồn'],
  ])('«%s» takes in %s', (who, unit) => expect(coversUnit(who, unit)).toBe(true));

  it.each([
    ['', 'Sở Tài chính'],
    ['Sở Tài chính', ''],
    ['Sở Tài chính', 'Sở Tài'.concat(' nguyên')],
    ['Sở Y tế', 'Sở Tài chính'],
    ['các phòng chuyên môn', 'Sở Tài chính'],
    ['các sở', 'UBND xã Tam Nông'],
    ['Ban Quản lý khu kinh tế', 'Sở Tài chính'],
    ['UBND huyện Chợ Đồn', 'UBND huyện Chợ Mới'],
    ['cơ sở sản xuất', 'Sở Công Thương'],
  ])('«%s» does not take in «%s»', (who, unit) => expect(coversUnit(who, unit)).toBe(false));
});
