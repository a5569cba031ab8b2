/**
 * Whether two short words are equal or one typing slip apart: one letter missing, added, wrong, or two neighbours swapped.
 * Takes time in the length of the words; words whose lengths differ by more than one are told apart at once.
 */
export function isWithinOneEdit(left: string, right: string): boolean {
  if (left === right) return true;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

const onsets = 'b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');
const rimes = (
  'a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu ' +
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot ' +
  'u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu ' +
  'uy uya uych uyen uyet uynh uyt uyu y yem yen yet yeu'
).split(' ');
const frontVowel = /^[eiy]/;

function isPossiblePair(onset: string, rime: string): boolean {
  const isFront = frontVowel.test(rime);
  if (onset === 'c' || onset === 'ng' || onset === 'g') return !isFront || (onset === 'g' && rime.startsWith('i'));
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return isFront;
  return true;
}

const possible = new Set([
  ...rimes,
  ...onsets.flatMap((onset) => rimes.filter((rime) => isPossiblePair(onset, rime)).map((rime) => onset + rime)),
]);

/**
 * Whether folded letters can be a Vietnamese syllable by its spelling rules. "ngeo", "bagn", "tm" cannot: they are slips or foreign.
 * Abbreviations and names of other languages of Vietnam ("Đắk", "Krông") are not syllables in this sense either.
 */
export const isPossibleSyllable = (folded: string): boolean => possible.has(folded);
