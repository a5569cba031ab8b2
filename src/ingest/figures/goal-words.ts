/**
 * What tells a goal from a result, on folded text (see `quantityText`). The nearest cue before a value decides; a section of goals
 * needs none. Written as tables so that a phrase is one line.
 */

/** Who asks for it, or how it is aimed at, before "hoàn thành": the targets are still to be reached. */
const demanded = '(?:yeu cau|phan dau|thi dua|quyet tam|phai|tap trung|lanh dao|chi dao)(?: [^.;]{0,80})? hoan thanh ';
/** "sẽ thực hiện nhiều chỉ tiêu": nothing was reached yet. */
const coming = 'se (?:thuc hien|phan dau|hoan thanh|co|dat) ';

/** A goal is being set. */
export const goalCues =
  '(?<!so voi chi tieu )phan dau|(?<!vuot |so voi |chuong trinh )muc tieu(?! kep)|bieu quyet(?: thong qua)?(?= (?:cac|du toan|chi tieu|muc tieu|\\d))|(?<!\\d/\\d{1,2} |nhieu |so voi |% )(?<!(?:hoan thanh|dat va vuot|vuot) (?:\\d{1,2} |cac |hau het |nhieu |tat ca |toan bo ){0,3})chi tieu(?! (?:da |dat |deu |vuot|hoan thanh|chua|so \\d))|[d§]at ra|(?<!(?:vuot|so voi) (?:muc tieu|chi tieu|ke hoach|(?:chi tieu )?nghi quyet(?: [a-z§]+){0,3}) )de ra|quyet tam|(?<!anh |thu )huong (?:toi|den)(?! muc)|[d§]at ke hoach|(?<!% |vuot |so voi )ke hoach (?:dat|giao|de|nam)|(?<!%(?: so voi)? (?:chi tieu|du toan|ke hoach) )duoc giao|' +
  'giao (?:chi tieu|ke hoach|du toan)|giao(?= ?:)|theo ke hoach(?= ?,)|ky vong|phai dat|can dat|khong che|giu muc|thi dua (?:dat|thuc hien|hoan thanh)|dam nhan|(?<!von )dang ky|giao uoc|cam ket|thong nhat|quyet nghi|no luc|' +
  `(?<=${coming})nhieu chi tieu|hoan thanh (?<=${demanded})(?:tot |cac |nhieu )*(?:chi tieu|muc tieu)|du kien (?:den )?nam|trong nhung nam toi|nhiem ky toi|thoi gian toi|dinh huong(?! nghe)|tam nhin|nang (?:ty|ti) le|dua (?:ty|ti) le|giam (?:ty|ti) le [^,;.]{3,60} xuong`;

/** An obligation that makes a percentage a goal where the text sets tasks. */
export const dutyCues =
  'yeu cau|bao dam|dam bao|toi thieu|it nhat|phai|hoan thanh|chi dao|trien khai|thuc hien|nang|duy tri|giam|tang|tiep tuc|day manh|tang cuong|to chuc|100%|100 %';

/** An obligation strong enough to make a percentage a goal in a text without sections. */
export const strictDutyCues =
  'bao dam|dam bao|toi thieu|it nhat|phai|hoan thanh|khong (?:thap hon|duoi)|den het|truoc ngay';

/** A result is being told, wherever it stands. */
export const resultCues =
  'gia dinh (?:anh|chi|ong|bac)|ho (?:gia dinh )?(?:anh|ong|chi)(?= [a-z]+ [a-z]+)|' +
  '(?<!(?:thon|lap|xay|trong|dung|nap|trien|cap|tao|doi|tuyen) )moi (?:chi )?co(?= \\d)|hien (?:toan|ca) (?:tinh|huyen|xa|phuong|thanh pho|quan|nganh|truong|dang bo)(?! (?:dai|thuc))|' +
  `(?<!(?:thon|lap|xay|trong|thi|dang ky|ket nap|phat trien|hoc|cap|tao) )moi dat|moi chi dat|(?<!tieu |[c§]hung )chi dat|chua dat|(?:thap|cao) hon ke hoach|chi tieu (?:deu )?dat va vuot|da(?= )(?! (?:xuong cap|hu hong|het han|qua dao tao|nop dung|dang ky|co (?:ket luan|chu truong|quyet dinh|hieu luc)|de ra|[d§]at ra|duoc (?:giao|phe|de|xac|dat|ban)|giao|xac dinh|neu))|dat duoc(?= \\d)|thuc hien duoc|(?:dat|gianh|thu) (?:duoc )?(?:nhieu |nhung |mot so |cac )?(?:ket [q§]ua|thanh (?:tuu|tich|[q§]ua))(?= (?:quan|noi|tich|dang|kha|to|rat|toan|nhat|tren|tot|buoc))|(?<!${coming})nhieu chi tieu(?! (?:moi|phan dau))|` +
  `hoan thanh (?<!${demanded}|nham (?:[^.;]{0,80} )?hoan thanh )(?:cac |nhieu |hau het )(?:cac ?)?chi tieu(?= (?:quan trong|chu yeu|[d§]e ra|nhu))|(?:duoc biet )?den thoi diem|tinh den (?:ngay|thang|het|thoi diem|nay|cuoi)|luy ke (?:den(?! (?:het|cuoi) nam(?! 20\\d\\d))|tu|\\d+ thang)|den nay|hien nay|ket [q§]ua (?:la|nam|dat|thuc hien)|(?:sau|qua) \\d+ (?:nam|thang)(?! toi)|` +
  'thoi gian qua|nhiem ky qua|giai doan qua|nam qua|vua qua|(?<!(?:thuc|the|phat|bieu|xuat|hoan|cai|rung|vuon|luc) )hien(?= (?:dat|co|con|moi|la) )|toan tinh hien|khao sat|dang keu goi|' +
  '\\d+ thang dau nam (?:20\\d\\d )?(?:dat|tang|giam|thuc)|(?<=(?:^|[.;] )(?:trong )?)(?:[2-9]|10|11|hai|ba|sau|chin) thang (?:dau nam|qua)|thong ke|ghi nhan|duoc danh gia|theo (?:bao cao|so lieu) cua|so voi cung ky|bang (?:bang )?\\d[\\d,.]* ?% (?:so voi )?(?:ke hoach|nghi quyet|du toan)|cung ky nam|so cung ky';

