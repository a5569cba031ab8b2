import { fold } from './fold.ts';

/** Kinds of units that a text names all together ("các sở, ban, ngành; UBND các xã, phường"), by how the name of one of them begins. */
const kinds: readonly (readonly [together: RegExp, one: RegExp])[] = [
  [/\bcac so\b|\bcac ban, so\b|\bso, ban, nganh\b|\bso, nganh\b/, /^so /],
  [/\bban, nganh\b|\bcac ban\b|\bcac nganh\b/, /^(?:ban|bao hiem|cuc|kho bac|cong an|thanh tra) /],
  [/\bcac phong\b|\bphong, ban\b/, /^phong /],
  [
    /\b(?:cac )?xa, phuong\b|\bcac xa\b|\bcap xa\b|\bcac phuong\b/,
    /^(?:ubnd |uy ban nhan dan )?(?:xa|phuong|thi tran|dac khu) /,
  ],
  [
    /\bcac huyen\b|\bcap huyen\b|\bhuyen, (?:thi xa|thanh pho|quan)\b/,
    /^(?:ubnd |uy ban nhan dan )?(?:huyen|quan|thi xa|thanh pho) /,
  ],
  [/\bcac truong\b|\bco so giao duc\b/, /^truong /],
  [/\bcac benh vien\b|\bco so y te\b/, /^(?:benh vien|trung tam y te|tram y te) /],
];
const everybody = /\bcac (?:don vi|co quan|to chuc)\b|\btoan the\b/;

/** The form in which units are compared and stored: folded, single blanks. */
export function unitKey(name: string): string {
  return fold(name.normalize('NFC')).replace(/\s+/g, ' ').trim();
}

/**
 * Whether those who have to act ("các sở, ban, ngành; UBND các xã, phường") include a unit ("Sở Tài chính"), by name or by kind.
 * False when nobody is named.
 */
export function coversUnit(who: string, unit: string): boolean {
  const named = unitKey(who);
  const key = unitKey(unit);
  if (named === '' || key === '') return false;
  if (` ${named.replace(/[^\p{L}\d]+/gu, ' ')} `.includes(` ${key.replace(/[^\p{L}\d]+/gu, ' ')} `)) return true;
  return everybody.test(named) || kinds.some(([together, one]) => together.test(named) && one.test(key));
}
