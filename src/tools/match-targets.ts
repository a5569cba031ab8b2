import type { Target } from '../domain/target.ts';
import { fold } from '../vietnamese/fold.ts';
import { matchName, type NameGrade, type NameMatch, type TargetName } from './match-name.ts';
import { matchParts } from './match-parts.ts';
import { type AskedMeasure, measureCloseness, measureOf, measuresAgree, type TargetMeasure } from './measure.ts';
import { type NameWord, nameWords } from './name-words.ts';
import { countsOthers } from './other-subject.ts';

/** One thing asked for, taken apart: what its words name, how it is to be measured, and its key when the vocabulary knows it. */
export type Asked = {
  words: NameWord[];
  measure: AskedMeasure;
  key: string | null;
  /** How the vocabulary knows it to be measured; null when it does not know it. */
  forms: readonly TargetMeasure['form'][] | null;
  /** Keys easily taken for it; a target with one of them must be named exactly as asked. */
  nearKeys: readonly string[];
  /** Words that names of the key are made of. */
  keyWords: ReadonlySet<string>;
  /** Words asked for that no name of the key has; a target with this key must have them too. */
  besideKey: NameWord[];
};

/** A target with its name taken apart. */
export type IndexedTarget = {
  target: Target;
  name: TargetName;
  measure: TargetMeasure;
  /** Two targets with the same signature are named for the same thing. */
  signature: string;
  /** Its name swallowed another figure: nobody can tell whose it is. */
  holdsValue: boolean;
};

export type TargetMatch = {
  target: Target;
  signature: string;
  grade: NameGrade;
  score: number;
  /** 0..1: share of what was asked, small words included, that the name has. */
  closeness: number;
  /** A change or a share of something, not the thing itself. */
  isDerived: boolean;
};

/** What the targets of one place and time answer to one thing asked. */
export type MatchDecision = {
  /** The targets that answer, best first; empty when none does. */
  found: TargetMatch[];
  /** True when what was found is only a part of what was asked (đô thị, mầm non …) and must be shown so. */
  isNarrower: boolean;
  /** What comes nearest when nothing answers, best first; never to be shown in the place of an answer. */
  near: TargetMatch[];
  /** What answers as well by its name but stands behind what was found: another document may set another value there. */
  beside: TargetMatch[];
};

const gradeRank: Readonly<Record<NameGrade, number>> = { exact: 4, same: 3, part: 2, narrower: 1, far: 0.5, near: 0 };

/** Below this the nearest thing has too little in common to be offered. */
const nearFrom = 0.3;
const nearLimit = 5;
/** Weight of a name's telling words up to which it names nothing by itself. */
const barelyTold = 2;
/** From here on a name is so nearly the one asked for that a confusable key does not count against it. */
const surelyNamed = 0.7;
/** From here on a name says so much of what was asked that an unusual way of counting it does not matter. */
const plainlyNamed = 0.6;
/** Targets this close to the best one are shown with it. */
const tieWithin = 0.12;

const predicateMarks = new Set('duoc dat co hoan_thanh tham_gia su_dung dua gay ket qua_dao_tao chuan di'.split(' '));

/** Takes the name of a target apart; `wordsOf` gives the words of a name with its abbreviations written out, `title` is its directive's. */
export function indexTarget(target: Target, wordsOf: (name: string) => NameWord[], title = ''): IndexedTarget {
  const words = asOneCount(wordsOf(coreName(wholeName(target))));
  const measure = measureOf(target);
  const isBody = target.locality?.level === 'body';
  const name: TargetName = {
    words: [...words, ...unitWords(target, measure), ...quoteWords(target, words, wordsOf)],
    label: wordsOf(labelOf(target)),
    predicate: predicateOf(words),
    context: wordsOf(
      [...[title, ...target.heading].filter(isOfOneField), isBody ? target.locality?.name : ''].join(' '),
    ),
    unit: measure.form === 'count' ? nameWords(target.unit).map(({ token }) => token) : [],
  };
  return { target, name, measure, signature: signatureOf(words), holdsValue: holdsValue(target) };
}

