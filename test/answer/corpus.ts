/** A small corpus of our own: places, years and figures made up. */
export const corpus: Readonly<Record<string, string>> = {
  'lao-cai-2024.txt': `ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
-------
Số: 21/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Lào Cai, ngày 15 tháng 01 năm 2024

KẾ HOẠCH
Phát động thi đua hoàn thành nhiệm vụ phát triển kinh tế - xã hội năm 2024

I. CHỦ ĐỀ
Chủ đề thi đua năm 2024 là “Trách nhiệm, nêu gương, về đích sớm”.

II. CHỈ TIÊU CHỦ YẾU NĂM 2024
1. Về kinh tế
- Tốc độ tăng trưởng kinh tế (GRDP) đạt trên 9,2%;
- GRDP bình quân đầu người đạt 96 triệu đồng;
- Tổng thu ngân sách nhà nước trên địa bàn đạt 12.450 tỷ đồng;
- Giá trị xuất nhập khẩu qua các cửa khẩu đạt 3.150 triệu USD;
- Tổng vốn đầu tư toàn xã hội tăng 11%;
- Tổng lượt khách du lịch đạt 8,5 triệu lượt.
2. Về xã hội
- Giảm tỷ lệ hộ nghèo từ 3,6% trở lên;
- Tỷ lệ lao động qua đào tạo đạt 69,5%;
- Giải quyết việc làm cho 16.800 lao động;
- Tỷ lệ bao phủ bảo hiểm y tế đạt 98,3%;
- Duy trì 13,4 bác sĩ/vạn dân;
- Có thêm 05 xã đạt chuẩn nông thôn mới.
3. Về môi trường
- Tỷ lệ che phủ rừng đạt 58,9%;
- Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh đạt 96,4%.

III. CÁC KHÂU ĐỘT PHÁ
- Phát triển hạ tầng giao thông kết nối cảng hàng không.
- Nâng cao chất lượng nguồn nhân lực du lịch.
- Cải cách thủ tục hành chính gắn với chuyển đổi số.

IV. TỔ CHỨC THỰC HIỆN
Các sở, ban, ngành gửi báo cáo kết quả phong trào thi đua năm 2024 về Sở Nội vụ trước ngày 10/12/2024.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Minh Khoa
`,
  'nghe-an-2021-2025.txt': `HỘI ĐỒNG NHÂN DÂN
TỈNH NGHỆ AN
-------
Số: 47/NQ-HĐND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Nghệ An, ngày 13 tháng 12 năm 2020

NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội giai đoạn 2021 - 2025

Điều 1. Các chỉ tiêu chủ yếu giai đoạn 2021 - 2025
- Tăng trưởng kinh tế (GRDP) bình quân 9,5 - 10,5%/năm.
- Cơ cấu kinh tế đến năm 2025: nông, lâm nghiệp và thủy sản 19,5%; công nghiệp - xây dựng 38,5%; dịch vụ 42%.
- Thu nhập bình quân đầu người đến năm 2025 đạt 75 triệu đồng.
- Kim ngạch xuất khẩu đến năm 2025 đạt 1.780 triệu USD.
- Tỷ lệ hộ nghèo giảm bình quân hằng năm 1 - 1,5%.
- Tỷ lệ đô thị hóa đến năm 2025 đạt 36%.
- Tỷ lệ che phủ rừng ổn định ở mức 58%.
- Đến năm 2025 có 31 giường bệnh/vạn dân và 11,5 bác sĩ/vạn dân.
`,
  'muong-khuong-2023.txt': `UBND huyện Mường Khương phát động thi đua năm 2023

Ngày 18/01/2023, UBND huyện Mường Khương, tỉnh Lào Cai đã ban hành Kế hoạch số 09/KH-UBND về phát động thi đua thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2023.

Phấn đấu năm 2023 đạt các chỉ tiêu: Tổng sản lượng lương thực có hạt 33.200 tấn. Thu ngân sách trên địa bàn 98.500 triệu đồng. Trồng rừng mới 640 ha. Tỷ lệ che phủ rừng đạt 46,2%. Thành lập mới 04 hợp tác xã. Tỷ lệ hộ nghèo giảm 6,1%. Số trường đạt chuẩn quốc gia tăng thêm 02 trường. Tỷ lệ điều tra, khám phá án đạt trên 88%.
`,
  'ha-giang-2022.txt': `ỦY BAN NHÂN DÂN
TỈNH HÀ GIANG
-------
Số: 06/CT-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hà Giang, ngày 22 tháng 3 năm 2022

CHỈ THỊ
Về việc phát động thi đua thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2022

1. Các cơ quan, đơn vị, địa phương tiếp tục thực hiện 3 phong trào thi đua trọng tâm của tỉnh: “Hà Giang chung sức xây dựng nông thôn mới”, “Doanh nghiệp Hà Giang vượt khó”, “Hà Giang chung tay xóa nhà tạm”.

2. Sở Thông tin và Truyền thông chỉ đạo các cơ quan báo chí mở chuyên mục giới thiệu gương người tốt, việc tốt.

3. Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Chỉ thị này, tổng hợp kết quả báo cáo UBND tỉnh theo quy định.

CHỦ TỊCH

Hoàng Quốc Việt
`,
};
