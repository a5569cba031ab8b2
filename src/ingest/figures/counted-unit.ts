import { findQuantities } from '../../vietnamese/quantity.ts';

const rate =
  /^(?:số )?((?:\p{L}+ ){0,2}\p{L}+(?:\s?\/\s?|\s(?:trên|cho)\s)(?:(?:1|một)\s)?(?:1\.000|10\.000|100\.000|vạn|nghìn) (?:dân|người))$/iu;
const number = /^(?:Tổng )?số (?:lượng )?(.+)$/iu;
const done =
  /^(?:(?:thành lập|kết nạp|phát triển|tổ chức|giới thiệu|xây dựng|ra mắt|cấp)(?: mới| thêm)? )(.+)$|^(.+?) (?:được )?(?:thành lập|kết nạp|phát triển|công nhận|tăng thêm|ra mắt)(?: mới| lại)?$|^(.+?) mới$/iu;
/** What no share is told of by its bare name, as one is of members or pupils. */
const things =
  'biên chế|công trình|mô hình|lớp|cuộc|hội nghị|hội thảo|dự án|đề tài|sáng kiến|câu lạc bộ|công đoàn cơ sở|buổi|đợt|tổ hợp tác|phiên|giải|tin|bài|chuyên đề|CĐCS|HTX|THT|CLB';
const members =
  'đoàn viên|hội viên|đảng viên|công đoàn viên|hợp tác xã|doanh nghiệp|chi bộ|chi hội|chi đoàn|đảng bộ|tổ chức đảng|tổ chức cơ sở đảng|lao động|người|hộ|thanh niên|việc làm|quần chúng|trang trại|cơ sở|trường|sản phẩm|thành viên|hộ kinh doanh|DN';
const thing = new RegExp(`^(?:${things})(?!\\p{L}|\\s*\\d)`, 'iu');
const member = new RegExp(`^(?:${things}|${members})(?!\\p{L})`, 'iu');

/**
 * The unit a name counts in: "Số người tham gia …" in "người", "Đoàn viên kết nạp mới" in "Đoàn viên", a rate in "%". Empty when it counts
 * nothing, or when the bare name ("Hộ nghèo") may be told as a share too.
 */
export function countedUnit(said: string): string {
  const name = /\p{Ll}/u.test(said) || !said.includes(' ') ? said : said.toLowerCase();
  const perThousand = rate.exec(name)?.[1];
  if (perThousand !== undefined) return perThousand;
  if (/^(?:tỷ|tỉ) (?:lệ|trọng)/iu.test(name)) return '%';
  const numbered = number.exec(name)?.[1];
  if (numbered !== undefined) return nounOf(numbered);
  const [, behind, before, fresh] = done.exec(name) ?? [];
  return member.exec(behind ?? before ?? fresh ?? '')?.[0] ?? thing.exec(name)?.[0] ?? '';
}

/** The noun a count of these words is in. */
function nounOf(words: string): string {
  const quantity = findQuantities(`1 ${words}`)[0];
  return quantity?.kind === 'count' ? quantity.unit : '';
}
