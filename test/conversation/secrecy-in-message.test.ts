import { describe, expect, it } from 'vitest';
import { bearsSecrecyMark } from '../../src/conversation/secrecy-in-message.ts';

describe('bearsSecrecyMark', () => {
  it.each([
    'MẬT\nKế hoạch phòng thủ khu vực',
    'Văn bản này đóng dấu Mật, anh xem giúp',
    'TUYỆT MẬT – báo cáo số 5',
    'Tóm tắt giúp em tài liệu tối mật này',
    'độ mật: Mật',
    'Kế hoạch số 12/KH-BCH(TM) về diễn tập mật',
    'công văn mật của Bộ Công an nói gì?',
  ])('refuses %j', (text) => {
    expect(bearsSecrecyMark(text)).toBe(true);
    expect(bearsSecrecyMark(text.normalize('NFD'))).toBe(true);
  });

  it.each([
    'Mật độ dân số Lào Cai 2024?',
    'MẬT ĐỘ DÂN SỐ',
    'sản lượng mật ong năm 2024',
    'quy định về bảo vệ bí mật nhà nước gồm những gì?',
    'mat do dan so',
    'bề mặt đường nhựa, mặt trận tổ quốc',
    'đổi mật khẩu thế nào',
    'TỶ LỆ CHE PHỦ RỪNG LÀO CAI NĂM 2024 LÀ BAO NHIÊU PHẦN TRĂM?',
  ])('lets %j pass', (text) => {
    expect(bearsSecrecyMark(text)).toBe(false);
  });
});
