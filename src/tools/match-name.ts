import type { NameWord } from './name-words.ts';

/**
 * How the name of a target answers the words asked, best first: `exact` the same thing · `same` the same thing, named more fully ·
 * `part` one of the parts of what is asked ("trong đó: …") · `narrower` the same thing for a part only (đô thị, mầm non) ·
 * `far` all of what is asked and much more, worth showing where nothing else comes near · `near` something else that shares words.
 */
export type NameGrade = 'exact' | 'same' | 'part' | 'narrower' | 'far' | 'near';

export type NameMatch = {
  grade: NameGrade;
  /** 0..1: share of what is asked that the name has. */
  asked: number;
  /** 0..1: share of the name that was asked for. */
  named: number;
  /** 0..1: the same as `asked` with the weak words counted in. */
  closeness: number;
  /** Only what is counted was asked for ("bao nhiêu đảng viên"), and the name says more of it ("kết nạp đảng viên"). */
  isUnitOnly: boolean;
};

/** A target's name, taken apart once. */
export type TargetName = {
  words: NameWord[];
  /** Words of the breakdown's own label; empty for a target that is no breakdown. */
  label: NameWord[];
  /** What is said of the thing counted ("… tham gia bảo hiểm y tế"), strong words only. */
  predicate: NameWord[];
  /** Words of the headings it stands under and of the organisation it binds: a question may name them too. */
  context: NameWord[];
  /** Tokens of the unit it is counted in; empty for per cent and money. */
  unit: readonly string[];
};

const askedFrom = 0.9;
const exactFrom = 0.85;
const sameFrom = 0.4;
const headlessFrom = 0.5;
const narrowerFrom = 0.3;
const predicateFrom = 0.4;
const farFrom = 4;
const misspelt = 0.8;
/** Weight of the words that must be left when those of the heading are taken away. */
const toldFrom = 2;

const isStrong = (word: NameWord): boolean => word.kind !== 'weak' && word.kind !== 'empty';

/** Compares what is asked with the name of a target by their words; order and small words do not matter. */
export function matchName(asked: readonly NameWord[], name: TargetName): NameMatch {
  const match = matchOwnName(asked, name);
  const around = match.grade === 'near' ? saidAround(asked, name) : new Set<NameWord>();
  if (around.size === 0) return match;
  const own = matchOwnName(
    asked.filter((word) => !around.has(word)),
    name,
  );
  return { ...own, grade: own.grade === 'exact' ? 'same' : own.grade, closeness: match.closeness };
}

/** What a question says beside the name: words of the heading or organisation, as long as the rest still tells something. */
function saidAround(asked: readonly NameWord[], name: TargetName): ReadonlySet<NameWord> {
  const strong = asked.filter(isStrong);
  // "mực" is not the "mục" of "Mục tiêu": around a name only the very words count.
  const telling = name.context.filter(({ weight }) => weight > 0);
  const isAround = (word: NameWord): boolean =>
    word.kind === 'plain' &&
    !opposites.has(word.token) &&
    similarity(word, name.words) === 0 &&
    similarity(word, telling) === 1;
  const around = strong.filter(isAround);
  return weightOf(strong) - weightOf(around) >= toldFrom ? new Set(around) : new Set();
}

/** "Thu, chi ngân sách" stands over both: which one is asked for, the name itself must say. */
const opposites = new Set(['thu', 'chi']);

const weightOf = (words: readonly NameWord[]): number => words.reduce((sum, word) => sum + word.weight, 0);

function matchOwnName(asked: readonly NameWord[], name: TargetName): NameMatch {
  const strong = asked.filter(isStrong);
  const wanted = strong.length > 0 ? strong : asked.filter((word) => word.weight > 0);
  const covered = coverage(wanted, name.words);
  const told = name.words.filter((word) => word.isOptional !== true || similarity(word, asked) > 0);
  const extras = told.filter((word) => word.weight > 0 && similarity(word, asked) === 0);
  const counted = told.filter((word) => word.kind !== 'scope');
  const named = coverage(counted, asked);
  const closeness = coverage(
    asked.filter((word) => word.weight > 0),
    name.words,
  );
  const isUnitOnly = namesOnlyUnit(asked, name, named);
  const match = { asked: covered, named, closeness, isUnitOnly };
  const isMissing = wanted.some((word) => similarity(word, name.words) === 0);
  if (wanted.length === 0 || isMissing || covered < askedFrom) return { grade: 'near', ...match };
  return { grade: isUnitOnly ? 'near' : gradeOf({ asked, name, extras, named }), ...match };
}

type Compared = { asked: readonly NameWord[]; name: TargetName; extras: NameWord[]; named: number };

