/** Words that names of indicators begin with, folded: after one of them a stretch is a name by itself. */
export const nounHeads =
  'ty le|ti le|si so|ty trong|ti trong|ty suat|ti suat|ty so|ti so|so luong|so (?!hoa)|tong|toc do|muc(?! tieu)|he so|chi so|diem so|dien tich|san luong|' +
  '[n§]ang suat|gia tri|doanh thu|doanh so|thu nhap|thu ngan|thu noi|thu (?!hut|hoi|gom)|chi ngan|chi thuong|chi dau|kim ngach|quy mo|dan so|mat do|grdp|gdp|gni|' +
  'von|dau [t§]u(?! xay)|luong|cong suat|[n§]ang luc|chieu dai|do che phu|che phu|tuoi tho|lam phat|boi chi|no cong|no xau|dan (?:gia|lon|trau|bo|[d§]e|ga|vit)|' +
  'giai ngan(?! dat| toi| tren)|ket (?:qua|§ua) (?:hoc|ren)|[c§]o cau|tang truong|xuat khau|nhap khau|tieu hao|kinh te so|du no|tin dung|thoi gian|chi phi|bao phu|' +
  'do thi hoa|ngan sach|(?<!quoc )gia tang|cpi|gini|hdi|pci|papi|par';

/** Verbs that a goal begins with and that stay in its name: "Thành lập mới … hợp tác xã", "giảm số vụ tai nạn". */
export const actions =
  'giam|tang|giup|nhan rong|thanh lap|xay dung|xay moi|§rong|tao|giai quyet|dao tao|ket nap|phat trien|thu hut|hoan thanh|cong nhan|bo tri|to chuc|ho tro|cap(?! (?:tinh|huyen|xa|co so|[c§]o so|trung uong|quoc gia|hoc|bo|uy|do|thon|thcs|thpt|tieu hoc|mam non|quan|phuong)(?![a-z]))|' +
  'sua chua|nang cap|cai tao|khai truong|boi duong|tuyen|cat giam|cat|rut ngan|tiet kiem|xoa|khoi cong|hinh thanh|mo moi|mo rong|lap [d§]at|lap(?= them|$)|cu(?! (?:the|dan|tri|ly)(?![a-z]))|dau [t§]u|phu song|' +
  'van dong|huy dong|cung cap|tiep nhan|kiem tra|trien khai|tham muu|bien soan|so hoa|ket noi|chuyen doi|chuyen giao|ung dung|dua vao|khanh thanh|' +
  'thuc hien|duy tri|giu vung|nang|dua|phan dau|bao dam|dam bao|khong che|giai ngan|xu ly|thu gom|bai bo|cat bo|di doi|tinh gian|sap xep|giao|' +
  'kham|tiem|tap huan|tu van|gioi thieu|don doc|cham soc|khoanh|bao ve|trung tu|ton tao|tu bo|xuat khau|phan bo|dau noi|ket nghia|tang cuong|co them|them|don(?! (?:vi|thu|gian|gia))|phuc vu|san xuat|nuoi|khai thac|gieo|be tong hoa|cung hoa|nhua hoa|duy tu|lap [d§]at|phat hien|quan ly|dieu tri|huy dong|khang dinh|di dan|kien co|ban giao|cap moi|tham gia|dang ky|phu xanh|cai tien|tu chu|day nghe|phat hanh|xuat ban';

/** Verbs that hold before a name and say nothing about it: left out of the name. */
export const liftingVerbs =
  'nang cao|nang(?! cap)|dua(?! vao (?:hoat dong|su dung|khai thac|van hanh|giang day|danh muc))|day(?! (?:nghe|hoc|va|tre|them)(?![a-z]))|keo|bao dam|dam bao|khong che|kiem che|kiem soat|on dinh|dat va vuot|dat|hoan thanh|hoan thanh tot|hoan thanh chi tieu|thuc hien|thuc hien dat|thuc hien chi tieu|huong toi|huong den|xay dung chi tieu|giao chi tieu|dieu chinh chi tieu|dieu chinh|sua doi chi tieu|bo sung chi tieu|giu nguyen chi tieu|giu nguyen';
export const keepingVerbs =
  'tiep tuc duy tri|duy tri on dinh|duy tri va nang cao|duy tri va nang|duy tri|giu vung va nang cao|giu vung|giu on dinh|giu';

/** Words that link a clause to the sentence before and are no part of a name. */
export const connectors =
  'khong de xay ra|khong de|khong con|khong phat sinh|va|dong thoi|cu the la|cu the nhu sau|cu the|theo do|ngoai ra|ben canh do|cung voi do|nhat la|tiep tuc|tung buoc|co ban|quyet tam|phan dau|no luc|muc tieu la|muc tieu|' +
  '[d§]at muc tieu|[d§]at ra muc tieu|chi tieu cu the|chi tieu|cac chi tieu|gom|bao gom|nhu(?! (?:cau|yeu)(?![a-z]))|la|voi|ve|nham|de|se|phai|can|cung(?! (?:hoa|cap|[c§]o|ung|cau)(?![a-z]))|cho|trong|tai|den|vao|con|tap trung|day manh|trong nam|nam hoc|trong nhiem ky|trong ky|trong giai doan|toi thieu|it nhat|tren §o so|huong toi|tien toi|thuc hien tot|' +
  'noi dung thi dua|thi dua|cham nhat|yeu cau|dam bao|bao dam|trung binh|hien nay';

/** Bodies that pursue a goal: with "có", "bảo đảm", "phấn đấu" after them, what follows is the name. */
export const agents =
  '(?:toan |ca |moi |cac |tren dia ban |trong |moi don vi |thi |)(?:tinh|huyen|thanh pho|xa|phuong|thi xa|thi tran|quan|nuoc|quoc|nganh|dang bo|don vi|§o quan|dia phuong|§o|ubnd|uy ban|ban|hoi|doan|truong|viet nam|vung|khu vuc|to chuc|thon|dac khu|cap|bo)(?![a-z])';

/** A word that begins the predicate of a name ("… có kết nạp đảng viên", "… đạt chuẩn"), so that the name is complete. */
export const predicates =
  'co|dat|duoc|tham gia|hoan thanh|thuc hien|su dung|ung dung|trien khai|dap ung|bi|phai|cung cap|ket noi|tiep can|dam bao|bao dam|hai long|to chuc|' +
  'xay dung|ban hanh|cong khai|trang bi|nam|thong|thoat|khong|chap hanh|dang ky|giai quyet|xu ly|thanh lap|tot nghiep|vao|len lop|chuyen|di hoc|theo hoc|hoc|la|quan ly|ky|lap|kham|tiem';
