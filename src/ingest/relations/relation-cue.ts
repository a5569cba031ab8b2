import type { RelationKind } from '../../domain/relation.ts';

/** Where a sentence stands: the title, the first paragraphs, or anywhere else; later: behind another document that it names. */
export type SentencePlace = 'title' | 'opening' | 'body' | 'later';

/** What the words in front of a document's name say of it: the kind of relation, and where its object begins. */
export type RelationCue = { kind: RelationKind; objectAt: number };

const verbs: readonly (readonly [RelationKind, string])[] = [
  ['replaces', 'thay the(?: cho)?|thay cho'],
  ['repeals', 'bai bo|huy bo|cham dut hieu luc(?: thi hanh)?(?: cua| doi voi)?'],
  ['amends', 'sua doi|bo sung|dieu chinh|dinh chinh|gia han|keo dai'],
  ['implements', 'thuc hien|trien khai|cu the hoa|quan triet'],
];
const verb = new RegExp(`(?<![a-z])(?:${verbs.map(([, pattern]) => `(${pattern})`).join('|')})(?![a-z])`, 'g');

const own =
  '(?:nghi quyet|quyet dinh|ke hoach|chi thi|van ban|thong tu|nghi dinh|luat|quy dinh|quy che|chuong trinh|huong dan|de an|cong van|thong bao) nay';
const marker = '(?:(?:dieu|khoan|muc|phan) [\\divxlc]{1,5}|\\d{1,3}|[a-z])[.:)]|[-+*•–]';
/** Who acts must be the document itself: its own name, nobody (an order), or the body that issues it; never another document. */
const ownSubject = new RegExp(
  `^[^a-z\\d]{0,4}(?:(?:${marker})\\s{0,3}){0,3}(?:${own}(?![a-z]).{0,240})?[\\s,;:]{0,3}(?:(?:va|dong thoi|se|de|nham|ve viec|ve|nay|quyet nghi|quyet dinh|v/v)[\\s,;:]{0,3}){0,4}$`,
);
const bodySubject =
  /(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|chu tich|thu tuong|chinh phu|(?<![a-z])so|(?<![a-z])bo|ban)(?![a-z])[^.;]{0,120}$/;
const passive = /(?:duoc|bi|da|da duoc|da bi)\s$/;
const joined = /^[^a-z]{0,3}(?:(?:va|dong thoi|,|;)\s{0,2}){1,3}$/;
const rest =
  /(?:noi dung|chi tieu|nhiem vu|dieu khoan|quy dinh)[^.;]{0,60} (?:khac|con lai)[^.;]{0,100}(?:giu nguyen|khong (?:thay doi|dieu chinh|sua doi)|thuc hien theo|van (?:thuc hien|co hieu luc)|tiep tuc)/;

/** The relation that `lead`, the folded text in front of a document's name, makes to it; null for none. */
export function relationCue(lead: string, place: SentencePlace): RelationCue | null {
  if (rest.test(lead)) return { kind: 'amends', objectAt: lead.length };
  const first = firstVerb(lead, place);
  if (first === null) return null;
  // "sửa đổi, bổ sung, thay thế": verbs in a row act together; the last says where the object begins.
  let last = first;
  for (const match of lead.slice(first.end).matchAll(verb)) {
    const at = first.end + match.index;
    if (!/^[\s,]{0,3}(?:va\s|hoac\s)?$/.test(lead.slice(last.end, at))) break;
    last = { kind: kindOf(match), start: at, end: at + match[0].length };
  }
  const isReworded = /cum tu|bang (?:cum tu|noi dung|phu luc)/.test(lead.slice(last.end));
  const kind = first.kind === 'amends' || isReworded ? 'amends' : first.kind;
  if (kind === 'implements' && place !== 'title' && place !== 'opening') return null;
  return { kind, objectAt: last.end };
}

type FoundVerb = { kind: RelationKind; start: number; end: number };

function firstVerb(lead: string, place: SentencePlace): FoundVerb | null {
  for (const match of lead.matchAll(verb)) {
    const before = lead.slice(0, match.index);
    if (passive.test(before)) continue;
    const isOurs = place === 'later' ? joined.test(before) : actsItself(before, place);
    if (!isOurs) continue;
    return { kind: kindOf(match), start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** Nothing stands before the verb but the document itself, or the body that issues it. */
const actsItself = (before: string, place: SentencePlace): boolean =>
  place === 'title' || ownSubject.test(before) || (place === 'opening' && bodySubject.test(before));

const kindOf = (match: RegExpMatchArray): RelationKind =>
  verbs[verbs.findIndex((_, at) => match[at + 1] !== undefined)]?.[0] ?? 'amends';

const told = new RegExp(
  `^[^a-z]{0,3}[^.;]{0,60}?(?<![a-z])(?:duoc|bi) (?:${verbs
    .slice(0, 3)
    .map(([, pattern]) => `(${pattern})`)
    .join(
      '|',
    )})(?:,? (?:va )?(?:sua doi|bo sung|dieu chinh))* (?:(?:bang|boi|theo) ${own}|nhu sau|thanh (?:truoc |den )|den het )`,
);

/** "Kế hoạch số 31/KH-UBND được thay thế bằng Kế hoạch này", "… được điều chỉnh thành trước ngày 20/12": by the folded text behind the only document named. */
export function passiveCue(behind: string): RelationKind | null {
  const match = told.exec(behind.slice(0, 200));
  return match === null ? null : kindOf(match);
}
