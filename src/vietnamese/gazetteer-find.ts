import type { Locality } from '../domain/locality.ts';
import {
  areInitials,
  clashesWith,
  type FindOptions,
  goesOn,
  isMeant,
  isNotPhrase,
  isSmallName,
  type Reading,
} from './gazetteer-meant.ts';
import { mistypedNamesAt, type NameIndex, namesAt, type PlaceName, type SlipIndex } from './gazetteer-names.ts';
import type { ProvinceRow } from './gazetteer-table.ts';
import { isTypedLoosely, type Token, tokensOf } from './gazetteer-tokens.ts';
import { isNear, nameLength, placeOf, type UnitKind, unitAt } from './gazetteer-units.ts';

export type { FindOptions } from './gazetteer-meant.ts';

export type FoundLocality = {
  locality: Locality;
  start: number;
  end: number;
  /** False: a typing slip was forgiven, or the end of an unknown name was guessed. */
  exact: boolean;
};

export type Known = {
  index: NameIndex;
  slips: SlipIndex;
  /** Provinces with their first word as a letter ("Q. Ngãi"). */
  pointed: NameIndex;
  rows: { current: ReadonlyMap<string, ProvinceRow>; legacy: ReadonlyMap<string, ProvinceRow> };
  provinces: ReadonlyMap<string, Locality>;
  country: Locality;
};

/** Slips are looked for in questions only; more syllables than this are a document. */
const longestQuestion = 200;

type Scan = Reading & { known: Known; text: string };
type Hit = { localities: Locality[]; from: number; to: number; exact: boolean };

export function createFinder(known: Known): (text: string, options?: FindOptions) => FoundLocality[] {
  return (text, options = {}) => {
    const tokens = tokensOf(text);
    const scan: Scan = { known, text, tokens, isLoose: options.asked ?? isTypedLoosely(tokens), options };
    const hits = scanHits(scan, hitAt);
    const isShort = tokens.length <= longestQuestion;
    const isMissing =
      isShort && scan.isLoose && !hits.some(({ localities }) => localities.some(({ level }) => level !== 'country'));
    const all = isMissing ? [...hits, ...scanHits(scan, slipAt)].sort((left, right) => left.from - right.from) : hits;
    return withinProvince(
      scan,
      all.flatMap((hit) => spans(scan, hit)),
    );
  };
}

function scanHits(scan: Scan, read: (scan: Scan, at: number) => Hit | null): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < scan.tokens.length; at++) {
    const hit = read(scan, at);
    if (hit === null) continue;
    hits.push(hit);
    at = hit.to - 1;
  }
  return hits;
}

function spans({ tokens }: Scan, hit: Hit): FoundLocality[] {
  const start = tokens[hit.from]?.start ?? 0;
  const end = tokens[hit.to - 1]?.end ?? start;
  return hit.localities.map((locality) => ({ locality, start, end, exact: hit.exact }));
}

function hitAt(scan: Scan, at: number): Hit | null {
  // "cấp huyện Yên Bái": a tier, not a district of that name.
  const isTier = scan.tokens[at - 1]?.folded === 'cap' && scan.tokens[at]?.isCapital === false;
  const pointed = pointedHit(scan, at);
  if (pointed !== null) return pointed;
  const unit = isTier ? null : unitAt(scan.tokens, at, scan.isLoose);
  if (unit !== null) return unitHit(scan, at, unit) ?? countryAt(scan, at);
  return countryAt(scan, at) ?? nameHit(scan, at);
}

