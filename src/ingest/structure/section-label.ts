import { fold } from '../../vietnamese/fold.ts';
import { isBodyLine } from './frame-lines.ts';
import { menuWords } from './furniture-phrases.ts';
import { isCapsLine } from './line-shape.ts';
import { parseTypeName } from './type-line.ts';

/** Lines above a headline are not longer. */
const labelLength = 60;
const leastHeadline = 25;
const shortLabel = 34;

/** Sections of portals and papers, folded: a line that opens with one and tells nothing more stands above the headline. */
const sections =
  /^(?:thong tin|tin (?:tuc|trong|noi bat|hoat dong|tinh|huyen|xa)|chuyen (?:muc|trang|de)|chi dao|van ban|kinh te|van hoa|xa hoi|chinh tri|tai chinh|giao duc|y te|phap luat|hoat dong|xay dung dang|cai cach hanh chinh|chuyen doi so|quoc phong|doi song|su kien|thoi su|truyen thong|bo thu tuc|quy hoach|lam theo loi bac|hoc tap|gop y|hoi dap|lich cong tac|truy cap|lien ket|nong nghiep|nong thon moi|moi truong|du lich|the thao)(?![a-z])/;

/**
 * "TIN TRONG TỈNH", "Tài chính - Thị trường", "Chỉ đạo - Điều hành 09/09/2022", "Tin tức >> Kinh tế", "UBND XÃ … - HUYỆN …": the part of a portal
 * that a page belongs to, above its headline. `below`: the next line, where that can be a headline, else null.
 */
export function isSectionLabel(text: string, below: string | null): boolean {
  if (/\s(?:>>|»|›)\s/u.test(text) || isDoubled(text)) return true;
  if (text.length > labelLength || /(?:^|\s)năm (?:học )?\d{4}/iu.test(text)) return false;
  const plain = text.replace(/(?<!\s)\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}.{0,12}$/u, '');
  if (menuWords.has(fold(plain))) return true;
  const isSection = plain.length <= shortLabel && sections.test(fold(plain)) && !/\d/.test(plain);
  if (below === null) return isSection && text !== plain;
  if (text !== plain || (isBodyLine(text) && !isCapsLine(below))) return true;
  if (isSection) return parseTypeName(text) === null || parseTypeName(below) !== null;
  return isCapsLine(text) && !isCapsLine(below) && below.length > leastHeadline;
}

/** "Thông tin Y tế Thông tin Y tế": a name printed twice, as links with a picture are. */
function isDoubled(text: string): boolean {
  const words = text.trim().split(/\s+/);
  const half = words.length / 2;
  return half >= 2 && words.length % 2 === 0 && words.slice(0, half).join(' ') === words.slice(half).join(' ');
}
