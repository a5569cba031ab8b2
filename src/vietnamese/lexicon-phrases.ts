/**
 * Wordings of directives that mean the same in the name of an indicator, "term = wording | wording". Compared without diacritics; the longest
 * wording at a place wins. A term that is made of words of its own is written as those words, so that "GRDP" and "tổng sản phẩm" meet.
 */
export const sameMeaning = `
grdp = grdp | tổng sản phẩm trên địa bàn | tổng sản phẩm trong tỉnh | tổng sản phẩm | tổng sản phẩm trên địa bàn (grdp) | tổng sản phẩm (grdp) | giá trị tổng sản phẩm | giá trị tổng sản phẩm (grdp) | giá trị tổng sản phẩm trên địa bàn
gdp = gdp | tổng sản phẩm trong nước | tổng sản phẩm quốc nội
kinh-te = kinh tế | nền kinh tế
dau-nguoi = bình quân đầu người | bình quân trên đầu người | bình quân theo đầu người | bình quân một người | bình quân 1 người | bình quân người | trên đầu người | đầu người | / người | bqđn | / ng | per capita
van-dan = trên 1 vạn dân | trên một vạn dân | trên vạn dân | trên 10.000 dân | / vạn dân | / 1 vạn dân | / 10.000 dân | 1 vạn dân | một vạn dân | 10.000 dân | vạn dân
ngan-sach = ngân sách | ngân sách nhà nước | nsnn
ngan-sach dia-phuong = nsđp
bao-hiem-y-te = bảo hiểm y tế | bảo hiểm y tế toàn dân | bhyt
bao-hiem-xa-hoi = bảo hiểm xã hội | bhxh
bao-hiem-that-nghiep = bảo hiểm thất nghiệp | bhtn
ntm = nông thôn mới | xây dựng nông thôn mới | ntm | xdntm
ntm nang-cao = ntmnc | nông thôn mới nâng cao | nông thôn mới (nâng cao)
ntm kieu-mau = ntmkm | nông thôn mới kiểu mẫu
nang-cao = nâng cao
kieu-mau = kiểu mẫu
dan-toc-thieu-so = dân tộc thiểu số | người dân tộc thiểu số | đồng bào dân tộc thiểu số | dtts | đbdtts | đồng bào dân tộc | dân tộc ít người
hop-tac-xa = hợp tác xã | htx
doanh-nghiep = doanh nghiệp | dn
xuat-nhap-khau = xuất nhập khẩu | xuất, nhập khẩu | xuất - nhập khẩu | xuất khẩu, nhập khẩu | xuất khẩu và nhập khẩu | xnk
kim-ngach xuat-nhap-khau = knxnk
xuat-khau = xuất khẩu | xk
kim-ngach xuat-khau = knxk
nhap-khau = nhập khẩu | nk
kim-ngach = kim ngạch | giá trị kim ngạch | tổng kim ngạch | trị giá
gia-tri-tang-them = giá trị tăng thêm | giá trị gia tăng | gttt
gia-tri-san-xuat = giá trị sản xuất | gtsx
nang-suat-lao-dong = năng suất lao động | năng suất lao động xã hội | nslđ
hộ-dân = hộ gia đình | hộ dân | hộ
can-ngheo = cận nghèo
tai-ngheo = tái nghèo
viec-lam = việc làm | giải quyết việc làm | tạo việc làm | có việc làm | việc làm mới | gqvl
lao-dong = lao động | người lao động | lực lượng lao động | lllđ
qua-dao-tao = qua đào tạo | được đào tạo
bang-cap = bằng cấp | văn bằng | chứng chỉ | bằng cấp, chứng chỉ | văn bằng, chứng chỉ
khu-vuc-1 = khu vực i | khu vực 1 | kv 1 | kv i | kvi | khu vực nông, lâm nghiệp và thủy sản | khu vực nông, lâm, thủy sản | nông, lâm nghiệp và thủy sản | nông, lâm, thủy sản | nông lâm nghiệp, thủy sản | nông nghiệp, lâm nghiệp và thủy sản | nông, lâm, ngư nghiệp | nông, lâm nghiệp | nông lâm nghiệp | nông lâm thủy sản | nông - lâm - ngư nghiệp | khu vực nông nghiệp | ngành nông nghiệp | nlts | nông lâm nghiệp và thủy sản | khu vực nông lâm nghiệp và thủy sản
khu-vuc-2 = khu vực ii | khu vực 2 | kv 2 | kv ii | kvii | khu vực công nghiệp - xây dựng | khu vực công nghiệp và xây dựng | công nghiệp - xây dựng | công nghiệp và xây dựng | công nghiệp, xây dựng | cn-xd | ngành công nghiệp - xây dựng
khu-vuc-3 = khu vực iii | khu vực 3 | kv 3 | kv iii | kviii | khu vực dịch vụ | ngành dịch vụ | thương mại - dịch vụ | khu vực thương mại - dịch vụ
khu-vuc-4 = khu vực iv | khu vực 4 | kv 4 | kv iv | kviv | thuế sản phẩm trừ trợ cấp | thuế sản phẩm trừ trợ cấp sản phẩm | thuế sản phẩm
pha-an = phá án | khám phá án | khám phá tội phạm | điều tra khám phá án | điều tra phá án
dich-vu-cong = dịch vụ công | dvc
dich-vu-cong truc-tuyen = dvctt
thu-tuc-hanh-chinh = thủ tục hành chính | tthc
tai-nan-giao-thong = tai nạn giao thông | tai nạn giao thông đường bộ | tngt
chat-thai-ran = chất thải rắn | rác thải | ctr | rác
chat-thai-ran sinh-hoat = ctrsh
nuoc-sach = nước sạch
hop-ve-sinh = hợp vệ sinh | hvs
khu-cong-nghiep = khu công nghiệp | kcn
cum-cong-nghiep = cụm công nghiệp | ccn
chuan = đạt chuẩn quốc gia | chuẩn quốc gia | đạt chuẩn | tiêu chuẩn | đạt tiêu chuẩn | đạt tiêu chí quốc gia | đạt bộ tiêu chí quốc gia | bộ tiêu chí quốc gia | tiêu chí quốc gia | được công nhận đạt chuẩn | chuẩn | đạt danh hiệu
do-thi = đô thị | thành thị | khu vực đô thị | khu vực thành thị | cư dân đô thị | ở đô thị
nong-thon = nông thôn | khu vực nông thôn
do-thi-hoa = đô thị hóa | đth
giuong = giường bệnh | giường
bac-si = bác sĩ | bs
thpt = thpt | trung học phổ thông
thcs = thcs | trung học cơ sở
trường-học = trường học | trường
dan-so = dân số | số dân | nhân khẩu
kinh-te-so = kinh tế số | kts
xa-hoi-so = xã hội số
chinh-quyen-so = chính quyền số
chuyen-doi-so = chuyển đổi số
doanh-nghiep-so = doanh nghiệp số | doanh nghiệp công nghệ số
nen-tang-so = nền tảng số
ha-tang-so = hạ tầng số
ky-nang-so = kỹ năng số
chu-ky-so = chữ ký số | ký số
so-hoa = số hóa
ho-so = hồ sơ
co-so = cơ sở
duong-tinh = đường tỉnh | tỉnh lộ | đường tỉnh lộ
duong-huyen = đường huyện | đường liên xã
duong-xa = đường xã | đường liên thôn
thanh-lap = thành lập mới | thành lập | đăng ký thành lập mới | đăng ký thành lập
tre-em = trẻ em | trẻ
khach-du-lich = khách du lịch | du khách | lượt khách | lượt khách du lịch | khách tham quan | khách tham quan du lịch
thu-nhap dau-nguoi = tnbq | tnbqđn
von-dau-tu = vốn đầu tư | vốn đầu tư phát triển | nguồn vốn đầu tư | nguồn đầu tư | đầu tư phát triển | nguồn đầu tư phát triển | vđt | đầu tư
dau-tu-cong = đầu tư công | vốn đầu tư công | đtc
nuoc-ngoai = đầu tư nước ngoài | đầu tư trực tiếp nước ngoài | vốn đầu tư trực tiếp nước ngoài | vốn đầu tư nước ngoài | fdi | vốn fdi
che-phu rung = che phủ rừng | độ che phủ rừng | che phủ của rừng | độ che phủ của rừng
trong rung = trồng rừng | rừng trồng mới | trồng mới rừng | trồng rừng mới | trồng rừng tập trung | rừng trồng
dang-vien = đảng viên
luong-thuc = lương thực | lương thực có hạt
san-luong = sản lượng
`;

