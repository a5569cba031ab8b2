import { describe, expect, it } from 'vitest';
import { decide, foundNames } from './target-of.ts';

/** Asked → the name of the one target there is: it answers. */
const matching: readonly (readonly [string, string])[] = [
  ['goi bao nhieu cong dan nhap ngu', 'Gọi công dân nhập ngũ (QĐ 55/QĐ-UBND ngày 01/11/2023)|120|Người'],
  ['bao nhieu san pham ocop tu 3 sao', 'sản phẩm OCOP đạt tiêu chuẩn từ 3 sao trở lên|90 sản phẩm|sản phẩm'],
  ['tỷ lệ trẻ em hoàn thành cấp THCS', 'Tỷ lệ trẻ em hoàn thành cấp trung học cơ sở|đạt 91%|%'],
  ['kinh tế số', 'Theo đánh giá của Tỉnh ủy, năm 2025 kinh tế số của tỉnh|ước đạt 11%|%'],
  ['khach du lich bao nhieu luot', 'Khách đến tham quan, nghỉ dưỡng|trên 3,2 triệu lượt|triệu lượt'],
  ['trong rung moi bao nhieu ha', 'Trồng rừng mới trong đó quế 1.200ha|7.500 ha|ha'],
  [
    'ho tro sua chua nha o cho bao nhieu ho ngheo',
    'hộ nghèo, hộ cận nghèo được hỗ trợ xây mới hoặc sửa chữa nhà ở|840 hộ|hộ',
  ],
  [
    'giảm người chết do tai nạn giao thông',
    'giảm số vụ, số người chết và số người bị thương do tai nạn giao thông|5%|%|decrease',
  ],
  ['thu tien su dung dat', 'thu tiền sử dụng đất|1.200 tỷ đồng|tỷ đồng'],
  ['diem den giao thong', 'Xử lý dứt điểm điểm đen|9 điểm|điểm'],
  ['gọi công dân nhập ngũ', 'tuyển chọn, gọi công dân nhập ngũ|96 công dân|công dân'],
  ['TNBQ cư dân NT', 'Thu nhập bình quân của cư dân nông thôn|41 triệu đồng/người|triệu đồng/người'],
  ['diem tiem an tai nan giao thong', 'điểm tiềm ẩn tai nạn giao thông trên các tuyến quốc lộ, tỉnh lộ|40 điểm|điểm'],
  ['bhyt may phan tram', 'Tỷ lệ người dân tham gia bảo hiểm y tế|96%|%'],
  ['tăng trưởng kinh tế bao nhiêu %', 'Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP)|8,5%|%|increase'],
  ['GRDP tăng mấy %', 'Tăng trưởng GRDP|9%|%|increase'],
  ['toc do tang truong kinh te', 'Tốc độ tăng trưởng kinh tế bình quân|7%|%|increase'],
  ['tăng trưởng bao nhiêu', 'Tăng trưởng kinh tế (GRDP)|từ 8 - 9%|%|increase'],
  ['GRDP bình quân đầu người', 'Tổng sản phẩm trên địa bàn (GRDP) bình quân đầu người|95 triệu đồng|triệu đồng'],
  ['thu NSNN', 'Tổng thu ngân sách nhà nước trên địa bàn|5.200 tỷ đồng|tỷ đồng'],
  ['thu ngân sách bao nhiêu tỷ đồng', 'thu ngân sách nhà nước|5.200 tỷ đồng|tỷ đồng'],
  ['thu ngân sách tăng bao nhiêu %', 'Thu ngân sách nhà nước, tốc độ tăng bình quân|10%/năm|%/năm|increase'],
  ['chi ngân sách địa phương', 'Tổng chi ngân sách địa phương|9.000 tỷ đồng|tỷ đồng'],
  ['tỷ lệ hộ nghèo', 'Tỷ lệ hộ nghèo|còn dưới 3%|%'],
  ['tỷ lệ hộ nghèo còn bao nhiêu', 'tỷ lệ hộ nghèo|còn 4,8%|%'],
  ['giảm hộ nghèo mấy %', 'Tỷ lệ hộ nghèo|giảm 1,5%|%|decrease'],
  ['giảm nghèo bao nhiêu điểm phần trăm', 'Tỷ lệ hộ nghèo giảm|1 - 1,5 điểm %|điểm %|decrease'],
  ['hộ ngèo giảm bao nhiêu', 'giảm tỷ lệ hộ nghèo|2%|%|decrease'],
  ['tỷ lệ hộ cận nghèo', 'Tỷ lệ hộ cận nghèo|dưới 5%|%'],
  ['độ che phủ rừng', 'Tỷ lệ che phủ của rừng|45%|%'],
  ['ty le che phu rung', 'tỷ lệ độ che phủ rừng|45%|%'],
  ['BHYT bao nhiêu %', 'Tỷ lệ dân số tham gia bảo hiểm y tế|95%|%'],
  ['bao phủ bảo hiểm y tế', 'tỷ lệ người dân tham gia BHYT|95%|%'],
  ['tham gia BHXH', 'Tỷ lệ lực lượng lao động trong độ tuổi tham gia bảo hiểm xã hội|30%|%'],
  ['số giường bệnh trên vạn dân', 'Số giường bệnh/10.000 dân|32 giường|giường bệnh/vạn dân'],
  ['giường bệnh', 'giường bệnh/vạn dân|32 giường bệnh/vạn dân|giường bệnh/vạn dân'],
  ['bac si/van dan', 'Số bác sỹ trên 1 vạn dân|11 bác sỹ|bác sỹ'],
  ['lao động qua đào tạo', 'Tỷ lệ lao động qua đào tạo|70%|%'],
  ['bao nhiêu lao động được giải quyết việc làm', 'Giải quyết việc làm mới|15.000 lao động|lao động'],
  ['tạo việc làm cho bao nhiêu người', 'Số lao động có việc làm mới|15.000 người|người'],
  ['tỷ lệ thất nghiệp', 'Tỷ lệ thất nghiệp khu vực thành thị|dưới 3%|%'],
  ['bao nhiêu xã đạt chuẩn NTM', 'Số xã đạt chuẩn nông thôn mới|tăng thêm 03 xã|xã|increase'],
  ['có thêm bao nhiêu xã nông thôn mới', 'xã đạt chuẩn nông thôn mới|có thêm 03 xã|xã|increase'],
  ['xã NTM nâng cao', 'số xã đạt chuẩn nông thôn mới nâng cao|10 xã|xã'],
  ['NTM kiểu mẫu', 'xã đạt chuẩn nông thôn mới kiểu mẫu|02 xã|xã'],
  ['tiêu chí NTM bình quân', 'Số tiêu chí nông thôn mới bình quân/xã|16,5 tiêu chí|tiêu chí/xã'],
  ['sản phẩm OCOP', 'Số sản phẩm OCOP đạt từ 3 sao trở lên|40 sản phẩm|sản phẩm'],
  ['tỷ lệ dân số nông thôn dùng nước sạch', 'Tỷ lệ dân cư nông thôn sử dụng nước sạch theo quy chuẩn|65%|%'],
  ['nước hợp vệ sinh', 'Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh|95%|%'],
  ['chất thải rắn đô thị được thu gom', 'Tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom, xử lý|92%|%'],
  ['kim ngạch xuất khẩu', 'Giá trị xuất khẩu|250 triệu USD|triệu USD'],
  ['kim ngạch XNK', 'tổng kim ngạch xuất, nhập khẩu qua địa bàn|900 triệu USD|triệu USD'],
  ['đón bao nhiêu khách du lịch', 'Tổng lượt khách du lịch|2,5 triệu lượt|triệu lượt'],
  ['khách quốc tế bao nhiêu lượt', 'khách du lịch quốc tế|300 nghìn lượt khách|nghìn lượt khách'],
  ['doanh thu du lịch', 'Tổng thu từ khách du lịch|1.800 tỷ đồng|tỷ đồng'],
  ['tổng vốn đầu tư toàn xã hội', 'Tổng vốn đầu tư toàn xã hội trên địa bàn|20.000 tỷ đồng|tỷ đồng'],
  ['giải ngân vốn đầu tư công', 'Tỷ lệ giải ngân kế hoạch vốn đầu tư công|trên 95%|%'],
  ['thành lập mới bao nhiêu HTX', 'Số hợp tác xã thành lập mới|15 hợp tác xã|hợp tác xã'],
  ['bao nhiêu doanh nghiệp thành lập mới', 'doanh nghiệp thành lập mới|200 doanh nghiệp|doanh nghiệp'],
  ['tỷ lệ đô thị hóa', 'Tỷ lệ đô thị hoá|35%|%'],
  ['trồng rừng bao nhiêu ha', 'Diện tích rừng trồng mới|1.200 ha|ha'],
  ['sản lượng lương thực', 'Tổng sản lượng lương thực có hạt|350.000 tấn|tấn'],
  ['sản lượng lương thực bình quân đầu người', 'Lương thực bình quân đầu người|480 kg/người/năm|kg/người/năm'],
  ['bao nhiêu % gia đình văn hóa', 'Tỷ lệ gia đình đạt danh hiệu “Gia đình văn hóa”|90%|%'],
  ['khu dân cư văn hoá', 'khu dân cư văn hóa|85%|%'],
  ['trường đạt chuẩn quốc gia', 'Số trường học đạt chuẩn quốc gia|tăng thêm 05 trường|trường|increase'],
  ['tỷ lệ tốt nghiệp THPT', 'Tỷ lệ tốt nghiệp trung học phổ thông|99%|%'],
  ['kết nạp bao nhiêu đảng viên mới', 'Kết nạp đảng viên|từ 900 đảng viên|đảng viên'],
  ['phát triển đảng viên', 'Kết nạp đảng viên mới|từ 900 đảng viên|đảng viên'],
  ['mức độ hài lòng của người dân', 'Mức độ hài lòng của người dân, doanh nghiệp đối với sự phục vụ|trên 85%|%'],
  ['đón bao nhiêu khách du lịch', 'thu hút lượt khách du lịch|2 triệu lượt|triệu lượt'],
  ['ty le giang vien tien si', 'Tỷ lệ giảng viên có trình độ tiến sĩ|30%|%'],
  ['tích tụ bao nhiêu ha đất', 'diện tích đất được tích tụ, tập trung|30 ha|ha'],
  [
    'thu nhap binh quan nong thon',
    'Thu nhập bình quân đầu người khu vực nông thôn|50 triệu đồng/người/năm|triệu đồng/người/năm',
  ],
  ['phủ sóng 5G', 'Số xã, phường phủ sóng 5G|60 xã, phường|xã, phường'],
  ['doanh nghiệp nhỏ và vừa dùng nền tảng số', 'Tỷ lệ doanh nghiệp nhỏ và vừa sử dụng nền tảng số|70%|%'],
  ['tỷ lệ phá án', 'Tỷ lệ điều tra, khám phá các loại án|85%|%'],
  ['hồ sơ trực tuyến', 'Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến|80%|%'],
  ['DVC trực tuyến toàn trình', 'Tỷ lệ dịch vụ công trực tuyến toàn trình|100%|%'],
  ['kết nạp bao nhiêu đảng viên mới', 'Kết nạp đảng viên mới|200 đảng viên|đảng viên'],
  ['tỷ trọng dịch vụ', 'Cơ cấu kinh tế: khu vực dịch vụ|40%|%'],
  ['nông lâm thủy sản chiếm bao nhiêu', 'Cơ cấu kinh tế: Nông, lâm nghiệp và thủy sản|20%|%'],
  ['kinh tế số chiếm bao nhiêu', 'Tỷ trọng kinh tế số trong GRDP|20%|%'],
  ['suy dinh dưỡng thấp còi', 'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi|dưới 20%|%'],
  ['thu nhập bình quân đầu người', 'Thu nhập bình quân đầu người/năm|60 triệu đồng|triệu đồng'],
  ['nhà tạm nhà dột nát', 'Xóa nhà tạm, nhà dột nát|1.000 căn|căn'],
  ['tỷ lệ hộ dùng điện', 'Tỷ lệ hộ dân được sử dụng điện lưới quốc gia|99%|%'],
  ['dân số trung bình', 'Dân số trung bình|600 nghìn người|nghìn người'],
];

