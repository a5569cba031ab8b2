import type { Direction } from '../../domain/target.ts';
import { fold } from '../../vietnamese/fold.ts';
import { withBoundBehindNoun } from './bound-behind-noun.ts';
import { givenName, giverOf } from './giver.ts';
import { goOn } from './go-on.ts';
import { namedAbove } from './label-above.ts';
import type { Clause, Linking } from './link-values.ts';
import { beginsWithNoun } from './name-opening.ts';
import { type Carry, type Label, type NamedValue, valueSpan } from './named-value.ts';
import { labelsOf, type OwnName, ownName } from './own-name.ts';
import type { PlainText } from './plain-text.ts';
import { counterparts, siblingName } from './sibling-name.ts';
import { isAction, underLabel } from './under-label.ts';
import { directionOf } from './value-direction.ts';

/** Nouns of measuring that say nothing alone: "tỉ trọng", "tốc độ tăng bình quân". They need what was spoken of before. */
const relational =
  /^(?:(?:ty|ti) (?:trong|le)|toc do (?:tang|giam)(?: truong)?(?: binh quan)?|muc (?:tang|giam)|tang truong|binh quan|gia tri(?: san xuat| thu hoach)?(?: binh quan)?|so luong|dien tich|san luong|[n§]ang suat|quy mo|tong so|tong so von|so von|tong von|tong muc [d§]au [t§]u|von dang ky|doanh thu|tuong (?:ung|duong)(?: voi)?|tuc(?: la)?)$/;

/** The same with what is done: they are completed by a label only. */
const measuredWork =
  /^(?:tong )?(?:dien tich|san luong|nang suat|[n§]ang suat)(?: (?:gieo |[t§]rong )?(?:nuoi|[t§]rong|cay|sa|moi|thu hoach|khai thac|nuoi [t§]rong|binh quan)){0,2}$/;

/** "sau thi lại", "các xã còn lại": when, where or of whom the measure before is meant this time. */
const ofSame = /^(?:(?:sau|truoc) (?:khi |thi |xu |dieu )|cac [a-z§ ]{2,24} (?:con lai|khac)$|(?:[d§]oi )?voi )/;

/** Names a value and hands on what later clauses go by; null when nothing in its clause or before it says what is measured. */
export function nameValue(linking: Linking, clause: Clause, carry: Carry): NamedValue | null {
  const labels = labelsOf(linking, clause);
  const inner = labels.at(-1) ?? null;
  const giver = giverOf(linking.plain, clause);
  const found = ownName(linking, clause, inner);
  const own = giver === null ? found : (givenName(giver, { clause, own: found, label: inner, carry }) ?? found);
  const outer = labels.at(-2) ?? null;
  if (own?.isLabel !== true && inner !== null) setLabel(carry, inner);
  else if (outer !== null) setLabel(carry, outer);
  else if (inner !== null && beginsWithNoun(inner.folded) && !measuredWork.test(inner.folded)) setLabel(carry, null);
  const scope = scopeBehind(linking.plain, clause);
  const above = carry.subject === null ? namedAbove(linking, { clause, own, label: carry.label }) : null;
  const named =
    above ??
    (own === null ||
    (scope !== null && isSameMeasure(clause, carry)) ||
    isSameCount(linking.plain, { clause, own, carry })
      ? goOn(linking, clause, carry)
      : withChange(linking.plain, placed(linking, { clause, own, carry }), carry));
  if (named === null) return null;
  const value = withBoundBehindNoun(linking.plain, withBase(linking.plain, withUnitBefore(named, carry)));
  if (!value.goesOn) carry.part = value.parent === null ? null : value;
  if (value.parent === null && !value.goesOn) {
    carry.subject = value;
    carry.repeatsBound = false;
    if (!clause.head.isPart) carry.whole = null;
  }
  if (own?.isLabel === true && carry.label === null && inner !== null && isAction(inner)) carry.label = inner;
  const level = levelBehind(linking.plain, clause, value.name);
  if (level !== null && value.goesOn) return { ...value, name: level };
  return scope === null || !(value.goesOn || clause.head.startsWith === 'noun') ? value : withScope(value, scope);
}