/** Accidents are set a goal on all of "số vụ, số người chết và số người bị thương" at once: whoever asks for one of them gets that goal. */
function asOneCount(words: NameWord[]): NameWord[] {
  const isAll = accidentCounts.every((token) => words.some((word) => word.token === token));
  return isAll
    ? words.map((word) => (accidentCounts.includes(word.token) ? { ...word, isOptional: true } : word))
    : words;
}

const accidentCounts = ['vu', 'nguoi_chet', 'bi_thuong'];

/** A title or heading that joins fields ("Kinh tế và hạ tầng", a plan of a whole term) says of none of its targets whose it is. */
const isOfOneField = (heading: string): boolean =>
  !/[,;–&-]|(?<![a-z])va(?![a-z])|kinh te.{0,5}xa hoi|nhiem ky|thi dua/.test(fold(heading));

/** "kim ngạch xuất, nhập khẩu" names both; a name cut at the comma is made whole. */
function wholeName({ indicator, quote }: Target): string {
  const isBoth = /xuất,?\s+(?:và\s+)?nhập khẩu/iu.test(quote);
  return isBoth && !/xuất/iu.test(indicator) ? indicator.replace(/nhập khẩu/iu, 'xuất nhập khẩu') : indicator;
}

/** Without what only explains: "… so với năm 2025", "… trên cả 3 tiêu chí: số vụ, số người chết …". */
function coreName(indicator: string): string {
  const [head = '', tail = ''] = indicator.split(': ', 2);
  const isExplained =
    tail.includes(',') &&
    nameWords(head).filter(({ weight }) => weight >= 1).length >= 2 &&
    !/^c[oơ] c[aấ]u/i.test(head);
  return (isExplained ? head : indicator)
    .replace(opening, '')
    .replace(byDocument, '')
    .replace(byStandard, '')
    .replace(/[\s,]+trong đó\s.*$/iu, '')
    .replace(/\s+so với (?:cùng kỳ|cuối|năm|kế hoạch|thực hiện)\b(?:(?! - ).)*/iu, '');
}

/** "(QĐ 12/QĐ-UBND ngày …)": who set it is no part of a name. */
const byDocument = /\s?\([^()]{0,40}\d\/[\p{Lu}\d-]{2,20}[^()]{0,60}\)/gu;

/** "(theo chuẩn nghèo giai đoạn 2022 - 2025)", "… theo Luật Giáo dục 2019": by what it is measured. */
const byStandard =
  /\s+theo (?:quy định|Luật|Nghị định|Thông tư)(?=\s|$)[^,:;–-]*$|\s?\((?:theo|tính theo) chuẩn [^()]{2,60}\)(?:\s+đến (?:hết |cuối )?năm 20\d\d$)?/giu;

/** "Theo đánh giá của …, năm 2025 kinh tế số": who says it, and when, is no part of a name. */
const opening = /^(?:theo\s[^,]{1,80},\s+)?(?:(?:tính|ước|đến|hết|cuối|trong)\s+){0,3}năm\s+20\d\d,?\s+(?=\p{L})/iu;

/** What the unit says of the thing measured: "570 ha" is an area, "500 kg/người" an output, "02 xã" a number of communes; "vượt 8% dự toán" that it exceeds. */
function unitWords({ unit, valueText }: Target, measure: TargetMeasure): NameWord[] {
  const first = measure.unit.replace(/^(?:nghin|ngan|trieu|luot) /, '');
  const kind =
    measure.form === 'money'
      ? 'giá trị'
      : /^(?:tan|kg|ta)$/.test(first)
        ? 'sản lượng'
        : /^(?:ha|hecta|m2|km2)$/.test(first)
          ? 'diện tích'
          : '';
  const isOver = /(?<!\p{L})vượt(?!\p{L})/iu.test(valueText) ? 'vượt' : '';
  return nameWords(`${measure.form === 'money' ? '' : unit} ${kind} ${isOver}`).map((word) => ({
    ...word,
    weight: 0,
    kind: 'weak' as const,
  }));
}

/** A name that says nearly nothing ("Lũy kế", "5 năm") is read with the sentence that proves the figure. */
function quoteWords({ quote }: Target, words: readonly NameWord[], wordsOf: (name: string) => NameWord[]): NameWord[] {
  const told = words.reduce((sum, word) => sum + (word.kind === 'weak' ? 0 : word.weight), 0);
  if (told > barelyTold) return [];
  return wordsOf(quote).map((word) => ({ ...word, weight: 0, kind: 'weak' as const }));
}

