import { dutyVerb } from './duty-words.ts';

/** Words of offices and groups that stand before a body's name. */
const office =
  'các|những|từng|mỗi|toàn thể|tất cả|thủ trưởng|lãnh đạo|người đứng đầu|giám đốc|phó giám đốc|chủ tịch|phó chủ tịch|trưởng|bí thư|hiệu trưởng|chánh|bộ trưởng|đồng chí|ông|bà';
/** Nouns of bodies. "tổ chức" and "báo cáo" are none where they open work or papers. */
const body =
  'cấp (?:tỉnh|huyện|xã|cơ sở|[uủ][yỷ])|sở|ban(?! hành)|ngành|ubnd|[uủ][yỷ] ban|phòng|đơn vị|cơ quan|địa phương|trường(?! hợp)|cục|tổng cục|vụ|bộ(?! (?:chỉ số|tiêu chí|mặt|phận tài liệu))|văn phòng|trung tâm|công an|quân đội|hội(?! nghị| thảo| thi)|đoàn|chi đoàn|công đoàn|' +
  'liên đoàn|mặt trận|mttq|cụm|khối|giám đốc|chủ tịch|thủ tướng|chính phủ|quốc hội|khoa|trạm|thôn|tổ (?:dân phố|chuyên môn|công tác|giúp việc|trưởng|thẩm định)|khu dân cư|xã|phường|huyện|quận|thị xã|thành phố|' +
  'doanh nghiệp|hội đồng|hđnd|thường trực|ban thường vụ|thành viên|kho bạc|chi cục|đài|báo(?! cáo)|đảng [uủ][yỷ]|tỉnh [uủ][yỷ]|thành [uủ][yỷ]|huyện [uủ][yỷ]|cấp [uủ][yỷ]|chi bộ|đảng bộ|bệnh viện|bảo hiểm|ngân hàng|hạt|' +
  'cán bộ|công chức|viên chức|giáo viên|học sinh|nhân viên|đảng viên|viện|tòa án|toà án|bộ chỉ huy|đồn|thanh tra|nhà trường|cơ sở(?! dữ liệu| vật chất)|chủ đầu tư|chủ rừng|nhà thầu|kiểm toán|thuế|tập đoàn|tổng công ty|công ty|' +
  'bộ phận|hợp tác xã|htx|ttyt|cdc|kbnn|bhxh|lđlđ|ubkt|ubmttq|tand|vksnd|bqlda|bql|bcđ|quỹ|cá nhân|lực lượng|[uủ][yỷ] viên|chuyên viên|bí thư|phó bí thư|trưởng đoàn|bch|btv|bgh|đại biểu|hiệu trưởng|tổ chức (?:chính trị|xã hội|đảng|đoàn|kinh tế|cá nhân)|nhà văn hóa|người đứng đầu|người dân|hộ|lớp|cổng thông tin';
const bodyStart = new RegExp(`^(?:(?:${office})\\s){0,4}(?:${body})(?!\\p{L})`, 'iu');
const groupStart = /^(?:các|những|toàn thể|mỗi|từng)\s(?:tổ chức|tổ|cấp|đoàn thể|phòng|ban)(?!\p{L})/iu;

const lead =
  /^(?:(?:Giao|Đề nghị|Kính đề nghị|Yêu cầu|Phân công|Riêng|Đối với|Kính gửi:?|Đồng thời,?|Trước mắt,?|Theo đó,?|giao|đề nghị|yêu cầu|riêng)\s)+/u;
const longestName = 320;

/** Whether a text opens with a body or the people of one. */
export function opensWithBody(text: string): boolean {
  const own = text.replace(lead, '').slice(0, 90);
  return bodyStart.test(own) || groupStart.test(own);
}

/** A body that a clause opens with, and where what it has to do begins in the clause. */
export type Actor = { name: string; end: number };

/** "UBND tỉnh yêu cầu các sở …": whom a body orders has to act. */
const orders = /^[^,.;:]{2,90}?(?<!được|[Bb]an)\s(?:yêu cầu|đề nghị|chỉ đạo|giao(?! ước| lưu| thông| dịch| ban))\s/u;

/** "Thủ tướng Chính phủ yêu cầu hoàn thành …": who asks is not who has to act. */
const asksNobody =
  /^(?:Thủ tướng|Chính phủ|Bộ trưởng|Chủ tịch|Phó Chủ tịch|UBND|Ủy ban|Uỷ ban|Thường trực|Ban Thường vụ)[^,.;:]{0,60}?\syêu cầu\s/u;

