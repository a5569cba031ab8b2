import { dutyVerb } from './duty-words.ts';

const preposition = '(?:về|cho|với|đến|tới|lên|thêm)';
const head =
  '(?:các|UBND|[UỦ][yỷ] ban|Sở|Bộ|Ban|Phòng|Văn phòng|Chủ tịch|Phó Chủ tịch|Thủ tướng|Chính phủ|Quốc hội|Tỉnh [uủ][yỷ]|Thành [uủ][yỷ]|Huyện [uủ][yỷ]|Thị [uủ][yỷ]|Đảng [uủ][yỷ]|Hội đồng|HĐND|Thường trực|Thường vụ|Liên đoàn|Công an|Cục|' +
  'Tổng cục|Chi cục|Vụ|Trung tâm|Giám đốc|Phó Giám đốc|Hiệu trưởng|Phó Hiệu trưởng|Bộ trưởng|Hạt|Kho bạc|Hội(?! nghị| thảo| thi| trường)|Đoàn|[Cc]hủ đầu tư|[Bb]ộ phận|LĐLĐ|BHXH|Bảo hiểm|[Cc]ơ quan|Mặt trận|Thanh tra|Bệnh viện|Trường|Tổ|Bí thư|[Ll]ãnh đạo|Trưởng|cấp trên|BCĐ|BTV|Kiểm toán|Viện|Tòa án|Ngân hàng|Tổng|Huyện đoàn|Tỉnh đoàn|Thành đoàn|TTYT|CDC|KBNN|UBKT|UBMTTQ|MTTQ|HTX|BQLDA|Công ty|Tập đoàn|Đài)';
const led = new RegExp(`^[^;.]{0,140}?(?<!\\p{L})${preposition} (?=${head}(?!\\p{L}))`, 'u');
const direct = new RegExp(
  `^(?: kết quả| định kỳ| ngay| kịp thời| thêm| trực tiếp)?(?: (?:${preposition}|tại))? (?=${head}(?!\\p{L}))`,
  'u',
);
const atHead = new RegExp(`^${head}(?!\\p{L})`, 'u');

/** Small words with which the sentence goes on behind a body's name. */
const goesOn =
  /^(?:0?[69] tháng|sáu tháng|trước|lúc|chậm nhất|muộn nhất|ít nhất|tối thiểu|không|theo|để|định kỳ|hằng|hàng|vào|khi|kết quả|tình hình|phương án|về|qua|đúng|tại|trong|xem|nhằm|làm|gồm|danh sách|tiến độ|kịp thời|ngay|đồng thời|sau|từ|đến|xong|bằng|lần|năm|thông qua|thông báo|bản|hồ sơ|biểu|file|dự thảo|dự án|những|việc|số|tổng hợp|thường xuyên|là|có|được|phải|cần|cùng|như|đăng ký|kế hoạch|nội dung|hướng dẫn|báo cáo|gửi|lấy|các nội dung|các báo cáo|mỗi|một|chi tiết|đề xuất|tham mưu|theo dõi|chỉ đạo|thực hiện|bố trí|kiện toàn|tổ chức(?! (?:đảng|đoàn|chính trị|xã hội|cơ sở|công đoàn))|xây dựng|sơ kết|tổng kết|triển khai|văn bản|công văn|ý kiến|kèm|ban hành|phê duyệt|xem xét|quyết định|cho ý kiến|cho chủ trương|thẩm định|công nhận|bổ sung|điều chỉnh|ký|hạn|thời hạn|Nghị định|Nghị quyết|Quyết định|Đề án|Tờ trình|Dự thảo)(?!\p{L})/u;
const placeNoun =
  /^(?:thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu|đoàn thể|ngành|đơn vị|địa phương)(?!\p{L})/u;

/** To whom something is sent: the body named behind the verb or its preposition, "(qua …)" and further bodies included; '' for none. */
export function receiverAfter(text: string): string {
  const cut = text.slice(0, 240).split(/(?<!\p{L})(?:để|nhằm|làm cơ sở)(?!\p{L})/u)[0] ?? '';
  const opening = direct.exec(cut) ?? led.exec(cut);
  return opening === null ? '' : bodyNames(cut.slice(opening[0].length));
}

/** The names at the beginning of a text: one body, or several joined by commas and "và". */
function bodyNames(text: string): string {
  let end = 0;
  for (const word of text.matchAll(/\S+/g)) {
    const rest = text.slice(word.index);
    if (word[0].startsWith('(')) {
      const through = /^\((?:thông )?qua [^()]{2,90}\)/.exec(rest);
      if (through !== null) end = word.index + through[0].length;
      break;
    }
    const isJoin = word[0] === 'và' || text.slice(0, word.index).trimEnd().endsWith(',');
    const next = word[0] === 'và' ? rest.slice(3) : rest;
    if (end > 0 && isJoin && !atHead.test(next) && !placeNoun.test(next) && !isInName(text, word.index)) break;
    if (end > 0 && goesOn.test(rest) && !/Quản lý\s$/u.test(text.slice(0, word.index))) break;
    if (end > 0 && isWork(text, word.index)) break;
    end = word.index + word[0].length;
    if (/[:;.)]$/.test(word[0])) break;
  }
  return text
    .slice(0, end)
    .replace(/(?<![\s,:;./])[\s,:;./]+$/, '')
    .replace(/\s(?:và|các|-|–)$/u, '')
    .trim();
}

/** "Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch": a comma or "và" between capitalised parts of one name. */
function isInName(text: string, at: number): boolean {
  const before = text.slice(0, at).trimEnd();
  const next = /^(?:và )?(\p{Lu}\p{L}+)/u.exec(text.slice(at));
  if (/\p{Lu}{3}$/u.test(before) && /^và \p{Lu}{3}/u.test(text.slice(at))) return true;
  return next !== null && /(?:Sở|Bộ|Phòng|Ban|Vụ|[Cc]ục|Trung tâm)\s[^;]{2,60}$/u.test(before);
}

/** "UBND tỉnh phân bổ …": what the body named has to do; a word of the name in "Đoàn kiểm tra", "Hội đồng thẩm định". */
const isWork = (text: string, at: number): boolean =>
  dutyVerb.exec(text.slice(at, at + 40))?.index === 0 &&
  !/(?:Đoàn|Tổ|Ban|Hội đồng|[Cc]ơ quan|[Bb]ộ phận|Phòng|Cục|Vụ|Tổng|và)\s$/u.test(text.slice(0, at));