/** "Hoàn thành 100% chỉ tiêu giao quân": the quota of something named. */
export const quotaNouns =
  '(?:giao quan|tuyen (?:quan|sinh|dung)|kham|hien mau|ket nap|phat trien|dao tao|trong|thu |doanh thu|loi nhuan)';

/** A share of what was planned: "bằng 117% dự toán", "đạt 67% nghị quyết". It tells how far one has come, not how far to go. */
export const shareOfPlan =
  /^ ?(?:so (?:voi )?)?(?:tong |muc )?(?:cung ky|du toan|ke hoach|nghi quyet|muc tieu|chi tieu|kh|nq|dt)(?![a-z])/;

/** A result that is not in yet. */
export const estimateCues =
  '(?<!so voi |so |voi )uoc(?= (?:dat|thuc|tinh|tang|giam|khoang|thanh toan|thu|chi|co|ca|nam|den|hoan|con|chiem|giai|\\d)| |$)|du bao|du kien (?:ca nam|dat|thuc hien|het nam|9 thang)|kha [n§]ang(?= (?:dat|hoan thanh|vuot|ca nam|thuc hien))';

/** Strong enough to be a goal within a section of results. */
export const strongGoal =
  /^(?:phan dau|quyet tam|[d§]at ra|de ra|huong|dinh huong|trong nhung nam toi|thoi gian toi|nhiem ky toi)/;

/** A figure that is no goal whatever stands around it: money given, shares of cost, fines, votes, awards, visits of a page. */
export const idleMoney =
  '(?<!thu )kinh phi|muc ho tro|ho tro (?:them |toi [d§]a|khong qua|mot lan|\\d)|(?:ho tro|doi ung|dong gop)[^,;]{0,40}(?:chi phi|von|kinh phi)|muc (?:chi|thuong|phat|dong(?! gop)|vay|luong|phi|gop)|tien thuong|' +
  'lai suat|phat tien|dinh muc(?! tieu)|ngan sach (?:trung uong|tinh|huyen|xa|dia phuong|nha nuoc|cap)[^,;]{0,20}(?:ho tro|bo tri|bao dam|dam bao|chi tra|chiem)|tong muc dau [t§]u(?! (?:phat trien )?toan xa hoi)|tri gia(?! tang)|co cau nguon von|' +
  'nguon von(?! huy dong| dau [t§]u (?:phat trien )?(?:toan )?xa hoi)|(?:nhan dan|nguoi dan|xa hoi hoa|dan) (?:dong gop|chiem|\\d)|gia (?:ban|thue|dien|§at)|luong co so|(?<!thanh toan (?:tien )?)hoc phi(?!,?(?: (?:thu|va|§ac|cac|khoan|dich vu|le phi|bang hinh thuc)){0,5} (?:khong dung|qua ngan|truc tuyen))|(?<!thue, |thu |thue va |le )phi (?!nong nghiep|vat the|tap trung|chinh (?:phu|thuc)|ket cau|lam nghiep|khong dung)|(?<!phi, |thu |phi va )le phi|doi ung';

/** The same for numbers of any kind. */
export const idleAny =
  '(?:duoi|thap hon|khong dat) % [a-z§ ]{0,40}(?:phai|bi|thi) (?:bi )?(?:kiem diem|xu ly|giai trinh|thu hoi|phe binh|tru diem|dieu chuyen|chiu trach nhiem)|(?:voi|co) cong suat (?:thiet ke )?(?:khoang )?%|' +
  '(?:khong (?:con|de|co)|xoa) (?:[a-z]+ )?(?:xa|thon|huyen|phuong|ap|ban|truong|lop|chi bo|to)(?: nao)?(?: (?:co|dat))? (?:duoi|it hon) %|(?:moi [^,;.%]{2,40} cu|phan cong|chi dinh) (?:it nhat |toi thieu )?%|' +
  'bieu quyet(?! (?:thong qua (?:\\d|cac|nhung|nghi|du|chi|muc|ke)|du toan|cac|nhung|\\d|chi|muc|nghi))|tan thanh(?! (?:nhung|cac|voi|noi))|thay mat cho|dai bieu (?:[a-z]{2,6} ){0,2}(?:co mat|tham gia bieu quyet)|dai bieu (?:chinh thuc|thay mat|dai dien|tham du|ve du|duoc trieu tap)|phieu bau|phieu|luot xem|luot truy cap|luot doc|view|ty le (?:doi ung|gop von|binh chon|phieu|khen)|khen thuong|[t§]ang thuong|giai thuong|[t§]ang (?:bang|§o|giay)|xu phat(?! %)|moi giai|' +
  '(?<!(?:so voi|tu|tu ngay|ngay tu) )dau (?:nam|ky)(?= ?:)|dan so hien|dien tich [t§]u nhien|bai bo(?! (?:it nhat |toi thieu |tren |khoang )?[%\\d])|huy bo|khong giao|§i thu|co thi dua|(?<!co |dung |truoc )thoi han|trong thoi gian|binh xet|danh hieu (?:chien|lao|tap)|bang diem';
