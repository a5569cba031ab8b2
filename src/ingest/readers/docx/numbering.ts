import { type NumberFormat, printNumber } from '../print-number.ts';
import { attribute, readXml } from '../read-xml.ts';

/** Where a paragraph stands in a list: which list, and how deep. */
export type ListPlace = { list: string; level: number };

type Level = { start: number; format: NumberFormat; text: string };
type Levels = Map<number, Level>;

/** The automatic numbers of a document, counted as its paragraphs come by. */
export type Numbering = {
  /** The list a style puts its paragraphs in; null when it puts them in none. */
  ofStyle(style: string): ListPlace | null;
  /** The printed number of the next paragraph of a list ("1.2.", "a)", "-"); empty when the list prints none. */
  next(place: ListPlace): string;
};

/** Reads how a document numbers its lists. Without its parts nothing is numbered. */
export function readNumbering(numbering: string | null, styles: string | null): Numbering {
  const { abstracts, lists } = numbering === null ? noLists() : readLists(numbering);
  const byStyle = styles === null ? new Map<string, ListPlace>() : readStyles(styles);
  const counters = new Map<string, number[]>();
  return {
    ofStyle: (style) => byStyle.get(style) ?? null,
    next({ list, level }) {
      const known = lists.get(list);
      const levels = known === undefined ? undefined : abstracts.get(known.abstract);
      const own = levels?.get(level);
      if (known === undefined || levels === undefined || own === undefined) return '';
      const startOf = (at: number) => known.starts.get(at) ?? levels.get(at)?.start ?? 1;
      // Lists that restart count for themselves, the others share the count of their definition.
      const counterId = known.starts.size > 0 ? `list ${list}` : known.abstract;
      const counts = counters.get(counterId) ?? [];
      counters.set(counterId, counts);
      for (let at = 0; at < level; at++) counts[at] ??= startOf(at);
      counts[level] = counts[level] === undefined ? startOf(level) : (counts[level] ?? 0) + 1;
      counts.length = level + 1;
      return label(own, levels, counts);
    },
  };
}

function label(own: Level, levels: Levels, counts: readonly number[]): string {
  if (own.format === 'none') return '';
  if (own.format === 'bullet') return '-';
  return own.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return printNumber(counts[at] ?? 1, levels.get(at)?.format ?? 'decimal');
  });
}

type Lists = { abstracts: Map<string, Levels>; lists: Map<string, { abstract: string; starts: Map<number, number> }> };

const noLists = (): Lists => ({ abstracts: new Map(), lists: new Map() });

const formats: ReadonlySet<string> = new Set([
  'decimal',
  'decimalZero',
  'lowerLetter',
  'upperLetter',
  'lowerRoman',
  'upperRoman',
  'bullet',
  'none',
]);

function readLists(xml: string): Lists {
  const found = noLists();
  let levels: Levels | null = null;
  let list: { abstract: string; starts: Map<number, number> } | null = null;
  let level: Level | null = null;
  let levelAt = 0;
  readXml(xml, {
    open(name, attributes) {
      const value = () => attribute(attributes, 'val') ?? '';
      if (name === 'abstractNum') {
        levels = new Map();
        found.abstracts.set(attribute(attributes, 'abstractNumId') ?? '', levels);
      } else if (name === 'num') {
        list = { abstract: '', starts: new Map() };
        found.lists.set(attribute(attributes, 'numId') ?? '', list);
      } else if (name === 'abstractNumId' && list !== null) list.abstract = value();
      else if (name === 'lvlOverride' || name === 'lvl') {
        levelAt = Number(attribute(attributes, 'ilvl') ?? 0);
        level = { start: 1, format: 'decimal', text: '' };
        if (name === 'lvl' && list === null) levels?.set(levelAt, level);
      } else if (name === 'startOverride') list?.starts.set(levelAt, Number(value()) || 0);
      else if (level === null) return;
      else if (name === 'start') level.start = Number(value()) || 0;
      else if (name === 'numFmt') level.format = formats.has(value()) ? (value() as NumberFormat) : 'decimal';
      else if (name === 'lvlText') level.text = value().slice(0, 40);
    },
    close(name) {
      if (name === 'num') list = null;
      if (name === 'abstractNum') levels = null;
    },
    text() {},
  });
  return found;
}

function readStyles(xml: string): Map<string, ListPlace> {
  const places = new Map<string, ListPlace>();
  const parents = new Map<string, string>();
  let style = '';
  let list: string | null = null;
  let level = 0;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'style') {
        style = attribute(attributes, 'styleId') ?? '';
        list = null;
        level = 0;
      } else if (name === 'basedOn') parents.set(style, attribute(attributes, 'val') ?? '');
      else if (name === 'ilvl') level = Number(attribute(attributes, 'val') ?? 0);
      else if (name === 'numId') list = attribute(attributes, 'val');
    },
    close(name) {
      if (name === 'style' && style !== '' && list !== null) places.set(style, { list, level });
    },
    text() {},
  });
  for (const [own, parent] of parents) {
    const inherited = places.get(parent);
    if (inherited !== undefined && !places.has(own)) places.set(own, inherited);
  }
  return places;
}
