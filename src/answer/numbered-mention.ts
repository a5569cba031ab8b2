import type { DirectiveType } from '../domain/directive.ts';

/** A document pointed at by its kind and bare number, with where that stands. */
export type NumberedMention = { type: DirectiveType; number: string; start: number; end: number };

/** Kinds and their symbols (Nghị định 30/2020/NĐ-CP, Phụ lục III), folded. */
const kinds: readonly (readonly [DirectiveType, string])[] = [
  ['nghị quyết', 'nghi quyet|nq'],
  ['quyết định', 'quyet dinh|qd'],
  ['chỉ thị', 'chi thi|ct'],
  ['kế hoạch', 'ke hoach|kh'],
  ['chương trình', 'chuong trinh|ctr'],
  ['hướng dẫn', 'huong dan|hd'],
  ['thông báo', 'thong bao|tb'],
  ['thông tư', 'thong tu|tt'],
  ['nghị định', 'nghi dinh|nd'],
  ['kết luận', 'ket luan|kl'],
  ['công văn', 'cong van|cv'],
  ['công điện', 'cong dien|cd'],
  ['tờ trình', 'to trinh|ttr'],
  ['phương án', 'phuong an|pa'],
  ['đề án', 'de an|da'],
];

const units =
  'xa|phuong|ho(?! tro)|nguoi|truong|lop|ty(?! le)|ti(?! le)|trieu|nghin|ngan|dong|nam(?! (?:19|20)\\d\\d(?! ?[-–]))|thang(?! \\d)|ngay(?! \\d)|quy(?! dinh)|tuan|huyen|tinh|ha|km|tan|doanh|lao|can|cong trinh|du an|nhiem|chi tieu|muc|phan|diem|dot|lan|tieu chi|van|giuong|co so|thon|ban(?! hanh)|to';
const names = kinds.map(([, each]) => each).join('|');
/** Behind "số" any number is meant; without it not an amount, not the beginning of another figure. */
const pattern = new RegExp(
  `(?<![a-z/])(${names})(?: ?(so)(?: hieu)?[ :]{0,2}(\\d{1,5})|[ :]?(\\d{1,5})(?! ?(?:${units})(?![a-z])))(?![\\d%/]|[.,]\\d| ?-[a-z\\d])`,
  'g',
);

/** "kế hoạch số 15", "KH 15", "kh15"; null for none: not a year ("kế hoạch 2025"), not an amount ("kế hoạch 15 xã"). */
export function findNumberedMention(folded: string): NumberedMention | null {
  for (const match of folded.matchAll(pattern)) {
    const [whole, name = '', so, told, bare = ''] = match;
    const number = told ?? bare;
    const isYear = so === undefined && /^(?:19|20)\d\d$/.test(number);
    const type = kinds.find(([, each]) => each.split('|').includes(name))?.[0];
    if (type === undefined || isYear) continue;
    return { type, number, start: match.index, end: match.index + whole.length };
  }
  return null;
}
