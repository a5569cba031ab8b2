/**
 * Words and phrases that stand for one thing in the names of indicators: "as written = the tokens it counts as". Longer phrases win;
 * matched by their marks where marks were typed. Tokens joined by "_" weigh as many syllables as they have.
 */
export const namePhrases = `
nông thôn mới = nong_thon_moi · xây dựng nông thôn mới = nong_thon_moi · văn hóa nông thôn mới = van_hoa nong_thon_moi
nông thôn = nong_thon · khu vực nông thôn = nong_thon · khu vực đô thị = do_thi · khu vực thành thị = do_thi · thành thị = do_thi
đô thị = do_thi · đô thị hóa = do_thi_hoa · văn minh đô thị = van_minh_do_thi · nông nghiệp = nong_nghiep · lâm nghiệp = lam_nghiep · nông lâm nghiệp = nong_nghiep lam_nghiep · nông lâm = nong_nghiep lam_nghiep
nông lâm thủy sản = nong_nghiep lam_nghiep thuy_san · nông lâm ngư nghiệp = nong_nghiep lam_nghiep thuy_san
ngư nghiệp = thuy_san · thủy sản = thuy_san · công nghiệp = cong_nghiep · khu công nghiệp = khu_cong_nghiep
cụm công nghiệp = cum_cong_nghiep · khu kinh tế = khu_kinh_te · dịch vụ công = dich_vu_cong
dịch vụ công trực tuyến = dich_vu_cong truc_tuyen · trực tuyến = truc_tuyen · xã hội = xa_hoi · kinh tế - xã hội = kinh_te xa_hoi
toàn xã hội = toan_xa_hoi · xã hội hóa = xa_hoi_hoa · an sinh xã hội = an_sinh_xa_hoi · nhà ở xã hội = nha_o_xa_hoi
bảo hiểm xã hội = bao_hiem_xa_hoi · bảo hiểm xã hội tự nguyện = bao_hiem_xa_hoi tu_nguyen
bảo hiểm thất nghiệp = bao_hiem_that_nghiep · bảo hiểm y tế = bao_hiem_y_te · bảo hiểm y tế toàn dân = bao_hiem_y_te
hợp tác xã = hop_tac_xa · liên hiệp hợp tác xã = lien_hiep_hop_tac_xa · tổ hợp tác = to_hop_tac · thị xã = thi_xa
thị trấn = thi_tran · tổng sản phẩm trên địa bàn tỉnh = tong_san_pham · tổng sản phẩm trên địa bàn thành phố = tong_san_pham
tổng sản phẩm trên địa bàn = tong_san_pham · tổng sản phẩm trong tỉnh = tong_san_pham · tổng sản phẩm trong nước = tong_san_pham
tổng sản phẩm = tong_san_pham · grdp = tong_san_pham · gdp = tong_san_pham · tăng trưởng kinh tế = tong_san_pham kinh_te
phát triển kinh tế = phat_trien kinh_te · bình quân đầu người = dau_nguoi · bình quân trên đầu người = dau_nguoi
bình quân theo đầu người = dau_nguoi · trên đầu người = dau_nguoi · đầu người = dau_nguoi · thu nhập = thu_nhap
ngân sách = ngan_sach · ngân sách nhà nước = ngan_sach · nhà nước = nha_nuoc · dân số = dan_so · dân tộc = dan_toc
dân tộc thiểu số = dan_toc_thieu_so · người dân tộc thiểu số = dan_toc_thieu_so · đồng bào dân tộc thiểu số = dan_toc_thieu_so
cận nghèo = can_ngheo · hộ cận nghèo = ho can_ngheo · giảm nghèo = ho ngheo · tái nghèo = tai_ngheo · hộ gia đình = ho · hộ dân = ho
nhà tạm = nha_tam · nhà dột nát = nha_tam · xuất nhập khẩu = xuat_khau nhap_khau · xuất khẩu nhập khẩu = xuat_khau nhap_khau
xuất khẩu = xuat_khau · nhập khẩu = nhap_khau · xuất khẩu lao động = xuat_khau_lao_dong · cửa khẩu = cua_khau · kim ngạch = gia_tri
giá trị = gia_tri · trị giá = gia_tri · giá trị sản xuất = gia_tri_san_xuat · giá trị tăng thêm = gia_tri_tang_them
giá trị gia tăng = gia_tri_tang_them · sản lượng = san_luong · năng suất = nang_suat · năng suất lao động = nang_suat_lao_dong
năng suất lao động xã hội = nang_suat_lao_dong · diện tích = dien_tich · việc làm = viec_lam · giải quyết việc làm = viec_lam
tạo việc làm = viec_lam · kết quả = ket_qua · trình độ = trinh_do · lao động = lao_dong · người lao động = lao_dong · lực lượng lao động = lao_dong · đào tạo = dao_tao
đào tạo nghề = dao_tao nghe · qua đào tạo = qua_dao_tao · qua đào tạo nghề = qua_dao_tao nghe · bằng cấp = bang_cap
văn bằng = bang_cap · chứng chỉ = chung_chi · thất nghiệp = that_nghiep · đảng viên = dang_vien · đảng viên mới = ket_nap dang_vien
kết nạp = ket_nap · kết nạp mới = ket_nap · phát triển đảng = ket_nap dang_vien · phát triển đảng viên = ket_nap dang_vien
giảng viên = giang_vien · giáo viên = giao_vien · tiến sĩ = tien_si · tiến sỹ = tien_si · thạc sĩ = thac_si · thạc sỹ = thac_si
tích tụ = tich_tu · tập trung = tap_trung · nền tảng số = nen_tang_so · kỹ năng số = ki_nang_so · thu nhập bình quân = thu_nhap dau_nguoi
thu nhập bình quân đầu người = thu_nhap dau_nguoi · thu nhập bình quân trên đầu người = thu_nhap dau_nguoi · thu nhập đầu người = thu_nhap dau_nguoi
hài lòng = hai_long · mức độ hài lòng = hai_long · sự hài lòng = hai_long · mức hài lòng = hai_long · cơ quan hành chính = co_quan
cơ quan hành chính nhà nước = co_quan · sự phục vụ = phuc_vu · phục vụ = phuc_vu · thu hút khách = khach du_lich · thu hút lượt khách = khach du_lich
thu hút khách du lịch = khach du_lich · khách tham quan = khach du_lich · khách đến tham quan = khach du_lich · khách đến tham quan, nghỉ dưỡng = khach du_lich
khách tham quan, nghỉ dưỡng = khach du_lich · khách đến = khach · thu hút lượt khách du lịch = khach du_lich · khách tham quan = khach du_lich · khách đến tham quan = khach du_lich · khách đến tham quan, nghỉ dưỡng = khach du_lich
khách tham quan, nghỉ dưỡng = khach du_lich · khách đến = khach · đón khách = khach · đón lượt khách = khach du_lich · đón du khách = khach du_lich
đường sắt = duong_sat · đường bộ = duong_bo · đường thủy = duong_thuy · đường thủy nội địa = duong_thuy · đường hàng không = hang_khong
hàng không = hang_khong · quốc lộ = duong quoc_lo · cao tốc = cao_toc · đường cao tốc = duong cao_toc · đường bộ cao tốc = duong cao_toc · nghiêm trọng = nghiem_trong · trực tiếp = truc_tiep
đảng bộ = dang_bo · chi bộ = chi_bo · tổ chức đảng = to_chuc_dang · tổ chức cơ sở đảng = to_chuc_dang co_so · cơ sở = co_so
bác sỹ = bac_si · bác sĩ = bac_si · giường bệnh = giuong_benh · giường = giuong_benh · vạn dân = van_dan · 1 vạn dân = van_dan
01 vạn dân = van_dan · một vạn dân = van_dan · 10.000 dân = van_dan · 10000 dân = van_dan · trạm y tế = tram_y_te · y tế = y_te
y tế xã = y_te · chuẩn quốc gia về y tế = chuan y_te · trẻ em = tre_em · trẻ = tre_em · suy dinh dưỡng = suy_dinh_duong
thấp còi = suy_dinh_duong thap_coi · nội trú = noi_tru · ngoại trú = ngoai_tru · điều trị = dieu_tri · khám bệnh = kham_benh · nhẹ cân = nhe_can · tiêm chủng = tiem_chung · mầm non = mam_non · mẫu giáo = mam_non · tiểu học = tieu_hoc
phổ thông = pho_thong · trung học cơ sở = trung_hoc_co_so · trung học phổ thông = trung_hoc_pho_thong · thpt = trung_hoc_pho_thong
thcs = trung_hoc_co_so · trường học = truong · xếp hạng = xep_hang · xếp loại = xep_loai · thứ hạng = xep_hang
đạt chuẩn nâng cao = chuan nong_thon_moi nang_cao · chuẩn nâng cao = chuan nong_thon_moi nang_cao
xã nâng cao = xa nong_thon_moi nang_cao · đạt chuẩn kiểu mẫu = chuan nong_thon_moi kieu_mau
xã kiểu mẫu = xa nong_thon_moi kieu_mau · huyện đạt chuẩn = cap_huyen chuan · huyện nông thôn mới = cap_huyen nong_thon_moi
số huyện = cap_huyen · cấp huyện = cap_huyen · môi trường mạng = mang · cấp xã = cap_xa · cấp tỉnh = cap_tinh · đơn vị cấp huyện = cap_huyen · huyện đạt nông thôn mới = cap_huyen nong_thon_moi
huyện nghèo = huyen_ngheo · xã nghèo = xa_ngheo · việc làm mới = viec_lam viec_lam_moi · tạo việc làm mới = viec_lam viec_lam_moi
giải quyết việc làm mới = viec_lam viec_lam_moi · vùng dân tộc thiểu số và miền núi = vung_dan_toc
vùng dân tộc thiểu số = vung_dan_toc · vùng đồng bào dân tộc thiểu số và miền núi = vung_dan_toc
vùng đồng bào dân tộc thiểu số = vung_dan_toc · học sinh = hoc_sinh · sinh viên = sinh_vien · hội viên = hoi_vien
đoàn viên = doan_vien · người cao tuổi = cao_tuoi · khuyết tật = khuyet_tat · cán bộ = can_bo · tổ chức = to_chuc
đồng bào = dong_bao · tốt nghiệp = tot_nghiep · phổ cập = pho_cap · gia đình = gia_dinh · gia đình văn hóa = gia_dinh van_hoa
khu dân cư = khu_dan_cu · văn hóa = van_hoa · cơ quan = co_quan · đơn vị = don_vi · doanh nghiệp = doanh_nghiep
thành lập = thanh_lap · thành lập mới = thanh_lap · trồng mới = trong_cay · trồng = trong_cay · trồng rừng = trong_cay rung
che phủ = che_phu · độ che phủ = che_phu · lương thực = luong_thuc · lương thực có hạt = luong_thuc · du lịch = du_lich
khách du lịch = khach du_lich · khách tham quan = khach du_lich · khách đến tham quan = khach du_lich · khách đến tham quan, nghỉ dưỡng = khach du_lich
khách tham quan, nghỉ dưỡng = khach du_lich · khách đến = khach · du khách = khach du_lich · lượt khách = khach · quốc tế = quoc_te · khách quốc tế = khach quoc_te
nội địa = noi_dia · nước ngoài = nuoc_ngoai · đầu tư = dau_tu · đầu tư công = dau_tu cong · giải ngân = giai_ngan
thu hút = thu_hut · nhựa hóa = nhua_hoa · bê tông hóa = be_tong_hoa · cứng hóa = cung_hoa · kiên cố hóa = cung_hoa
đường tỉnh = duong duong_tinh · tỉnh lộ = duong duong_tinh · đường huyện = duong duong_huyen · đường xã = duong duong_xa
đường thôn = duong duong_thon · trục thôn = duong_thon · giao thông nông thôn = giao_thong nong_thon · giao thông = giao_thong
tai nạn = tai_nan · tai nạn giao thông = tai_nan giao_thong · nước sạch = nuoc_sach · nước hợp vệ sinh = nuoc_hop_ve_sinh
hợp vệ sinh = nuoc_hop_ve_sinh · nước thải = nuoc_thai · nước tưới = nuoc_tuoi · chất thải = chat_thai
chất thải rắn = chat_thai ran · rác thải = chat_thai ran · rác = chat_thai ran · sinh hoạt = sinh_hoat · nguy hại = nguy_hai
ô nhiễm = o_nhiem · ô nhiễm môi trường = o_nhiem · môi trường = moi_truong · gia súc = gia_suc · chăn nuôi = chan_nuoi
trồng trọt = trong_trot · dân quân tự vệ = dan_quan_tu_ve · tự nguyện = tu_nguyen · nâng cao = nang_cao · kiểu mẫu = kieu_mau
tiêu chí = tieu_chi · bộ tiêu chí = bo_tieu_chi · bộ tiêu chí quốc gia = chuan · tiêu chí quốc gia = chuan · chuẩn quốc gia = chuan
đạt chuẩn = chuan · công nghệ cao = cong_nghe_cao · công nghệ thông tin = cong_nghe_thong_tin · khoa học = khoa_hoc
công nghệ = cong_nghe · chuyển đổi số = chuyen_doi_so · kinh tế số = kinh_te_so · số hóa = so_hoa · xã hội số = xa_hoi_so
chính quyền số = chinh_quyen_so · chỉ số = chi_so · hệ số = he_so · tỷ số = ti_so · cơ cấu = co_cau
cơ cấu kinh tế = co_cau kinh_te · chuyển dịch cơ cấu = co_cau · hạ tầng = ha_tang · tội phạm = toi_pham · khám phá án = pha_an
điều tra khám phá án = pha_an · điều tra, khám phá án = pha_an · phá án = pha_an · ma túy = ma_tuy · thể dục = the_duc
thể thao = the_thao · hồ sơ = ho_so · thủ tục hành chính = thu_tuc_hanh_chinh · cải cách hành chính = cai_cach_hanh_chinh
hành chính = hanh_chinh · đúng hạn = dung_han · khiếu nại = khieu_nai · tố cáo = to_cao · tuyển quân = giao_quan
giao quân = giao_quan · nhập ngũ = giao_quan · công dân nhập ngũ = giao_quan · tuyển chọn, gọi nhập ngũ = giao_quan · tuyển chọn, gọi công dân nhập ngũ = giao_quan · tuyển chọn và gọi công dân nhập ngũ = giao_quan
gọi nhập ngũ = giao_quan · gọi công dân nhập ngũ = giao_quan · nghĩa vụ quân sự = nghia_vu_quan_su · quân sự = quan_su
quốc phòng = quoc_phong · an ninh = an_ninh · quốc gia = quoc_gia · mỗi xã một sản phẩm = ocop · ocop = ocop
khu vực = khu_vuc · kv = khu_vuc · kinh tế = kinh_te · thành phố = thanh_pho · độ tuổi = do_tuoi · xây dựng = xay_dung
công nghiệp - xây dựng = cong_nghiep xay_dung · dịch vụ = dich_vu · thương mại = thuong_mai · bán lẻ = ban_le · sản phẩm = san_pham
hàng hóa = hang_hoa · máy bay = may_bay · máy móc = may_moc · nhân dân = nhan_dan · ủy ban nhân dân = uy_ban_nhan_dan
hội đồng nhân dân = hoi_dong_nhan_dan · gdp/người = tong_san_pham dau_nguoi · grdp/người = tong_san_pham dau_nguoi
gdp đầu người = tong_san_pham dau_nguoi · grdp đầu người = tong_san_pham dau_nguoi · ngân sách địa phương = ngan_sach dia_phuong
tư nhân = tu_nhan · dược liệu = duoc_lieu · vật liệu = vat_lieu · tài liệu = tai_lieu · dữ liệu = du_lieu · bảo vệ = bao_ve
bao phủ = bao_phu · độ bao phủ = bao_phu · phủ = bao_phu · phủ sóng = phu_song · phủ xanh = phu_xanh · điểm đen = diem_den · điểm đen giao thông = diem_den · điểm đen về tai nạn giao thông = diem_den · điểm đen tai nạn giao thông = diem_den
bị thương = bi_thuong · thường xuyên = thuong_xuyen
hoàn thành = hoan_thanh · thực hiện = thuc_hien · giải quyết = giai_quyet · xử lý = xu_li · thu gom = thu_gom · tham gia = tham_gia
sử dụng = su_dung · đáp ứng = dap_ung · yêu cầu = yeu_cau · chữa cháy = chua_chay · phòng cháy = phong_chay · phòng cháy chữa cháy = phong_chay chua_chay · vụ cháy = vu_chay · chuyên môn = chuyen_mon · nghiệp vụ = nghiep_vu · về đích = chuan · cán đích = chuan · bỏ học = bo_hoc · lưu ban = luu_ban · hoàn thành cấp = hoan_thanh_cap · hoàn thành cấp học = hoan_thanh_cap · hoàn thành chương trình = hoan_thanh_chuong_trinh · cấp học = cap_hoc · bậc học = cap_hoc · hỗ trợ = ho_tro
tiêu chuẩn = tieu_chuan · quy chuẩn = tieu_chuan · quy định = qui_dinh
bảo đảm = bao_dam · đảm bảo = bao_dam · trung bình = trung_binh · phát triển = phat_trien · danh hiệu = danh_hieu
đối tượng = doi_tuong · hoạt động = hoat_dong · công nhận = cong_nhan · nhu cầu = nhu_cau · chi phí = chi_phi
người bệnh = nguoi_benh · người dân = nguoi_dan · dân cư = nguoi_dan · cư dân = nguoi_dan · người có công = nguoi_co_cong · bội chi = boi_chi
thanh niên = thanh_nien · thanh toán = thanh_toan · thành viên = thanh_vien · công trình = cong_trinh · thời gian = thoi_gian
tín dụng = tin_dung · thất thu = that_thu · tiết kiệm = tiet_kiem · khách hàng = khach_hang · ngân hàng = ngan_hang
trung tâm = trung_tam · trung học = trung_hoc · trung ương = trung_uong · phong trào = phong_trao · thi đua = thi_dua
công an = cong_an · an toàn = an_toan · an toàn giao thông = an_toan giao_thong · an toàn thực phẩm = an_toan_thuc_pham
tử vong = tu_vong · người chết = nguoi_chet · đi lại = di_lai · đời sống = doi_song · công chức = cong_chuc · viên chức = vien_chuc
cơ sở giáo dục = co_so_giao_duc · cơ sở lưu trú = co_so_luu_tru · tiểu thương = tieu_thuong · quản lý = quan_li
nghiên cứu = nghien_cuu · chế biến = che_bien · chế tạo = che_tao · giống = giong · dân cư đô thị = nguoi_dan do_thi
`;

/** Phrases that say nothing of what is measured. */
export const emptyPhrases = `
đạt tiêu chuẩn môi trường · đáp ứng yêu cầu về bảo vệ môi trường · đáp ứng yêu cầu bảo vệ môi trường · theo quy định · giữ vững
bền vững · phấn đấu · địa bàn · số lượng · tăng trưởng · tốc độ · tỷ trọng · lũy kế · hằng năm · hàng năm · kéo giảm · dứt điểm
trên cả 3 tiêu chí · cả 3 tiêu chí · cả ba tiêu chí · trên cả ba tiêu chí · trở lên · tối thiểu · ít nhất · phần trăm · duy trì
so với · đối với · giá so sánh 2010 · giá so sánh · theo giá so sánh 2010 · theo giá so sánh · giá hiện hành · theo giá hiện hành
trên địa bàn · theo chuẩn · đáp ứng yêu cầu · đúng yêu cầu bảo vệ môi trường · đúng yêu cầu về bảo vệ môi trường
bảo đảm yêu cầu bảo vệ môi trường · đúng tiêu chuẩn môi trường · đúng tiêu chuẩn · đúng quy định · đúng quy cách · đúng quy chuẩn
`;
