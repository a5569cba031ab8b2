import { countedNouns } from './counted-nouns.ts';

/** Nouns of more than one syllable that are counted, folded; some only where what follows does not make them another word. */
export const countedPhrases: readonly string[] = [
  ...countedNouns,
  'hop tac xa hoac to hop tac',
  'to chuc(?:(?: [c§]o so)? dang(?! vien)(?![a-z]))?(?! (?:chinh tri|thuc|hoi|day|trien|cho|lai)(?![a-z]))',
  'ho so(?! voi)',
  'diem den(?! (?:het|cuoi|nam|quy|thang)(?![a-z]))',
  'nguoi mac',
  'nguoi',
  'luot ho(?! tro)',
  'luot',
];

/** Single syllables that are a unit by themselves; another unknown noun is taken with two syllables. */
export const countedSyllables = new Set(
  (
    'xa phuong thon ban huyen ho nguoi truong lop giuong can nha cay con may tram cho cau duong tuyen vu diem cai chiec bo suat ' +
    'tre chau em luot cuoc doi clb htx dn ben cang dap khach lang buon ap khom phum soc quyen bai tin san mon the goi o ke ' +
    'hoi lo toa giai vung nut tiet tau thuyen xe tour phong buong ao be gieng kho mo ca dia tap to §o nut camera buoi §am §on §ho §a khu cot cuon quay thua thung chot tivi laptop video clip website homestay robot'
  ).split(' '),
);

/**
 * Nouns that are counted in directives without being a goal: the parts of a programme, the divisions of a text, awards, spans of
 * time. A number before one of them is no quantity for us.
 */
export const idleNouns =
  'nam|thang|tuan|quy|giay|ngay dem|giai doan|thap ky|the ky|nhiem ky|phien|nhiem vu|giai phap|tru cot|phong trao|noi dung|khau dot pha|dot pha|khau|' +
  'chuong trinh|chi tieu|muc tieu|nhom|linh vuc|cap|buoc|nguyen tac|chinh sach|yeu to|quan diem|ky(?! (?:thuat|su))|khoa|phan|dieu|khoan|dong chi|dai bieu|' +
  'dan toc|nuoc|ben|mat|loai|hinh thuc|phuong phap|tieu chuan|muc|dang|chu|van de|nghi quyet|luat|quyet dinh|de an|ke hoach|hoi dong|' +
  'ban chi dao|ban nganh|uy ban|so nganh|bo nganh|khoi|cum thi dua|cum(?! (?:cong|dan|loa))|thanh vien|huan chuong|bang khen|' +
  'giay khen|§o thi dua|tap the|[c§]a nhan|danh hieu|dot|doan|bieu|mau|phu luc|van ban|chi thi|thong tu|nghi dinh|cong van|bo tieu chi|' +
  'quan(?! chung)|the he|§on so|con so|thoi ky|lan thu|trang|su kien|dau viec|nhan to|gia tri|y kien|thanh phan|mien|goc|nut that|diem nghen|' +
  'diem nhan|diem moi|huong|mui|xu huong|can cu|cau hoi|thach thuc|truong hop|kien nghi|trong tam|quy dinh|uy vien|chu de|nganh';

/** Words that cannot be the noun after a number: the number before them stands bare. */
export const functionWords =
  'tro|dau|cuoi|va|hoac|den|cua(?! (?:hang|khau))|voi|trong|theo|la|co|da|duoc|tai|vao|cho|ve|do(?! thi)|se|nay|so|moi|thuoc|bang|nhu|neu|cung|dat|tang|giam|' +
  'con|tren|duoi|hon|khi|ma|tu|sau|truoc|khong|chiem|vuot|phai|gom|nhung|cac|nhat|thi(?! (?:tran|xa|sinh))|qua|toi|it|thang|bao|xuong|len|nham|gop|dam|' +
  'tot|xanh|ra|vi|tap(?= (?:trung|the|quan)(?![a-z]))|thuc|hoan|duy|phan|tiep|day|nang|xay|ap(?= (?:dung|luc|dat|suat)(?![a-z]))|ung|ke(?= (?:tu|ca|hoach|tiep|den|toan|khai)(?![a-z]))|tuc|trung|bien|hang(?= (?:nam|thang|quy|tuan|ngay)(?![a-z]))';