function gradeOf({ asked, name, extras, named }: Compared): NameGrade {
  const forWhom = name.words.findIndex(({ token }, at) => token === 'cho' || isWhere(token, name.words[at + 1]));
  const isForWhom = (word: NameWord): boolean => forWhom >= 0 && name.words.indexOf(word) > forWhom;
  const isBoth = namesBothPoor(asked, name);
  const contrasts = extras.filter(
    (word) => word.kind === 'contrast' && !isForWhom(word) && !(isBoth && word.token === 'can_ngheo'),
  );
  const label = name.label.filter((word) => word.weight > 0);
  const isPart = label.length > 0 && coverage(label, asked) < 0.5;
  if (isPart) {
    const parent = name.words.filter((word) => label.every(({ token }) => token !== word.token));
    const isMeant = weightOf(asked.filter((word) => isStrong(word) && isOnlyIn(label, parent, word))) >= toldFrom;
    const isOther = parent.some((word) => word.kind === 'contrast' && similarity(word, asked) === 0);
    if (isOther || !parent.some(isStrong) || coverage(parent, asked) < sameFrom) return 'near';
    const said = asked.filter(({ weight }) => weight > 0);
    return isMeant && coverage(parent, said) >= sameFrom ? 'narrower' : 'part';
  }
  if (contrasts.length > 0 || !coversPredicate(asked, name)) return 'near';
  const isNarrower = extras.some((word) => word.kind === 'scope' || (word.kind === 'contrast' && isForWhom(word)));
  if (!isNarrower && named >= exactFrom) return 'exact';
  const head = name.words.find(isStrong);
  const hasHead = head === undefined || similarity(head, asked) > 0;
  if (named < (hasHead ? sameFrom : headlessFrom))
    return isNarrower && hasHead && named >= narrowerFrom
      ? 'narrower'
      : hasHead || isRun(asked, name)
        ? farOrNear(asked)
        : 'near';
  return isNarrower ? 'narrower' : 'same';
}

/** Asked for is a word that this part has and the whole has not. */
const isOnlyIn = (label: readonly NameWord[], parent: readonly NameWord[], word: NameWord): boolean =>
  similarity(word, label) > 0 && similarity(word, parent) === 0;

/** What is done for "hộ nghèo, hộ cận nghèo" together answers for the poor, where enough of the deed is asked for; their rate does not. */
function namesBothPoor(asked: readonly NameWord[], { words }: TargetName): boolean {
  const isPoor = ({ token }: NameWord): boolean => token === 'ngheo' || token === 'can_ngheo' || token === 'ho';
  const deed = asked.filter((word) => isStrong(word) && !isPoor(word));
  return (
    asked.some(({ token }) => token === 'ngheo') &&
    words.some(({ token }) => token === 'ngheo') &&
    weightOf(deed) >= toldFrom
  );
}

/** "… trên các tuyến quốc lộ, tỉnh lộ": where it is, not what it is. */
const isWhere = (token: string, next: NameWord | undefined): boolean =>
  /^(?:tren|tai|o)$/.test(token) && next?.token === 'cac';

/** Just these words stand together in the name: "đội mũ bảo hiểm" in "người ngồi trên mô tô … đội mũ bảo hiểm". */
function isRun(asked: readonly NameWord[], name: TargetName): boolean {
  const wanted = asked.filter(isStrong).map(({ token }) => token);
  const told = name.words.filter(({ weight }) => weight > 0).map(({ token }) => token);
  return told.some((_, at) => wanted.every((token, offset) => told[at + offset] === token));
}

/** "bao nhiêu hộ" names what is counted and nothing of it: only a name that says no more answers. */
function namesOnlyUnit(asked: readonly NameWord[], { unit, words }: TargetName, named: number): boolean {
  const strong = asked.filter(isStrong);
  const saysMore = words.some((word) => isStrong(word) && similarity(word, asked) === 0);
  return saysMore && strong.length > 0 && named < exactFrom && strong.every((word) => unit.includes(word.token));
}

/** Few words that stand in a long name prove little. */
const farOrNear = (asked: readonly NameWord[]): NameGrade =>
  weightOf(asked.filter(isStrong)) >= farFrom ? 'far' : 'near';

function coversPredicate(asked: readonly NameWord[], name: TargetName): boolean {
  return name.predicate.length === 0 || coverage(name.predicate, asked) >= predicateFrom;
}

/** 0..1: share of the weight of `words` found in `others`; 1 for no words. */
export function coverage(words: readonly NameWord[], others: readonly NameWord[]): number {
  let total = 0;
  let found = 0;
  for (const word of words) {
    total += word.weight;
    if (word.weight > 0) found += word.weight * similarity(word, others);
  }
  return total === 0 ? 1 : found / total;
}

/** 1 same word · 0.8 same letters under other marks · 0 not among the others. */
function similarity(word: NameWord, others: readonly NameWord[]): number {
  let best = 0;
  for (const other of others) {
    if (other.token !== word.token) continue;
    if (word.accented === null || other.accented === null || word.accented === other.accented) return 1;
    best = misspelt;
  }
  return best;
}
