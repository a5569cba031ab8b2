import { findQuantitiesIn, type Quantity } from '../../vietnamese/quantity.ts';
import type { BlockPlace } from './block-place.ts';
import { bracketFigures } from './bracket-figures.ts';
import { isBreakdown, opensBreakdown } from './breakdown.ts';
import { clauseKind, isIdle, lastTelling } from './clause-kind.ts';
import { enterSegment, isIdleKind, openState, type ReadState } from './enter-segment.ts';
import { figurePeriod } from './figure-period.ts';
import { findCues, type Telling } from './find-cues.ts';
import { type Clause, type Linking, linkValues } from './link-values.ts';
import { beginsWithNoun } from './name-opening.ts';
import { nameValue } from './name-value.ts';
import type { NamedValue } from './named-value.ts';
import { isNameless } from './nameless.ts';
import { type PeriodMention, periodMentions } from './period-mentions.ts';
import { periodsInTurn } from './periods-in-turn.ts';
import { placeAfterOpening } from './place-after-opening.ts';
import { type PlainText, plainText, type Span, storedSpan } from './plain-text.ts';
import { isQualifier } from './qualifiers.ts';
import type { Block, ReadFigure } from './read-figure.ts';
import { isFollowedByNoun } from './read-tail.ts';
import { shareComparators } from './share-comparators.ts';
import { shareNames } from './share-names.ts';
import { sharedMentions } from './shared-mentions.ts';
import { type Segment, splitSegments } from './split-segments.ts';

export type { ReadFigure } from './read-figure.ts';

/** More numbers than this, closer together than this, are a dump of data and no sentences. */
const isDump = (count: number, length: number): boolean => count > 100 && count * 40 > length;

/** The figures of a stretch of prose or of one list item, in order; empty when it holds none. */
export function readBlock(stored: string, span: Span, above: BlockPlace): ReadFigure[] {
  const plain = plainText(stored, span.start, span.end);
  const quantities = findQuantitiesIn(plain.text, plain.folded);
  if (quantities.length === 0 || isDump(quantities.length, plain.text.length)) return [];
  const isBracketed = above.whole?.isBracketed === true;
  const mentions = periodMentions(plain).filter((mention) => !(isBracketed && isPartName(plain, mention)));
  const place = placeAfterOpening({ plain, quantities }, above);
  const cues = findCues(plain, mentions, place.plan);
  const block = { stored, plain, mentions, cues, quantities, place };
  const found: ReadFigure[] = [];
  const state = openState(place);
  for (const segment of splitSegments(plain)) {
    enterSegment(state, segment, block);
    found.push(...readSegment(block, segment, state));
    state.telling = lastTelling(block, segment) ?? state.telling;
  }
  return found;
}

/** "12.600 ha (vụ Đông Xuân 2022-2023: 6.100 ha; …)": a season names a part there. */
const isPartName = ({ flat }: PlainText, { period, end }: PeriodMention): boolean =>
  /^(?:vụ|mùa) /u.test(period.text) && /^ ?:/.test(flat.slice(end, end + 2));

function readSegment(block: Block, segment: Segment, state: ReadState): ReadFigure[] {
  const { plain, quantities } = block;
  const inside = quantities.filter(
    (one) =>
      one.start >= segment.start &&
      one.end <= segment.end &&
      (!isQualifier(plain, one) || (block.place.whole?.isBracketed === true && /^\d+,\d+$/.test(one.valueText))),
  );
  const linking: Linking = { plain, mentions: block.mentions };
  const open = inside.filter(
    (one) => !plain.brackets.some((bracket) => bracket.start < one.start && one.start < bracket.end),
  );
  const clauses = linkValues(linking, segment, shareComparators(open, plain.flat));
  const named: NamedValue[] = [];
  const found: ReadFigure[] = [];
  for (const clause of clauses) {
    state.isListing ??= opensListing(plain, clause);
    if (state.isListing && block.place.section === 'plain') state.telling ??= listingTelling(block);
    const value = nameValue(linking, clause, state.carry);
    if (value === null) continue;
    named.push(value);
  }
  const values = shareNames(plain, named);
  const turns = periodsInTurn(block, values, segment);
  const shared = sharedMentions(block, values, state.lead !== null);
  for (const [at, value] of values.entries()) {
    const figure = toFigure(block, { segment, state, value, shared: shared[at] ?? null, turn: turns[at] ?? null });
    if (figure === null) continue;
    if (value.parent === null) state.whole = figure;
    if ((state.lead?.start ?? 0) >= state.sentenceStart) state.isLeadOfResults = figure.kind !== 'target';
    found.push(figure, ...readBrackets(block, value, figure));
  }
  return found;
}

/** From so many values on, a block is a listing. */
const densest = 3;

