import { clashes, coverObjects, familyNames, personCity, personCues, productWords } from './gazetteer-clashes.ts';
import type { PlaceName } from './gazetteer-names.ts';
import { agrees, type Token } from './gazetteer-tokens.ts';

/**
 * `asked`: the text is a person's question, so names need no capitals and one typing slip is forgiven. Without it that is so only for
 * text typed without marks or capitals. `on`: ISO date of the document; "TP Bắc Ninh" was a district-level city before 20/9/2026.
 */
export type FindOptions = { asked?: boolean | undefined; on?: string | undefined };

/** A text being read: `isLoose` when names need no capitals in it. */
export type Reading = { tokens: readonly Token[]; isLoose: boolean; options: FindOptions };

const bodyWords = new Set(['ubnd', 'hdnd', 'tinh', 'tp']);

/** Whether a known name standing at a token is meant as a place there, and not as words, a person or a product. */
export function isMeant(scan: Reading, name: PlaceName, at: number): boolean {
  const { tokens } = scan;
  const before = tokens[at - 1];
  const after = tokens[at + name.folded.length];
  if (name.needsLead) {
    const isClosed = after === undefined || !/^[/-]/.test(after.gap ?? '');
    return isClosed && bodyWords.has(before?.folded ?? '') && tokens[at]?.isCapital === true && tokens[at].gap === ' ';
  }
  if (name.isInitials !== undefined) return false;
  if (clashesWith(scan, name, at)) return false;
  if (name.locality.key === personCity && personCues.has(before?.folded ?? '')) return false;
  const own = tokens.slice(at, at + name.folded.length);
  const isWritten = own.every((token, offset) => token.isCapital || name.capitals[offset] === false);
  if (isWritten && own[0]?.isCapital === true) return !isPersonsName(own, before) && !isProduct(name, before);
  if (name.isLearnt && name.locality.level === 'commune' && own.some((token) => token.isAccented)) return false;
  return (
    scan.isLoose && !isProduct(name, before) && (own.every((token) => !token.isAccented) || isNotPhrase(scan, name, at))
  );
}

/** Letters that stand for words even before a year ("KT 2020", "SL 2023"). */
const shortWords = new Set('kt ct kh dn tn ld dt gd xh vh yt ns hd td bd nd sl tb bn nt pt th'.split(' '));

/** "cb 2023 grdp tang may": letters that open a question right before a year. */
function openYear([first, second, third]: readonly Token[]): boolean {
  const year = second?.folded === 'nam' ? third : second;
  return !shortWords.has(first?.folded ?? '') && /^20\d\d$/.test(year?.text ?? '');
}

/** "LS 2026", "của NA": initials alone in a person's question, no part of a symbol ("01/KH-LS"). */
export function areInitials({ tokens, options }: Reading, name: PlaceName, at: number): boolean {
  const [own, after] = [tokens[at], tokens[at + 1]];
  if (options.asked !== true || own === undefined || !agrees(own, name.canonical[0] ?? '')) return false;
  if ((!own.isAllCaps || name.isInitials === 'words') && (at > 0 || !openYear(tokens))) return false;
  const isPart = (gap: string | null | undefined): boolean => /[-/.&]/.test(gap ?? '');
  return !isPart(own.gap) && (after === undefined || !isPart(after.gap) || /^\.?\s*$/.test(after.gap ?? ''));
}

/**
 * Whether a neighbour makes it other words: "công nghệ an toàn", "Thái Bình Dương". A name with its capitals clashes only with neighbours that
 * have theirs: "phân công Nghệ An", "Hải Phòng học tập".
 */
export function clashesWith({ tokens }: Reading, name: PlaceName, at: number): boolean {
  const clash = name.isLearnt ? undefined : clashes.get(name.locality.key);
  if (clash === undefined) return false;
  const next = at + name.folded.length;
  const isWritten = tokens.slice(at, next).every((token) => token.isCapital);
  const [before, after] = [tokens[at - 1], tokens[next]].map((token) =>
    token === undefined || (isWritten && !token.isCapital) ? undefined : token,
  );
  if (before !== undefined && clash.after?.includes(before.folded)) return true;
  if (!isWritten && clash.isUnit === true && /\d$/.test(tokens[at - 1]?.text ?? '')) return true;
  if (goesOn({ tokens }, name, at)) return true;
  return after?.gap?.trim() === '' && (clash.before?.includes(after.folded) ?? false);
}

/** Whether the name of another place stands here, one syllable longer: "Điện Biên Phủ" in capitals, "dien bien phu" typed without. */
export function goesOn({ tokens }: Pick<Reading, 'tokens'>, name: PlaceName, at: number): boolean {
  const next = at + name.folded.length;
  const [last, after, beyond] = [tokens[next - 1], tokens[next], tokens[next + 1]];
  const longer = name.isLearnt ? undefined : clashes.get(name.locality.key)?.longer;
  if (longer === undefined || after === undefined || !longer.includes(after.folded) || after.gap !== ' ') return false;
  return last?.isCapital === true ? after.isCapital : !coverObjects.has(beyond?.folded ?? '');
}

function isPersonsName(own: readonly Token[], before: Token | undefined): boolean {
  if (before === undefined || !before.isCapital || own[0]?.gap !== ' ') return false;
  return familyNames.has(before.folded) && before.isAllCaps === (own[0]?.isAllCaps ?? false);
}

const isProduct = (name: PlaceName, before: Token | undefined): boolean =>
  name.isLearnt && productWords.has(before?.folded ?? '');

const placeCues = new Set(['o', 'tai', 'cua', 'cho', 'tinh', 'ubnd', 'con', 'the', 'va']);

/** "hòa bình", "cao bằng" in small letters are words; they are places next to a year, after "ở", "của" …, or where a question begins or ends. */
export function isNotPhrase({ tokens, options }: Reading, name: PlaceName, at: number): boolean {
  if (clashes.get(name.locality.key)?.isOrdinaryPhrase !== true) return true;
  const after = tokens[at + name.folded.length];
  const before = tokens[at - 1];
  return (
    before === undefined ||
    placeCues.has(before.folded) ||
    (after === undefined && options.asked === true) ||
    after?.folded === 'nam' ||
    /^20\d\d$/.test(after?.text ?? '')
  );
}

/** "kim bình năng suất lúa", "thu nhập ở thọ bình 2026": a commune in small letters, where a question names it and nothing else does. */
export function isSmallName({ tokens, options }: Reading, name: PlaceName, at: number): boolean {
  if (options.asked !== true || !name.isLearnt || name.locality.level !== 'commune' || name.folded.length < 2)
    return false;
  const [before, after] = [tokens[at - 1], tokens[at + name.folded.length]];
  const isLed = before === undefined || placeCues.has(before.folded);
  return isLed || /^20\d\d$/.test(after?.text ?? '') || (after === undefined && before.gap !== null);
}
