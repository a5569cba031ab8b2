import { fold } from '../../vietnamese/fold.ts';
import { isCapsLine } from './line-shape.ts';
import { parseTypeName } from './type-line.ts';

/** Lines of the form that Nghị định 30/2020/NĐ-CP, Phụ lục I gives head and foot. `text` is one line or one cell of a line. */

const body =
  '[uủ][yỷ] ban|ubnd|hội đồng|hđnd|quốc hội|chính phủ|thủ tướng|chủ tịch|bộ(?! luật| tiêu chí| chỉ số)|sở|ban(?! hành)|tỉnh [uủ][yỷ]|thành [uủ][yỷ]|huyện [uủ][yỷ]|quận [uủ][yỷ]|thị [uủ][yỷ]|đảng [uủ][yỷ]|đảng bộ|chi bộ|' +
  'công an|mặt trận|liên đoàn|đoàn|tỉnh đoàn|hội(?! nghị| thảo| thi)|cục|tổng cục|chi cục|vụ|viện|trường(?! hợp)|bệnh viện|trung tâm|phòng(?!,| chống)|văn phòng|thanh tra|kiểm toán|tòa án|toà án|ngân hàng|tập đoàn|tổng công ty|' +
  'công ty|bch|btv|công đoàn|tổng liên đoàn|trạm y tế|quân khu|giám đốc|đảng cộng sản|đại học|học viện|kho bạc|bảo hiểm';
const bodyName = new RegExp(`^(?:${body})(?!\\p{L})`, 'iu');

/** A body's name in capitals alone on its line: "ỦY BAN NHÂN DÂN", "BỘ Y TẾ", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH". */
export function isBodyLine(text: string): boolean {
  return (
    text.length <= 110 && !text.includes(':') && isCapsLine(text) && bodyName.test(text) && parseTypeName(text) === null
  );
}

export function isNationalLine(text: string): boolean {
  if (text.length > 120) return false;
  return /cong hoa xa hoi|chu nghia viet nam|doc lap\s?[-–—.]\s?tu do|^dang cong san viet nam$/.test(fold(text));
}

/** "Số: 15/KH-UBND", "Số 05-NQ/TU", "Luật số: 59/2020/QH14", "Số:      /KH-UBND". */
export function isNumberLine(text: string): boolean {
  if (text.length > 120) return false;
  return /^[^a-z]{0,4}(?:(?:nghi quyet|luat|quyet dinh|ke hoach|chi thi|thong bao) )?so\s{0,3}[:.]?\s{0,20}[\d.…]{0,8}\s{0,20}[/-]\s?\S|^so\s?[:.]$|^\/[a-z]{2,5}-[a-z]/.test(
    fold(text),
  );
}

/** "Nghệ An, ngày 21 tháng 10 năm 2021", the day or all figures possibly left blank, or the two halves of it on two lines. */
export function isPlaceDateLine(text: string): boolean {
  if (text.length > 90) return false;
  const folded = fold(text);
  if (
    /^(?:can cu|theo|tu|den|truoc|ke tu)\s|(?<![a-z])(?:truoc|den|het|tu|vao|nhat|sau|trong) ngay(?![a-z])/.test(folded)
  )
    return false;
  return (
    /^[^\d:;]{0,40}ngay\s{0,8}[\d.…]{0,8}\s{0,8}thang\s{0,8}[\d.…]{0,8}\s{0,8}nam\s{0,8}[\d.…]{0,8}\W{0,4}$/.test(
      folded,
    ) ||
    /^[^\d:;]{2,40},\s{0,3}ngay\s{0,3}\d{0,2}$/.test(folded) ||
    /^(?:\d{1,2}\s)?thang \d{1,2} nam \d{4}$/.test(folded) ||
    /^[^\d:;.]{2,40},\s{0,3}ngay\s{0,3}\d{1,2}[/-]\d{1,2}[/-]\d{4}$/.test(folded)
  );
}

const signingPost =
  /^(?:pho )?(?:chu tich|bo truong|thu truong|thu tuong|giam doc|bi thu|chanh van phong|chanh thanh tra|truong ban|truong phong|chu nhiem|cuc truong|tong cuc truong|tong giam doc|chi cuc truong|vu truong|hieu truong|vien truong|chanh an|tong bi thu|pho bi thu|truong doan|chi huy truong|tu lenh|chinh uy|vien pho|hieu pho|thong doc|tong thanh tra|tong kiem toan|cuc pho|truong tram|chu toa|quyen chu tich)(?![a-z])/;
const byOrder = /^(?:(?:tm|kt|tl|tuq|q|t\/m|k\/t|t\/l)\s?\.|(?:tm|kt|tl|tuq|t\/m|k\/t|t\/l)\s)\s?[a-z]/;

/** A line of the signature: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "BỘ TRƯỞNG". */
export function isSignatureLine(text: string): boolean {
  if (/^(?:TM|KT|TL|TUQ)\.?$/u.test(text)) return true;
  if (text.length > 90 || !isCapsLine(text, 5)) return false;
  const folded = fold(text);
  return byOrder.test(folded) || signingPost.test(folded);
}

export function isRecipientsLine(text: string): boolean {
  return /^[*_\s]{0,4}noi nhan\s?:?[*_\s]{0,4}(?:$|[-:])/.test(fold(text.slice(0, 40)));
}

/** Longer lines are body, never head or foot. */
const longestFrameLine = 1000;

/** The pieces of a line that bars, tabs or wide gaps keep apart, white space and Markdown emphasis taken off; empty ones left out. None for a long line. */
export function cellsOf(line: string): string[] {
  if (line.length > longestFrameLine) return [];
  return line
    .split(
      /[|\t]| {3,}|(?<=\S)\s+(?=CỘNG H[ÒO][AÀ] XÃ HỘI|Độc lập\s*[-–—.]\s*Tự do\s*[-–—.])|(?<=CHỦ NGHĨA VIỆT NAM)\s+(?=\p{Lu}{2})/u,
    )
    .map((cell) => cell.replace(/^[\s#*_]+/, '').replace(/(?<![\s*_])[\s*_]+$/, ''))
    .filter((cell) => cell !== '');
}
