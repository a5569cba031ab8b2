import type { Quantity } from '../../vietnamese/quantity.ts';
import { beginsName, beginsWithNoun } from './name-opening.ts';
import { commaPieces } from './name-start.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText, Span } from './plain-text.ts';
import { type Head, readHead } from './read-head.ts';
import { isFollowedByNoun } from './read-tail.ts';

/** A value with the stretches before and after it that belong to it. */
export type Clause = { quantity: Quantity; region: Span; head: Head; label: Span | null; tail: Span };

/** What the reading of a segment goes by. */
export type Linking = { plain: PlainText; mentions: readonly PeriodMention[] };

/**
 * Shares the text of a segment out among its values. In "tỷ lệ A đạt 5%, 70% số B, C" the name stands before the first value and
 * after the second: a value whose clause begins with it takes what follows up to the next clause.
 */
export function linkValues(linking: Linking, segment: Span, quantities: readonly Quantity[]): Clause[] {
  const clauses: Clause[] = [];
  let from = segment.start;
  for (const quantity of quantities) {
    const previous = clauses.at(-1);
    const start = previous === undefined ? from : boundary(linking, previous, quantity);
    if (start === null) continue;
    if (start === 'in name') {
      clauses.pop();
      clauses.push(clauseAt(linking, previous?.region.start ?? from, quantity));
      continue;
    }
    if (previous !== undefined) previous.tail.end = start;
    clauses.push(clauseAt(linking, start, quantity));
    from = quantity.end;
  }
  const last = clauses.at(-1);
  if (last !== undefined) last.tail.end = segment.end;
  return clauses;
}

function clauseAt(linking: Linking, start: number, quantity: Quantity): Clause {
  const { plain, mentions } = linking;
  const colon = lastColon(plain.flat, { start, end: quantity.start });
  const content = { start: colon === null ? start : colon + 1, end: quantity.start };
  const before = colon === null ? '' : plain.flat.slice(start, colon);
  const isNamedBehind = isCounting(quantity) || isFollowedByNoun(plain.flat, quantity.end);
  const head = readHead(plain, { ...content, isNamedBehind }, mentions);
  const parts = opensParts.exec(before);
  // "Cơ cấu kinh tế, trong đó: dịch vụ 40%, …": a whole without a value of its own is the label of its parts.
  const whole = before.slice(0, parts?.index).replace(/(?<![ ,])[ ,]+$/, '');
  const isPart = parts !== null && !/[a-z]/.test(whole);
  return {
    quantity,
    region: { start, end: quantity.end },
    head: isPart ? { ...head, isPart } : head,
    label: colon === null || isPart ? null : { start, end: start + (parts === null ? before : whole).length },
    tail: { start: quantity.end, end: quantity.end },
  };
}

