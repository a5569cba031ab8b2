import { fold } from '../../vietnamese/fold.ts';

/** Names of bodies as printed: short forms for the two commonest, and capitals brought back to running text. */

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/[uủ][yỷ] ban nhân dân/giu, 'UBND'],
  [/hội đồng nhân dân/giu, 'HĐND'],
];

/** Opening words of names of bodies, folded; the word after them is written with a capital. Longest first where one opens another. */
const openings = (
  'uy ban thuong vu quoc hoi|chu tich nuoc|thu tuong chinh phu|van phong chinh phu|van phong trung uong dang|ban chap hanh trung uong|ban chap hanh|ban thuong vu|' +
  'bch|btv|ban chi dao|ban quan ly|ban to chuc|ban bi thu|bo chinh tri|bo chi huy|bo truong bo|bo|so|cong an|tong cuc|chi cuc|cuc|vu|phong|van phong|lien doan|' +
  'dai hoc|truong dai hoc|truong|benh vien|trung tam|vien|uy ban|hoi dong|hoi|ban|doan|tong cong ty|tap doan|cong ty|ngan hang|thanh tra|toa an|kho bac|bao hiem'
).split('|');

const units = /(?:^|\s)(?:t[ỉĩ]nh|thành phố|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu)(?=\s(?![uủ][yỷ](?!\p{L})))/iu;

