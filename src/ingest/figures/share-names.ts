import { fold } from '../../vietnamese/fold.ts';
import { quantityText } from '../../vietnamese/quantity-text.ts';
import type { NamedValue } from './named-value.ts';
import { isNounOnly, predicateAt } from './noun-only.ts';
import type { PlainText } from './plain-text.ts';

/** Names of the values of one segment, completed from each other. */
export function shareNames(plain: PlainText, values: readonly NamedValue[]): NamedValue[] {
  return inTurn(plain, shareWork(plain, shareBases(shareCounted(sharePredicates(values)))));
}

/** "trên 80% tổ chức cơ sở đảng, 70% chi bộ … có kết nạp đảng viên": the predicate said once behind the last is meant for all. */
function sharePredicates(values: readonly NamedValue[]): NamedValue[] {
  const shared = [...values];
  for (let at = shared.length - 2; at >= 0; at--) {
    const value = shared[at];
    const next = shared[at + 1];
    if (value === undefined || next === undefined || !isBarePlural(value) || !isBarePlural(next)) continue;
    if (next.clause.head.verbs.some((verb) => verb !== 'co')) continue;
    const from = predicateAt(quantityText(next.name));
    if (from === null || !isNounOnly(quantityText(value.name))) continue;
    const span = { start: value.span.start, end: next.span.end };
    shared[at] = { ...value, name: `${value.name} ${next.name.slice(from)}`, span };
  }
  return shared;
}

/** "Năm 2022 có 5 xã, năm 2023 có 8 xã đạt chuẩn": of which ones is said behind the last of those counted. */
function shareCounted(values: readonly NamedValue[]): NamedValue[] {
  const shared = [...values];
  for (let at = shared.length - 2; at >= 0; at--) {
    const value = shared[at];
    const next = shared[at + 1];
    if (value === undefined || next === undefined || value.parent !== next.parent) continue;
    const { unit, kind } = value.clause.quantity;
    const isBare = kind === 'count' && value.name === unit && next.clause.quantity.unit === unit;
    if (isBare && next.name.startsWith(`${unit} `)) shared[at] = { ...value, name: next.name };
  }
  return shared;
}

const isBarePlural = ({ clause }: NamedValue): boolean =>
  clause.quantity.kind === 'percent' && clause.head.name.start === clause.head.name.end;

const longestWork = 40;
/** A value that says by itself what becomes of those it counts: "05 xã đạt chuẩn", "12 hộ thoát nghèo", "90% hộ tham gia". */
const saysItself = ({ name, clause }: NamedValue): boolean =>
  clause.quantity.kind === 'percent'
    ? !isNounOnly(quantityText(name))
    : / (?:đạt|được|thoát|không|hoàn thành) /u.test(name);

/** "Trang bị 15 máy tính, 04 ti vi", "kiểm tra 04 chi bộ và 06 đảng viên": the work said before the first count is done to all of them. */
function shareWork({ flat, text }: PlainText, values: readonly NamedValue[]): NamedValue[] {
  let work: { said: string; start: number } | null = null;
  return values.map((value) => {
    const { head, quantity, region, label } = value.clause;
    const isCounted = /^(?:count|rate|percent)$/.test(quantity.kind);
    const isNext = isCounted && label === null && /^[, ]*(?:va )?$/.test(flat.slice(region.start, quantity.start));
    if (!isNext || value.parent !== null || value.goesOn || saysItself(value)) {
      const said = text.slice(head.name.start, head.name.end);
      const isWork = isCounted && (head.startsWith === 'action' || /^mỗi /iu.test(said)) && said.length <= longestWork;
      work = isWork ? { said: head.verbs.includes('cho') ? `${said} cho` : said, start: head.name.start } : null;
      return value;
    }
    if (work === null) return value;
    const { said, start } = work;
    const name = /^mỗi /iu.test(said) ? `số ${value.name} m${said.slice(1)}` : `${said} ${value.name}`;
    return { ...value, name, span: { ...value.span, start } };
  });
}

