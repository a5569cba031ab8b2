/** Documents with a subject of their own, as questions name them: places, years and figures made up. */
const head = (issuer: string, place: string, number: string, day: string): string =>
  `${issuer}\n${place.toUpperCase()}\n-------\nSố: ${number}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n${day}\n`;

export const withinCorpus: Readonly<Record<string, string>> = {
  'son-la-atgt-2023.txt': `${head('ỦY BAN NHÂN DÂN', 'tỉnh Sơn La', '31/KH-UBND', 'Sơn La, ngày 12 tháng 01 năm 2023')}
KẾ HOẠCH
Bảo đảm trật tự, an toàn giao thông năm 2023

I. MỤC TIÊU
- Giảm từ 6% - 8% số vụ, số người chết và số người bị thương do tai nạn giao thông so với năm 2022.
- Xử lý dứt điểm 17 điểm đen.
- Có 93% người đi mô tô đội mũ bảo hiểm đạt chuẩn.

II. TỔ CHỨC THỰC HIỆN
UBND các huyện gửi báo cáo năm về Ban An toàn giao thông tỉnh trước ngày 08/12/2023.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Hạnh
`,
  'hau-giang-dtc-2023.txt': `${head('ỦY BAN NHÂN DÂN', 'tỉnh Hậu Giang', '06/CT-UBND', 'Hậu Giang, ngày 10 tháng 3 năm 2023')}
CHỈ THỊ
Về đẩy nhanh tiến độ giải ngân vốn đầu tư công năm 2023

I. YÊU CẦU
- Tỷ lệ giải ngân đến hết quý III/2023 đạt trên 72%.
- Giảm 25% thời gian giải quyết thủ tục về đất đai.

II. TỔ CHỨC THỰC HIỆN
Các chủ đầu tư báo cáo Sở Kế hoạch và Đầu tư trước ngày 25 hằng tháng.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Võ Thành Lợi
`,
  'hau-giang-cds-2024.txt': `${head('ỦY BAN NHÂN DÂN', 'tỉnh Hậu Giang', '19/KH-UBND', 'Hậu Giang, ngày 20 tháng 01 năm 2024')}
KẾ HOẠCH
Chuyển đổi số năm 2024

I. MỤC TIÊU
- Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng: cấp tỉnh đạt 99%; cấp huyện đạt 94%; cấp xã đạt 78%.
- Hộ gia đình có đường truyền cáp quang đạt 83%.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Võ Thành Lợi
`,
  'bao-nghi-quyet-2022.txt': `Mục tiêu phát triển làng nghề đến năm 2030 theo Nghị quyết số 27-NQ/TW

Nghị quyết số 27-NQ/TW đề ra mục tiêu cả nước đến năm 2030:
- Tỷ lệ lao động làng nghề được tập huấn an toàn đạt 64%.
- Tỷ lệ sản phẩm làng nghề có nhãn hiệu đạt trên 55%.
`,
};
