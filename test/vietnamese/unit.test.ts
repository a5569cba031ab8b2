import { describe, expect, it } from 'vitest';
import { quantityText } from '../../src/vietnamese/quantity-text.ts';
import { unitAfter } from '../../src/vietnamese/unit.ts';

const read = (text: string): [string, string] => {
  const { kind, start, end } = unitAfter(
    quantityText(text),
    0,
    (at) => text.charAt(at) !== text.charAt(at).toUpperCase(),
  );
  return [kind, text.slice(start, end)];
};

describe('unitAfter', () => {
  it.each([
    ['%', 'percent', '%'],
    [' %/năm', 'percent', '%/năm'],
    [' phần trăm', 'percent', 'phần trăm'],
    [' điểm %', 'percent', 'điểm %'],
    ['% GRDP', 'percent', '% GRDP'],
    ['% so với dự toán', 'percent', '% so với dự toán'],
    ['% tổng chi ngân sách địa phương', 'percent', '% tổng chi ngân sách địa phương'],
    ['% tổ chức cơ sở đảng', 'percent', '%'],
    [' tỷ đồng', 'money', 'tỷ đồng'],
    ['tỷ', 'money', 'tỷ'],
    [' triệu USD/năm', 'money', 'triệu USD/năm'],
    [' nghìn tỷ đồng', 'money', 'nghìn tỷ đồng'],
    [' trđ/người', 'money', 'trđ/người'],
    ['ha', 'measure', 'ha'],
    [' nghìn tấn', 'measure', 'nghìn tấn'],
    [' tạ/ha', 'measure', 'tạ/ha'],
    [' km đường', 'measure', 'km'],
    [' MW', 'measure', 'MW'],
    [' giường bệnh/vạn dân', 'rate', 'giường bệnh/vạn dân'],
    ['/100.000 trẻ đẻ sống', 'rate', '/100.000 trẻ đẻ sống'],
    [' thuê bao/100 dân', 'rate', 'thuê bao/100 dân'],
    [' hợp tác xã kiểu mới', 'count', 'hợp tác xã'],
    [' trạm biến áp', 'count', 'trạm biến áp'],
    [' xã đạt chuẩn', 'count', 'xã'],
    [' xã, phường, thị trấn', 'count', 'xã, phường, thị trấn'],
    [' nhà thi đấu', 'count', 'nhà'],
    [' vườn ươm', 'count', 'vườn ươm'],
    [' nhiệm vụ trọng tâm', 'idle', ''],
    [' tháng đầu năm', 'idle', ''],
    [' tập thể', 'idle', ''],
    [' và hơn thế', 'none', ''],
    [' Nguyễn Văn', 'none', ''],
    ['.', 'none', ''],
    ['', 'none', ''],
  ])('reads "%s" as %s "%s"', (text, kind, unit) => {
    expect(read(text)).toEqual([kind, unit]);
  });
});