/** Whether a block opens as listings do: with a name right at its start, or with a percentage of something. */
function opensListing(plain: PlainText, { head, quantity, region, label }: Clause): boolean {
  if (label !== null) return beginsWithNoun(plain.flat.slice(label.start, label.end).replace(/^.*: ?/, ''));
  if (head.startsWith === 'other') return quantity.kind === 'percent' && isFollowedByNoun(plain.flat, quantity.end);
  return head.name.start - region.start < 12 && head.verbs[0] !== 'co';
}

/** One of a dense listing in a plan, or an item of a list that opens with what is measured. */
function isListed({ place, quantities, plain }: Block, { isListing }: ReadState, { head, label }: Clause): boolean {
  if (!place.isPlan || isListing !== true) return false;
  const isItem = /^(?:[-–+*•]|\(?\d{1,2}[.)])/.test(plain.text);
  return quantities.length >= densest || (isItem && (head.startsWith === 'noun' || label !== null));
}

/** "chi cho nghiên cứu đạt 2% GDP, trong đó kinh phí từ xã hội chiếm 60%": the part of a share of the economy is no cost shared. */
const isOfEconomy = ({ named }: ReadFigure): boolean => /GDP|GRDP/u.test(named.clause.quantity.unit);

/** "giải ngân từ 95% kế hoạch vốn, riêng vốn ngân sách trung ương 100%": the same is done with the part to another share. */
const sharesWith = (whole: ReadFigure, { kind }: Quantity): boolean =>
  isOfEconomy(whole) ||
  (kind === 'percent' && /^giải ngân/iu.test(whole.named.name) && whole.named.clause.quantity.kind === kind);

/** "- 80% hồ sơ công việc được xử lý trên môi trường mạng": an item of a list that is a share of something and nothing else. */
const isItem = ({ plain }: Block, { quantity }: Clause): boolean =>
  quantity.kind === 'percent' &&
  /^[-–+*•] ?$/.test(plain.text.slice(0, quantity.start)) &&
  isFollowedByNoun(plain.flat, quantity.end);

/** "Cơ cấu nguồn vốn: …": all behind it are shares of money. */
const moneyList =
  /^[^a-z§]{0,8}(?:[c§]o cau )?(?:nguon (?:von|kinh phi)|von (?:thuc hien|dau [t§]u)|kinh phi)[^:;.%]{0,30}:/;

/** "…, mức đóng 12.000 đồng; 40% cơ sở thành lập câu lạc bộ": behind what is money alone, a name or a segment that opens with a share. */
const opensAnew = ({ plain }: Block, { segment, state, clause }: Opening): boolean =>
  (clause.head.startsWith === 'noun' &&
    !moneyList.test(plain.flat.slice(state.idleFrom ?? 0, clause.quantity.start))) ||
  (segment.start !== state.idleFrom &&
    clause.quantity.kind === 'percent' &&
    plain.flat.slice(segment.start, clause.quantity.start).trim() === '' &&
    isFollowedByNoun(plain.flat, clause.quantity.end));

type Opening = { segment: Segment; state: ReadState; clause: Clause };

/** A listing in which a goal is told somewhere and no result anywhere sets goals throughout. */
function listingTelling({ quantities, cues }: Block): Telling {
  const isGoal =
    quantities.length >= densest &&
    cues.some((cue) => cue.telling === 'goal') &&
    cues.every((cue) => /goal|open/.test(cue.telling));
  return isGoal ? 'goal' : null;
}

/** Results are told in stories; a name longer than this is one. */
const longestResultName = 110;

function toFigure(
  block: Block,
  {
    segment,
    state,
    value,
    shared,
    turn,
  }: {
    segment: Segment;
    state: ReadState;
    value: NamedValue;
    shared: PeriodMention | null;
    turn: PeriodMention | null;
  },
): ReadFigure | null {
  const { plain, place } = block;
  const { clause } = value;
  const clausePlace = {
    section: place.section,
    sentence: { start: state.sentenceStart, end: segment.end },
    region: clause.region,
    pieceStart: Math.max(clause.region.start, plain.flat.lastIndexOf(',', value.span.start) + 1),
    clauseEnd: clause.tail.end,
    before: state.telling,
    isBare: value.goesOn,
    isAdded:
      /^(?:co them|tang them)/.test(clause.head.verbs[0] ?? '') ||
      / them $/.test(plain.flat.slice(clause.quantity.start - 6, clause.quantity.start)),
    isMade: isMade(block, value),
    isIndicator: clause.head.startsWith === 'noun' || value.goesOn,
    name: clause.head.startsWith === 'noun' ? clause.head.name : null,
    isRate: /^(?:tỷ|tỉ) (?:lệ|trọng|suất)|^chỉ số(?!\p{L})/iu.test(value.name),
    isLevelled: /^(?:xuong|con|giam con|len)/.test(clause.head.verbs[0] ?? ''),
    isListed: isListed(block, state, clause),
    isPartOfGoal: value.parent !== null && state.whole?.kind === 'target' && sharesWith(state.whole, clause.quantity),
    isItem: isItem(block, clause),
  };
  if (isIdleKind(clause.quantity) && isIdle(plain, clause.quantity, clausePlace)) state.idleFrom ??= segment.start;
  if (state.idleFrom !== null && isIdleKind(clause.quantity) && !opensAnew(block, { segment, state, clause }))
    return null;
  const kind = clauseKind(block, clause.quantity, clausePlace);
  if (kind === 'none' || (kind !== 'target' && value.name.length > longestResultName) || isNameless(value)) return null;
  const { mention, period } = figurePeriod({ kind, block, state, value, shared, turn });
  const said = trimmed(plain.text, value.value);
  const span = withMention(
    { start: Math.min(value.span.start, said.start), end: Math.max(value.span.end, said.end) },
    mention,
    clause,
  );
  return {
    kind,
    named: value,
    period,
    quote: storedSpan(plain, span),
    value: storedSpan(plain, said),
    confidence: confidenceOf(block, value),
  };
}