const base = /^ tren (?:mot|01|1|10\.000|100\.000) (?:van dan|nguoi dan|dan)(?![a-z])/;

/** "Nhân lực đạt 12 người trên một vạn dân": where the name does not say on what it is counted, the unit does. */
function withBase({ flat, text }: PlainText, value: NamedValue): NamedValue {
  const { quantity, tail } = value.clause;
  const said = quantity.kind === 'count' ? base.exec(flat.slice(quantity.end, tail.end))?.[0] : undefined;
  if (said === undefined || base.test(flat.slice(value.span.end - said.length, value.span.end))) return value;
  const end = quantity.end + said.length;
  const unit = `${quantity.unit}${text.slice(quantity.end, end)}`;
  return {
    ...value,
    clause: { ...value.clause, quantity: { ...quantity, unit, end, unitEnd: end } },
    span: { ...value.span, end },
    value: { ...value.value, end },
  };
}

/** "không quá 35 học sinh/lớp đối với tiểu học": whom a bound is for, said behind it. Null when nothing is. */
function scopeBehind({ flat, text }: PlainText, { quantity, tail }: Clause): string | null {
  const words = /^ doi voi [^,;.:~%]{3,100}(?=[,;.]|$)/.exec(flat.slice(quantity.end, tail.end))?.[0];
  const said = words?.replace(/ (?:(?:vao|den|trong|tu) )?(?:het |cac )?nam \d{4}(?: .*)?$/, '');
  return said === undefined ? null : text.slice(quantity.end + 1, quantity.end + said.trimEnd().length);
}

/** "100% hồ sơ ở cấp tỉnh và 90% ở cấp xã": where the second value holds, put in the place of where the first does. Null when not said. */
function levelBehind({ flat, text }: PlainText, { quantity }: Clause, name: string): string | null {
  const said = /^ (?:o|tai|doi voi) ((?:cap|khu vuc|vung) )?(?:tinh|huyen|xa|nong thon|thanh thi|do thi)(?![a-z])/.exec(
    flat.slice(quantity.end, quantity.end + 40),
  )?.[0];
  if (said === undefined) return null;
  const own = text.slice(quantity.end + 1, quantity.end + said.length).replace(/^\S+ (?:với )?/u, '');
  const before = counterparts
    .map((pattern) => pattern.exec(name)?.[0])
    .find((part) => part !== undefined && part !== own);
  return before === undefined ? null : name.replace(before, own);
}

const withScope = (value: NamedValue, scope: string): NamedValue => ({
  ...value,
  name: `${value.name} ${scope}`,
  span: { ...value.span, end: Math.max(value.span.end, value.clause.quantity.end + 1 + scope.length) },
});

/** The measure before, said without a name of its own. */
const isSameMeasure = ({ head, quantity }: Clause, { subject }: Carry): boolean =>
  head.name.start === head.name.end && subject !== null && subject.clause.quantity.unit === quantity.unit;

/** "Cắt giảm 30% thời gian giải quyết, 30% chi phí": a change said before the first of several values is meant for all. */
function withChange(plain: PlainText, value: NamedValue, { subject }: Carry): NamedValue {
  const { head, quantity, label } = value.clause;
  if (subject === null || value.parent !== null || label !== null || quantity.min === 100) return value;
  const of = subject.clause;
  const isBare =
    head.name.end === head.name.start && head.verbs.length === 0 && of.head.name.end === of.head.name.start;
  const between = plain.flat.slice(of.quantity.end, quantity.start);
  if (!isBare || subject.direction === 'level' || of.quantity.kind !== quantity.kind || /[;.]/.test(between))
    return value;
  const verb = /^(?:giảm|tăng|cắt giảm|kéo giảm)(?= )/u.exec(subject.name)?.[0];
  return { ...value, name: verb === undefined ? value.name : `${verb} ${value.name}`, direction: subject.direction };
}

