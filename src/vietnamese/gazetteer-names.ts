import type { Locality } from '../domain/locality.ts';
import { agrees, isJoined, type Token } from './gazetteer-tokens.ts';
import { canonicalSyllable, foldedSyllable, syllables } from './syllables.ts';
import { isPossibleSyllable, isWithinOneEdit } from './typo.ts';

/** One spelling of a known place, without "tỉnh", "huyện" … before it. */
export type PlaceName = {
  locality: Locality;
  folded: readonly string[];
  canonical: readonly string[];
  /** Which syllables are written with a capital. */
  capitals: readonly boolean[];
  /** Counts only right after tỉnh, TP, UBND, HĐND. */
  needsLead: boolean;
  /** Learnt from documents, not from the table of provinces. */
  isLearnt: boolean;
  /** Initials: only in a question, and with the marks they have. `words`: mostly a short form of words. */
  isInitials?: 'name' | 'words';
};

export type NameIndex = ReadonlyMap<string, readonly PlaceName[]>;

export function placeName(
  locality: Locality,
  spelling: string,
  kind: Pick<PlaceName, 'needsLead' | 'isLearnt' | 'isInitials'>,
): PlaceName {
  const parts = syllables(spelling.normalize('NFC')).map((syllable) => syllable.text);
  return {
    locality,
    folded: parts.map(foldedSyllable),
    canonical: parts.map(canonicalSyllable),
    capitals: parts.map((part) => part.charAt(0) !== part.charAt(0).toLowerCase()),
    ...kind,
  };
}

/** Names by their first folded syllable, longest first; names without a letter or digit are left out. */
export function indexNames(names: readonly PlaceName[]): NameIndex {
  const index = new Map<string, PlaceName[]>();
  for (const name of names) {
    const [first] = name.folded;
    if (first === undefined) continue;
    const bucket = index.get(first);
    if (bucket === undefined) index.set(first, [name]);
    else bucket.push(name);
  }
  for (const bucket of index.values()) bucket.sort((left, right) => right.folded.length - left.folded.length);
  return index;
}

/** The names that stand at a token as written, the longest ones only; empty when none does. */
export function namesAt(index: NameIndex, tokens: readonly Token[], at: number): PlaceName[] {
  const bucket = index.get(tokens[at]?.folded ?? '');
  if (bucket === undefined) return [];
  const matching = bucket.filter((name) => standsAt(name, tokens, at));
  const longest = matching[0]?.folded.length ?? 0;
  return matching.filter((name) => name.folded.length === longest);
}

function standsAt(name: PlaceName, tokens: readonly Token[], at: number): boolean {
  return name.folded.every((folded, offset) => {
    const token = tokens[at + offset];
    if (token === undefined || token.folded !== folded || (offset > 0 && !isJoined(token))) return false;
    return agrees(token, name.canonical[offset] ?? '');
  });
}

/** Names that may be found mistyped, in their own order: all of them, and those that begin with a folded syllable. */
export type SlipIndex = { all: readonly PlaceName[]; byFirst: ReadonlyMap<string, readonly PlaceName[]> };

export function indexSlips(names: readonly PlaceName[]): SlipIndex {
  const all = names.filter((name) => name.folded.length > 1 && !name.needsLead);
  return { all, byFirst: Map.groupBy(all, ({ folded }) => folded[0] ?? '') };
}

/**
 * The names of two or more syllables that were meant at a token if one syllable was mistyped: one edit away and no possible Vietnamese
 * syllable ("cao bagn"), or only its marks are wrong ("Đăng Nông" is not, "cao băng" is). Empty when none was.
 */
export function mistypedNamesAt({ all, byFirst }: SlipIndex, tokens: readonly Token[], at: number): PlaceName[] {
  const first = tokens[at]?.folded ?? '';
  const candidates = isForeign(first) ? all : (byFirst.get(first) ?? []);
  return candidates.filter((name) => isMistyped(name, tokens, at));
}

function isMistyped(name: PlaceName, tokens: readonly Token[], at: number): boolean {
  let slips = 0;
  for (const [offset, folded] of name.folded.entries()) {
    const token = tokens[at + offset];
    if (token === undefined || (offset > 0 && !isJoined(token))) return false;
    if (token.folded === folded) {
      if (!agrees(token, name.canonical[offset] ?? '')) slips++;
    } else if (isSlip(token.folded, folded)) slips++;
    else return false;
  }
  return slips === 1;
}

/** What no syllable of the language is spelt like may be a slip of another. */
const isForeign = (typed: string): boolean => typed.length >= 2 && !isPossibleSyllable(typed);

const isSlip = (typed: string, meant: string): boolean =>
  meant.length >= 3 && isForeign(typed) && isWithinOneEdit(typed, meant);