/** Asked → the name of the one target there is: it is something else, and no figure may be given. */
const differing: readonly (readonly [string, string])[] = [
  ['gọi công dân nhập ngũ', 'Tổng số giường bệnh - Tuyến quận|150|giường'],
  ['tỷ lệ trẻ em hoàn thành cấp THCS', 'giảm tỷ lệ trẻ em bỏ học cấp trung học cơ sở|dưới 0,3%|%'],
  ['tỷ lệ hộ nghèo giảm', 'tỷ lệ hộ nghèo, hộ cận nghèo|giảm 4%|%|decrease'],
  ['tỷ lệ hộ nghèo', 'hộ nghèo, hộ cận nghèo được hỗ trợ sửa chữa nhà ở|100%|%'],
  ['trồng quế bao nhiêu ha', 'Trồng rừng mới trong đó quế 1.200ha|7.500 ha|ha'],
  ['thu nhập bình quân đầu người', 'GRDP bình quân đầu người|70 triệu đồng|triệu đồng'],
  ['GRDP bình quân đầu người', 'Thu nhập bình quân đầu người|45 triệu đồng|triệu đồng'],
  ['GRDP tăng bao nhiêu', 'GRDP bình quân đầu người|70 triệu đồng|triệu đồng'],
  ['quy mô GRDP bao nhiêu tỷ đồng', 'Tốc độ tăng GRDP|8%|%|increase'],
  ['GRDP tăng mấy %', 'Quy mô GRDP|50.000 tỷ đồng|tỷ đồng'],
  ['giường bệnh trên vạn dân', 'bác sĩ/vạn dân|10 bác sĩ/vạn dân|bác sĩ/vạn dân'],
  ['bác sĩ trên vạn dân', 'giường bệnh/vạn dân|30 giường/vạn dân|giường bệnh/vạn dân'],
  ['dược sĩ trên vạn dân', 'Số bác sĩ trên vạn dân|10 bác sĩ|bác sĩ'],
  ['tổng số giường bệnh', 'giường bệnh/vạn dân|30 giường bệnh/vạn dân|giường bệnh/vạn dân'],
  ['kim ngạch xuất khẩu', 'tổng kim ngạch xuất, nhập khẩu qua địa bàn|638 triệu USD|triệu USD'],
  ['kim ngạch nhập khẩu', 'Kim ngạch xuất khẩu|638 triệu USD|triệu USD'],
  ['kim ngạch xuất nhập khẩu', 'Kim ngạch xuất khẩu|638 triệu USD|triệu USD'],
  ['xuất khẩu lao động', 'Kim ngạch xuất khẩu|638 triệu USD|triệu USD'],
  ['tăng trưởng kinh tế', 'Cơ cấu kinh tế: dịch vụ|40%|%'],
  ['tăng trưởng kinh tế', 'Tổng vốn đầu tư toàn xã hội|tăng 11%|%|increase'],
  ['tăng trưởng kinh tế', 'Thu ngân sách|tăng 11%|%|increase'],
  ['tỷ lệ hộ nghèo', 'Tỷ lệ hộ cận nghèo|4%|%'],
  ['tỷ lệ hộ cận nghèo', 'Tỷ lệ hộ nghèo|4%|%'],
  ['giảm hộ nghèo', 'giảm tỷ lệ hộ nghèo đồng bào dân tộc thiểu số|4%|%|decrease'],
  ['giảm hộ nghèo dân tộc thiểu số', 'giảm tỷ lệ hộ nghèo|2%|%|decrease'],
  ['giảm hộ nghèo bao nhiêu', 'Tỷ lệ hộ nghèo|còn 5%|%'],
  ['tỷ lệ hộ nghèo còn bao nhiêu', 'giảm tỷ lệ hộ nghèo|2%|%|decrease'],
  ['hộ nghèo tăng bao nhiêu', 'giảm tỷ lệ hộ nghèo|2%|%|decrease'],
  ['bao nhiêu hộ nghèo', 'giảm tỷ lệ hộ nghèo|2%|%|decrease'],
  ['bao nhiêu hộ thoát nghèo', 'Tỷ lệ hộ nghèo|5%|%'],
  ['bao nhiêu xã đạt chuẩn NTM', 'xã đạt từ 15 - 17 tiêu chí nông thôn mới|05 xã|xã'],
  ['bao nhiêu xã đạt chuẩn NTM', 'xã đạt chuẩn nông thôn mới nâng cao|05 xã|xã'],
  ['xã NTM nâng cao', 'xã đạt chuẩn nông thôn mới|05 xã|xã'],
  ['xã NTM kiểu mẫu', 'xã đạt chuẩn nông thôn mới nâng cao|05 xã|xã'],
  ['bao nhiêu xã nông thôn mới', 'tỷ lệ xã đạt chuẩn nông thôn mới|60%|%'],
  ['bao nhiêu % xã nông thôn mới', 'xã đạt chuẩn nông thôn mới|43 xã|xã'],
  ['bao nhiêu tiêu chí nông thôn mới', 'xã đạt chuẩn nông thôn mới|43 xã|xã'],
  ['huyện đạt chuẩn nông thôn mới', 'xã đạt chuẩn nông thôn mới|43 xã|xã'],
  ['tăng thêm bao nhiêu xã nông thôn mới', 'xã đạt chuẩn nông thôn mới (lũy kế)|43 xã|xã'],
  ['bao nhiêu xã đạt chuẩn y tế', 'xã đạt chuẩn nông thôn mới|43 xã|xã'],
  ['dân số', 'Tỷ lệ dân số tham gia bảo hiểm y tế|95%|%'],
  ['tỷ lệ dân số', 'Tỷ lệ dân số tham gia bảo hiểm y tế|95%|%'],
  ['bảo hiểm xã hội', 'Tỷ lệ dân số tham gia bảo hiểm y tế|95%|%'],
  ['bảo hiểm thất nghiệp', 'Tỷ lệ lao động tham gia bảo hiểm xã hội|25%|%'],
  ['bảo hiểm xã hội tự nguyện', 'Tỷ lệ lao động tham gia bảo hiểm xã hội|25%|%'],
  ['tham gia bảo hiểm y tế', 'Tỷ lệ học sinh tham gia bảo hiểm y tế|100%|%'],
  ['tỷ lệ lao động', 'Tỷ lệ lao động qua đào tạo|70%|%'],
  ['lao động qua đào tạo', 'Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ|30%|%'],
  ['lao động có bằng cấp chứng chỉ', 'Tỷ lệ lao động qua đào tạo|70%|%'],
  ['số lao động được đào tạo nghề', 'Tỷ lệ lao động qua đào tạo|70%|%'],
  ['giải quyết việc làm cho bao nhiêu lao động', 'Tỷ lệ lao động qua đào tạo|70%|%'],
  ['thu ngân sách tăng bao nhiêu %', 'Thu ngân sách trên địa bàn|2.838 tỷ đồng|tỷ đồng'],
  ['thu ngân sách bao nhiêu tỷ đồng', 'Thu ngân sách|tăng 12%/năm|%/năm|increase'],
  ['thu nội địa', 'Tổng thu ngân sách nhà nước|5.000 tỷ đồng|tỷ đồng'],
  ['thu ngân sách', 'Tổng chi ngân sách địa phương|9.000 tỷ đồng|tỷ đồng'],
  ['thu tiền sử dụng đất', 'Tổng thu ngân sách nhà nước|5.000 tỷ đồng|tỷ đồng'],
  ['vốn đầu tư toàn xã hội bao nhiêu tỷ đồng', 'Tổng vốn đầu tư toàn xã hội|tăng 15%/năm|%/năm|increase'],
  ['vốn đầu tư công', 'Tổng vốn đầu tư toàn xã hội|20.000 tỷ đồng|tỷ đồng'],
  ['vốn FDI', 'Tổng vốn đầu tư toàn xã hội|20.000 tỷ đồng|tỷ đồng'],
  ['sản lượng lương thực', 'Sản lượng lương thực bình quân đầu người|500 kg/người/năm|kg/người/năm'],
  ['sản lượng thủy sản', 'Sản lượng lương thực|350.000 tấn|tấn'],
  ['diện tích lúa', 'Sản lượng lúa|350.000 tấn|tấn'],
  ['năng suất lúa', 'Diện tích lúa|3.000 ha|ha'],
  ['diện tích trồng rừng', 'Tỷ lệ che phủ rừng|45%|%'],
  ['tỷ lệ che phủ rừng', 'Diện tích rừng trồng mới|570 ha|ha'],
  ['diện tích trồng cà phê', 'Diện tích rừng trồng mới|570 ha|ha'],
  ['tỷ lệ nhựa hóa đường tỉnh', 'tỷ lệ chiều dài đường huyện, đường xã được nhựa hóa|82%|%'],
  ['tỷ lệ nhựa hóa đường huyện', 'Tỷ lệ nhựa hóa đường tỉnh|73%|%'],
  ['khách du lịch quốc tế', 'Tổng lượt khách du lịch|2 triệu lượt|triệu lượt'],
  ['khách du lịch', 'Doanh thu du lịch|1.800 tỷ đồng|tỷ đồng'],
  ['nước sạch nông thôn', 'Tỷ lệ dân số đô thị sử dụng nước sạch|95%|%'],
  ['nước sạch nông thôn', 'Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh|95%|%'],
  ['gia đình văn hóa', 'Khu dân cư văn hóa|58%|%'],
  ['tỷ lệ tốt nghiệp THCS', 'Tỷ lệ tốt nghiệp trung học phổ thông|99%|%'],
  ['đảng viên hoàn thành tốt nhiệm vụ', 'tổ chức đảng hoàn thành tốt nhiệm vụ trở lên|75%|%'],
  ['kết nạp bao nhiêu đảng viên', 'số đảng viên hoàn thành tốt nhiệm vụ trở lên|90%|%'],
  ['tỷ trọng công nghiệp - xây dựng', 'Cơ cấu kinh tế: dịch vụ|40%|%'],
  ['tỷ trọng dịch vụ', 'Tốc độ tăng khu vực dịch vụ|9%|%|increase'],
  ['dịch vụ tăng bao nhiêu', 'Cơ cấu kinh tế: dịch vụ|40%|%'],
  ['KV2 tăng bao nhiêu', 'Tăng trưởng kinh tế (GRDP) - KV1|KV1 đạt 4,5%|%|increase|Tăng trưởng kinh tế (GRDP)'],
  ['tổng thu từ xổ số', 'Tổng thu ngân sách nhà nước|5.000 tỷ đồng|tỷ đồng'],
  ['số sân bay', 'Số xã đạt chuẩn nông thôn mới|43 xã|xã'],
  ['tỷ lệ hộ có xe máy', 'Tỷ lệ hộ sử dụng điện|99%|%'],
  ['bao nhiêu hộ', 'hộ chăn nuôi đưa gia súc ra khỏi gầm sàn nhà|tăng thêm 1.909 hộ|hộ|increase'],
  ['bao nhiêu trường học xây mới', 'Số trường đạt chuẩn quốc gia|05 trường|trường'],
  ['công suất sử dụng giường bệnh', 'giường bệnh/vạn dân|30 giường bệnh/vạn dân|giường bệnh/vạn dân'],
  ['số vụ cháy bao nhiêu vụ', 'Số vụ cháy, nổ đường sắt|3 vụ|vụ'],
  ['số vụ tai nạn giao thông', 'Số vụ tai nạn giao thông đường thủy nội địa|dưới 5 vụ|vụ'],
  ['bao nhiêu đảng viên', 'kết nạp đảng viên|từ 900 đảng viên|đảng viên'],
  ['đường huyện bao nhiêu km', 'Sửa chữa đường - đường tỉnh 20 km, đường huyện|35 km|km|level|Sửa chữa đường'],
  ['chỉ số PCI', 'Chỉ số cải cách hành chính (PAR INDEX)|90%|%'],
];

