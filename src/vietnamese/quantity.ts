import { comparatorAfter, comparatorBefore, deniedBefore, fromBefore } from './comparator.ts';
import { type NumberToken, quantityNumbers } from './quantity-number.ts';
import { rankAt, rankQuantities } from './quantity-rank.ts';
import { quantityText } from './quantity-text.ts';
import { bounds, type Quantity } from './quantity-value.ts';
import { wordQuantities } from './quantity-words.ts';
import { type FoundUnit, rateEnd, unitAfter } from './unit.ts';
import { countedPhrases, countedSyllables } from './unit-words.ts';

export type { Quantity } from './quantity-value.ts';

/** The start of a change "từ 20% xuống 15%": what is left, not what is aimed at. */
const awayFrom =
  /^[^.;]{0,40}?[ ”"](?:xuong|len|thanh|sang)(?: [§c]on| dat| thanh| muc| duoi| tren| khoang| hon| “| ")* *$/;
const dash = / {0,2}(?:[-–—÷]|den|toi) {0,2}(?:khoang )?/y;

/** "20% - 35% - 45%": three shares of one whole are no ranges. */
const shares = /(?<![\d.,])\d[\d.,]{0,6} ?%(?: ?[-–—] ?\d[\d.,]{0,6} ?%){2,5}/g;

function shareRows(folded: string): { start: number; end: number }[] {
  if (!folded.includes('%')) return [];
  return [...folded.matchAll(shares)].map(({ index, 0: row }) => ({ start: index, end: index + row.length }));
}

/** Everything in a text that reads as a quantity, in order; numbers of dates, documents, articles and lists are left out. */
export function findQuantities(text: string): Quantity[] {
  return findQuantitiesIn(text, quantityText(text));
}

/** The same, with the folded text handed in (`quantityText(text)`), for who has it already. */
export function findQuantitiesIn(text: string, folded: string): Quantity[] {
  const isLower = (offset: number): boolean => {
    const letter = text.charAt(offset);
    return letter !== letter.toUpperCase();
  };
  const numbers = quantityNumbers(folded);
  const rows = shareRows(folded);
  const found: Quantity[] = [];
  for (let at = 0; at < numbers.length; at++) {
    const first = numbers[at];
    if (first === undefined) break;
    // "60 ngàn/ 1 hội viên/ 1 năm"
    if (first.start < (found.at(-1)?.end ?? 0)) continue;
    const isShare = rows.some(({ start, end }) => start <= first.start && first.end < end);
    const quantity = readQuantity({ text, folded, isLower, first, second: isShare ? undefined : numbers[at + 1] });
    if (quantity === null) continue;
    if (quantity.isRange) at++;
    found.push(quantity.quantity);
  }
  const ranks = rankQuantities(text, folded);
  const words = [...ranks, ...wordQuantities(text, folded)];
  const counted = found.filter(
    (one) => !ranks.some((rank) => rank.start <= one.numberStart && one.numberStart < rank.end),
  );
  const all = words.length === 0 ? found : [...counted, ...words].sort((a, b) => a.start - b.start);
  return shareUnits(withoutStarts(all, folded), text);
}

type Source = {
  text: string;
  folded: string;
  isLower: (offset: number) => boolean;
  first: NumberToken;
  second: NumberToken | undefined;
};

/** Behind a verb of having or a share ("có 2.400 Tổ liên gia", "63/63 Sở") a capital opens what is counted, where that noun is one that is. */
const counting =
  /(?:^|[^a-z§])(?:co|dat|len|moi|them|it nhat|toi thieu|va|xay dung|xay|sua chua|thanh lap|ho tro|trao) {1,2}$/;

const phrases: ReadonlySet<string> = new Set(countedPhrases);

function withCapitals(source: Source): Source {
  const { folded, first, isLower } = source;
  const [, noun, next] =
    /^ {1,2}([a-z§]{1,7})(?![a-z0-9§])(?: ([a-z§]{1,7}))?/.exec(folded.slice(first.end, first.end + 18)) ?? [];
  if (noun === undefined || !(countedSyllables.has(noun) || phrases.has(`${noun} ${next}`))) return source;
  const isShare = folded.slice(first.start, first.end).includes('/');
  if (!isShare && !counting.test(folded.slice(Math.max(0, first.start - 12), first.start))) return source;
  return { ...source, isLower: (offset) => offset - first.end <= 2 || isLower(offset) };
}

function readQuantity(given: Source): { quantity: Quantity; isRange: boolean } | null {
  const source = withCapitals(given);
  const { folded, first } = source;
  const rank = rankAt(source.text, folded, first);
  if (rank !== null) return { quantity: rank, isRange: false };
  const range = readRange(source);
  const unit = range?.unit ?? unitAfter(folded, first.end, source.isLower);
  if (unit.kind === 'idle') {
    const years = yearsOfLife(folded, first);
    return years === null ? null : { quantity: assemble(source, first, years), isRange: false };
  }
  const last = range?.last ?? first;
  return { quantity: assemble(source, last, { ...unit, kind: unit.kind }), isRange: range !== null };
}