/** "Q.Ngãi" in a question is the province; "Q. Ninh Kiều" goes on and is a district. */
function pointedHit({ known, tokens, options }: Scan, at: number): Hit | null {
  const [first, second, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (options.asked !== true || first?.text.length !== 1 || !(second?.gap ?? '').startsWith('.')) return null;
  const goesOn = after?.isCapital === true && !after.isAllCaps && after.gap === ' ';
  const isName = first.isCapital === second?.isCapital && !goesOn;
  const names = isName ? namesAt(known.pointed, tokens, at) : [];
  return names[0] === undefined ? null : hitOf(names, at, at + 2);
}

/** "tỉnh Cao Bằng", "TP. Huế", "huyện Chợ Đồn": a kind of place and its name. */
function unitHit(scan: Scan, at: number, unit: { kind: UnitKind; next: number }): Hit | null {
  const learnt = namesAt(scan.known.index, scan.tokens, at).filter((name) => name.isLearnt);
  if (learnt[0] !== undefined) return hitOf(learnt, at, at + learnt[0].folded.length);
  const { kind, next } = unit;
  const bare = namesAt(scan.known.index, scan.tokens, next).filter(
    (name) => name.isLearnt && name.locality.name.startsWith(kind.label),
  );
  if (bare[0] !== undefined) return hitOf(bare, at, next + bare[0].folded.length);
  const otherLevel = ofOtherLevel(scan, at, unit);
  if (otherLevel !== null) return otherLevel;
  const isUpper = kind.label === 'tỉnh' || kind.label === 'thành phố';
  const named = isUpper ? namesAt(scan.known.index, scan.tokens, next).filter((name) => !name.isLearnt) : [];
  const length = named[0]?.folded.length ?? 0;
  if (named.some((name) => goesOn(scan, name, next))) return placeHit(scan, at, { ...unit, length: length + 1 });
  if (length > 0 && (isNear(scan.tokens[next], kind) || /^\s?\n\s?$/.test(scan.tokens[next]?.gap ?? ''))) {
    const localities = named.map((name) => underUnit(scan, kind, name.locality));
    return { localities: unique(localities), from: at, to: next + length, exact: true };
  }
  return mistypedHit(scan, at, unit) ?? genericHit(scan, at, unit);
}

/** "xã Trà Quít" asked where only a huyện of that name is known: another place, of which nothing may be known. */
function ofOtherLevel(scan: Scan, at: number, unit: { kind: UnitKind; next: number }): Hit | null {
  const { kind, next } = unit;
  if (
    scan.options.asked !== true ||
    manyWords.has(scan.tokens[at - 1]?.folded ?? '') ||
    !isNear(scan.tokens[next], kind)
  )
    return null;
  const names = namesAt(scan.known.index, scan.tokens, next);
  const [name] = names.every(({ isLearnt }) => isLearnt) && unitAt(scan.tokens, next, true) === null ? names : [];
  const isLower = name?.locality.level === 'district' || name?.locality.level === 'commune';
  return name === undefined ||
    !isLower ||
    name.locality.level === kind.level ||
    /\d$/.test(scan.tokens[at - 1]?.text ?? '')
    ? null
    : placeHit(scan, at, { ...unit, length: name.folded.length });
}

/** "tỉnh Bắc Nính", "huyện Krông Pắk" in a question: the one known place of that kind a slip away. */
function mistypedHit(scan: Scan, at: number, { kind, next }: { kind: UnitKind; next: number }): Hit | null {
  if (scan.options.asked !== true || scan.tokens.length > longestQuestion) return null;
  const isUpper = kind.label === 'tỉnh' || kind.label === 'thành phố';
  // The provinces are all known; "xã Đồng Sơn" is another commune than "xã Đông Sơn", so for those marks alone are no slip.
  const isMisspelt = ({ folded }: PlaceName): boolean =>
    folded.some((part, offset) => scan.tokens[next + offset]?.folded !== part);
  const names = mistypedNamesAt(scan.known.slips, scan.tokens, next).filter((name) =>
    isUpper
      ? name.locality.level === 'province'
      : isMisspelt(name) && name.locality.name.toLowerCase().startsWith(kind.label),
  );
  const [only] = names;
  const isOne = only !== undefined && names.every(({ locality }) => locality.key === only.locality.key);
  return isOne ? { ...hitOf([only], at, next + only.folded.length), exact: false } : null;
}

/** "thành phố Cao Bằng" is a town of the province; "thành phố Hà Nội" is Hà Nội; "tỉnh Thừa Thiên Huế" keeps its old name. */
function underUnit({ known, options }: Scan, kind: UnitKind, locality: Locality): Locality {
  const row = known.rows.current.get(locality.key) ?? known.rows.legacy.get(locality.key);
  if (row === undefined) return locality;
  const wasProvince = row.cityFrom !== undefined && options.on !== undefined && options.on < row.cityFrom;
  const isCity = row.type === 'city' && !wasProvince;
  if (kind.label === 'thành phố') return isCity ? locality : placeOf(kind, row.name, locality.key);
  const asProvince = row.aliases.find((alias) => alias.startsWith('Tỉnh '));
  return row.type === 'city' && asProvince !== undefined ? { ...locality, name: `t${asProvince.slice(1)}` } : locality;
}

function genericHit(scan: Scan, at: number, { kind, next }: { kind: UnitKind; next: number }): Hit | null {
  const length = nameLength(scan.tokens, { at, next, kind });
  const guessed = length === 0 && scan.options.asked === true ? guessedLength(scan, { at, next, kind }) : 0;
  const hit = placeHit(scan, at, { kind, next, length: length + guessed });
  return hit === null ? null : { ...hit, exact: guessed === 0 };
}

/** The place of a kind whose name has this many syllables; null for none. */
function placeHit(
  { tokens, text }: Scan,
  from: number,
  { kind, next, length }: { kind: UnitKind; next: number; length: number },
): Hit | null {
  const [first, last] = [tokens[next], tokens[next + length - 1]];
  if (first === undefined || last === undefined || length === 0) return null;
  const locality = placeOf(kind, text.slice(first.start, last.end));
  return { localities: [locality], from, to: next + length, exact: true };
}

/** Words that go on with the sentence after "huyện", "thành phố" …, so no name follows. */
const sentenceWords = new Set(
  (
    'nao nay do kia co dat la cua va hoac duoc phai dang trong o tai cho voi ve theo thi se da khong moi cac nhung tren thuoc ngheo nong vung ' +
    'mien bien dao trung truc loai nam den tu bao may gi ai so ti chi giao uy doan hoi thong van hien ngoai cap tich hanh tham xa quan'
  ).split(' '),
);

const manyWords = new Set('cac nhung may nhieu moi so toan tung nao'.split(' '));

/** In a question without capitals an unknown district is taken to have a name of two syllables, as most have, or that of a province. */
function guessedLength(
  { tokens, known }: Scan,
  { at, next, kind }: { at: number; next: number; kind: UnitKind },
): number {
  if (kind.level !== 'district') return 0;
  const province = namesAt(known.index, tokens, next).find((name) => !name.isLearnt && !name.needsLead);
  if (province !== undefined && isNear(tokens[next], kind))
    return manyWords.has(tokens[at - 1]?.folded ?? '') ? 0 : province.folded.length;
  // Typed without marks "quan" is more often army, magistrate or view than a district that nobody has named.
  if (kind.label === 'quận' && tokens[at]?.isAccented === false) return 0;
  const isName = [tokens[next], tokens[next + 1]].every(
    (token) => token !== undefined && /^[ .]{1,2}$/.test(token.gap ?? '') && isNameLike(token),
  );
  return isName ? 2 : 0;
}

const isNameLike = (token: Token): boolean => /^\p{L}{2,}$/u.test(token.text) && !sentenceWords.has(token.folded);

const countryWords: readonly (readonly [string, string])[] = [
  ['ca', 'nuoc'],
  ['toan', 'quoc'],
  ['viet', 'nam'],
];
const countryLeads = new Set(['cua', 'o', 'tai', 'toan', 'nuoc', 'cho']);

/** "cả nước", "toàn quốc"; "Việt Nam" only where it is a place and not part of a name ("Mặt trận Tổ quốc Việt Nam"). */
function countryAt({ known, tokens }: Scan, at: number): Hit | null {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined || second === undefined) return null;
  const words = countryWords.find(([left, right]) => first.folded === left && second.folded === right);
  if (
    words === undefined ||
    second.gap?.trim() !== '' ||
    (first.folded === 'ca' && first.isAccented && first.text.toLowerCase() !== 'cả')
  )
    return null;
  const isLed = at === 0 || countryLeads.has(tokens[at - 1]?.folded ?? '');
  if (first.folded === 'viet' && !isLed) return null;
  return { localities: [known.country], from: at, to: at + 2, exact: true };
}