/** The telling words of a name in one order: two names with the same are one indicator. */
const signatureOf = (words: readonly NameWord[]): string =>
  [...new Set(words.filter((word) => word.weight >= 0.5).map((word) => word.token))].sort().join(' ');

/** What a breakdown's name adds to its parent's ("Cơ cấu kinh tế: dịch vụ" → "dịch vụ"); empty for a target that is no breakdown. */
function labelOf({ indicator, parent }: Target): string {
  if (parent === null) return /^(?:cơ cấu|tỷ trọng|tỉ trọng)[^:]{0,60}: (\S.*)$/iu.exec(indicator)?.[1] ?? '';
  if (indicator.startsWith(parent)) return indicator.slice(parent.length).replace(/^[\s:,–-]+/, '');
  const dash = indicator.lastIndexOf(' - ');
  return dash > 0 ? indicator.slice(dash + 3) : indicator;
}

function predicateOf(words: readonly NameWord[]): NameWord[] {
  const isStrong = (word: NameWord): boolean => word.kind !== 'weak' && word.kind !== 'empty';
  const head = words.findIndex(isStrong);
  const mark = words.findIndex((word, at) => at > head && predicateMarks.has(word.token));
  return head < 0 || mark < 0 ? [] : words.slice(mark).filter(isStrong);
}

/** Decides which of these targets answer what is asked; place and time must have been settled before. */
export function matchTargets(asked: Asked, targets: readonly IndexedTarget[]): MatchDecision {
  const parts = matchParts(asked.words, targets);
  if (parts.length > 0) {
    const found = parts.map((indexed): TargetMatch => ({ ...gradeTarget(asked, indexed), grade: 'same' }));
    return { found, isNarrower: false, near: [], beside: [] };
  }
  const graded = sharing(asked, targets)
    .map((indexed) => gradeTarget(asked, indexed))
    .sort((a, b) => b.score - a.score);
  for (const grade of ['exact', 'same', 'part', 'narrower'] as const) {
    const found = graded.filter((match) => match.grade === grade);
    // One part alone does not stand for the whole.
    if (grade === 'part' && found.length < 2) continue;
    if (found.length === 0) continue;
    const best = closest(asked, found);
    const isNamed = ({ grade: own }: TargetMatch): boolean => own === 'exact' || own === 'same';
    const beside = graded.filter((match) => isNamed(match) && !best.includes(match));
    return { found: best, isNarrower: grade === 'narrower', near: [], beside };
  }
  const far = graded.filter((match) => match.grade === 'far');
  if (far.length > 0 && far.every(({ signature }) => signature === far[0]?.signature))
    return { found: far, isNarrower: true, near: [], beside: [] };
  const near = graded.filter((match) => match.score >= nearFrom).slice(0, nearLimit);
  return { found: [], isNarrower: false, near, beside: [] };
}

/** Those that can answer or come near: they have a word that was asked for, or its key. Most targets of a place have neither. */
function sharing({ words, key }: Asked, targets: readonly IndexedTarget[]): readonly IndexedTarget[] {
  const wanted = new Set(words.filter(({ weight }) => weight > 0).map(({ token }) => token));
  if (wanted.size === 0) return targets;
  return targets.filter(
    ({ target, name }) => (key !== null && target.key === key) || name.words.some(({ token }) => wanted.has(token)),
  );
}

/** The best and those beside it: as much of what was asked, nearly as close in the rest; a level before a change that was not asked for. */
function closest(asked: Asked, found: TargetMatch[]): TargetMatch[] {
  const covered = Math.max(...found.map((match) => match.closeness));
  const full = found.filter((match) => match.closeness >= covered - 0.02);
  const levels = full.filter((match) => !match.isDerived);
  const isOpen = asked.measure.change === null && !asked.measure.isShare;
  const kept = withoutParts(isOpen && levels.length > 0 ? levels : full);
  const best = kept[0];
  if (best === undefined) return [];
  const isSibling = (match: TargetMatch): boolean =>
    best.grade === 'part' && match.target.parent === best.target.parent;
  return kept.filter((match) => isSibling(match) || match.score >= best.score - tieWithin);
}