/** Verbs that leave something behind which can be counted. */
const making =
  /^(?:hoan thanh|nang cap|lap [d§]at|xay moi|xay dung moi|trong moi|§rong|thanh lap moi|mo moi|khoi cong|khanh thanh|cung hoa|kien [c§]o|cai tao|xoa|dua vao)(?= |$)/;
/** The same for lengths and areas. */
const working =
  /^(?:nao vet|tu sua|sua chua|be tong hoa|nhua hoa|duy tu|xay dung|xay|trong|§rong|mo rong|gieo (?:cay|trong)|gieo|chuyen doi|phuc hoa|khoanh nuoi)(?= |$)/;

function isMade({ plain, place }: Block, { clause }: NamedValue): boolean {
  const { head, quantity, region } = clause;
  if (place.governing.every(({ kind }) => kind === 'none') || quantity.kind === 'percent') return false;
  const isBound = quantity.comparator !== '=' && quantity.comparator !== '~';
  if (isBound && (head.startsWith === 'action' || /^dat/.test(head.verbs.at(-1) ?? ''))) return true;
  const verb =
    head.verbs.find((one) => making.test(one)) ??
    plain.flat.slice(Math.max(region.start, head.name.start), quantity.start).trimStart();
  const isWork = quantity.kind === 'measure' && /^(?:km|ha|m2|m²|m3|m³|m)$/u.test(quantity.unit) && working.test(verb);
  return isWork || (/^(?:count|measure)$/.test(quantity.kind) && making.test(verb));
}

/** Lower where a name was not found in so many words or the section does not set goals. */
function confidenceOf({ place }: Block, { name, clause, goesOn }: NamedValue): number {
  const isOdd = name.split(' ').length < 2 || name.length > 220;
  const isBare = clause.quantity.kind === 'none';
  const said = place.isAssumed ? 0.55 : place.section === 'goal' ? 0.95 : 0.85;
  return said - (isOdd ? 0.3 : 0) - (isBare ? 0.2 : 0) - (goesOn ? 0.1 : 0);
}

const trimmed = (text: string, { start, end }: Span): Span => ({
  start: start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0),
  end,
});

/** The quote takes in the period that is said close by in the same clause. */
function withMention(span: Span, mention: PeriodMention | null, clause: Clause): Span {
  const near = 90;
  if (mention === null || mention.start > clause.tail.end) return span;
  if (mention.end > span.end) return mention.end - span.end < near ? { start: span.start, end: mention.end } : span;
  return span.start - mention.start < near ? { start: Math.min(span.start, mention.start), end: span.end } : span;
}

/** "(trong đó: KV1 đạt 4,5%; …)" right behind a value: its parts. Other brackets explain and hold no figures of their own. */
function readBrackets(block: Block, value: NamedValue, figure: ReadFigure): ReadFigure[] {
  const { plain, stored, place } = block;
  const { quantity, tail, region } = value.clause;
  const isBehind = (one: Span): boolean => one.start >= quantity.end && one.end <= tail.end;
  // "Trồng cây (trong đó: thông 6 ha, keo 5 ha): 11 ha"
  const isAhead = (one: Span): boolean =>
    one.start >= region.start && one.end <= quantity.start && opensBreakdown(plain.folded.slice(one.start, one.end));
  const brackets = plain.brackets.filter(
    (one) => (isBehind(one) && isBreakdown(block, quantity.kind, one)) || isAhead(one),
  );
  const parts = brackets.flatMap((bracket) => {
    const inside = storedSpan(plain, { start: bracket.start + 1, end: bracket.end - 1 });
    const whole = { name: value.name, direction: value.direction, unit: quantity.unit, isBracketed: true };
    const governing = [figure.period, ...place.governing];
    const section = figure.kind === 'target' ? 'goal' : 'result';
    return readBlock(stored, inside, { ...place, section, governing, telling: null, label: null, whole });
  });
  const beside = plain.brackets
    .filter(isBehind)
    .flatMap((bracket) => bracketFigures(block, { value, figure, bracket }));
  return [...beside, ...parts];
}
