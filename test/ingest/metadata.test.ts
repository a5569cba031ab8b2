import { describe, expect, it } from 'vitest';
import { takeApart } from './support/read-text.ts';

type Expected = {
  type?: string;
  number?: string | null;
  title?: string;
  issuer?: string | null;
  locality?: string | null;
  date?: string | null;
  period?: string;
  signer?: string | null;
};

const body = `
I. MỤC ĐÍCH, YÊU CẦU
Nâng cao trách nhiệm của các cấp, các ngành trong tổ chức thực hiện nhiệm vụ được giao; bảo đảm thiết thực, hiệu quả.
II. TỔ CHỨC THỰC HIỆN
1. Các cơ quan, đơn vị căn cứ Kế hoạch này triển khai thực hiện nghiêm túc, có hiệu quả.`;

const headers: readonly (readonly [string, string, Expected])[] = [
  [
    'a letter of a central body, dated in the capital',
    `ĐẢNG ỦY CHÍNH PHỦ
VĂN PHÒNG
Số 218-CV/VPĐU
V/v góp ý dự thảo báo cáo về chuyển đổi số

ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 14 tháng 4 năm 2026

Kính gửi: Các đồng chí Ủy viên Ban Thường vụ`,
    { number: '218-CV/VPĐU', date: '2026-04-14', locality: null },
  ],
  [
    'a plan of a province under bars, one cell a line, hard-wrapped',
    `ỦY BAN NHÂN DÂN
TỈNH BÌNH ĐỊNH
-------
|
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số:
128/QĐ-UBND
|
Bình Định, ngày
09 tháng 04 năm 2021
|
QUYẾT ĐỊNH
BAN HÀNH KẾ HOẠCH PHÁT TRIỂN DỊCH VỤ CÔNG TÁC
XÃ HỘI TRÊN ĐỊA BÀN TỈNH BÌNH ĐỊNH GIAI ĐOẠN 2021 - 2025
ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Tổ chức chính
quyền địa phương ngày 19/6/2015;
Theo đề nghị của Sở Y tế tại Tờ trình số 92/TTr-SYT ngày 06/4/2021.
QUYẾT ĐỊNH:
Điều 1.
Ban hành kèm theo Quyết định này Kế hoạch phát triển dịch vụ công tác xã hội.
Nơi nhận:
- Như Điều 3;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Văn Bình`,
    {
      type: 'quyết định',
      number: '128/QĐ-UBND',
      issuer: 'UBND tỉnh Bình Định',
      locality: 'tỉnh Bình Định',
      date: '2021-04-09',
      period: '2021-2025',
      signer: 'Lê Văn Bình',
    },
  ],
  [
    'a head whose two columns share lines with bars',
    `Để sử dụng toàn bộ tiện ích nâng cao vui lòng đăng ký gói cước.
ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 30/KH-UBND | Thanh Hoá, ngày 27 tháng 6 năm 2025 |
KẾ HOẠCH
TRIỂN KHAI PHONG TRÀO THI ĐUA “ĐỔI MỚI SÁNG TẠO” TRÊN ĐỊA BÀN TỈNH THANH HÓA
Thực hiện Quyết định số 23/QĐ-TTg ngày 14/5/2025 của Thủ tướng Chính phủ, UBND tỉnh Thanh Hóa ban hành Kế hoạch như sau:${body}`,
    {
      type: 'kế hoạch',
      number: '30/KH-UBND',
      issuer: 'UBND tỉnh Thanh Hóa',
      locality: 'tỉnh Thanh Hóa',
      date: '2025-06-27',
    },
  ],
  [
    'two columns with wide gaps',
    `   BỘ Y TẾ                          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
  --------                             Độc lập - Tự do - Hạnh phúc
Số: 1234/CT-BYT                      Hà Nội, ngày 05 tháng 01 năm 2024

CHỈ THỊ
Về việc tăng cường công tác phòng, chống dịch bệnh mùa đông xuân

Thời gian qua, tình hình dịch bệnh diễn biến phức tạp. Bộ trưởng Bộ Y tế yêu cầu:
1. Các đơn vị trực thuộc Bộ chủ động rà soát, chuẩn bị phương án thu dung, điều trị.

BỘ TRƯỞNG

Nguyễn Thị Lan Anh`,
    {
      type: 'chỉ thị',
      number: '1234/CT-BYT',
      title: 'Chỉ thị về việc tăng cường công tác phòng, chống dịch bệnh mùa đông xuân',
      issuer: 'Bộ Y tế',
      locality: 'Bộ Y tế',
      date: '2024-01-05',
      signer: 'Nguyễn Thị Lan Anh',
    },
  ],
  [
    'a resolution of the National Assembly dated by its adoption',
    `QUỐC HỘI
-------
Nghị quyết số: 103/2023/QH15

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

NGHỊ QUYẾT
VỀ KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2024
QUỐC HỘI
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
QUYẾT NGHỊ:
Điều 1. Mục tiêu tổng quát
Tiếp tục ưu tiên thúc đẩy tăng trưởng.
Nghị quyết này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp thứ 6 thông qua ngày 09 tháng 11 năm 2023.
CHỦ TỊCH QUỐC HỘI
Trần Văn Quý`,
    {
      type: 'nghị quyết',
      number: '103/2023/QH15',
      title: 'NGHỊ QUYẾT VỀ KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2024',
      issuer: 'Quốc hội',
      locality: 'cả nước',
      date: '2023-11-09',
      period: '2024',
      signer: 'Trần Văn Quý',
    },
  ],
  [
    'a decision of the Prime Minister',
    `THỦ TƯỚNG CHÍNH PHỦ
--------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 749/QĐ-TTg
Hà Nội, ngày 03 tháng 6 năm 2020

QUYẾT ĐỊNH
Phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030

THỦ TƯỚNG CHÍNH PHỦ

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Điều 1. Phê duyệt Chương trình với các nội dung sau đây.
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG
Đỗ Văn Hải`,
    {
      type: 'quyết định',
      number: '749/QĐ-TTg',
      issuer: 'Thủ tướng Chính phủ',
      locality: 'cả nước',
      date: '2020-06-03',
      signer: 'Đỗ Văn Hải',
    },
  ],
  [
    'a Party committee, hyphen before the kind',
    `TỈNH ỦY CAO BẰNG                 ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 12-CTr/TU                      Cao Bằng, ngày 03 tháng 3 năm 2021

CHƯƠNG TRÌNH
thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2020 - 2025
-----
Thực hiện Nghị quyết Đại hội, Ban Chấp hành Đảng bộ tỉnh ban hành Chương trình như sau:
${body}
T/M BAN CHẤP HÀNH
BÍ THƯ
Lại Xuân Môn`,
    {
      type: 'chương trình',
      number: '12-CTr/TU',
      title: 'Chương trình thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2020 - 2025',
      issuer: 'Tỉnh ủy Cao Bằng',
      locality: 'tỉnh Cao Bằng',
      date: '2021-03-03',
      period: '2020-2025',
      signer: 'Lại Xuân Môn',
    },
  ],
  [
    'a district with its province above',
    `UBND TỈNH NGHỆ AN
UBND HUYỆN CON CUÔNG
Số: 45/KH-UBND
Con Cuông, ngày 10 tháng 02 năm 2023
KẾ HOẠCH
Giảm nghèo bền vững năm 2023
UBND huyện xây dựng Kế hoạch giảm nghèo như sau:${body}
CHỦ TỊCH
Vi Văn Thanh`,
    {
      type: 'kế hoạch',
      number: '45/KH-UBND',
      issuer: 'UBND huyện Con Cuông',
      locality: 'huyện Con Cuông',
      date: '2023-02-10',
      period: '2023',
    },
  ],
  [
    'a ward of a city after the district level ended',
    `ỦY BAN NHÂN DÂN
PHƯỜNG HÒA KHÁNH
Số: 07/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hòa Khánh, ngày 08 tháng 8 năm 2025
KẾ HOẠCH
Tổ chức tháng cao điểm chuyển đổi số trên địa bàn phường Hòa Khánh năm 2025
${body}`,
    {
      type: 'kế hoạch',
      number: '07/KH-UBND',
      issuer: 'UBND phường Hòa Khánh',
      locality: 'phường Hòa Khánh',
      date: '2025-08-08',
      period: '2025',
    },
  ],
  [
    'a department of a province',
    `UBND TỈNH LẠNG SƠN
SỞ GIÁO DỤC VÀ ĐÀO TẠO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 890/KH-SGDĐT
Lạng Sơn, ngày 12 tháng 9 năm 2022
KẾ HOẠCH
Ứng dụng công nghệ thông tin năm học 2022 - 2023
${body}
GIÁM ĐỐC
Hoàng Quốc Tuấn`,
    {
      type: 'kế hoạch',
      number: '890/KH-SGDĐT',
      issuer: 'Sở Giáo dục và Đào tạo tỉnh Lạng Sơn',
      locality: 'tỉnh Lạng Sơn',
      date: '2022-09-12',
      signer: 'Hoàng Quốc Tuấn',
    },
  ],
  [
    'a công văn with its subject under the number',
    `UBND THÀNH PHỐ CẦN THƠ
SỞ TÀI CHÍNH
Số: 215/STC-QLNS
V/v đôn đốc giải ngân vốn đầu tư công quý I

Cần Thơ, ngày 17 tháng 3 năm 2025
Kính gửi: Các chủ đầu tư.
Thực hiện chỉ đạo của UBND thành phố, Sở Tài chính đề nghị các chủ đầu tư khẩn trương hoàn thiện thủ tục.`,
    {
      type: 'công văn',
      number: '215/STC-QLNS',
      title: 'V/v đôn đốc giải ngân vốn đầu tư công quý I',
      issuer: 'Sở Tài chính thành phố Cần Thơ',
      date: '2025-03-17',
    },
  ],
  [
    'a draft without number and day',
    `HỘI ĐỒNG NHÂN DÂN
TỈNH ĐỒNG THÁP
Số:      /NQ-HĐND
Đồng Tháp, ngày     tháng     năm 2023
NGHỊ QUYẾT
Về phát triển giáo dục nghề nghiệp giai đoạn 2023 - 2025
HỘI ĐỒNG NHÂN DÂN TỈNH ĐỒNG THÁP
Căn cứ Nghị quyết số 12/NQ-HĐND ngày 09/12/2022 của Hội đồng nhân dân tỉnh;
Điều 1. Thông qua mục tiêu, nhiệm vụ phát triển giáo dục nghề nghiệp.`,
    {
      type: 'nghị quyết',
      number: null,
      issuer: 'HĐND tỉnh Đồng Tháp',
      locality: 'tỉnh Đồng Tháp',
      date: null,
      period: '2023-2025',
    },
  ],
  [
    'a portal page with a table of properties above the head',
    `Quyết định 31/2020/QĐ-UBND sửa đổi Quy chế thi đua, khen thưởng tỉnh Phú Yên
Số hiệu: 31/2020/QĐ-UBND
Nơi ban hành: Tỉnh Phú Yên
Người ký: Phan Đình Khoa
Ngày ban hành: 26/10/2020
ỦY BAN NHÂN DÂN
TỈNH PHÚ YÊN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 31/2020/QĐ-UBND
Phú Yên, ngày 26 tháng 10 năm 2020
QUYẾT ĐỊNH
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA QUY CHẾ THI ĐUA, KHEN THƯỞNG
ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN
Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;
Điều 1. Sửa đổi khoản 2 Điều 5 của Quy chế như sau.`,
    {
      type: 'quyết định',
      number: '31/2020/QĐ-UBND',
      issuer: 'UBND tỉnh Phú Yên',
      locality: 'tỉnh Phú Yên',
      date: '2020-10-26',
      signer: 'Phan Đình Khoa',
    },
  ],
  [
    'an article with its posting line and the headline twice',
    `Chỉ thị phát động phong trào thi đua năm 2024.

Thứ ba - 23/04/2024 09:05 429 0
Ngày 22/04/2024, Chủ tịch Ủy ban nhân dân tỉnh đã ban hành Chỉ thị số 08/CT-UBND về phát động phong trào thi đua năm 2024.
Chỉ thị phát động phong trào thi đua năm 2024.

Theo đó, các cơ quan, đơn vị trên địa bàn tỉnh Bình Định tiếp tục quán triệt Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị.`,
    {
      type: 'chỉ thị',
      number: '08/CT-UBND',
      issuer: 'Chủ tịch UBND tỉnh Bình Định',
      locality: 'tỉnh Bình Định',
      date: '2024-04-22',
      period: '2024',
    },
  ],
  [
    'an article whose dates leave out the year',
    `Triển khai đợt thi đua chào mừng Đại hội
04/11/2025 10:15
Ngày 4-11, Phó Thủ tướng Phạm Thị Hoa ký ban hành Quyết định số 2437/QĐ-TTg của Thủ tướng Chính phủ về Kế hoạch triển khai đợt thi đua đặc biệt.
Nội dung thi đua tập trung vào các nhóm nhiệm vụ chủ yếu.`,
    {
      type: 'quyết định',
      number: '2437/QĐ-TTg',
      issuer: 'Thủ tướng Chính phủ',
      locality: 'cả nước',
      date: '2025-11-04',
      signer: 'Phạm Thị Hoa',
    },
  ],
  [
    'an article that cites a higher document before its own',
    `Bắc Hà giao chỉ tiêu trồng rừng

Thực hiện Quyết định số 12/QĐ-UBND ngày 05/01/2023 của UBND tỉnh Lào Cai, ngày 18/01/2023 UBND huyện Bắc Hà ban hành Kế hoạch số 20/KH-UBND về trồng rừng năm 2023.`,
    {
      type: 'kế hoạch',
      number: '20/KH-UBND',
      issuer: 'UBND huyện Bắc Hà',
      locality: 'huyện Bắc Hà',
      date: '2023-01-18',
      period: '2023',
    },
  ],
  [
    'an article about a conference: no number, only its posting date',
    `Hội nghị tổng kết công tác thi đua, khen thưởng năm 2023
Cập nhật: 15/01/2024 08:00
Sáng 14/1, UBND tỉnh Hà Giang tổ chức hội nghị tổng kết. Đồng chí Nguyễn Văn Sơn chủ trì hội nghị.`,
    { number: null, date: '2024-01-15' },
  ],
  [
    'a plan of action that begins with its kind',
    `KẾ HOẠCH HÀNH ĐỘNG
THỰC HIỆN LUẬT PHÒNG, CHỐNG THAM NHŨNG
Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26/11/2003;
Ủy ban nhân dân tỉnh Sóc Trăng xây dựng Kế hoạch hành động với các nội dung như sau:
I. Mục tiêu, yêu cầu:
1. Mục tiêu:
- Phòng và chống tình trạng tham nhũng ở các ngành, các cấp.`,
    { type: 'kế hoạch', number: null, issuer: 'UBND tỉnh Sóc Trăng', locality: 'tỉnh Sóc Trăng', date: null },
  ],
  [
    'a digest whose front matter says it all',
    `---
number: 05/CT-UBND
title: "Chỉ thị phòng cháy rừng"
issuer: UBND tỉnh Gia Lai
locality: tỉnh Gia Lai
date: 2024-02-20
type: chỉ thị
period: 2024
signer: Rah Lan Chung
---
# Chỉ thị phòng cháy rừng
Các chủ rừng chủ động phương án chữa cháy.`,
    {
      type: 'chỉ thị',
      number: '05/CT-UBND',
      title: 'Chỉ thị phòng cháy rừng',
      issuer: 'UBND tỉnh Gia Lai',
      locality: 'tỉnh Gia Lai',
      date: '2024-02-20',
      period: '2024',
      signer: 'Rah Lan Chung',
    },
  ],
  [
    'an annex that names the decision it came with',
    `PHỤ LỤC
CHỈ TIÊU KẾ HOẠCH NĂM 2026
(Kèm theo Quyết định số 295/QĐ-UBND ngày 22 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh An Giang)
1. Tốc độ tăng trưởng kinh tế đạt 11%.`,
    { number: null, issuer: 'UBND tỉnh An Giang', locality: 'tỉnh An Giang', date: '2025-12-22', period: '2026' },
  ],
  [
    'a decision without trích yếu',
    `ỦY BAN NHÂN DÂN |
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 657/QĐ-UBND |
Lạng Sơn, ngày 19 tháng 8 năm 2021 |
ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Căn cứ Luật Thi đua, khen thưởng ngày 26/11/2003;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt kèm theo Quyết định này Đề án thi đua giai đoạn 2021 - 2025.
CHỦ TỊCH
Hồ Văn Thọ`,
    {
      type: 'quyết định',
      number: '657/QĐ-UBND',
      title: 'Quyết định phê duyệt Đề án thi đua giai đoạn 2021 - 2025',
      issuer: 'UBND tỉnh Lạng Sơn',
      period: '2021-2025',
    },
  ],
  [
    'an article of a portal that names the document in brackets',
    `Cổng thông tin điện tử

Tỉnh Lạng Sơn

Kế hoạch tổ chức hội nghị điển hình tiên tiến năm 2025

UBND tỉnh ban hành Kế hoạch tổ chức hội nghị điển hình tiên tiến năm 2025 (Kế hoạch số 88/KH-UBND, ngày 12/6/2024). Theo đó, các huyện tổ chức trong quý I.`,
    { type: 'kế hoạch', number: '88/KH-UBND', date: '2024-06-12', issuer: 'UBND tỉnh Lạng Sơn', period: '2025' },
  ],
  [
    'a title in capitals broken before a word that names bodies',
    `ỦY
BAN NHÂN DÂN |
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 61/KH-UBND |
Sơn Bình, ngày 14 tháng 11 năm 2023 |
KẾ HOẠCH
TRIỂN KHAI CHƯƠNG TRÌNH SỮA HỌC ĐƯỜNG TRONG CÁC CƠ
SỞ GIÁO DỤC MẦM NON NĂM 2024 TỈNH SƠN BÌNH
Căn cứ Quyết định số 85/QĐ-TTg ngày 17/01/2022 của Thủ tướng Chính phủ;${body}`,
    {
      title: 'KẾ HOẠCH TRIỂN KHAI CHƯƠNG TRÌNH SỮA HỌC ĐƯỜNG TRONG CÁC CƠ SỞ GIÁO DỤC MẦM NON NĂM 2024 TỈNH SƠN BÌNH',
      issuer: 'UBND tỉnh Sơn Bình',
      locality: 'tỉnh Sơn Bình',
    },
  ],
  [
    'a title that goes on with the number of what it carries out',
    `ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH
Số: 52/KH-UBND
KẾ HOẠCH
TRIỂN KHAI THỰC HIỆN
NGHỊ QUYẾT SỐ 09-NQ/TU VỀ CHUYỂN ĐỔI SỐ TỈNH SƠN BÌNH ĐẾN NĂM 2025${body}`,
    { number: '52/KH-UBND', period: 'đến 2025' },
  ],
  [
    'an annex whose plan is named with its subject',
    `PHỤ LỤC
CHỈ TIÊU CHUYỂN ĐỔI SỐ
(Kèm theo Kế hoạch số 57/KH-UBND ngày 21/4/2022 của UBND xã Gia Bình về triển khai chuyển đổi số năm 2022)
1. Tỷ lệ hồ sơ trực tuyến đạt 40%.`,
    { issuer: 'UBND xã Gia Bình', locality: 'xã Gia Bình', date: '2022-04-21' },
  ],
  [
    'an article about a body that gives others nothing',
    `Cục Thuế tỉnh Hà Nam quyết tâm thu đủ ngân sách

Năm 2022, Cục Thuế tỉnh Hà Nam được Bộ Tài chính giao dự toán thu 12.000 tỷ đồng. Trong dự toán Quốc hội giao có thu nội địa.`,
    { issuer: null, locality: 'tỉnh Hà Nam' },
  ],
  [
    'an article that names its district bare',
    `Bước sang năm 2024, Krông Búk xác định giữ đà tăng trưởng trong bối cảnh giá cà phê thuận lợi. Huyện chú trọng giải phóng mặt bằng.

Tổng giá trị sản xuất toàn huyện đạt 13.000 tỷ đồng.`,
    { locality: 'huyện Krông Búk' },
  ],
  [
    'an article about the country that names a person like a province',
    `Chính phủ đặt ra 8 trọng tâm điều hành năm 2021

Phó Thủ tướng Trương Hòa Bình cho biết cả nước có năm thành công. Phó Thủ tướng Trương Hòa Bình nhấn mạnh mục tiêu của toàn quốc.`,
    { locality: 'cả nước' },
  ],
  [
    'an article that names a partner in passing',
    `Đẩy mạnh chuyển dịch cơ cấu kinh tế và hợp tác kết nghĩa với tỉnh Pray Veng.

Khuyến khích phát triển các thành phần kinh tế.`,
    { locality: null },
  ],
  [
    'a headline in capitals that goes on behind the commune',
    `HỘI NÔNG DÂN PHƯỜNG PHƯỚC AN TỔ CHỨC KÝ KẾT GIAO ƯỚC THI ĐUA NĂM 2021

Sáng 15/3, các chi hội ký kết giao ước thi đua với 10 chỉ tiêu.`,
    { locality: 'phường Phước An' },
  ],
  [
    'a province named on a day before it was a city',
    `Chỉ tiêu năm 2024 của Công ty Hoa tiêu

Ngày 10/4/2024, đại hội có lãnh đạo Đảng ủy Than Quảng Ninh dự. Đảng ủy Than Quảng Ninh đánh giá cao.`,
    { locality: 'tỉnh Quảng Ninh' },
  ],
  [
    'an article on a plan of a trade union',
    `Công đoàn Tổng công ty Hải Vận vừa ban hành Kế hoạch số 28/KH-CĐ phát động thi đua năm 2021

Công đoàn Tổng công ty Hải Vận vừa ban hành Kế hoạch số 28/KH-CĐ phát động thi đua năm 2021 tại các đơn vị.`,
    { number: '28/KH-CĐ', issuer: 'Công đoàn Tổng công ty Hải Vận' },
  ],
  [
    'a plain text that says nothing of itself',
    'Các đồng chí chú ý giữ gìn vệ sinh chung tại nơi làm việc. Tiết kiệm điện, nước.',
    { type: 'khác', number: null, issuer: null, locality: null, date: null, period: 'không nêu', signer: null },
  ],
  [
    'blanks and dashes in the number',
    `HỘI ĐỒNG NHÂN DÂN TỈNH KIÊN GIANG
Số : 74 / NQ – HĐND
Kiên Giang, ngày 9 tháng 12 năm 2022
NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2023
Điều 1. Thông qua kế hoạch phát triển kinh tế - xã hội.`,
    { type: 'nghị quyết', number: '74/NQ-HĐND', date: '2022-12-09', period: '2023', locality: 'tỉnh Kiên Giang' },
  ],
  [
    'kind, number, day, issuer and subject in one line',
    'Kế hoạch số 17 /KH-UBND ngày 03/02/2023 của UBND huyện Ba Tơ về chuyển đổi số năm 2023\n\nMục tiêu:\n\n* Chính quyền số:\n\n- 100% văn bản được ký số.\n',
    { type: 'kế hoạch', number: '17/KH-UBND', date: '2023-02-03', period: '2023', locality: 'huyện Ba Tơ' },
  ],
  [
    'a head whose cells a page broke behind their first word',
    'THỦ\nTƯỚNG CHÍNH PHỦ\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n|\nSố:\n33/CT-TTg\n|\nHà\nNội, ngày 28 tháng 7 năm 2020\n|\nCHỈ THỊ\nVỀ XÂY DỰNG KẾ HOẠCH NĂM 2021\nNăm 2020, dịch bệnh lây lan nhanh.\n',
    { type: 'chỉ thị', number: '33/CT-TTg', date: '2020-07-28', issuer: 'Thủ tướng Chính phủ', locality: 'cả nước' },
  ],
];

