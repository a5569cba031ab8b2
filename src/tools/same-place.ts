import type { Locality } from '../domain/locality.ts';
import { hasDiacritics } from '../vietnamese/fold.ts';
import { canonicalSyllable } from '../vietnamese/syllables.ts';

const isBelowProvince = ({ level }: Locality): boolean => level === 'district' || level === 'commune';
const syllables = (name: string): string[] => name.normalize('NFC').toLowerCase().split(/\s+/).map(canonicalSyllable);

/** What tells a place from all others, for comparing: its key, and its marks too below a province, where keys alone do not tell. */
export const placeIdentity = (place: Locality | null): string =>
  place !== null && isBelowProvince(place) ? `${place.key} ${syllables(place.name).join(' ')}` : (place?.key ?? '');

/**
 * Whether a figure of one place answers for the place asked for. Keys carry no marks: "xã Đồng Sơn" is not "xã Đông Sơn", so for a district or
 * commune the marks that were typed must be its own; a syllable typed without any stays open ("xã Dong Son" is either).
 */
export function isSamePlace(own: Locality, asked: Locality): boolean {
  if (own.key !== asked.key) return false;
  if (!isBelowProvince(asked)) return true;
  const [left, right] = [syllables(own.name), syllables(asked.name)];
  if (left.length !== right.length) return true;
  return right.every((syllable, at) => !hasDiacritics(syllable) || syllable === left[at]);
}
