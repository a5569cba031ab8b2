import { describe, expect, it } from 'vitest';
import { targetLines } from './read-document.ts';

const goals = (text: string): string[] => targetLines({ heading: 'Chỉ tiêu', period: '2026', text });

/** What is done to what is counted, and how many: "name | bounds unit | period" each. */
const cases: readonly [text: string, expected: string[]][] = [
  [
    '- Trang bị thêm 15 máy tính, 04 ti vi cho các phòng học.',
    ['Trang bị máy tính | =15 máy tính | 2026', 'Trang bị ti vi cho các phòng học | =4 ti vi | 2026'],
  ],
  [
    '- Kiểm tra ít nhất 04 tổ chức đảng và 06 đảng viên.',
    ['Kiểm tra tổ chức đảng | >=4 tổ chức đảng | 2026', 'Kiểm tra đảng viên | =6 đảng viên | 2026'],
  ],
  [
    '- Hỗ trợ 12 hộ thoát nghèo, 3 xã đạt chuẩn nông thôn mới.',
    ['Hỗ trợ hộ thoát nghèo | =12 hộ | 2026', 'xã đạt chuẩn nông thôn mới | =3 xã | 2026'],
  ],
  ['- Đầu tư 03 khách sạn.', ['Đầu tư khách sạn | =3 khách sạn | 2026']],
  ['- Củng cố 5 chi bộ yếu kém.', ['Củng cố chi bộ yếu kém | =5 chi bộ | 2026']],
  ['- Sửa chữa 60 căn nhà cho hộ nghèo.', ['Sửa chữa căn nhà cho hộ nghèo | =60 căn nhà | 2026']],
  ['- Tiêm vắc xin cho 4.500 trâu bò.', ['Tiêm vắc xin cho trâu bò | =4500 trâu bò | 2026']],
  ['- Phát triển đàn ong lên 3.000 đàn ong.', ['Phát triển đàn ong | =3000 đàn ong | 2026']],
  ['- Hỗ trợ xây mới, sửa chữa nhà ở cho 826 hộ.', ['Hỗ trợ xây mới, sửa chữa nhà ở cho hộ | =826 hộ | 2026']],
  [
    '- Đoàn Thanh niên giới thiệu ít nhất 12 đoàn viên ưu tú cho Đảng.',
    ['Đoàn Thanh niên giới thiệu đoàn viên ưu tú cho Đảng | >=12 đoàn viên | 2026'],
  ],
  [
    '- Học sinh giỏi cấp tỉnh: 15 em, cấp huyện: 60 em.',
    ['Học sinh giỏi cấp tỉnh | =15 em | 2026', 'Học sinh giỏi cấp huyện | =60 em | 2026'],
  ],
  [
    '- Toàn huyện có 12 hợp tác xã, 05 trang trại.',
    ['hợp tác xã | =12 hợp tác xã | 2026', 'trang trại | =5 trang trại | 2026'],
  ],
  // For each of many.
  [
    '- Rà soát, mỗi xã có ít nhất 01 mô hình kinh tế hiệu quả, 02 hợp tác xã.',
    ['số mô hình kinh tế hiệu quả mỗi xã | >=1 mô hình | 2026', 'số hợp tác xã mỗi xã | =2 hợp tác xã | 2026'],
  ],
  ['- Mỗi thôn 01 tổ công nghệ số cộng đồng.', ['số tổ công nghệ số cộng đồng mỗi thôn | =1 tổ | 2026']],
  // The end of a bound behind what is counted, and grades that have their own.
  ['1- Kết nạp 08 đảng viên mới trở lên.', ['Kết nạp đảng viên mới | >=8 đảng viên | 2026']],
  ['- Kết nạp từ 130 đảng viên mới trở lên/năm.', ['Kết nạp đảng viên mới | >=130 đảng viên/năm | 2026']],
  ['- Kết nạp từ 15 đảng viên trở lên/năm.', ['Kết nạp đảng viên | >=15 đảng viên/năm | 2026']],
  ['- Đưa 50 người lao động trở lên đi làm việc.', ['Đưa người lao động đi làm việc | >=50 người | 2026']],
  ['- Có 85% hộ gia đình văn hóa trở lên.', ['hộ gia đình văn hóa | >=85 % | 2026']],
  ['- Đạt 02 giải cấp tỉnh trở lên.', ['giải cấp tỉnh trở lên | =2 giải | 2026']],
  ['- Có 95% cán bộ có trình độ đại học trở lên.', ['cán bộ có trình độ đại học trở lên | =95 % | 2026']],
  ['- Có 12 học sinh xếp loại khá trở lên.', ['học sinh xếp loại khá trở lên | =12 học sinh | 2026']],
  // What binds one number and what binds both.
  [
    '- Trên 80% người sản xuất và 75% người tiêu dùng được cung cấp thông tin.',
    ['người sản xuất được cung cấp thông tin | >80 % | 2026', 'người tiêu dùng được cung cấp thông tin | =75 % | 2026'],
  ],
  ['- Ít nhất 80% hộ và 60% cơ sở tham gia.', ['hộ tham gia | >=80 % | 2026', 'cơ sở tham gia | >=60 % | 2026']],
  ['- Đón trêb 640.000 lượt khách.', ['Đón lượt khách | >640000 lượt khách | 2026']],
  [
    '- Thu học phí, các khoản thu không dùng tiền mặt: từ 90% phụ huynh trở lên.',
    ['Thu học phí, các khoản thu không dùng tiền mặt - phụ huynh | >=90 % | 2026'],
  ],
  [
    '- Không quá 05 ca mắc/100.000 dân/tháng vào cuối quý III.',
    ['ca mắc/100.000 dân/tháng | <=5 ca mắc/100.000 dân/tháng | quý III/2026'],
  ],
  // Ranks: a better one is a smaller number.
  ['- Chỉ số PCI xếp thứ 15 trở lên.', ['Chỉ số PCI | <=15 thứ hạng | 2026']],
  ['- Giữ vị trí thứ 2 trở lên trong khối thi đua.', ['thứ hạng trong khối thi đua | <=2 thứ hạng | 2026']],
  ['- Tỷ lệ trường hạng 1 trở lên đạt 40%.', ['Tỷ lệ trường hạng 1 trở lên | =40 % | 2026']],
  // A clause with a time of its own is no part of the name.
  ['- Bàn giao 90% mặt bằng, đến 30/9/2026 bàn giao toàn bộ diện tích còn lại.', ['Bàn giao mặt bằng | =90 % | 2026']],
  // What stands between the work and those it is done to or with.
  [
    '- Sở yêu cầu các chủ rừng ký cam kết bảo vệ rừng với 100% hộ sống ven rừng.',
    ['chủ rừng ký cam kết bảo vệ rừng với hộ sống ven rừng | =100 % | 2026'],
  ],
  [
    '- Yêu cầu các trường tổ chức khám sức khỏe cho 100% học sinh.',
    ['các trường tổ chức khám sức khỏe cho học sinh | =100 % | 2026'],
  ],
  ['- Đề nghị các địa phương hoàn thành 100% kế hoạch trồng rừng.', ['kế hoạch trồng rừng | =100 % | 2026']],
  [
    '- Hỗ trợ việc làm cho 120 người khuyết tật, 300 người nghèo.',
    ['Hỗ trợ việc làm cho người khuyết tật | =120 người | 2026', 'Hỗ trợ việc làm cho người nghèo | =300 người | 2026'],
  ],
  [
    '- Thu gom, xử lý 98% chất thải đô thị, 85% chất thải nông thôn.',
    ['Thu gom, xử lý chất thải đô thị | =98 % | 2026', 'Thu gom, xử lý chất thải nông thôn | =85 % | 2026'],
  ],
  [
    '- Tuyên truyền cho 100% cán bộ, 90% hộ dân ký cam kết.',
    ['Tuyên truyền cho cán bộ | =100 % | 2026', 'hộ dân ký cam kết | =90 % | 2026'],
  ],
  ['- Giải quyết 100% đơn thư đúng thời hạn.', ['Giải quyết đơn thư đúng thời hạn | =100 % | 2026']],
  ['- Mức này chưa đạt chỉ tiêu của Bộ Y tế đề ra là trên 95%.', []],
  [
    '- Tỷ lệ khai thuế điện tử của doanh nghiệp đạt 98%, của cá nhân đạt tối thiểu 85%.',
    ['Tỷ lệ khai thuế điện tử của doanh nghiệp | =98 % | 2026', 'Tỷ lệ khai thuế điện tử của cá nhân | >=85 % | 2026'],
  ],
  [
    '- Công nhận mới 05 sản phẩm OCOP 3 sao, 02 sản phẩm 4 sao.',
    ['Công nhận mới sản phẩm OCOP 3 sao | =5 sản phẩm | 2026', 'Công nhận mới sản phẩm 4 sao | =2 sản phẩm | 2026'],
  ],
  ['- Số hộ nghèo giảm 350 hộ, còn 420 hộ.', ['Số hộ nghèo | =350 hộ | 2026', 'Số hộ nghèo | =420 hộ | 2026']],
  ['- Phát triển 15.000 m2 sàn nhà ở xã hội.', ['Phát triển nhà ở xã hội | =15000 m2 sàn | 2026']],
  [
    '- BHXH: 45% lực lượng lao động; y tế: 90% trạm y tế có bác sĩ.',
    ['BHXH - lực lượng lao động | =45 % | 2026', 'trạm y tế có bác sĩ | =90 % | 2026'],
  ],
];

describe('work and what is counted', () => {
  it.each(cases)('%s', (text, expected) => expect(goals(text)).toEqual(expected));
});
