import { fold } from '../../vietnamese/fold.ts';

/** What a section of a directive speaks of. `idle`: money, awards, references, where numbers are no goals. */
export type SectionKind = 'goal' | 'task' | 'result' | 'idle' | 'plain';

const told =
  /ket qua (?:thuc hien|dat duoc|noi bat|chu yeu|cong tac|phat trien|nam|hoat dong)|tinh hinh (?:thuc hien|phat trien|kinh te|chung|nam|hien nay)|danh gia (?:ket qua|tinh hinh|viec|chung|giai doan|thuc hien|\d|nam nam|nhiem ky|su lanh dao)|(?:tan thanh|nhat tri|thong nhat)[^.]{0,40} danh gia|(?:dat|gianh|thu) (?:duoc )?(?:nhieu |nhung |mot so |cac )?(?:ket qua|thanh (?:tuu|tich|qua)) (?:quan|noi|tich|dang|kha|to|rat|toan|nhat|tren|tot|buoc)/;
const ahead =
  /phuong huong|muc tieu|chi tieu|ke hoach nam|nhiem vu[^,;]{0,60}(?:nam 20|thoi gian toi|giai doan|trong tam)/;
const bothParts = /(?<=^| )va (?:phuong|muc|nhiem|ke)|;|phuong huong/;

/** In this order; the weak words of tasks ("công tác") only where no heading above says more. */
const kinds: readonly [SectionKind, RegExp][] = [
  ['goal', /muc tieu|chi tieu|phuong huong|phan dau|dinh huong|tam nhin|noi dung thi dua|quan diem/],
  [
    'result',
    /ket qua(?! (?:hoc tap|ren luyen|giao duc)(?![a-z]))|tinh hinh|(?<![a-z])du bao(?! khi)|kien nghi|de nghi|thuc trang|hien trang|danh gia|han che|ton tai|boi canh|su can thiet|nguyen nhan|thanh tich|uu diem|khuyet diem|dac diem|thanh tuu|bai hoc/,
  ],
  [
    'idle',
    /kinh phi|nguon von|nhu cau von|khen thuong|tieu chuan|co cau giai|can cu|dinh muc(?! tieu)|muc chi|muc ho tro|noi nhan|ho so|doi tuong|pham vi|du toan(?! thu)|che do (?!an(?![a-z])|dinh duong)|nguyen tac|binh xet|quy dinh|^(?:\W*|[ivx\d.]+ )thoi gian(?! toi)|giai thuong/,
  ],
  ['task', /nhiem vu|giai phap|to chuc thuc hien/],
];
const money = /kinh phi|nguon von|nhu cau von|khen thuong|noi nhan|muc chi|muc ho tro|giai thuong|to chuc thuc hien/;
/** A heading that is nothing but a body opens what that body has to do. */
const body =
  /^[\W\divx]*(?:cac )?(?:bo|so|ubnd|uy ban|cong an|phong|chi cuc|thue|van phong|bao hiem|kho bac|ngan hang|hoi|mat tran|don vi|dia phuong|truong) [^,.;]{2,90}$/;
const weakTask = /noi dung|yeu cau|hoat dong|cong tac|to chuc|trien khai|thuc hien|ke hoach|chuong trinh/;

/** The kind of section a heading path tells, the innermost telling heading first; `plain` when none tells. */
export function sectionKind(heading: readonly string[]): SectionKind {
  const lines = heading.toReversed().map((line) => fold(line));
  const inner = lines.map(kindOfLine).find((kind) => kind !== null) ?? null;
  if (inner === 'goal') return 'goal';
  // Amid goals a field may be named by a word of money or rules ("Về đối tượng bảo hiểm"); only money and awards themselves end them.
  if (inner === 'idle' && !lines.some((line) => money.test(line)) && lines.some((line) => kindOfLine(line) === 'goal'))
    return 'goal';
  // What was achieved stays so under headings of fields and tasks.
  if (lines.some((line) => told.test(line) && !ahead.test(line))) return 'result';
  return (
    inner ?? (lines.some((line) => (weakTask.test(line) || body.test(line)) && !told.test(line)) ? 'task' : 'plain')
  );
}

/** Whether an opening sentence says that the paragraph tells what was achieved. */
export const opensResults = (folded: string): boolean => told.test(folded) && !ahead.test(folded);

/** What one heading says; a title of both halves ("kết quả … và phương hướng …") says nothing. */
function kindOfLine(line: string): SectionKind | null {
  if (told.test(line)) return ahead.test(line) && bothParts.test(line) ? null : 'result';
  return kinds.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}
