import type { Target } from '../../domain/target.ts';
import { fold } from '../../vietnamese/fold.ts';
import { contentWords } from './same-target.ts';

type Span = { start: number; end: number };

/** A part of a document as another one names it: where it stands, and names of the indicators meant; null both: not found. */
export type FoundPart = { span: Span | null; names: string[] };

/** Where "điểm b khoản 2 Điều 3" or "Phụ lục II" stands in a stored text, and which "chỉ tiêu “…”" of it is meant. */
export function findPart(text: string, part: string): FoundPart {
  const quoted = [...part.matchAll(/[“"]([^”"]{4,200})[”"]/g)].map((match) => match[1] ?? '');
  const plain = /(?:chỉ tiêu|mục tiêu)\s+(?:về\s+)?([^“"]{8,160}?)(?=\s+(?:tại|theo|quy định|ở)\s|$)/iu.exec(part)?.[1];
  const names = quoted.length > 0 ? quoted : plain === undefined ? [] : [plain];
  return { span: placeOf(text, fold(part.replace(/[“"][^”"]{0,400}[”"]/g, ' '))), names };
}

/** Levels of a document from the outermost in: how a part is named, and how a line of that level opens. */
const levels: readonly { named: RegExp; opens: (mark: string) => string; any: string }[] = [
  {
    named: /phu luc (?:so )?([ivx\d]{1,4})(?![a-z])/,
    opens: (mark) => `phu luc (?:so )?${mark}(?![a-z\\d])`,
    any: 'phu luc',
  },
  { named: /chuong ([ivx\d]{1,4})(?![a-z])/, opens: (mark) => `chuong ${mark}(?![a-z\\d])`, any: 'chuong [ivx\\d]' },
  {
    named: /(?<!tieu )muc ([ivx\d]{1,4})(?![a-z])/,
    opens: (mark) => `(?:muc )?${mark}[.:)\\s-]`,
    any: '(?:muc )?[ivx]{1,4}[.:)]|muc \\d',
  },
  { named: /dieu (\d{1,3})(?!\d)/, opens: (mark) => `dieu ${mark}(?!\\d)`, any: 'dieu \\d' },
  { named: /khoan (\d{1,2})(?!\d)/, opens: (mark) => `${mark}[.)]\\s`, any: '\\d{1,2}[.)]\\s' },
  { named: /diem ([a-z])(?![a-z])/, opens: (mark) => `${mark}[.)]\\s`, any: '[a-z][.)]\\s' },
];

function placeOf(text: string, part: string): Span | null {
  const folded = fold(text);
  let span: Span = { start: 0, end: text.length };
  let isNamed = false;
  for (const { named, opens, any } of levels) {
    const mark = named.exec(part)?.[1];
    if (mark === undefined) continue;
    isNamed = true;
    const inner = folded.slice(span.start, span.end);
    const opening = lineOpening(opens(mark)).exec(inner);
    if (opening === null) return null;
    const after = opening.index + opening[0].length;
    const next = lineOpening(any).exec(inner.slice(after));
    span = { start: span.start + opening.index, end: next === null ? span.end : span.start + after + next.index };
  }
  return isNamed ? span : null;
}

const lineOpening = (pattern: string): RegExp => new RegExp(`(?<=^|\\n)[ \\t#*>-]{0,8}(?:${pattern})`);

/** Whether a figure or deadline lies in a part of its document; nothing lies in a part that was not found. */
export function isInPart({ span, names }: FoundPart, place: Span, target?: Target): boolean {
  if (names.length > 0) return target !== undefined && names.some((name) => isNamed(name, target));
  return span !== null && place.start >= span.start && place.start < span.end;
}

function isNamed(name: string, { indicator, quote }: Target): boolean {
  const words = [...contentWords(name)];
  const said = contentWords(`${indicator} ${quote}`);
  return (
    words.length > 0 &&
    words.filter((word) => said.has(word)).length >= words.length * 0.8 &&
    hasSameNumbers(name, quote)
  );
}

/** Numbers of the name stand in the quote too. */
const hasSameNumbers = (name: string, quote: string): boolean =>
  (name.match(/\d+(?:[.,]\d+)*/g) ?? []).every((number) => quote.includes(number));