/** A known place named without its kind: "Cao Bằng", "chợ đồn". */
function nameHit(scan: Scan, at: number): Hit | null {
  const names = namesAt(scan.known.index, scan.tokens, at);
  const length = names[0]?.folded.length ?? 0;
  const provinces = names.filter((name) => !name.isLearnt);
  const meant = (provinces.length > 0 ? provinces : names).filter(
    (name) => isMeant(scan, name, at) || isBesidePlace(scan, at + length),
  );
  return meant.length === 0 ? null : hitOf(meant, at, at + length);
}

/** "cao bằng với kon tum", "… vs …": what would be words alone is compared with a place. */
const isBesidePlace = ({ known, tokens, options }: Scan, next: number): boolean =>
  options.asked === true &&
  /^(?:voi|vs|hoac|hay|va)$/.test(tokens[next]?.folded ?? '') &&
  namesAt(known.index, tokens, next + 1).some(({ isInitials, needsLead }) => isInitials === undefined && !needsLead);

const hitOf = (names: readonly PlaceName[], from: number, to: number): Hit => ({
  localities: unique(names.map((name) => name.locality)),
  from,
  to,
  exact: true,
});

const unique = (localities: readonly Locality[]): Locality[] => [
  ...new Map(localities.map((locality) => [locality.key, locality])).values(),
];

/** Where no place was found by its name: initials, a commune in small letters, or a name mistyped. */
function slipAt(scan: Scan, at: number): Hit | null {
  const initials = namesAt(scan.known.index, scan.tokens, at).filter(
    (name) => name.isInitials !== undefined && areInitials(scan, name, at),
  );
  if (initials.length > 0) return { ...hitOf(initials, at, at + 1), exact: false };
  const small = namesAt(scan.known.index, scan.tokens, at).filter((name) => isSmallName(scan, name, at));
  if (small[0] !== undefined) return hitOf(small, at, at + small[0].folded.length);
  const names = mistypedNamesAt(scan.known.slips, scan.tokens, at).filter(
    (name) => !clashesWith(scan, name, at) && isNotPhrase(scan, name, at),
  );
  const length = names[0]?.folded.length ?? 0;
  const same = names.filter((name) => name.folded.length === length);
  return length === 0 ? null : { ...hitOf(same, at, at + length), exact: false };
}

/** "huyện Chợ Đồn, tỉnh Bắc Kạn": the province that follows is the one it lies in. */
function withinProvince({ text }: Scan, found: FoundLocality[]): FoundLocality[] {
  return found.map((hit, at) => {
    const next = found[at + 1];
    const isLower = hit.locality.level === 'district' || hit.locality.level === 'commune';
    if (next === undefined || !isLower || hit.locality.within !== null || next.locality.level !== 'province')
      return hit;
    const isNext = /^\s{0,2}[,(–-]?\s{0,2}$/.test(text.slice(hit.end, next.start));
    return isNext ? { ...hit, locality: { ...hit.locality, within: next.locality.key } } : hit;
  });
}