/** "…, bình quân mỗi năm 9.500 lao động", "…; năm 2023: 1.900 người": nothing but the time is said anew. */
const onlyTime =
  /^[ ,;:]*(?:va )?(?:binh quan |trung binh )?(?:(?:moi|hang) nam|(?:den |vao )?(?:het |cuoi )?nam \d{4})?(?:(?<![ ,;:])[ ,:]+)?(?:la |dat |them |co them |tang them |khoang |tren |duoi |it nhat ){0,2}$/;

/** What a unit counts: "triệu người" and "vụ/năm" count people and cases. */
const counted = (unit: string): string =>
  unit.replace(/^(?:(?:trăm|chục|nghìn|ngàn|triệu|tỷ|tỉ|vạn)\s+)+|\/năm$/giu, '');

/** "Khởi công 09 dự án mới trong quý III và 14 dự án trong quý IV": joined by "và" and named by nothing but the noun that was counted before. */
function isSameCount({ flat }: PlainText, { clause, own, carry }: Named): boolean {
  const { subject } = carry;
  const { quantity, region } = clause;
  if (subject === null || own?.isCounted !== true || own.name !== counted(quantity.unit)) return false;
  if (/^(?:tang|giam|vuot|con|xuong|len)/.test(clause.head.verbs[0] ?? ''))
    return subject.clause.quantity.unit === quantity.unit;
  const of = subject.clause.quantity;
  const isJoined =
    / va $/.test(flat.slice(of.end, region.start + 4)) || /^ va /.test(flat.slice(region.start, quantity.start));
  return (
    of.unit === quantity.unit &&
    (isJoined || onlyTime.test(flat.slice(region.start, quantity.start))) &&
    subject.name !== own.name
  );
}

function setLabel(carry: Carry, label: Label | null): void {
  carry.label = label;
  carry.whole = null;
}

type Named = { clause: Clause; own: OwnName; carry: Carry };

/** Puts a part under its whole: "KV1" is "Tăng trưởng kinh tế (GRDP) - KV1". */
function placed({ plain }: Linking, { clause, own, carry }: Named): NamedValue {
  const { quantity, head } = clause;
  const direction = changeInLabel(plain, clause, own) ?? directionOf(plain, clause, own.name);
  const base = {
    clause: ofWhole(clause, own, carry),
    span: own.span,
    value: valueSpan(clause),
    goesOn: false,
    direction,
  };
  const folded = own.isLabel ? fold(own.name) : plain.flat.slice(head.name.start, head.name.end);
  const standsAlone = beginsWithNoun(folded) || own.isCounted;
  if (head.isPart && carry.subject !== null) {
    const { name, direction: change, clause: of } = carry.subject;
    carry.whole ??= { name, direction: change, unit: of.quantity.unit, isBracketed: false };
  }
  const { whole, label } = carry;
  if (
    whole !== null &&
    (head.isPart ||
      (!standsAlone &&
        (whole.isBracketed ||
          isSameUnit(whole.unit, quantity.unit) ||
          quantity.unit === carry.part?.clause.quantity.unit)))
  ) {
    const isBrief = own.name.split(' ').length <= 2;
    const isChange = isSameUnit(quantity.unit, whole.unit) && !/^(?:con|xuong|len)/.test(head.verbs[0] ?? '');
    const name = standsAlone && !isBrief ? own.name : `${whole.name} - ${own.name}`;
    return {
      ...base,
      name,
      parent: whole.name,
      direction: direction === 'level' && isChange ? whole.direction : direction,
    };
  }
  if (carry.subject !== null && /^của /u.test(own.name) && !own.isCounted) {
    // "Tỷ lệ khai thuế điện tử của doanh nghiệp đạt 98%, của cá nhân đạt 85%"
    const name = `${carry.subject.name.replace(/ của .*$/u, '')} ${own.name}`;
    return { ...base, name, parent: carry.subject.parent };
  }
  const sibling = siblingName(clause, own, carry);
  if (sibling !== null) return { ...base, name: sibling, parent: carry.subject?.parent ?? null };
  if (label !== null && /^(?:binh quan|trung binh)$/.test(folded) && !own.isLabel) {
    // "Tăng trưởng kinh tế: Bình quân 8%": the average of what the label names.
    const from = Math.min(label.span.start, own.span.start);
    const change = directionOf(plain, clause, label.name);
    return { ...base, name: label.name, parent: null, direction: change, span: { start: from, end: own.span.end } };
  }
  const { subject } = carry;
  const isStage = subject !== null && ofSame.test(folded) && subject.clause.quantity.unit === quantity.unit;
  if (isStage && !own.isLabel && subject.clause.head.startsWith === 'noun')
    return { ...base, name: `${subject.name}, ${own.name}`, parent: subject.parent };
  if (label !== null && measuredWork.test(folded) && fold(label.name) !== folded)
    return { ...base, name: `${label.name}, ${own.name}`, parent: null };
  if (relational.test(folded) && !own.isLabel) {
    const of = /^(?:tuong (?:ung|duong)|tuc)/.test(folded) ? carry.subject?.name : (label?.name ?? carry.subject?.name);
    if (of !== undefined) return { ...base, name: `${of}, ${own.name}`, parent: null, goesOn: true };
  }
  return { ...base, ...underLabel(label, own, standsAlone) };
}

