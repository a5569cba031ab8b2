/**
 * Words of the language that look like a province's name once marks or capitals are gone, by province key. All words folded.
 * `isUnit`: not a name behind a number ("570 ha năm 2022"). `isOrdinaryPhrase`: in small letters mostly words.
 * `after`: not a name right behind one of these ("công nghệ an toàn", "Thái Bình Dương"); `before`: not right in front of one.
 * `longer`: with one of these behind it, the name of another place (thành phố Điện Biên Phủ, huyện Điện Biên Đông).
 */
export type Clash = {
  after?: readonly string[];
  before?: readonly string[];
  longer?: readonly string[];
  isOrdinaryPhrase?: boolean;
  isUnit?: boolean;
};

const measured = 'nhieu may trieu nghin ngan tram vai'.split(' ');
const average = ['trung'];

export const clashes: ReadonlyMap<string, Clash> = new Map<string, Clash>([
  ['hoa-binh', { isOrdinaryPhrase: true, before: ['hop', 'xanh'] }],
  ['thai-binh', { isOrdinaryPhrase: true, before: ['duong'] }],
  ['cao-bang', { after: ['nang', 'khong', 'chua', 'phai', 'muc'], before: ['hoac', 'voi', 'cach', 'muc', 'cap'] }],
  ['binh-dinh', { after: average, before: ['ki', 'huong'] }],
  ['hai-duong', { before: ['hoc'] }],
  ['binh-duong', { after: ['thai', ...average], before: ['lich', 'tinh'] }],
  ['binh-thuan', { after: average, before: ['loi', 'tien'] }],
  ['binh-phuoc', { after: average }],
  [
    'nam-dinh',
    { after: ['viet', 'mien', 'phia', 'hang', 'moi'], before: ['ki', 'huong', 'cu', 'danh', 'muc', 'luong', 'canh'] },
  ],
  ['dien-bien', { longer: ['phu', 'dong'] }],
  ['ha-nam', { after: measured, isUnit: true }],
  ['nghe-an', { after: ['cong'] }],
  ['ninh-binh', { after: ['an'] }],
  ['thai-nguyen', { after: ['sinh', 'hinh'] }],
  ['lam-dong', { after: ['nong', 'viec'], before: ['luc', 'bo', 'bang', 'thoi'] }],
  ['dong-thap', { after: ['lao', 'cong', 'hop', 'hoat'] }],
  ['gia-lai', { after: ['quoc', 'tham', 'danh', 'chuyen'] }],
  ['lao-cai', { before: ['tao', 'nghien', 'thien'] }],
  ['lai-chau', { before: ['a', 'au', 'phi'] }],
  ['hai-phong', { after: ['mot', 'ca'], before: ['hoc', 'lam', 'ban', 'kham', 'chuc', 'ngu', 'o', 'dich', 'trao'] }],
  ['vinh-phuc', { before: ['vu', 'loi', 'tra'] }],
  ['thanh-hoa', { after: ['kim', 'do'], before: ['don', 'chat', 'tien'] }],
  ['son-la', { after: ['lang'] }],
  ['long-an', { before: ['ninh', 'sinh'] }],
  ['ha-noi', { before: ['dia', 'dung', 'bo', 'luc'] }],
  ['ca-mau', { after: ['tat'] }],
  ['ha-giang', { before: ['day'] }],
  ['hue', { after: ['hoa', 'cay'] }],
]);

/** Who is meant, not where: Hồ Chí Minh names the city only with "thành phố" or where nothing of these stands before. */
export const personCity = 'ho-chi-minh';
export const personCues = new Set(
  'tich bac tuong duc cach guong doan san lang tang duong chuong thuong nien vien trinh danh nguoi mang thoi dai loi'.split(
    ' ',
  ),
);

/** Family and middle names: a province's name right behind one is a person's ("Nguyễn Thái Bình"). Canonical, with tone digits folded away. */
export const familyNames = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ngo duong ly li dao dinh trinh mai to thi van'.split(' '),
);

/** "sâm Ngọc Linh", "chè Shan": a product's name, not a place to report on. */
export const productWords = new Set('sam che tra gao cam buoi que hoi nuoc ruou'.split(' '));

/** What "phủ" does where it is a verb: "dien bien phu song 5g". */
export const coverObjects = new Set('song xanh kin rong bao'.split(' '));