const base = /\s(?:trên|tính trên)\s+(?:một|1|01|10\.000|100\.000)\s+(?:vạn dân|dân|người dân)/iu;

/** "10 bác sĩ và 30 giường bệnh trên 1 vạn dân": what the second is counted on, the first is too. */
function shareBases(values: readonly NamedValue[]): NamedValue[] {
  return values.map((value, at) => {
    const next = values[at + 1];
    const shared = next === undefined ? undefined : base.exec(next.name)?.[0];
    if (next === undefined || shared === undefined || value.clause.quantity.kind !== 'count' || base.test(value.name))
      return value;
    if (fold(value.name) !== fold(value.clause.quantity.unit)) return value;
    return { ...value, name: value.name + shared, span: { start: value.span.start, end: next.span.end } };
  });
}

/** "người bệnh nội trú, ngoại trú lần lượt đạt 92% và 88%", "Cơ cấu nông nghiệp - công nghiệp - dịch vụ: 20% - 35% - 45%": one name each, in turn. */
function inTurn(plain: PlainText, values: readonly NamedValue[]): NamedValue[] {
  const first = values.findIndex(
    ({ clause }, at) =>
      /lan luot|tuong ung/.test(plain.flat.slice(clause.region.start, clause.quantity.start)) ||
      opensShares(plain, values, at),
  );
  const named = values[first];
  if (named === undefined) return [...values];
  const count = rowLength(values, first);
  const name = named.name.replace(/ (?:tương ứng|lần lượt)$/u, '');
  const listed = /^(.*\S) ?\(([^()]+)\)$/u.exec(name);
  const lead = listed?.[1] ?? '';
  const parts = partsOf(listed?.[2] ?? name, count);
  // "… - vùng miền núi lần lượt là 72% và 90%": one part of the whole, at two times.
  const isOnePart = named.parent !== null && name.startsWith(`${named.parent} - `);
  if (count < 2 || parts === undefined || isOnePart) return [...values];
  const names = lead === '' ? turnNames(parts, count) : parts.slice(-count).map((part) => `${lead}: ${part}`);
  return values.map((value, at) => ({ ...value, name: names[at - first] ?? value.name }));
}

const joints = [/, | và /u, / ?[-–—] /u, / ?: ?/u, / ?\/ ?/u];

/** The names of a list, by the mark that parts it into as many. Undefined where none does. */
const partsOf = (names: string, count: number): string[] | undefined =>
  joints.map((joint) => names.split(joint)).find((parts) => parts.length >= count);

/** How many values from one on are of the thing it names. */
function rowLength(values: readonly NamedValue[], first: number): number {
  let count = 1;
  while (values[first + count]?.goesOn === true) count++;
  return count;
}

/** Three shares or more that make a whole, or that stand in a row with nothing but marks between. */
function opensShares({ flat }: PlainText, values: readonly NamedValue[], first: number): boolean {
  const row = values.slice(first, first + rowLength(values, first)).map(({ clause }) => clause.quantity);
  if (row.length < 3 || row.some(({ kind }) => kind !== 'percent')) return false;
  const sum = row.reduce((total, { min }) => total + (min ?? Number.NaN), 0);
  const isBare = row.every(
    ({ end }, at) => at + 1 === row.length || /^ ?[-–—:/] ?$/.test(flat.slice(end, row[at + 1]?.start)),
  );
  return isBare || Math.abs(sum - 100) < 0.2;
}

/** The last `count` parts under what the first of them shares with the rest: as many words as the second has are its own. */
function turnNames(parts: readonly string[], count: number): string[] {
  const turns = parts.slice(-count);
  const lead = parts.slice(0, -count).join(', ');
  const words = (turns[0] ?? '').split(' ');
  const own = Math.min(...turns.slice(1).map((turn) => turn.split(' ').length));
  const shared = [lead, words.slice(0, Math.max(0, words.length - own)).join(' ')]
    .filter((part) => part !== '')
    .join(', ');
  return turns.map((turn, at) => `${shared} ${at === 0 ? words.slice(-own).join(' ') : turn}`.trim());
}