/** "35 mô hình (trong đó: trồng trọt 12, …)": a bare number in the bracket counts what the whole counts. */
const ofWhole = (clause: Clause, own: OwnName, { whole }: Carry): Clause =>
  whole?.isBracketed === true && clause.quantity.kind === 'none' && !whole.unit.startsWith('%')
    ? { ...clause, quantity: { ...clause.quantity, unit: partUnit(whole.unit, own.name) } }
    : clause;

/** Of "12 mô hình, dự án" the part "mô hình chăn nuôi" counts models only. */
const partUnit = (unit: string, name: string): string =>
  unit.split(', ').find((noun) => name.toLowerCase().startsWith(`${noun.toLowerCase()} `)) ?? unit;

/** "10%/năm, trong đó … 4%": the rate said once a year is meant for the parts too. */
const isSameUnit = (one: string, other: string): boolean =>
  one.replace(/\/\s*năm$/u, '') === other.replace(/\/\s*năm$/u, '');

/** "Tỷ lệ hộ nghèo giảm bình quân hằng năm: trên 2%": the verb of change stands before the colon. Null when none does. */
function changeInLabel({ flat }: PlainText, { label, quantity }: Clause, own: OwnName): Direction | null {
  if (!own.isLabel || label === null || quantity.kind !== 'percent') return null;
  const rest = flat.slice(own.span.start + own.name.length, label.end);
  const verb = /^ (giam|tang)(?! (?:con|xuong|len)(?![a-z]))(?![a-z])/.exec(rest)?.[1];
  return verb === undefined ? null : verb === 'giam' ? 'decrease' : 'increase';
}

/** "giải ngân 65% kế hoạch vốn; … giải ngân trên 95%": a bare percentage of the same thing is a share of the same whole. */
function withUnitBefore(value: NamedValue, { subject }: Carry): NamedValue {
  const { quantity } = value.clause;
  if (quantity.unit !== '%' || subject === null || fold(subject.name) !== fold(value.name)) return value;
  const { unit } = subject.clause.quantity;
  if (!/^% (?:kế hoạch|dự toán|chỉ tiêu)/u.test(unit)) return value;
  return { ...value, clause: { ...value.clause, quantity: { ...quantity, unit } } };
}
