import { fold } from '../vietnamese/fold.ts';

/** What is asked of a document's place among others: whether it counts, what was done to it, what it does to others, or what it rests on. */
export type AskedRelation = 'validity' | 'done_to_it' | 'done_by_it' | 'basis';

const change = '(?:thay the|dieu chinh|sua doi|bo sung|bai bo|huy bo)';
const some =
  '(?:van ban|quyet dinh|ke hoach|nghi quyet|chi thi|thong tu|nghi dinh|cai|luat)(?: nao| gi)|nhung gi|cai gi';
const asking = '(?: nao| gi| chua| khong| ko|\\s*\\?|$)';

const patterns: readonly (readonly [AskedRelation, RegExp])[] = [
  [
    'basis',
    new RegExp(
      `can cu (?:ban hanh|vao|phap ly|theo|la|gi|${some})|dua (?:tren|vao) (?:${some})|(?:thuc hien|trien khai|cu the hoa) (?:theo )?(?:${some})`,
    ),
  ],
  ['done_by_it', new RegExp(`${change}(?: cho)? (?:${some}|van ban cu nao)`)],
  [
    'done_to_it',
    new RegExp(
      `(?:${some})(?: da| nao| se)* ${change}|(?:bi|duoc|da|co)(?: bi| duoc)? ${change}(?: boi| bang| tai| o| theo)?(?: ${some})?${asking}|ai ${change}|${change} (?:boi|bang|tai) (?:${some})`,
    ),
  ],
  [
    'validity',
    /(?:con|het|co|dang) (?:co )?(?:hieu luc|ap dung)(?: thi hanh)?(?: (?:khong|chua|ko|k|khi nao|bao gio|tu|den|ke tu|ngay|thi hanh|nua)|\s*\?|$)|hieu luc (?:tu|den|khi|bao gio|ngay|thi hanh|the nao)/,
  ],
];

/** Reads what a question asks of a document's relations to others; null when it asks for something else. */
export function readRelationQuestion(text: string): AskedRelation | null {
  const folded = fold(text).replace(/\s+/g, ' ').trim();
  if (/chi tieu|muc tieu|ty le|ti le|bao nhieu|may %|(?<![a-z])han(?![a-z])/.test(folded)) return null;
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
