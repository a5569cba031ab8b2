/** Openings of names of bodies and offices in running text; the rest of a name is read word by word. */
const opening =
  /(?<!\p{L})(?:(?:Phó )?Chủ tịch (?:UBND|[UỦ][yỷ] ban|Quốc hội|nước)|Ban (?:Thường vụ|Chấp hành|Chỉ đạo|Bí thư)|[UỦ][yỷ] ban (?:nhân dân|Mặt trận)|UBND|HĐND|Hội đồng|Tỉnh [uủ][yỷ]|Thành [uủ][yỷ]|Huyện [uủ][yỷ]|Thị [uủ][yỷ]|Quận [uủ][yỷ]|Đảng [uủ][yỷ]|(?:Phó )?Thủ tướng|Chính phủ|Quốc hội|Bộ|Sở|Công an|Liên đoàn Lao động|Bệnh viện|Trường|Tổng cục|Cục|Văn phòng)(?!\p{L})/gu;

/** Small words that belong to names of bodies. */
const nameWords = new Set(
  (
    'ủy uỷ ban nhân dân hội đồng chủ tịch phó thường trực tỉnh huyện quận thành phố thị xã trấn phường vụ chấp hành đảng bộ trưởng giám đốc sở công an và - – ' +
    'tế dục tạo động thao lịch nghiệp trường nghệ chính tư quốc phủ tướng mặt trận tổ vận khen thưởng chỉ đạo đoàn binh hóa hoá thông tin khoa học nước các'
  ).split(' '),
);

const acts =
  /^(?:\s\([^()]{2,30}\))?,?\s(?:(?:đã|vừa|chính thức|cũng|mới) ){0,2}(?:ban hành|ký|phát động|tổ chức phát động|yêu cầu|có (?:văn bản|công văn|kế hoạch|chỉ thị|công điện)|ra (?:quyết định|chỉ thị)|xây dựng (?:[kK]ế hoạch|[cC]hương trình|[đĐ]ề án)|phê duyệt|thông qua|đề nghị|giao|quyết định|kêu gọi)(?!\p{L})/u;

const longestName = 16;

/** Bodies and offices that issue or order something in a text, in order, as written; `[]` when none does. */
export function actingBodies(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(opening)) {
    const end = nameEnd(text, match.index + match[0].length);
    if (acts.test(text.slice(end, end + 60))) found.push(text.slice(match.index, end));
  }
  return found;
}

function nameEnd(text: string, from: number): number {
  let end = from;
  for (let words = 0; words < longestName && !acts.test(text.slice(end, end + 60)); words++) {
    const next = /^\s([\p{L}–-][\p{L}\d'’–-]*)/u.exec(text.slice(end, end + 30));
    if (next?.[1] === undefined || !(/^\p{Lu}/u.test(next[1]) || nameWords.has(next[1]))) break;
    end += next[0].length;
  }
  return end;
}
