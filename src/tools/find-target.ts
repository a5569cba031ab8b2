import type { Locality } from '../domain/locality.ts';
import { noPeriod, type Period } from '../domain/period.ts';
import type { Figure, Target } from '../domain/target.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Catalog } from './catalog.ts';
import { isLostRow } from './lost-rows.ts';
import { type Asked, type IndexedTarget, type MatchDecision, matchTargets, type TargetMatch } from './match-targets.ts';
import { isDepartment } from './name-bodies.ts';
import { answersPeriod } from './period-answer.ts';
import { areRivals } from './rival-targets.ts';
import { isSamePlace, placeIdentity } from './same-place.ts';

/** One thing asked of one place (null: of whichever has it), time and set of documents (null: any). */
export type TargetQuery = {
  asked: Asked;
  locality: Locality | null;
  period: Period | null;
  documents: readonly string[] | null;
  kinds: readonly Figure['kind'][];
  /** How much each year; default: however it is set. */
  isEachYear?: boolean | undefined;
};

/** What comes nearest to something that is not there; each list may be empty. Never an answer. */
export type Nearest = {
  /** The same thing at the same place for another time. */
  otherPeriods: Target[];
  /** The same thing at other places. */
  otherLocalities: Target[];
  /** The same thing as reported, where a target was asked for, or the other way round. */
  otherKinds: Target[];
  /** Other things at the same place whose names share words. */
  otherNames: Target[];
};

export type TargetAnswer = {
  /** Best first; the same figure set twice is given once. Empty when nothing answers. */
  found: Target[];
  /** Found only for a part of what was asked; show it under its own name. */
  isNarrower: boolean;
  /** Looked for when first read: that takes longer than finding, and mostly only `found` is wanted. */
  readonly nearest: Nearest;
};

const nothingNear: Nearest = { otherPeriods: [], otherLocalities: [], otherKinds: [], otherNames: [] };
const nearestLimit = 6;

/** Finds what was set for the thing, place and time asked, and nothing else; what is merely near is kept apart. */
export function findTarget(catalog: Catalog, query: TargetQuery): TargetAnswer {
  const answer = findThere(catalog, query);
  if (answer.found.length > 0 || query.locality === null) return answer;
  for (const body of bodiesFor(query.locality, catalog)) {
    const theirs = findThere(catalog, { ...query, locality: body });
    if (theirs.found.length > 0) return theirs;
  }
  return answer;
}

/** Organisations that may answer for a place nothing was set for: departments for a province, any for a district or commune. */
function bodiesFor(locality: Locality, catalog: Catalog): readonly Locality[] {
  const bodies = catalog.bodiesIn(locality.key);
  return locality.level === 'province' ? bodies.filter(isDepartment) : bodies;
}

function findThere(catalog: Catalog, query: TargetQuery): TargetAnswer {
  const pool = poolOf(catalog, query);
  const here = pool.filter(({ target }) => query.kinds.includes(target.kind) && !isToldTooEarly(target, catalog));
  const timely = here.filter(
    (entry) =>
      (answersPeriod(entry.target.period, query.period, fallbackPeriod(catalog, entry.target)) ||
        isChangeUntil(entry, query)) &&
      !isOfSchools(entry, query) &&
      !isLostRow(entry, catalog) &&
      !(query.isEachYear === true && isOfTerm(entry)),
  );
  const decisions = decide(query, timely);
  const found = distinct(decisions.flatMap((decision) => [...decision.found, ...rivalsIn(decision)]));
  if (found.length > 0) {
    return {
      found,
      isNarrower: decisions.every(({ found: some, isNarrower }) => isNarrower || some.length === 0),
      nearest: nothingNear,
    };
  }
  let nearest: Nearest | null = null;
  return {
    found: [],
    isNarrower: false,
    get nearest() {
      nearest ??= nearestTo(catalog, query, { pool, here, timely: decisions });
      return nearest;
    },
  };
}

/** What other documents set for the very things found: never left out for being worded less like the question. */
const rivalsIn = ({ found, beside }: MatchDecision): TargetMatch[] =>
  beside.filter((match) => found.some(({ target }) => areRivals(target, match.target)));

function poolOf(catalog: Catalog, { asked, locality, documents }: TargetQuery): readonly IndexedTarget[] {
  const pool =
    documents !== null
      ? documents.flatMap(catalog.targetsOf)
      : locality !== null
        ? [...catalog.targetsAt(locality.key), ...(locality.level === 'country' ? catalog.targetsAt('') : [])]
        : anywhere(catalog, asked);
  return locality === null
    ? pool
    : pool.filter(({ target }) => isAt(target, locality) || isOfAll(catalog, target, locality));
}

/** What a text says of the whole country without having a place of its own. */
function isOfAll(catalog: Catalog, { locality, quote, document }: Target, asked: Locality): boolean {
  if (asked.level !== 'country' || locality !== null) return false;
  return national.test(fold(`${catalog.directive(document)?.title ?? ''} ${quote}`));
}

const national = /(?<![a-z])(?:ca nuoc|toan quoc|quoc hoi|chinh phu|thu tuong)(?![a-z])/;

/** "đến 2025 giảm bao nhiêu": so much in each year of the term that ends then. */
const isChangeUntil = ({ target }: IndexedTarget, { asked, period }: TargetQuery): boolean =>
  asked.measure.change !== null &&
  period?.kind === 'until' &&
  target.period.kind.startsWith('yearly') &&
  target.period.to === period.to;