/** "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN" → "UBND tỉnh Nghệ An"; "SỞ GIÁO DỤC VÀ ĐÀO TẠO" → "Sở Giáo dục và Đào tạo". Other spelling is kept. */
export function printedBodyName(text: string): string {
  const single = text.replace(/\s+/g, ' ').trim();
  const isShouted = single === single.toUpperCase();
  const cased = isShouted ? inRunningText(single) : single;
  const short = shortForms.reduce((name, [pattern, form]) => name.replace(pattern, form), cased);
  return short.replace(/^(?:Uỷ|Ủy) ban/u, 'Ủy ban').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function inRunningText(shouted: string): string {
  const unit = units.exec(shouted);
  const name = unit === null ? shouted : shouted.slice(0, unit.index);
  const place = unit === null ? '' : placeInRunningText(shouted.slice(unit.index));
  return `${nameInRunningText(name)}${place}`;
}

/** Departments behind whose name the place may stand without its kind: "SỞ Y TẾ HÀ CHÂU". */
const departments =
  /^(?:sở|phòng) (?:nội vụ|tài chính|tư pháp|y tế|xây dựng|công thương|giáo dục và đào tạo|nông nghiệp và (?:môi trường|phát triển nông thôn|ptnt)|khoa học và công nghệ|văn h[óo][aá],? thể thao và du lịch|tài nguyên và môi trường|kế hoạch và đầu tư|thông tin và truyền thông|giao thông vận tải|lao động\s?[-–,]\s?thương binh và xã hội|ngoại vụ|dân tộc và tôn giáo)(?= \p{Lu})/iu;
const committee = /^(?:tỉnh|thành|huyện|thị|quận|đảng) [uủ][yỷ](?!\p{L})/iu;

function nameInRunningText(name: string): string {
  if (/^trường\s/iu.test(name)) return schoolName(name);
  const party = committee.exec(name)?.[0];
  if (party !== undefined)
    return knownNames(`${party.charAt(0)}${party.slice(1).toLowerCase()}${titleCased(name.slice(party.length))}`);
  const department = departments.exec(name)?.[0];
  if (department !== undefined && department.length < name.length)
    return `${nameInRunningText(department)}${titleCased(name.slice(department.length))}`;
  const lower = name.toLowerCase().replace(/(?<!\p{L})(ubnd|hđnd)(?!\p{L})/gu, (short) => short.toUpperCase());
  const folded = fold(lower);
  const opening = openings.find((words) => folded.startsWith(words) && !/[a-z]/.test(folded[words.length] ?? ' '));
  const from = opening === undefined ? 0 : opening.length;
  const rest = lower
    .slice(from)
    .replace(/(^\s|\s[-–]\s|,\s|\svà\s)(\p{L})/gu, (_, gap: string, letter: string) => `${gap}${letter.toUpperCase()}`);
  return knownNames(`${lower.slice(0, from)}${rest}`);
}

/** Parts that keep their capitals wherever they stand. */
function knownNames(text: string): string {
  return text
    .replace(/thủ tướng chính phủ/giu, 'Thủ tướng Chính phủ')
    .replace(/quốc hội/giu, 'Quốc hội')
    .replace(/tổ quốc việt nam/giu, 'Tổ quốc Việt Nam')
    .replace(/(?<=^|\s)chính phủ/giu, 'Chính phủ')
    .replace(
      /(?<=\sngành )(?=giáo dục|y tế|nội vụ|tư pháp|tài chính|nông nghiệp|công thương|văn h|xây dựng|giao thông)\p{Ll}/gu,
      (letter) => letter.toUpperCase(),
    )
    .replace(/đảng cộng sản việt nam/giu, 'Đảng Cộng sản Việt Nam')
    .replace(/đảng bộ/giu, 'Đảng bộ')
    .replace(/hồ chí minh/giu, 'Hồ Chí Minh')
    .replace(/(?<=\s)việt nam(?!\p{L})/giu, 'Việt Nam')
    .replace(/hội liên hiệp phụ nữ/giu, 'Hội Liên hiệp Phụ nữ')
    .replace(
      /(?<!\p{L})(?:tncs|tnhh|mtv|bch|btv|lhpn|mttq|ubmttq|lđlđ|mtqg|bhxh|thcs|thpt|ubkt|bqlda|qlda|attp)(?!\p{L})/giu,
      (short) => short.toUpperCase(),
    )
    .replace(
      /(^|\s)(ban) (chấp hành|thường vụ|chỉ đạo|quản lý|bí thư)/giu,
      (match) =>
        `${match.replace(/ban (\p{L})/iu, (two) => `${two.charAt(0).toUpperCase()}an ${two.charAt(4).toUpperCase()}`)}`,
    );
}

function placeInRunningText(text: string): string {
  const unit = units.exec(text)?.[0] ?? '';
  return `${unit.toLowerCase().replace('tĩnh', 'tỉnh')}${titleCased(text.slice(unit.length)).replace(/^ Đảo (?=.)/u, ' đảo ')}`;
}

function titleCased(shouted: string): string {
  return shouted.replace(/\p{L}+/gu, (word) =>
    /^(?:ubnd|hđnd)$/iu.test(word) ? word : word.charAt(0) + word.slice(1).toLowerCase(),
  );
}

/** "TRƯỜNG THPT NGUYỄN HỮU TIẾN" → "Trường THPT Nguyễn Hữu Tiến": schools bear names; their kinds and abbreviations are known. */
function schoolName(shouted: string): string {
  const cased = shouted.replace(/\p{L}+/gu, (word) =>
    schoolShort.test(word) ? word.toUpperCase() : word.charAt(0) + word.slice(1).toLowerCase(),
  );
  return cased.replace(schoolKind, (kind) => kind.charAt(0) + kind.slice(1).toLowerCase());
}
const schoolShort = /^(?:TH|THCS|THPT|MN|MG|PTDTNT|PTDTBT|DTNT|PTCS|TTGDNN|TTGDTX|GDTX|GDNN)$/iu;
const schoolKind =
  /(?<=^Trường\s)(?:Mầm Non|Mẫu Giáo|Tiểu Học(?: Và Trung Học Cơ Sở)?|Trung Học Cơ Sở|Trung Học Phổ Thông(?: Chuyên)?|Cao Đẳng(?: Nghề| Cộng Đồng| Sư Phạm| Y Tế)?|Trung Cấp(?: Nghề)?|Chính Trị|Đại Học(?: Sư Phạm| Y)?|Phổ Thông Dân Tộc (?:Nội|Bán) Trú)(?!\p{L})/u;