/** "thời gian sống khỏe tối thiểu 68 năm": years are counted where a life or a span that is cut is measured. Null elsewhere. */
function yearsOfLife(folded: string, { start, end }: NumberToken): (FoundUnit & { kind: 'measure' }) | null {
  const isMeasured = /(?:thoi gian song|so nam song|tuoi tho|so nam di hoc)[^,;.:]{0,60}$/.test(
    folded.slice(Math.max(0, start - 90), start),
  );
  const unit = /^ {1,2}nam(?![a-z0-9])(?! {1,2}\d)/.exec(folded.slice(end, end + 8))?.[0];
  return isMeasured && unit !== undefined
    ? { kind: 'measure', start: end + unit.length - 3, end: end + unit.length }
    : null;
}

/** "35-40%", "6% - 6,5%", "từ 1,5 đến 2%": the second number and the unit they share; null when the first stands alone. */
function readRange({ folded, isLower, first, second }: Source): { last: NumberToken; unit: FoundUnit } | null {
  if (second === undefined || second.start - first.end > 40 || second.value <= first.value) return null;
  const own = unitAfter(folded, first.end, isLower);
  const after = own.kind === 'idle' ? first.end : own.end;
  const unit = unitAfter(folded, second.end, isLower);
  const joins =
    joinsAt(folded, first.end, second.start) || (own.kind !== 'none' && joinsAt(folded, after, second.start));
  if (!joins) return null;
  if (own.kind !== 'none' && (own.kind !== unit.kind || !sharesName(folded, own, unit))) return null;
  return { last: second, unit };
}

/** "6% - 6,5%/năm" is one range; "15 ha - 60,9 tấn" is an area and what grows there. */
function sharesName(folded: string, one: FoundUnit, other: FoundUnit): boolean {
  const [first, second] = [one, other].map(({ start, end }) => folded.slice(start, end).replace(/\s+/g, ' ').trim());
  return first === undefined || second === undefined || first.startsWith(second) || second.startsWith(first);
}

function joinsAt(folded: string, from: number, to: number): boolean {
  dash.lastIndex = from;
  return dash.test(folded) && dash.lastIndex === to;
}

function assemble(
  { text, folded, first }: Source,
  last: NumberToken,
  unit: FoundUnit & { kind: Quantity['kind'] },
): Quantity {
  const before = comparatorBefore(folded, first.start);
  const from = fromBefore(folded, first.start);
  const after = comparatorAfter(folded, unit.end);
  const plain = after?.comparator ?? before?.comparator ?? (from === null ? '=' : '>=');
  const denied = deniedBefore(folded, first.start, plain);
  const start = Math.min(before?.start ?? first.start, from ?? first.start, denied?.start ?? first.start);
  const isQuoted = /["”»]/.test(text.charAt(unit.end)) && /["“«]/.test(text.charAt(unit.start - 1));
  // "15 đảng viên trở lên/năm": what it is counted on may stand behind the bound.
  const late = after === null || unit.kind === 'none' ? null : rateEnd(folded, after.end);
  const rate = after === null || late === null ? '' : text.slice(after.end, late).replace(/\s+/g, '');
  const end = late ?? after?.end ?? unit.end + (isQuoted ? 1 : 0);
  const isRange = last !== first;
  const comparator = isRange ? 'range' : (denied?.comparator ?? plain);
  return {
    ...bounds(comparator, first.value, last.value),
    comparator,
    unit: text.slice(unit.start, unit.end).replace(/\s+/g, ' ') + rate,
    kind: rate !== '' && unit.kind === 'count' ? 'rate' : unit.kind,
    valueText: text.slice(start, end),
    start,
    end,
    numberStart: first.start,
    numberEnd: last.end,
    unitStart: unit.start,
    unitEnd: unit.end,
  };
}

/** Leaves out the starting value of a change ("từ 20% xuống còn 15%") and a value that is replaced ("thay vì 8.000"). */
function withoutStarts(quantities: Quantity[], folded: string): Quantity[] {
  return quantities.filter((quantity, at) => {
    const head = folded.slice(Math.max(0, quantity.start - 16), quantity.start);
    if (/thay (?:vi|cho) *(?:muc )?$/.test(head)) return false;
    const next = quantities[at + 1];
    if (next === undefined) return true;
    if (/^[”"] (?:thanh|bang|sang) [“"](?:[a-z]+ ){0,3}$/.test(folded.slice(quantity.end, next.start))) return false;
    if (quantity.comparator === 'range') return true;
    if (!folded.startsWith('tu', quantity.start) && !/(?:^| )tu (?:muc )?(?:[a-z]+ )?$/.test(head)) return true;
    return !awayFrom.test(folded.slice(quantity.end, next.start));
  });
}

/** "10 bác sĩ và 30 giường bệnh/1 vạn dân": the first takes the second's "/1 vạn dân". */
function shareUnits(quantities: Quantity[], text: string): Quantity[] {
  return quantities.map((quantity, at) => {
    const next = quantities[at + 1];
    if (quantity.kind !== 'count' || next?.kind !== 'rate') return quantity;
    const between = text.slice(quantity.end, next.start).trim();
    const rate = /(?<!\s)\s*(?:\/|trên\s+(?:một|1|01)).*$/su.exec(next.unit)?.[0];
    if (rate === undefined || !/^(?:và|,|, và)(?:\s+(?:đạt|có))?$/u.test(between)) return quantity;
    return { ...quantity, kind: 'rate', unit: quantity.unit + rate };
  });
}
