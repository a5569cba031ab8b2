import { fold } from '../vietnamese/fold.ts';

const dutyAsked =
  /(?<![a-z])(?:lam (?:gi|nhung gi|nhu the nao)|nhiem vu (?:gi|nao|ra sao|cu the)|(?:nhung|cac) nhiem vu|viec gi|nhung viec|trach nhiem (?:gi|nao|ra sao)|giao (?:gi|nhung gi|viec gi))(?![a-z])/;
const surelyOffice =
  'so|cong an|ubnd|uy ban nhan dan|van phong|bo chi huy|mat tran|lien doan|chi cuc|trung tam|thanh tra|bao hiem xa hoi|kho bac|ngan hang|benh vien';
/** Other words too: only where a question begins with one, or behind "giao". */
const maybeOffice = 'ban|phong|hoi|bo|cuc|vu|truong|doan';
const goesOn =
  '(?= (?:phai|duoc|co|lam|can|chiu|trong|theo|o|tai(?! (?:chinh|nguyen|san)(?![a-z]))|nam|tinh|thanh pho|huyen|thi|se|nhan|thuc hien|nhiem vu|viec|trach nhiem)(?![a-z])| {3}|[?.;:]|$)';
const office = new RegExp(
  `(?<![a-z])((?:(?:${surelyOffice})|(?:^|(?<=giao (?:cho )?))(?:${maybeOffice})) [a-z, &-]{2,60}?)${goesOn}`,
);

/** The organisation whose duties a question asks for ("Sở Tài chính phải làm gì?"), as typed; null when it asks for no one's. */
export function askedOffice(text: string): string | null {
  const folded = fold(text);
  if (!dutyAsked.test(folded)) return null;
  const found = office.exec(folded);
  return found?.[1] === undefined ? null : text.slice(found.index, found.index + found[1].length).trim();
}
