import { describe, expect, it } from 'vitest';
import { createMask } from '../../src/model/mask.ts';

const hidden: [string, string[]][] = [
  ['gọi anh Trần Văn Bình số 0912345678', ['Trần Văn Bình', '0912345678']],
  ['gọi chị Hoa 091 234 56 78 nhé', ['Hoa', '091 234 56 78']],
  ['liên hệ +84 912.345.678', ['+84 912.345.678']],
  ['văn phòng (024) 3825 1234', ['(024) 3825 1234']],
  ['CCCD 012345678901, CMND 123456789', ['012345678901', '123456789']],
  ['hộ chiếu B1234567', ['B1234567']],
  ['thư về tran.binh+vp@so-noi-vu.caobang.gov.vn', ['tran.binh+vp@so-noi-vu.caobang.gov.vn']],
  ['Ông Lê Thanh Hải và bà Nguyễn Thị Hòa', ['Lê Thanh Hải', 'Nguyễn Thị Hòa']],
  ['đồng chí Phạm Minh, đ/c Vũ Đức', ['Phạm Minh', 'Vũ Đức']],
  ['Bà Nguyễn Thị Hòa báo cáo; Nguyễn Thị Hòa ký', ['Nguyễn Thị Hòa']],
  ['Tôi là Hoàng Minh, tên là Giàng A Páo', ['Hoàng Minh', 'Giàng A Páo']],
  ['Họ và tên: TRẦN VĂN BÌNH', ['TRẦN VĂN BÌNH']],
  ['nhờ ông LÊ HẢI xem', ['LÊ HẢI']],
  ['gửi Lò Thị Mai và Nguyễn Văn An Khang', ['Lò Thị Mai', 'Nguyễn Văn An Khang']],
];

/** What is no personal data and must reach the model as it is. */
const shown = [
  'Tổng thu ngân sách 12.450 tỷ đồng, tăng 11%',
  'Kế hoạch số 21/KH-UBND ngày 15/01/2024',
  'tỉnh Bà Rịa - Vũng Tàu giai đoạn 2021-2025',
  'đạt 1.234.567.890 đồng',
  'Anh/chị cho biết tỷ lệ che phủ rừng 58,9%',
  '16.800 lao động; 03 xã; 96 triệu đồng',
  'Nghị quyết 47/NQ-HĐND năm 2020',
  'Thành phố Hồ Chí Minh, huyện Trần Đề, quận Lê Chân, Bà Rịa',
  'Chủ trương của tôi là giảm nghèo; mục tiêu của em là GRDP',
];

describe('the mask', () => {
  it.each(hidden)('hides and restores: %s', (text, secrets) => {
    const mask = createMask();
    const out = mask.hide(text);
    for (const secret of secrets) expect(out).not.toContain(secret);
    expect(mask.restore(out)).toBe(text);
  });

  it.each(shown)('leaves alone: %s', (text) => {
    expect(createMask().hide(text)).toBe(text);
  });

  it('gives one thing one place in a turn', () => {
    const mask = createMask();
    mask.hide('anh Hải gọi 0912345678');
    expect(mask.size()).toBe(2);
    expect(mask.hide('0912345678 của Hải')).toBe('{{DIEN_THOAI_1}} của {{TEN_2}}');
  });

  it('leaves places that it never gave', () => {
    expect(createMask().restore('{{TEN_1}} {{question}}')).toBe('{{TEN_1}} {{question}}');
  });

  it('is linear on hostile text', () => {
    const mask = createMask();
    for (const piece of ['0', '0912 ', 'a@', 'a.', 'Anh Ả', '1', '{{TEN_', '+84'])
      expect(mask.hide(piece.repeat(200_000)).length).toBeGreaterThan(0);
  }, 20_000);
});