describe('matchTargets', () => {
  it.each(matching)('answers “%s” from “%s”', (asked, line) => {
    expect(foundNames(asked, [line])).toEqual([line.split('|')[0]]);
  });

  it.each(differing)('does not answer “%s” from “%s”', (asked, line) => {
    expect(foundNames(asked, [line])).toEqual([]);
  });

  it('prefers the whole to its breakdown, and gives the breakdown when asked', () => {
    const lines = [
      'Tăng trưởng GRDP|8%|%|increase',
      'Tăng trưởng GRDP - nông, lâm, thủy sản|3%|%|increase|Tăng trưởng GRDP',
      'Tăng trưởng GRDP - dịch vụ|9%|%|increase|Tăng trưởng GRDP',
    ];
    expect(foundNames('GRDP tăng bao nhiêu', lines)).toEqual(['Tăng trưởng GRDP']);
    expect(foundNames('dịch vụ tăng bao nhiêu', lines)).toEqual(['Tăng trưởng GRDP - dịch vụ']);
  });

  it('gives all parts of a whole that is only set in parts', () => {
    const lines = [
      'Cơ cấu kinh tế: nông, lâm nghiệp, thủy sản|20%|%|level|Cơ cấu kinh tế',
      'Cơ cấu kinh tế: công nghiệp - xây dựng|35%|%|level|Cơ cấu kinh tế',
      'Cơ cấu kinh tế: dịch vụ|45%|%|level|Cơ cấu kinh tế',
    ];
    expect(foundNames('cơ cấu kinh tế', lines)).toHaveLength(3);
  });

  it('gives a level before a growth that was not asked for', () => {
    const lines = [
      'Thu ngân sách|Đạt 5.000 tỷ đồng|tỷ đồng',
      'Thu ngân sách, tốc độ tăng bình quân|12%/năm|%/năm|increase',
    ];
    expect(foundNames('thu ngân sách', lines)).toEqual(['Thu ngân sách']);
    expect(foundNames('tốc độ tăng thu ngân sách', lines)).toEqual(['Thu ngân sách, tốc độ tăng bình quân']);
  });

  it('says that a narrower thing is narrower', () => {
    const decision = decide('tỷ lệ chất thải rắn được xử lý', [
      'tỷ lệ chất thải rắn sinh hoạt khu vực đô thị được xử lý|87%|%',
    ]);
    expect(decision.isNarrower).toBe(true);
    expect(decision.found).toHaveLength(1);
  });

  it('offers what is near without answering with it', () => {
    const decision = decide('giường bệnh trên vạn dân', [
      'bác sĩ/vạn dân|10 bác sĩ/vạn dân|bác sĩ/vạn dân',
      'xuất khẩu|1 triệu USD|triệu USD',
    ]);
    expect(decision.found).toEqual([]);
  });

  it('gives the whole without a part of it that is named in the whole', () => {
    const whole = 'hồ sơ được giải quyết trước và đúng hạn';
    const lines = [`${whole} - trước hạn|từ 60% trở lên|%|level|${whole}`, `${whole}|98,5%|%`];
    expect(foundNames('tỷ lệ hồ sơ giải quyết trước và đúng hạn', lines)).toEqual([whole]);
  });

  it('gives no parts of another whole than was asked for', () => {
    const whole = 'Kim ngạch xuất khẩu thủy sản';
    const lines = [
      `${whole} - tôm|4 tỷ USD|tỷ USD|level|${whole}`,
      `${whole} - cá tra|1,9 tỷ USD|tỷ USD|level|${whole}`,
    ];
    expect(foundNames('xuất khẩu mực', lines)).toEqual([]);
    expect(foundNames('xuất khẩu', lines)).toEqual([]);
  });
});