/** Names a whole family of shares, and that they are shares. */
export const structureWording = 'cơ cấu kinh tế';

/** What a number measures, so that growth, level and share of one thing stay apart: "measure = wording | wording". */
export const measureWords = `
growth = tốc độ tăng trưởng | tốc độ tăng | tốc độ phát triển | tăng trưởng | mức tăng | tăng thêm | có thêm | thêm | tăng
reduction = mức giảm | kéo giảm | giảm
share = tỷ trọng | cơ cấu | chiếm
rate = tỷ lệ | phần trăm | % | mức độ
count = số lượng | tổng số | số
`;

/** Words that seldom tell one indicator from another; a name may have them or not. They count when a name has nothing else. */
export const weakWords = `
thu gom | xử lý | thu gom, xử lý | đáp ứng yêu cầu | đáp ứng | yêu cầu | bảo vệ môi trường | bảo đảm | đảm bảo | tham gia | dân số tham gia | người dân tham gia
bao phủ | độ bao phủ | toàn dân | người dân | dân cư | nhân dân | sử dụng | được sử dụng | cung cấp | được cấp | điều tra | thực hiện | hoàn thành | mới | lũy kế
trong grdp | so với grdp | trong độ tuổi | hàng hóa | sinh hoạt | tập trung | hệ thống | đang hoạt động | hoạt động | quy chuẩn | theo quy định | quy định | qua cửa khẩu
giá hiện hành | giá so sánh | theo giá hiện hành | theo giá so sánh | theo chuẩn nghèo đa chiều | đa chiều | chuẩn nghèo | quốc gia | môi trường | chung | tại chỗ
bình quân | trung bình | bình quân năm | chỉ số | nhà nước | công tác | làm việc | hiện có | được công nhận | phát triển | khu vực | ngành | lĩnh vực | xã hội hóa | đồng bào | ổn định | duy trì | giữ vững | chiều dài | km | cây | nguồn | trong tổng | trở lên | lưới quốc gia | an toàn | thường xuyên
`;

/** Words that say nothing of what is measured. */
export const emptyWords = `
của | các | những | được | là | về | ở | tại | trên | trong | theo | với | và | hoặc | hay | cho | do | từ | bằng | đạt | có | còn | bị | sẽ | đã | so với | trên địa bàn | địa bàn | qua địa bàn
tỉnh | huyện | thành phố | thị xã | toàn tỉnh | toàn huyện | toàn xã | cả nước | cấp tỉnh | năm | hằng năm | hàng năm | mỗi năm | so sánh | / năm | mỗi | một | tổng
phấn đấu | chỉ tiêu | mục tiêu | bao nhiêu | mấy | nhiêu | gì | nào | thế nào | như thế nào | khoảng | dưới | tối thiểu | ít nhất | không quá | đến | vào | thì | nhé | ạ | vậy | thế
giảm còn | giảm xuống còn | giai đoạn | nhiệm kỳ | mức | hệ số | toàn | cả | đề ra | đặt ra | giao | được giao | đặt | nhắc lại | /
`;
