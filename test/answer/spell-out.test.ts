import { describe, expect, it } from 'vitest';
import { spellOut } from '../../src/answer/spell-out.ts';
import { loadTables } from '../../src/tables.ts';
import { createReader } from '../../src/tools/create-reader.ts';

const reader = createReader(loadTables());

describe('spellOut', () => {
  it.each([
    ['bhyt bn %', 'bhyt bao nhieu %'],
    ['BHYT đạt bn %', 'BHYT đạt bao nhiêu %'],
    ['hộ nghèo năm 23 giảm bn', 'hộ nghèo năm 2023 giảm bao nhiêu'],
    ['ho ngheo cao bang 23 la bn', 'ho ngheo cao bang 2023 la bao nhieu'],
    ['năm học 25-26', 'năm học 2025-2026'],
    ['vậyyyy', 'vậy'],
    ['bs/van dan', 'bac si/van dan'],
    ['Bộ GD&ĐT', 'Bộ giáo dục và đào tạo'],
    ['nk 2020-2025', 'nhiem ky 2020-2025'],
    ['hs nộp trực tuyến', 'hồ sơ nộp trực tuyến'],
    ['ty le hs gioi', 'ty le hoc sinh gioi'],
    ['LĐLĐ Cà Mau', 'Liên đoàn Lao động Cà Mau'],
    ['QH chốt CPI', 'Quốc hội chốt CPI'],
    ['tăng mây phần trăm', 'tăng mấy phần trăm'],
    ['xử lý trên mạng cấp tỉnh, huyện và xã', 'xử lý trên mạng cấp tỉnh, cấp huyện, cấp xã'],
    ['cap tinh huyen xa', 'cap tinh, cap huyen, cap xa'],
    ['dên năm 2030', 'đến năm 2030'],
    ['được hông', 'được không'],
    ['hs TTHC nop bn %', 'ho so thu tuc hanh chinh nop bao nhieu %'],
    ['nk 25-30 giam ngheo', 'nhiem ky 2025-2030 giam ngheo'],
    ['gđ 21-25', 'giai đoạn 2021-2025'],
    ['nk tới kết nạp', 'nhiem ky tới kết nạp'],
    ['sl thuy san', 'san luong thuy san'],
    ['trồng cây p.tán', 'trồng cây phân tán'],
    ['vung dong bao dt', 'vung dong bao dan toc'],
    ['bc hk1 gui so nn', 'bao cao hoc ky 1 gui so nong nghiep'],
    ['truoc may h', 'truoc may  gio'],
  ])('writes %j as %j', (typed, meant) => {
    expect(spellOut(typed, reader)).toBe(meant);
  });

  it.each([
    'quý III/2026',
    'PCCC',
    'tăng 24-25%',
    'QH sử dụng đất',
    'nghề mây tre đan',
    'Chỉ thị 41/CT-TTg ban hành ngày nào',
    'kế hoạch 02/KH-LĐLĐ',
    'cấp huyện Yên Bái',
    'cơ cấu 24-25 %',
    '15/KH-UBND',
    'từ 25-30 người',
    'hồ sơ cấp xã tỉnh Bắc Ninh',
    'năm 12 tháng',
    '20 ha rừng',
    'xa tan hong',
    '',
  ])('leaves %j', (text) => {
    expect(spellOut(text, reader)).toBe(text);
  });
});
