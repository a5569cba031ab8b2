import type { UnitName } from '../../store/visibility.ts';
import { fold } from '../../vietnamese/fold.ts';
import { canonicalSyllable, syllables } from '../../vietnamese/syllables.ts';

/** The form in which units of rights are compared: capitals, blanks and the place of a tone do not matter; every mark does. "" for no name. */
export const unitKey = (name: string): string =>
  syllables(name.normalize('NFC'))
    .map(({ text }) => canonicalSyllable(text))
    .join(' ');

/** A unit and those it is part of, as its name says: "Phòng Tổ chức, Sở Nội vụ" is of Sở Nội vụ, too. */
export function unitKeys(name: string): string[] {
  const parts = name.split(/[,;–—]|\s-\s/);
  return parts.map((_, at) => unitKey(parts.slice(at).join(' '))).filter((key) => key !== '');
}

/** "Sở Nội vụ; Sở Y tế" → two; "tất cả", "mọi người" → none, which is everybody; null where nothing is named. */
export function readUnits(said: string): UnitName[] | null {
  if (/^(?:tat ca|moi nguoi|all)$/.test(fold(said.trim().normalize('NFC')))) return [];
  const names = said
    .split(/[;\n]/)
    .map((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, LONGEST_UNIT))
    .filter((name) => unitKey(name) !== '');
  const units = names.map((name) => ({ name, key: unitKey(name) }));
  return units.length === 0 || units.length > MOST_UNITS ? null : units;
}

const LONGEST_UNIT = 120;
const MOST_UNITS = 50;
