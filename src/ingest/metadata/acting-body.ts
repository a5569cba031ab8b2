/** Openings of names of bodies and offices in running text; the rest of a name is read word by word. */
const opening =
  /(?<!\p{L})(?:(?:Phó )?Chủ tịch (?:UBND|[UỦ][yỷ] ban|Quốc hội|nước)|Ban (?:Thường vụ|Chấp hành|Chỉ đạo|Bí thư)|[UỦ][yỷ] ban (?:nhân dân|Mặt trận)|UBND|HĐND|Hội đồng|Tỉnh [uủ][yỷ]|Thành [uủ][yỷ]|Huyện [uủ][yỷ]|Thị [uủ][yỷ]|Quận [uủ][yỷ]|Đảng [uủ][yỷ]|(?:Phó )?Thủ tướng|Chính phủ|Quốc hội|Bộ|Sở|Công an|Liên đoàn Lao động|Công đoàn|Ban An toàn giao thông|Tỉnh đoàn|Tổng công ty|Tập đoàn|Bảo hiểm xã hội|BHXH|Hội (?:Nông dân|Liên hiệp|LHPN)|Bệnh viện|Trường|Tổng cục|Cục|Văn phòng)(?!\p{L})/gu;

/** Small words that belong to names of bodies. */
const nameWords = new Set(
  (
    'ủy uỷ ban nhân dân hội đồng chủ tịch phó thường trực tỉnh huyện quận thành phố thị xã trấn phường vụ chấp hành đảng bộ trưởng giám đốc sở công an và - – ' +
    'công ty tổng toàn giao đoàn lao tế dục tạo động thao lịch nghiệp trường nghệ chính tư quốc phủ tướng mặt trận tổ vận khen thưởng chỉ đạo đoàn binh hóa hoá thông tin khoa học nước các'
  ).split(' '),
);

const acts =
  /^(?:\s\([^()]{2,30}\))?,?\s(?:(?:đã|vừa|chính thức|cũng|mới) ){0,2}(?:ban hành|ký|phát động|tổ chức phát động|yêu cầu|có (?:văn bản|công văn|kế hoạch|chỉ thị|công điện)|ra (?:quyết định|chỉ thị)|xây dựng (?:[kK]ế hoạch|[cC]hương trình|[đĐ]ề án)|phê duyệt|thông qua|đề nghị|giao(?! thông| dịch| ước)|quyết định|kêu gọi)(?!\p{L})/u;

/** A kind of body is none without its name; "dự toán Quốc hội giao", "được Bộ Tài chính giao" speak of what was given. */
const kindAlone = /^(?:Bộ|Sở|Trường|Bệnh viện|Cục|Tổng cục|Công an)$/u;
const inPassing = /(?:^|\s)(?:dự toán|chỉ tiêu|kế hoạch|mục tiêu|kinh phí|vốn|được)\s$/iu;

const longestName = 16;

/** Bodies and offices that issue or order something in a text, in order, as written; `[]` when none does. */
export function actingBodies(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(opening)) {
    const end = nameEnd(text, match.index + match[0].length);
    const name = text.slice(match.index, end);
    const isNamed = !kindAlone.test(name) && !inPassing.test(text.slice(Math.max(0, match.index - 24), match.index));
    if (isNamed && acts.test(text.slice(end, end + 60))) found.push(name);
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
