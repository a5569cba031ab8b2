import type { Locality } from '../../domain/locality.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { FigureInput } from './figure-input.ts';
import type { Span } from './plain-text.ts';

/** What leads from an indicator to the place it is of. */
const leads = /\s(?:của|tại|ở|trên địa bàn|thuộc)$/iu;
/** Behind these a place is where something leads to, borders on or is joined with: part of what is measured. */
const partWords = new Set([
  'den',
  'vao',
  'tu',
  'voi',
  'va',
  'qua',
  'noi',
  'giap',
  'giua',
  'di',
  'ra',
  've',
  'len',
  'xuong',
  'la',
  'hoac',
]);

/** What a figure is of, and where. */
export type PlacedName = { indicator: string; parent: string | null; locality: Locality | null };

type Named = { name: string; parent: string | null; heading: readonly string[] };

/**
 * The figure that a name tells, once a place: a part named by places alone ("trong đó Ninh Bình, Hà Nam 12%") is the whole thing at each of
 * them; else at the place the name ends with, its section is about, or the document binds. Empty where a name is a place and nothing says of what.
 */
export function placedNames({ name, parent, heading }: Named, input: FigureInput): PlacedName[] {
  const label = parent !== null && name.startsWith(`${parent} - `) ? name.slice(parent.length + 3) : null;
  const places = onlyPlaces(label ?? name, input);
  if (places.length > 0 && parent === null) return [];
  if (places.length > 0 && label !== null)
    return places.map((locality) => ({ indicator: parent ?? name, parent: null, locality }));
  const placed = placeInName(name, input);
  if (placed !== null) return [{ ...placed, parent }];
  return [{ indicator: name, parent, locality: placeInHeading(heading, input) ?? input.metadata.locality }];
}

/**
 * The place that the name of a figure ends with: "tỷ lệ hộ nghèo của xã Đồng Sơn" is the poverty rate, of that commune. Null where it names no
 * district or commune, or several, or the document's own, or where the place belongs to what is measured ("đường từ xã A đến xã B").
 */
export function placeInName(
  indicator: string,
  { gazetteer, metadata }: FigureInput,
): { indicator: string; locality: Locality } | null {
  const [place, ...others] = gazetteer.find(indicator);
  if (place === undefined || others.length > 0 || place.end !== indicator.length) return null;
  if (!isWrittenAsName(indicator, place)) return null;
  const { level, key } = place.locality;
  if ((level !== 'district' && level !== 'commune') || key === metadata.locality?.key) return null;
  const before = indicator.slice(0, place.start).trimEnd();
  const name = before.replace(leads, '').replace(/(?<![\s,–-])[\s,–-]+$/u, '');
  const words = fold(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  if (words.length < 2 || (name === before && partWords.has(words.at(-1) ?? ''))) return null;
  return { indicator: name, locality: place.locality };
}

/** "các huyện còn lại" only sounds like a place: directives write names with capitals. */
const isWrittenAsName = (text: string, { start, end }: Span): boolean => /\p{Lu}/u.test(text.slice(start, end));

/** The commune or district a section is about by its heading ("2. Xã Tân Lập"), for what is counted in it; null where no heading is nothing but a place. */
function placeInHeading(heading: readonly string[], { gazetteer }: FigureInput): Locality | null {
  for (const line of heading.toReversed()) {
    const said = line
      .replace(/^(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s*/u, '')
      .replace(/(?<![\s:.])[\s:.]+$/u, '');
    if (!opensPlace.test(said)) continue;
    const [found] = gazetteer.find(said);
    if (found !== undefined && found.start === 0 && found.end === said.length) return found.locality;
  }
  return null;
}

const opensPlace = /^(?:xã|phường|thị trấn|huyện|thị xã|quận|đặc khu)\s/iu;

const extreme = /\s+(?:(?:là )?(?:cao|thấp|nhiều|ít|lớn) nhất(?: là)?|dẫn đầu)$/iu;

/**
 * The places that a name is made of and nothing else: "Ninh Bình, Quảng Ninh". Empty where it says anything more, or names the document's own
 * place.
 */
function onlyPlaces(name: string, { gazetteer, metadata }: FigureInput): Locality[] {
  const label = name.replace(extreme, '').replace(/^(?:còn|riêng)\s/iu, '');
  const found = gazetteer.find(label).filter((place) => isWrittenAsName(label, place));
  const rest = found.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), label);
  const isOwn = found.some(({ locality }) => locality.key === metadata.locality?.key);
  return isOwn || !/^(?:[\s,]|và)*$/u.test(rest) ? [] : found.map(({ locality }) => locality);
}