describe('metadata', () => {
  it.each(headers)('reads %s', (_, text, expected) => {
    const { metadata } = takeApart(text);
    const read = { ...metadata, locality: metadata.locality?.name ?? null, period: metadata.period.text };
    expect(read).toMatchObject(expected);
  });

  it('keeps the lines of recipients without dashes and archive', () => {
    const { metadata } = takeApart(`KẾ HOẠCH
Trồng cây năm 2024
1. Các đơn vị tổ chức trồng cây tại trụ sở cơ quan và khu dân cư.

Nơi nhận:
- Bộ Nội vụ (b/c);
- UBND các huyện,
thành phố;
- Lưu: VT, NC.`);
    expect(metadata.recipients).toEqual(['Bộ Nội vụ (b/c)', 'UBND các huyện, thành phố']);
  });
});

describe('the time an article’s plan is for', () => {
  const article = (lead: string): string =>
    `Tân Sơn phấn đấu 100% học sinh học 2 buổi/ngày\n\n${lead}\n\nĐối với mầm non, Kế hoạch đặt mục tiêu huy động 35% trẻ nhà trẻ ra lớp.\n`;

  it.each([
    [
      'Phó Chủ tịch UBND tỉnh vừa ký Quyết định ban hành Kế hoạch phổ cập giáo dục, xóa mù chữ đến năm 2030 trên địa bàn tỉnh Phú Thọ.',
      'đến 2030',
    ],
    [
      'Đại hội nhiệm kỳ 2025 - 2030 thông qua 15 chỉ tiêu đến năm 2030; nhiệm kỳ 2025 - 2030 có 3 khâu đột phá của tỉnh Phú Thọ.',
      '2025-2030',
    ],
  ])('%s', (lead, period) => {
    expect(takeApart(article(lead)).metadata.period.text).toBe(period);
  });
});
