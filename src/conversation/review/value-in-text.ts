import type { Quote } from '../../domain/citation.ts';
import { statementsOf } from '../../tools/statements.ts';
import { fold } from '../../vietnamese/fold.ts';
import { findQuantities, type Quantity } from '../../vietnamese/quantity.ts';

/** A value where a document says it: its offsets in the stored text are those of the quantity. `quote` is the sentence that holds it. */
export type StoodValue = { quantity: Quantity; quote: Quote };

/** How far around a place its sentence is looked for, and how many places are looked at. */
const reach = 800;
const mostPlaces = 40;

/** What somebody typed as the right value ("45%", "đúng là từ 7,5 đến 8%"); null when it is no value and nothing but one. */
export function readTypedValue(typed: string): Quantity | null {
  const bare = typed
    .normalize('NFC')
    .trim()
    .replace(/^(?:(?:sửa|đúng|phải|giá trị)\s+)*(?:thành|là|:)?\s*/iu, '');
  if (bare.length > 80) return null;
  const [only, second] = findQuantities(bare);
  if (only === undefined || second !== undefined) return null;
  const rest = `${bare.slice(0, only.start)}${bare.slice(only.end)}`.replace(/[\s.,;:!“”"]|đạt/giu, '');
  return rest === '' ? only : null;
}

/** Where the document says this value: in the quote itself, else at the nearest place of its text; null when nowhere. */
export function findValue(text: string, typed: Quantity, near: Quote): StoodValue | null {
  const own = quantitiesOf(near).find((quantity) => isSame(quantity, typed));
  if (own !== undefined) return { quantity: own, quote: near };
  const digits = /\d[\d.,]*/.exec(typed.valueText)?.[0].replace(/[.,]$/, '');
  if (digits === undefined) return null;
  for (const place of placesOf(text, digits, near.start)) {
    const quote = sentenceAt(text, place);
    const quantity =
      quote === null
        ? undefined
        : quantitiesOf(quote).find((one) => isSame(one, typed) && one.start <= place && one.end > place);
    if (quote !== null && quantity !== undefined) return { quantity, quote };
  }
  return null;
}

/** The value that stands at exactly these offsets; null when none does. */
export function valueAt(text: string, { start, end }: { start: number; end: number }, near: Quote): StoodValue | null {
  const isInside = start >= near.start && end <= near.end;
  const quote = isInside ? near : sentenceAt(text, start);
  const quantity =
    quote === null ? undefined : quantitiesOf(quote).find((one) => one.start === start && one.end === end);
  return quote === null || quantity === undefined ? null : { quantity, quote };
}

/** The quantities of a quote, with offsets into the stored text. */
function quantitiesOf({ quote, start }: Quote): Quantity[] {
  return findQuantities(quote).map((quantity) => ({
    ...quantity,
    start: quantity.start + start,
    end: quantity.end + start,
  }));
}

/** The same number, and the same unit and bound as far as they were typed. */
function isSame(said: Quantity, typed: Quantity): boolean {
  const isBare = typed.comparator === '=';
  const numbers = ({ min, max }: Quantity): string => [...new Set([min, max])].filter((one) => one !== null).join(' ');
  const unit = fold(typed.unit).replace(/\s/g, '');
  return (
    numbers(said) === numbers(typed) &&
    (isBare ? said.comparator !== 'range' : said.comparator === typed.comparator) &&
    (unit === '' || fold(said.unit).replace(/\s/g, '').startsWith(unit))
  );
}

/** Offsets where these digits stand as a number of their own, the nearest first. */
function placesOf(text: string, digits: string, near: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(digits); at !== -1; at = text.indexOf(digits, at + 1)) {
    const isWhole =
      !/[\d.,]$/.test(text.slice(Math.max(0, at - 1), at)) &&
      !/^[.,]?\d/.test(text.slice(at + digits.length, at + digits.length + 2));
    if (isWhole) found.push(at);
  }
  return found.sort((left, right) => Math.abs(left - near) - Math.abs(right - near)).slice(0, mostPlaces);
}

/** The sentence or list item around an offset; null in the middle of nowhere. */
export function sentenceAt(text: string, at: number): Quote | null {
  const from = text.lastIndexOf('\n', Math.max(0, at - reach)) + 1;
  const to = text.indexOf('\n', at + reach);
  const start = Math.max(from, at - 4 * reach);
  const block = text.slice(start, Math.min(to === -1 ? text.length : to, at + 4 * reach));
  const statements = statementsOf({ document: '', heading: [], text: block, start });
  const around = statements.find((one) => one.start <= at && at < one.end);
  return around === undefined ? null : { quote: around.text, start: around.start, end: around.end };
}
