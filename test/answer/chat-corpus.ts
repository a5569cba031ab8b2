/** Documents as chats ask about them: places, years and figures made up. */
export const chatCorpus: Readonly<Record<string, string>> = {
  'dong-lam-du-lich.txt': `ỦY BAN NHÂN DÂN
HUYỆN ĐỒNG LÂM
Số: 45/KH-UBND

Đồng Lâm, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Phát triển du lịch huyện Đồng Lâm đến năm 2030

I. MỤC TIÊU
- Đến năm 2025 đón 320.000 lượt khách.
- Đến năm 2030 đón trên 710.000 lượt khách.
- Tổng thu từ du lịch đến năm 2025 đạt 210 tỷ đồng.
- Tổng thu từ du lịch đến năm 2030 đạt 590 tỷ đồng.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lý Văn Sơn
`,
  'dong-lam-bhyt.txt': `ỦY BAN NHÂN DÂN
HUYỆN ĐỒNG LÂM
Số: 118/QĐ-UBND

Đồng Lâm, ngày 20 tháng 02 năm 2023

QUYẾT ĐỊNH
Về việc giao chỉ tiêu phát triển bảo hiểm xã hội tự nguyện năm 2023

Điều 1. Giao chỉ tiêu phát triển 640 người tham gia bảo hiểm xã hội tự nguyện năm 2023.
Điều 2. Phòng Giáo dục và Đào tạo vận động, bảo đảm 100% tham gia bảo hiểm y tế trong năm học 2022-2023.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lý Văn Sơn
`,
  'tan-phong-dai-hoi.txt': `Phường Tân Phong quán triệt Nghị quyết Đại hội Đảng bộ phường, nhiệm kỳ 2025 - 2030

Chiều 5/9, Đảng ủy phường Tân Phong tổ chức hội nghị quán triệt Nghị quyết Đại hội Đảng bộ phường nhiệm kỳ 2025 - 2030.
Nhiệm kỳ qua, tổng thu ngân sách đạt 58 tỷ đồng; kết nạp 142 đảng viên mới.
Đến năm 2030, phường Tân Phong phấn đấu tỷ lệ hộ nghèo đa chiều dưới 0,3%.
`,
  'quy-hoach-rung.txt': `ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 318/QĐ-UBND

Lạng Sơn, ngày 04 tháng 3 năm 2019

QUYẾT ĐỊNH
Phê duyệt quy hoạch bảo vệ và phát triển rừng huyện Phong Lộc, giai đoạn 2019 - 2030

I. MỤC TIÊU
- Độ che phủ rừng đạt 51% vào năm 2025.
- Độ che phủ rừng đạt 53,5% vào năm 2030.
- Thu nhập bình quân đầu người đến năm 2030 đạt 78 triệu đồng/năm.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nông Văn Thái
`,
  'nam-thanh-thu.txt': `ỦY BAN NHÂN DÂN
TỈNH NAM ĐỊNH
Số: 05/CT-UBND

Nam Định, ngày 08 tháng 5 năm 2020

CHỈ THỊ
Về một số giải pháp bảo đảm hoàn thành dự toán thu ngân sách năm 2020

I. YÊU CẦU
- Thu nội địa năm 2020 vượt ít nhất 3% dự toán.
- Thu nhập bình quân đầu người năm 2020 đạt 61 triệu đồng.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Phạm Đình Hải
`,
  'ha-giang-dai-hoi.txt': `TỈNH ỦY HÀ GIANG
Số: 12-NQ/TU

Hà Giang, ngày 14 tháng 10 năm 2020

NGHỊ QUYẾT
Đại hội đại biểu Đảng bộ tỉnh, nhiệm kỳ 2020 - 2025

I. CHỈ TIÊU
- Tốc độ tăng trưởng kinh tế (GRDP) bình quân đạt 8%/năm.
- GRDP bình quân đầu người đến năm 2025 đạt 56 triệu đồng.
- Tạo việc làm cho 85.000 lượt người.
- Tổng vốn đầu tư toàn xã hội chiếm 37% so với GRDP.
- Chất thải rắn sinh hoạt được thu gom, xử lý đạt 91%.
- Tỷ lệ che phủ rừng đạt 60%.
- Tỷ lệ hộ nghèo giảm bình quân 4%/năm.
- Diện tích cam đạt 6.200 ha, sản lượng cam đạt 71.000 tấn.
- Diện tích chè đạt 19.000 ha.
- Tổng thu ngân sách trên địa bàn đạt 5.400 tỷ đồng.
- Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính đạt 80% đối với cấp huyện, 65% đối với cấp xã.
- Giáo viên đạt trình độ chuẩn theo Luật Giáo dục 2019 đạt 92%.

T/M TỈNH ỦY
BÍ THƯ
`,
  'vinh-son-doan-vien.txt': `LIÊN ĐOÀN LAO ĐỘNG TỈNH PHÚ THỌ
Số: 62/KH-LĐLĐ

Phú Thọ, ngày 18 tháng 02 năm 2022

KẾ HOẠCH
Phát triển đoàn viên, thành lập công đoàn cơ sở năm 2022

II. TỔ CHỨC THỰC HIỆN
1. Các công đoàn cấp trên cơ sở gửi báo cáo quý về phát triển đoàn viên trước ngày 15 tháng cuối quý.
2. Các công đoàn cấp trên cơ sở gửi báo cáo năm về phát triển đoàn viên trước ngày 25/11/2022.
`,
  'ha-giang-phong-dai.txt': `ỦY BAN NHÂN DÂN
TỈNH HÀ GIANG
Số: 2861/UBND-NN

Hà Giang, ngày 02 tháng 6 năm 2023

V/v phòng, chống bệnh dại

UBND các huyện báo cáo kết quả phòng, chống bệnh dại về Sở Nông nghiệp trước ngày 19.6.2023.
Trạm Y tế các xã báo cáo ca bệnh sởi về Sở Y tế trước 16 giờ hằng ngày.
`,
};