const opensParts = /(?:^|[ ,(])(?:trong (?:so )?do|chia ra|bao gom|(?<!thu )gom) *$/;

function lastColon(flat: string, span: Span): number | null {
  for (let at = span.end - 1; at >= span.start; at--) {
    if (flat.charAt(at) === ':' && !/\d:\d/.test(flat.slice(at - 1, at + 2))) return at;
  }
  return null;
}

const isCounting = ({ kind }: Quantity): boolean => kind === 'count' || kind === 'rate';

/** Whether what a value measures is named behind it ("95% dân số …", "thành lập mới 02 hợp tác xã …", "Rà soát 100% hệ thống …"). */
export function comesFirst(plain: PlainText, { head, quantity }: Clause): boolean {
  const isNamed = head.name.end > head.name.start;
  if (isNamed && (head.startsWith === 'noun' || head.isDenied)) return false;
  if (isNamed && head.startsWith === 'other' && (head.verbs.length > 0 || isCounting(quantity)))
    return /^(?:co|cho)$/.test(head.verbs[0] ?? '') && isFollowedByNoun(plain.flat, quantity.end, isCounting(quantity));
  return isCounting(quantity) || isFollowedByNoun(plain.flat, quantity.end, head.isPart);
}

const copula = /^ ?(?:dat|la|chiem|con|bang|o muc|:)(?: (?:tren|hon|duoi|khoang))? ?$/;
const change = /^ ?\(?(?:tang|giam|vuot)/;
/** "số xã đạt dưới 10 tiêu chí giảm xuống dưới 7%": the count says which ones the share is of. */
const ofGroup = /^ (?:giam|tang) (?:xuong|len|con)(?: con)?(?: (?:tren|duoi|khoang))? ?$/;

/**
 * Where the clause of the next value begins; null when that value is a detail of the clause before ("5 xã đạt 17 tiêu chí"); 'in name'
 * when the value before is part of the next one's name ("xã có 2 bác sĩ trở lên đạt 90%").
 */
function boundary({ plain, mentions }: Linking, previous: Clause, quantity: Quantity): number | null | 'in name' {
  const gap = { start: previous.quantity.end, end: quantity.start };
  const flat = plain.flat.slice(gap.start, gap.end);
  const pieces = commaPieces(plain.flat, gap);
  const last = pieces.at(-1) ?? gap;
  const isFirst = comesFirst(plain, previous);
  // "năng suất 68 tạ/ha, cao hơn vụ trước 0,5 tạ/ha"
  if (quantity.unit === previous.quantity.unit && compared.test(plain.flat.slice(last.start, last.end))) return null;
  if (isCaseOfTime(plain, previous, quantity)) return 'in name';
  // "57% : 33% : 10%", "30.287 người (tỉnh giao) / 30.278 người (huyện giao)"
  if (quantity.unit === previous.quantity.unit && /^[ ~]*[-–—:/] ?$/.test(flat)) return gap.end;
  const isGroup = previous.quantity.kind === 'count' && quantity.kind === 'percent';
  if (pieces.length === 1) return singlePiece({ flat, gap, isFirst, isGroup });
  if (!isFirst) return pieces[1]?.start ?? last.start;
  const and = / va (?:(?:co|dat|tren|khoang) )?$/.exec(flat);
  if (and !== null) return gap.start + and.index;
  const named = lastNamed(plain.flat, last);
  if (named !== null) return named;
  const isBare = readHead(plain, last, mentions).name;
  if (isBare.start === isBare.end) return last.start;
  const noun = pieces.slice(1).find((piece) => beginsWithNoun(plain.flat.slice(piece.start, piece.end)));
  if (noun !== undefined) return noun.start;
  const opening = pieces.slice(1).find((piece) => beginsName(plain.flat.slice(piece.start, piece.end)));
  return (opening ?? last).start;
}

const compared = /^ ?(?:cao|thap|nhieu|it|lon|nho) hon [a-z§ ]{2,40}$/;

/** "Thời gian khám: có thêm 01 kỹ thuật xét nghiệm không quá 3 giờ": the count says in which case the time holds. */
function isCaseOfTime({ flat }: PlainText, { label, quantity: before, tail }: Clause, quantity: Quantity): boolean {
  const isTime = /^(?:giờ|phút|ngày|tháng)/iu;
  if (label === null || !isTime.test(quantity.unit) || isTime.test(before.unit)) return false;
  return /thoi gian/.test(flat.slice(label.start, label.end)) && !/[,;]/.test(flat.slice(tail.start, quantity.start));
}

/** "… thoát nghèo và tỷ lệ hộ nghèo giảm": where a new name begins after "và"; null when none does. */
function lastNamed(flat: string, piece: Span): number | null {
  const words = flat.slice(piece.start, piece.end);
  for (let at = words.lastIndexOf(' va '); at >= 0; at = at === 0 ? -1 : words.lastIndexOf(' va ', at - 1)) {
    if (beginsWithNoun(words.slice(at + 4))) return piece.start + at;
  }
  return null;
}

type Single = { flat: string; gap: Span; isFirst: boolean; isGroup: boolean };

function singlePiece({ flat, gap, isFirst, isGroup }: Single): number | null | 'in name' {
  const and = flat.lastIndexOf(' va ');
  if (and >= 0) {
    const rest = flat.slice(and + 4);
    const isEmpty =
      /^(?:(?:co|dat|giam|tang|gap|khoang|tren|duoi|it nhat|toi thieu|khong qua|(?:(?:den|vao|trong) )?(?:het |cuoi )?nam \d{4}|la|con|phan dau|bao dam|dam bao|hoan thanh|duy tri|cat giam) ?){0,4}$/.test(
        rest,
      );
    if (!isFirst || isEmpty || beginsName(rest)) return gap.start + and;
  }
  if (ofGroup.test(flat) && isGroup) return 'in name';
  if (change.test(flat)) return gap.start;
  const withIt = flat.lastIndexOf(' voi ');
  if (isFirst && withIt >= 0 && beginsWithNoun(flat.slice(withIt + 5))) return gap.start + withIt;
  if (isFirst) return null;
  if (flat.trim() === '') return 'in name';
  return copula.test(flat) || /(?:^| )(?:dat|la|chiem|con|la|giam|tang)(?: (?:tren|hon|duoi|khoang))? ?$/.test(flat)
    ? 'in name'
    : gap.start;
}
