import type { Comparator } from '../domain/target.ts';

/** A comparator as found: where its words start and end in the text. */
export type FoundComparator = { comparator: Comparator; start: number; end: number };

/** Folded words that stand before a number, longest meaning first. "từ" alone says nothing until "trở lên" follows or a range. */
const beforeTable: readonly (readonly [Comparator, string])[] = [
  [
    '>=',
    'khong (?:thap|it|nho|kem)(?: hon)?|khong duoi|toi thieu|it nhat|dat va vuot|thap nhat|≥|>=|> =|⩾|lon hon hoac bang',
  ],
  [
    '<=',
    'khong (?:qua|§ua|vuot qua|vuot|cao hon|lon hon|nhieu hon|tren)|trong vong|toi [d§]a|nhieu nhat|≤|<=|< =|⩽|nho hon hoac bang',
  ],
  ['<', '(?:khoang )?duoi|thap hon|nho hon|it hon|<'],
  ['>', '(?:vao )?(?:khoang|gan) tren|[tl]re[nbm]|cao hon|lon hon|nhieu hon|hon|>'],
  ['~', '(?:vao |uoc )?khoang|xap xi|gan bang|gan|~|≈|tam khoang'],
];

/** Words that may stand between a comparator and its number ("ít nhất là 50%", "trên mức 5%", "tối thiểu đạt từ 80%"). */
const between = '(?:(?:la|dat|o muc|muc|tu|khoang|duoc|co|con|cua|moi nam) ){0,3}';

const beforePatterns = beforeTable.map(([comparator, words]) => ({
  comparator,
  pattern: new RegExp(`(?<![a-z0-9§])(?:${words}) {0,2}${between}$`),
}));

const from = /(?<![a-z0-9§])tu {1,2}(?:muc |khoang )?$/;
const upwards = / {0,2}(?:\([^()]{0,40}\) {0,2})?tr[oe] [ln]en(?![a-z0-9])/y;
const downwards = / {0,2}tro xuong(?![a-z0-9])/y;

/** The longest stretch before a number that a comparator with its small words can take. */
const reach = 44;

/** The comparator whose words end right before `at` in folded text (see `quantityText`); null when there is none. */
export function comparatorBefore(folded: string, at: number): FoundComparator | null {
  const head = folded.slice(Math.max(0, at - reach), at);
  if (head.trim() === '') return null;
  for (const { comparator, pattern } of beforePatterns) {
    const match = pattern.exec(head);
    if (match !== null) return { comparator, start: at - head.length + match.index, end: at };
  }
  return null;
}

/** "không để … quá 8%", "không còn xã dưới 9 tiêu chí": what must not be turns a bound around. */
const denied = /(?<![a-z§])khong (?:de|con|co|phat sinh|xay ra|de xay ra|cho)(?![a-z])[^,;.:]{0,80}$/;
const beyond = /(?<![a-z])(?:vuot )?qua $/;
const turned: Partial<Record<Comparator, Comparator>> = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' };

/** The comparator turned around where the words before deny the thing; null when they do not. */
export function deniedBefore(folded: string, at: number, comparator: Comparator): FoundComparator | null {
  const head = folded.slice(Math.max(0, at - 120), at);
  if (!denied.test(head)) return null;
  const over = beyond.exec(head);
  if (comparator === '=' && over !== null) return { comparator: '<=', start: at - head.length + over.index, end: at };
  const other = turned[comparator];
  return other === undefined ? null : { comparator: other, start: at, end: at };
}

/** Where "từ" starts when it stands right before `at` ("từ 4% trở lên", "từ 1,5 đến 2%"); null otherwise. */
export function fromBefore(folded: string, at: number): number | null {
  const head = folded.slice(Math.max(0, at - 16), at);
  const match = from.exec(head);
  return match === null ? null : at - head.length + match.index;
}

/** "trở lên" (≥) or "trở xuống" (≤) right after `at` in folded text; null when neither stands there. */
export function comparatorAfter(folded: string, at: number): FoundComparator | null {
  upwards.lastIndex = at;
  if (upwards.test(folded)) return { comparator: '>=', start: at, end: upwards.lastIndex };
  downwards.lastIndex = at;
  if (downwards.test(folded)) return { comparator: '<=', start: at, end: downwards.lastIndex };
  return null;
}
