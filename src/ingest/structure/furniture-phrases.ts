/** What web pages, portals and mail rooms print around a document, folded, by how it is matched; add here. */

/** Phrases written down with " · " or a line end between them. */
function phrases(text: string): string[] {
  return text
    .split(/[\n·]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

/** The whole line, but for marks and counts at its ends. */
export const wholeLines: ReadonlySet<string> = new Set(
  phrases(`
  a a+ a- · a a- a+ · a- a a+ · aa · ban de doc · ban in · bai viet · bat / tat · bookmark · cac thong tin tien ich · chi dao dieu hanh · chia se · chuyen muc
  chia se bai viet · chia se facebook · chia se tren facebook · chia se zalo · co chu · copy link · dang ky
  dang nhap · dang nhap / dang ky · dang xuat · danh gia · danh gia bai viet · dau trang · doc bai · doc bai viet
  email · email print · emailprintaa · english · facebook · font size · gioi thieu · giong nam mien bac
  giong nu mien bac · gop y · gui bai viet · gui email · gui mail · gui phan hoi · hoi dap · home · in bai
  in bai viet · in tin · in trang · in trang nay · lien he · like · luu bai viet · luu tin · mac dinh · mac dinh co chu · menu
  nghe bai viet · nghe doc bai · phan hoi · phong to · phong to thu nho · pinterest · print · quang cao · quay lai
  quay lai trang chu · quay ve · refresh · rss · share · skip to content · skip to main content · so do cong · so do cong thong tin
  so do trang · so do website · tai file · tai van ban · tai ve · tai xuong · tang co chu giam co chu · tang giam co chu
  thong tin chi dao dieu hanh · thu dien tu · thu nho · thu vien anh · thu vien video · tim kiem
  tim kiem nang cao · tin tuc · tin tuc - su kien · tin tuc su kien · to giay · tra loi · trang chu · tro lai
  tro ve · tro ve dau trang · truy cap · thong ke · tweet · twitter · van ban chi dao dieu hanh · ve dau trang · viet tieng viet co dau
  xem chi tiet · xem them · youtube · zalo
`),
);

/** The beginning of a line of at most `shortLine` letters. */
export const lineStarts: readonly string[] = phrases(`
  (*) · dang nhap de · cong thong tin dien tu · trang thong tin dien tu · >> xem them · >>> xem them · a- a a+ | · anh: internet · bai viet da duoc xem · ban dang o : · ban dang o:
  ban dang xem · ban quyen thuoc · ban quyen thuoc ve · bien tap: · cap nhat lan cuoi · cap nhat luc
  cap nhat ngay · cap nhat: · chung toi su dung cookie · chuyen muc: · copyright · da xem: · dang boi:
  dia chi email cua ban se khong · email cua ban se khong · dang ngay · dang tai noi dung · de su dung toan bo tien ich · dia chi ip · dung luong: · file dinh kem
  gui cho ban be · ip cua ban · lien ket web · lien ket website · luot doc · luot nguoi xem · luot truy cap
  luot xem · ma bao mat · ma xac nhan · ma xac thuc · ngay cap nhat · ngay dang · ngay dang tin · ngay gui:
  nguoi dang: · nguoi gui: · nhiet do · posted by · posted on · protected by · so ky tu con lai · so lan doc
  so lan xem · so luong truy cap · so luot doc · so luot tai · so luot truy cap · so luot xem · tac gia :
  tac gia bai viet · tac gia: · dang truy cap · hom nay: · hom qua: · tuan nay: · thang nay: · tat ca: · tag: · tags: · tai lieu dinh kem · tai lieu kem theo · tang tuong phan
  tep dinh kem · theo doi chung toi · theo doi tren google news · tong so luot truy cap
  tong truy cap · trang chu - · trang chu / · trang chu > · trang chu | · trang chu » · trang chu ›
  trang web nay su dung cookie · tu khoa tim kiem · tu khoa: · view count · viewed: · views:
  website nay su dung cookie · xem co chu · xem them: · xem voi co chu
`);

export const shortLine = 160;

/** A line that is nothing else opens what stands under an article: comments, other news, contact boxes. Nothing of the document follows. */
export const endMarks: ReadonlySet<string> = new Set(
  phrases(`
  bai cung chuyen muc · bai lien quan · bai viet cung chuyen muc · bai viet khac · bai viet lien quan
  bai viet moi · bai viet moi nhat · binh luan · binh luan bai viet · binh luan cua ban · cac bai viet khac
  cac bai viet lien quan · cac tin bai khac · cac tin cu hon · cac tin da dang · cac tin khac · cac tin lien quan
  cac tin moi hon · cac van ban khac · chu de lien quan · co the ban quan tam · cung chuyen muc
  danh sach binh luan · doc nhieu · doc them · gui binh luan · gui binh luan cua ban · gui y kien
  lien ket website · nhung tin cu hon · nhung tin moi hon · phan hoi cua ban doc · thong ke truy cap · thong tin ban doc · thong tin nguoi gui phan hoi · tin bai khac
  tin bai lien quan · tin cu hon · tin cung chuyen muc · tin cung muc · tin doc nhieu · tin khac · tin lien quan
  tin lien quan khac · tin moi · tin moi hon · tin moi nhat · tin noi bat · tin tuc khac · tin tuc lien quan
  tin xem nhieu · van ban cung linh vuc · van ban lien quan · van ban moi · viet binh luan · viet binh luan cua ban
  xem nhieu · xem nhieu nhat · xem them tin khac · y kien ban doc · y kien binh luan · y kien cua ban
`),
);

/** Entries of a portal's menu; several short lines in a row with some of these are a menu. */
export const menuWords: ReadonlySet<string> = new Set(
  phrases(`
  bo thu tuc hanh chinh cong · chinh tri · chuc nang nhiem vu · co cau to chuc · gop y ca nhan, to chuc · quy hoach - ke hoach · thong tin tuyen truyen · cong dan · cong khai minh bach · cong khai ngan sach · dang ky
  dang nhap · dich vu cong · dich vu cong truc tuyen · doanh nghiep · du lich · english · gioi thieu · gop y
  he thong van ban · hinh anh · hoi dap · kinh te · lich cong tac · lich lam viec · lien he · nha dau tu
  quoc phong - an ninh · rss · so do cong · so do trang · thong bao · thu tuc hanh chinh · thu vien · thu vien anh
  thu vien video · tim kiem · tin tuc · tin tuc - su kien · tin tuc su kien · trang chu · van ban
  van ban chi dao dieu hanh · van ban phap luat · van ban phap quy · van hoa - xa hoi · video · xa hoi
`),
);
