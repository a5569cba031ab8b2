import { describe, expect, it } from 'vitest';
import { fitsReport } from '../../src/answer/fits-report.ts';

describe('fitsReport', () => {
  it.each([
    ['bình khê phải báo cáo Thủ tướng trước ngày nào', 'Thủ tướng Chính phủ; báo cáo trước ngày 20/12/2024'],
    ['khi nào báo cáo kết quả', 'gửi Sở Nội vụ trước ngày 10/12'],
    ['hoàn thành kiểm đếm khi nào', 'Hoàn thành kiểm đếm trước ngày 25/7/2024'],
  ])('%s ← %s', (question, said) => {
    expect(fitsReport(question, said)).toBe(true);
  });

  it.each([
    [
      'binh khe phai bao cao Thu tuong truoc ngay nao',
      'Các địa phương báo cáo Ban QLDA trước 16 giờ thứ Hai hằng tuần',
    ],
    ['khi nào báo cáo kết quả', 'Hoàn thành 05 khu tái định cư trong quý IV/2024'],
  ])('%s ← not %s', (question, said) => {
    expect(fitsReport(question, said)).toBe(false);
  });
});