const namesBehind =
  /^(?:các|những)\s(?:sở|bộ|ban|phòng|huyện|xã|phường|thành phố)(?:,? [^:,]{2,20}){0,2}:\s\p{Lu}[^:;]{1,40}[,;]/iu;

/** Who has to act, when a clause opens with it; null when it opens with the duty itself. */
export function actorOf(clause: string): Actor | null {
  const skipped = lead.exec(clause)?.[0].length ?? 0;
  const own = clause.slice(skipped);
  if (!opensWithBody(own)) return null;
  const ordered = orders.exec(own)?.[0].length;
  if (ordered !== undefined && opensWithBody(own.slice(ordered))) {
    const actor = actorOf(own.slice(ordered));
    return actor === null ? null : { name: actor.name, end: skipped + ordered + actor.end };
  }
  if (asksNobody.test(own)) return null;
  const compound =
    /^(?:các )?(?:đoàn|tổ|cơ quan|ban|hội đồng|[uủ][yỷ] ban) (?:kiểm tra|thanh tra|giám sát|thẩm định|công tác|tổ chức|nghiệm thu|đánh giá|tuyển dụng|xét tuyển|tư vấn|chấm thi)(?!\p{L})|^(?:mỗi|từng|các) tổ chức(?!\p{L})/iu.exec(
      own,
    )?.[0].length ?? 0;
  const verb = dutyVerb.exec(`${' '.repeat(compound)}${own.slice(compound, longestName + 40)}`);
  const known = department.exec(own)?.[0].length;
  // "Các Sở: Nội vụ, Tài chính gửi …" names them behind the colon.
  const colon = namesBehind.test(own) ? -1 : own.slice(0, longestName).indexOf(': ');
  const end = Math.min(known ?? verb?.index ?? 0, colon < 2 ? Number.POSITIVE_INFINITY : colon);
  if (end < 2 || end > longestName) return null;
  return { name: tidy(own.slice(0, end)), end: skipped + end };
}

/** Branches of government after which departments are named; a name that ends with one ends there whatever verb follows. */
const branches =
  'Xây dựng|Nội vụ|Tài chính(?: - Kế hoạch)?|Tư pháp|Y tế|Công Thương|Giao thông [vV]ận tải|Nông nghiệp và Môi trường|Nông nghiệp và Phát triển nông thôn|Nông nghiệp và PTNT|Khoa học và Công nghệ|' +
  'Thông tin và Truyền thông|Tài nguyên và Môi trường|Văn h[óo][aá], Thể thao và Du lịch|Văn h[óo][aá] và Thể thao|Văn h[óo][aá] - Thông tin|Du lịch|Lao động - Thương binh và Xã hội|Giáo dục và Đào tạo|' +
  'Kế hoạch tổng hợp|Kế hoạch và Đầu tư|Ngoại vụ|Dân tộc và Tôn giáo|Quy hoạch - Kiến trúc|Kinh tế(?: - Hạ tầng)?';
const department = new RegExp(
  `^(?:Sở|Bộ|Phòng)\\s(?:${branches})(?:\\s(?:tỉnh|thành phố|huyện|quận))?(?!\\p{L})(?!\\s?(?:,|-|–|và)\\s)`,
  'u',
);

const asking =
  /(?:yêu cầu|đề nghị|giao|hướng dẫn|quy định cho|kính gửi:?)\s((?:các|thủ trưởng|giám đốc|chủ tịch|ủy ban|uỷ ban|ubnd|sở|ban|phòng|đơn vị|cơ quan|toàn thể|hội|đoàn|công đoàn|liên đoàn|cấp [uủ][yỷ]|đảng [uủ][yỷ]|chi bộ|trường|hội đồng)(?!\p{L})[^.:]{3,300}?)(?=\s(?:nghiêm túc|khẩn trương|tổ chức triển khai|tổ chức thực hiện|triển khai|thực hiện|tập trung|căn cứ|phối hợp|chỉ đạo|quan tâm|báo cáo|gửi|rà soát|xây dựng|hoàn thành|tăng cường|chủ động|chủ trì|theo chức năng|tiến hành|đẩy mạnh|đôn đốc)(?!\p{L}))/iu;

/** Whom a sentence asks ("Chủ tịch UBND tỉnh yêu cầu thủ trưởng các sở … nghiêm túc thực hiện"); null when it asks nobody. */
export function askedBodies(text: string): string | null {
  const match = asking.exec(text.slice(0, 1200));
  return match?.[1] === undefined ? null : tidy(match[1]);
}

function tidy(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .replace(/(?<![\s,:;–-])[\s,:;–-]+$/, '')
    .replace(/\s(?:có|được|phải|cần|và|thì|đã|sẽ|tự|cũng|đều)$/u, '')
    .trim();
}
