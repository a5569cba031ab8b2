/**
 * The words that names of indicators are made of, by what they do to the meaning. Written as documents write them; matched without
 * diacritics. Rules of the language of directives, not of any one document.
 */

/**
 * `empty`: says nothing of what is measured · `weak`: seldom tells two indicators apart · `light`: what is counted, in many names ·
 * `plain` · `scope`: a part of the same thing, worth showing under its own name · `contrast`: makes it another thing (hộ nghèo dân tộc
 * thiểu số, xã nông thôn mới nâng cao).
 */
export type WordClass = 'empty' | 'weak' | 'light' | 'plain' | 'scope' | 'contrast';

/** Tokens of each class but `plain`; a phrase's token or a single syllable, without diacritics. */
export const classOfTokens: Readonly<Record<Exclude<WordClass, 'plain'>, string>> = {
  empty:
    'ti le so tong muc do cac nhung cua va cho ve tai o trong tren den theo duoc bi dat co la tu voi nam moi de ca mot nay tang giam them ' +
    'chiem con xuong len nang binh quan hon duoi khong qua it rieng chung thi khoang tinh_den',
  weak:
    'nha_nuoc quoc_gia ket_qua trinh_do tinh huyen thanh_pho toan toan_xa_hoi hoan_thanh thuc_hien giai_quyet xu_li thu_gom tham_gia bao_phu su_dung dung ' +
    'tao dap_ung yeu_cau tieu_chuan qui_dinh bao_dam khu_vuc kinh_te trung_binh bo gia_tri phat_trien nguoi dan dong_bao nguoi_dan ' +
    'dang loai cap danh_hieu hang_hoa doi_tuong van_dan chi_so viec tac hoat_dong cong_nhan nhu_cau bo_tieu_chi khac thuong_xuyen ki noi ' +
    'don trieu nghin ngan luot toan_tinh viec_lam_moi xep_loai dau binh phuc_vu cap_hoc ho_tro nganh chuyen_mon nghiep_vu goi',
  light: 'chuan ho xa phuong co_so don_vi co_quan to_chuc he thong thon ap ban',
  scope:
    'mam_non tieu_hoc pho_thong trung_hoc_co_so do_thi nong_thon sinh_hoat mien nui vung chu luc do_tuoi cong_lap thi_tran sao ' +
    'khu_cong_nghiep cum_cong_nghiep vung_dan_toc',
  contrast:
    'nang_cao kieu_mau dan_toc_thieu_so ngheo nhap_khau xuat_khau dau_nguoi tu_nguyen noi_dia quoc_te nuoc_ngoai nu nghe bang_cap chung_chi ' +
    'can_ngheo tai_ngheo nong_nghiep lam_nghiep thuy_san cong_nghiep dich_vu xuat_khau_lao_dong tieu_chi xep_hang nguy_hai duong_tinh duong_huyen ' +
    'duong_xa duong_thon gia_tri_tang_them huyen_ngheo xa_ngheo ket_nap duong_sat duong_bo duong_thuy hang_khong quoc_lo cao_toc nghiem_trong nguoi_chet bi_thuong bo_hoc luu_ban',
};

/** Single syllables of the classes above that other words look like once marks are gone: only in these marks are they meant. */
export const markedWords = `
toàn tỉnh bộ dân đơn cấp kỳ kì nơi đầu loại tác dụng dùng tạo hộ hệ bản thôn ấp nữ nghề vùng miền núi chủ lực sao xã phường huyện người
số sở lệ mức mục độ tổng của về tại ở trên đến được đạt có là từ với năm mới mỗi để đề cả một này tăng giảm thêm chiếm xuống lên nâng bình hơn
dưới không quá qua ít riêng chung thì khoảng việc đang đáng bị các những và cho theo trong còn nay tỷ tỉ mô khác triệu nghìn ngàn lượt ngành nghèo đón đó đúng tính dạng kỹ kĩ dẫn gọi
`;