/** So much in several years together, not in each: "90.000 lượt người" of a term. */
function isOfTerm({ target, measure, name }: IndexedTarget): boolean {
  const { kind, from, to } = target.period;
  const isLong = kind === 'range' && from?.slice(0, 4) !== to?.slice(0, 4) && !isSchoolYear(target.period);
  const isSum = measure.form !== 'percent' && !measure.isPer && !name.words.some(({ token }) => token === 'dau_nguoi');
  return isLong && isSum && !eachYear.test(fold(`${target.indicator} ${target.quote}`));
}

const eachYear = /(?:moi|hang|tung|\/) ?nam|binh quan|nam nao/;

/** What is set for everybody is not asked for by school years: "100% tham gia BHYT trong năm học 2022-2023" is set for pupils, named or not. */
function isOfSchools({ target, name }: IndexedTarget, { asked, period, locality }: TargetQuery): boolean {
  if (asked.key === null || locality?.level === 'body' || !isSchoolYear(target.period)) return false;
  return (period === null || !isSchoolYear(period)) && ![...asked.words, ...name.words].some(isSchool);
}

const isSchoolYear = ({ text }: Period): boolean => text.startsWith('năm học');
const isSchool = ({ token }: { token: string }): boolean =>
  /^(?:hoc|truong|lop|giao|mam_non|tieu_hoc|trung_hoc|tre|sinh_vien|bo_hoc|luu_ban|pho_cap)(?:_|$)/.test(token);

/** What was reached over several years is told when they are over: told before, it was reached in others. */
function isToldTooEarly({ kind, period, document }: Target, catalog: Catalog): boolean {
  const directive = catalog.directive(document);
  const { from, to } = period.kind === 'none' ? (directive?.period ?? noPeriod) : period;
  const isLong = to !== null && from?.slice(0, 4) !== to.slice(0, 4);
  return kind === 'observation' && isLong && to.slice(0, 4) > (directive?.date ?? catalog.today).slice(0, 4);
}

const isAt = ({ locality: own }: Target, asked: Locality | null): boolean =>
  own !== null && asked !== null && isSamePlace(own, asked);

/** Targets at any place that have the rarest word asked for, or the key. */
function anywhere(catalog: Catalog, asked: Asked): readonly IndexedTarget[] {
  const strong = asked.words.filter((word) => word.weight >= 0.5);
  const wanted = strong.length > 0 ? strong : asked.words.filter((word) => word.weight > 0);
  const lists = wanted.map((word) => catalog.targetsWith(word.token)).sort((a, b) => a.length - b.length);
  const withKey = asked.key === null ? [] : catalog.targetsWithKey(asked.key);
  return [...new Set([...(lists[0] ?? []), ...withKey])];
}

/** Each place decides for itself: what is "the same" at one is not weighed against another. */
function decide({ asked, locality }: TargetQuery, targets: readonly IndexedTarget[]): MatchDecision[] {
  if (locality !== null) return [matchTargets(asked, targets)];
  const places = new Map<string, IndexedTarget[]>();
  for (const entry of targets) {
    const key = placeIdentity(entry.target.locality);
    places.set(key, [...(places.get(key) ?? []), entry]);
  }
  const decisions = withoutConfused(
    asked,
    [...places.values()].map((group) => matchTargets(asked, group)),
  );
  const best = Math.max(0, ...decisions.map(({ found }) => found[0]?.score ?? 0));
  const isWeak = (decision: MatchDecision): boolean => decision.isNarrower && best >= 3;
  return decisions
    .filter((decision) => !isWeak(decision))
    .sort((a, b) => (b.found[0]?.score ?? 0) - (a.found[0]?.score ?? 0));
}

/** Where the country has a "GDP", the "GRDP" of a province is another thing. */
function withoutConfused({ key, nearKeys }: Asked, decisions: MatchDecision[]): MatchDecision[] {
  const isKeyed = decisions.some(({ found }) => found.some(({ target }) => key !== null && target.key === key));
  const isConfused = ({ found }: MatchDecision): boolean =>
    found.length > 0 && found.every(({ target }) => nearKeys.includes(target.key ?? ''));
  return isKeyed ? decisions.filter((decision) => !isConfused(decision)) : decisions;
}

/** The same value of the same thing set in two places of a text, or in two texts, is one figure. */
function distinct(matches: readonly TargetMatch[]): Target[] {
  const seen = new Map<string, Target>();
  for (const { target, signature } of matches) {
    const key = [
      placeIdentity(target.locality),
      target.period.text,
      target.min,
      target.max,
      target.comparator,
      target.unit,
      target.key ?? signature,
      target.kind,
    ].join('|');
    if (!seen.has(key)) seen.set(key, target);
  }
  return [...seen.values()];
}

function fallbackPeriod(catalog: Catalog, target: Target): Period {
  return catalog.directive(target.document)?.period ?? noPeriod;
}

type Searched = { pool: readonly IndexedTarget[]; here: readonly IndexedTarget[]; timely: readonly MatchDecision[] };

function nearestTo(catalog: Catalog, query: TargetQuery, { pool, here, timely }: Searched): Nearest {
  const limited = (matches: readonly TargetMatch[]): Target[] => distinct(matches).slice(0, nearestLimit);
  const otherKinds = pool.filter(
    ({ target }) => !query.kinds.includes(target.kind) && !isToldTooEarly(target, catalog),
  );
  const elsewhere =
    query.locality === null
      ? []
      : anywhere(catalog, query.asked).filter(
          ({ target }) => !isAt(target, query.locality) && query.kinds.includes(target.kind),
        );
  return {
    otherPeriods: limited(matchTargets(query.asked, here).found),
    otherLocalities: limited(decide({ ...query, locality: null }, elsewhere).flatMap(({ found }) => found)),
    otherKinds: limited(matchTargets(query.asked, otherKinds).found),
    otherNames: limited(timely.flatMap(({ near }) => near)),
  };
}
