/**
 * Words of units, folded. The class of counted nouns is open: these are the frequent ones of more than one syllable (so that
 * "02 hợp tác xã" is counted in "hợp tác xã"), and the single syllables that stand as a unit alone.
 */
export const countedPhrases = [
  'hop tac xa',
  'mai am',
  'lien hiep hop tac xa',
  'to hop tac',
  'doanh nghiep',
  'luot nguoi',
  'luot khach',
  'luot lao dong',
  'luot hoc vien',
  'luot ho',
  'luot §o so',
  'luot don vi',
  'luot doanh nghiep',
  'luot phuong tien',
  'luot can bo',
  'lao dong',
  'giuong benh',
  'giuong',
  'bac si',
  'bac sy',
  '§uoc si',
  '§uoc sy',
  'dieu duong',
  'nhan vien y te',
  'trang trai',
  'gia trai',
  'phong hoc',
  'lop hoc',
  'lop tap huan',
  'hoc sinh',
  'hoc vien',
  'sinh vien',
  'giao vien',
  'can bo',
  'cong chuc',
  'dang vien',
  'doan vien',
  'hoi vien',
  'chi bo',
  'chi hoi',
  'to chuc dang',
  'khu dan cu',
  'khu cong nghiep',
  'cum cong nghiep',
  'khu du lich',
  'khu do thi',
  'to dan pho',
  'ho dan',
  'ho gia dinh',
  'can ho',
  'ngoi nha',
  'nha van hoa',
  'nha ve sinh',
  'nha may',
  'cong trinh',
  'du an',
  'mo hinh',
  'san pham',
  'chuoi lien ket',
  'chuoi gia tri',
  'thuong hieu',
  'co so',
  '§o so',
  '§o so du lieu',
  '§o so kinh doanh',
  '§o so san xuat',
  'diem du lich',
  'diem truong',
  'diem cau',
  'diem den',
  'tram y te',
  'tram bien ap',
  'tram bts',
  'tram quan trac',
  'trung tam',
  '§ai khoan',
  'thue bao',
  'ho so(?! voi)',
  'thu tuc hanh chinh',
  'thu tuc',
  'dich vu cong',
  'dich vu',
  'de tai',
  'sang kien',
  'bang sang che',
  'van bang',
  'don vi mau',
  'don vi',
  'to may',
  'phuong tien',
  'xe buyt',
  'cay xanh',
  'tieu chi',
  'suat hoc bong',
  'suat qua',
  'be trai',
  'be gai',
  'tre em',
  'nhan khau',
  'nghe nhan',
  'di tich',
  'thiet che',
  'thu vien',
  'cau lac bo',
  'lang nghe',
  'nguoi mac',
  'nguoi',
  'luot',
  'gio phim',
  'gio hoc',
  'gio giang',
  'gio phat song',
  'tap doan',
  'ban ghi',
  'tin bai',
  'buu pham',
  'chuyen gia',
  'nha khoa hoc',
  'ky su',
  'tien si',
  'thac si',
  '§o quan',
  'dia phuong',
  'khu vuc',
] as const;

/** Single syllables that are a unit by themselves; another unknown noun is taken with two syllables. */
export const countedSyllables = new Set(
  (
    'xa phuong thon ban huyen ho nguoi truong lop giuong can nha cay con may tram cho cau duong tuyen vu diem cai chiec bo suat ' +
    'tre chau em luot cuoc doi clb htx dn ben cang dap khach lang buon ap khom phum soc quyen bai tin san mon the goi o ke ' +
    'hoi lo toa giai vung nut tiet tau thuyen xe tour phong buong ao be gieng kho mo ca dia tap to §o nut camera buoi §am §on §ho §a'
  ).split(' '),
);

/**
 * Nouns that are counted in directives without being a goal: the parts of a programme, the divisions of a text, awards, spans of
 * time. A number before one of them is no quantity for us.
 */
export const idleNouns =
  'nam|thang|tuan|quy|giay|ngay dem|thap ky|the ky|nhiem ky|phien|nhiem vu|giai phap|tru cot|phong trao|noi dung|khau dot pha|dot pha|khau|' +
  'chuong trinh|chi tieu|muc tieu|nhom|linh vuc|cap|buoc|nguyen tac|chinh sach|yeu to|quan diem|ky(?! (?:thuat|su))|khoa|phan|dieu|khoan|dong chi|dai bieu|' +
  'dan toc|nuoc|ben|mat|loai|hinh thuc|phuong phap|tieu chuan|muc|dang|chu|van de|nghi quyet|luat|quyet dinh|de an|ke hoach|hoi dong|' +
  'ban chi dao|ban nganh|uy ban|so nganh|bo nganh|khoi|cum thi dua|cum(?! (?:cong|dan|loa))|thanh vien|huan chuong|bang khen|' +
  'giay khen|§o thi dua|tap the|[c§]a nhan|danh hieu|dot|doan|bieu|mau|phu luc|van ban|chi thi|thong tu|nghi dinh|cong van|bo tieu chi|' +
  'quan|the he|§on so|con so|thoi ky|lan thu|trang|su kien|dau viec|nhan to|gia tri|y kien|thanh phan|mien|goc|nut that|diem nghen|' +
  'diem nhan|diem moi|huong|mui|xu huong|can cu|cau hoi|thach thuc|truong hop|kien nghi|trong tam|quy dinh|uy vien|chu de|nganh';

/** Words that cannot be the noun after a number: the number before them stands bare. */
export const functionWords =
  'tro|dau|cuoi|va|hoac|den|cua(?! (?:hang|khau))|voi|trong|theo|la|co|da|duoc|tai|vao|cho|ve|do(?! thi)|se|nay|so|moi|thuoc|bang|nhu|neu|cung|dat|tang|giam|' +
  'con|tren|duoi|hon|khi|ma|tu|sau|truoc|khong|chiem|vuot|phai|gom|nhung|cac|nhat|thi(?! (?:tran|xa|sinh))|qua|toi|it|thang|bao|xuong|len|nham|gop|dam|' +
  'tot|xanh|ra|vi|tap(?= (?:trung|the|quan)(?![a-z]))|thuc|hoan|duy|phan|tiep|day|nang|xay|ap(?= (?:dung|luc|dat|suat)(?![a-z]))|ung|ke(?= (?:tu|ca|hoach|tiep|den|toan|khai)(?![a-z]))|tuc|trung|bien';