/** Where the whole answers as well, its parts do not stand beside it ("trước và đúng hạn 98,5%, trong đó trước hạn 60%"). */
function withoutParts(matches: TargetMatch[]): TargetMatch[] {
  const wholes = new Set(matches.map(({ target }) => `${target.document} ${target.indicator}`));
  const isPart = ({ target, grade }: TargetMatch): boolean =>
    grade !== 'part' &&
    target.parent !== null &&
    target.parent !== target.indicator &&
    wholes.has(`${target.document} ${target.parent}`);
  return matches.filter((match) => !isPart(match));
}

function gradeTarget(asked: Asked, indexed: IndexedTarget): TargetMatch {
  const { target, name, measure } = indexed;
  const match = matchName(asked.words, name);
  const isUsual = hasUsualForm(asked, indexed) || (measure.form === 'count' && match.named >= plainlyNamed);
  const agrees = measuresAgree(asked.measure, measure) && isUsual && !indexed.holdsValue;
  const grade = agrees ? withKeys(asked, indexed, match) : 'near';
  const likeness = 0.45 * match.closeness + 0.35 * match.named + 0.2 * measureCloseness(asked.measure, measure);
  const score = grade === 'near' ? match.asked * 0.6 + likeness * 0.4 : gradeRank[grade] + likeness;
  const isDerived = measure.isShare || (measure.change !== null && measure.form === 'percent' && !measure.saysLevel);
  return { target, signature: indexed.signature, grade, score, closeness: match.closeness, isDerived };
}

/** A name with an amount in its own unit: "quốc lộ 6 điểm, đường tỉnh | 5 điểm". */
function holdsValue({ indicator, unit }: Target): boolean {
  const first = fold(unit).split('/')[0]?.trim() ?? '';
  if (first === '') return false;
  return new RegExp(`\\d ?${escaped(first)}(?![a-z])`).test(fold(coreName(indicator)));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** An indicator that is counted is not answered by money; a growth or share in per cent may be set for anything. */
function hasUsualForm({ forms, measure: asked, words }: Asked, { target, measure }: IndexedTarget): boolean {
  if (forms === null || target.unit.trim() === '' || forms.includes(measure.form)) return true;
  if (words.some(({ token }) => token === 'vuot')) return true;
  return measure.form === 'percent' && (measure.change !== null || (asked.isShare && measure.isShare));
}

/** What the vocabulary adds: the same key joins names without common words, a key easily confused parts names that look alike. */
function withKeys(asked: Asked, { target, name, measure }: IndexedTarget, match: NameMatch): NameGrade {
  if (asked.key === null) return match.grade;
  if (target.key === null)
    return name.words.some((word) => isOtherSubject(word, asked)) && match.grade !== 'exact' ? 'near' : match.grade;
  if (asked.key === target.key) {
    if (match.grade !== 'near' && match.grade !== 'far') return match.grade;
    if (match.isUnitOnly || countsOthers(asked.words, name.words)) return 'near';
    const isWhole = asked.besideKey.every((word) => name.words.some((other) => other.token === word.token));
    return isWhole && !hasContrast(asked, name) ? 'same' : 'near';
  }
  if (asked.measure.isSoftChange && measure.change === null) return 'near';
  const isLoose = match.grade === 'same' || match.grade === 'far';
  const isConfused = isLoose && (match.named < surelyNamed || !asked.nearKeys.includes(target.key));
  return isConfused ? 'near' : match.grade;
}

/** Groups of people that an indicator of the whole population is also measured for. */
const subjects = new Set(
  'hoc_sinh sinh_vien hoi_vien doan_vien cao_tuoi khuyet_tat can_bo tre_em nguoi_benh'.split(' '),
);

/** An unknown indicator of pupils, members … does not answer for the known one of everybody. */
const isOtherSubject = ({ token }: NameWord, asked: Asked): boolean =>
  subjects.has(token) && !asked.keyWords.has(token) && asked.words.every((word) => word.token !== token);

/** A word that makes the target another thing, asked or not, keeps it apart whatever the vocabulary says. */
function hasContrast(asked: Asked, { words, label }: TargetName): boolean {
  const isUnasked = (word: NameWord): boolean => asked.words.every((other) => other.token !== word.token);
  return label.some((word) => word.weight > 0) || words.some((word) => word.kind === 'contrast' && isUnasked(word));
}
