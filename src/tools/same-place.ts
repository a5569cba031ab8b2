import type { Locality } from '../domain/locality.ts';
import { hasDiacritics } from '../vietnamese/fold.ts';
import { canonicalSyllable } from '../vietnamese/syllables.ts';

const syllables = (name: string): string[] => name.normalize('NFC').toLowerCase().split(/\s+/).map(canonicalSyllable);

/**
 * Whether a figure of one place answers for the place asked for. Keys carry no marks: "xã Đồng Sơn" is not "xã Đông Sơn", so for a district or
 * commune the marks that were typed must be its own; a syllable typed without any stays open ("xã Dong Son" is either).
 */
export function isSamePlace(own: Locality, asked: Locality): boolean {
  if (own.key !== asked.key) return false;
  if (asked.level !== 'district' && asked.level !== 'commune') return true;
  const [left, right] = [syllables(own.name), syllables(asked.name)];
  if (left.length !== right.length) return true;
  return right.every((syllable, at) => !hasDiacritics(syllable) || syllable === left[at]);
}
