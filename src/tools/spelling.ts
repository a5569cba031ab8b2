import { fold, hasDiacritics } from '../vietnamese/fold.ts';
import { canonicalSyllable, foldedSyllable, syllables } from '../vietnamese/syllables.ts';
import { isPossibleSyllable, isWithinOneEdit } from '../vietnamese/typo.ts';

/** What a speller knows. */
export type Spelling = {
  /** Folded syllables. */
  known: ReadonlySet<string>;
  /** Two syllables that stand together in names: "cong>suat", "suat<su" folded, and with the marks of the one meant. */
  pairs: ReadonlySet<string>;
  isShortForm: (word: string) => boolean;
};

/** Mends typing slips in the words of a question. */
export type Speller = (text: string) => string;

const shortest = 3;

/**
 * Mends syllables that cannot be Vietnamese ("ngèo", "rừg") to the one known syllable a single slip away; possible ones, names in
 * capitals and those with several near ones stay. `known` are folded syllables, `isShortForm` tells abbreviations.
 */
export function createSpeller({ known, pairs, isShortForm }: Spelling): Speller {
  const words = [...known].filter((word) => /^[a-z]{2,7}$/.test(word) && isPossibleSyllable(word));
  const mended = new Map<string, string>();
  const mend = (folded: string): string => {
    const near = words.filter((word) => isWithinOneEdit(folded, word));
    const alike = near.filter((word) => word[0] === folded[0]);
    return (alike.length === 1 ? alike[0] : near.length === 1 ? near[0] : closest(alike, folded)) ?? folded;
  };
  return (text) => {
    let result = '';
    let from = 0;
    const found = syllables(text);
    const isMarked = hasDiacritics(text);
    for (const [at, { text: syllable, start, end }] of found.entries()) {
      const folded = foldedSyllable(syllable);
      const beside = [found[at - 1], found[at + 1]].map((other) => foldedSyllable(other?.text ?? ''));
      const spelled = isMarked ? canonicalSyllable(syllable) : folded;
      const isBare = isMarked && fold(syllable) === syllable.toLowerCase();
      const heard = asHeard(spelled, beside, { pairs, isMarked: isMarked && !isBare });
      if (heard === null && (!isSlip(syllable, folded) || known.has(folded) || isShortForm(syllable))) continue;
      const meant = heard ?? mended.get(folded) ?? mend(folded);
      if (heard === null) mended.set(folded, meant);
      result += text.slice(from, start) + meant;
      from = end;
    }
    return result + text.slice(from);
  };
}

const isSlip = (syllable: string, folded: string): boolean =>
  folded.length >= shortest &&
  /^[a-z]+$/.test(folded) &&
  syllable === syllable.toLowerCase() &&
  !isPossibleSyllable(fold(syllable));

/** Beginnings that sound alike in some region or other. */
const soundAlike: readonly (readonly string[])[] = [
  ['s', 'x'],
  ['ch', 'tr'],
  ['d', 'gi', 'r'],
  ['l', 'n'],
];

/** So common that they are meant whatever stands beside them: "báo cáo năm phát triển …" is not about lạm phát. */
const alwaysMeant = new Set('nam nay la ra so xa nop luc lan'.split(' '));

/** "công xuất" is written as heard: beside its neighbour only "suất" makes a known pair. Null when the pair is known, or none is. */
function asHeard(
  spelled: string,
  [before = '', after = '']: readonly string[],
  { pairs, isMarked }: { pairs: ReadonlySet<string>; isMarked: boolean },
): string | null {
  const isPair = (syllable: string): boolean => pairs.has(`${before}>${syllable}`) || pairs.has(`${syllable}<${after}`);
  if (isPair(spelled) || alwaysMeant.has(fold(spelled).replace(/\d$/, ''))) return null;
  for (const alike of soundAlike) {
    // Typed without marks "d" may be "đ", which sounds like none of them: "giang vien" is not "dang vien".
    if (!isMarked && alike.includes('d')) continue;
    const own = alike.find((onset) => spelled.startsWith(onset) && vowel.test(spelled.slice(onset.length)));
    if (own === undefined) continue;
    const variants = alike.filter((onset) => onset !== own).map((onset) => onset + spelled.slice(own.length));
    const meant = variants.find(isPair);
    if (meant !== undefined) return fold(meant).replace(/\d$/, '');
  }
  return null;
}

const vowel = /^[aeiouyăâêôơư]/;

/** The pairs of a name, as `Spelling` keeps them. */
export function pairsOf(name: string): string[] {
  const found = syllables(name).map(({ text }) => ({ folded: foldedSyllable(text), marked: canonicalSyllable(text) }));
  return found.slice(1).flatMap((right, at) => {
    const left = found[at] ?? right;
    return [
      `${left.folded}>${right.folded}`,
      `${left.folded}>${right.marked}`,
      `${left.folded}<${right.folded}`,
      `${left.marked}<${right.folded}`,
    ];
  });
}

/** A letter left out is the most frequent slip: prefer the longer word with the same letters in order. */
const closest = (words: readonly string[], folded: string): string | undefined => {
  const longer = words.filter((word) => word.length === folded.length + 1);
  return longer.length === 1 ? longer[0] : undefined;
};
