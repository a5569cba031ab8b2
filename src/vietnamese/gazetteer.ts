import type { Locality } from '../domain/locality.ts';
import { fold } from './fold.ts';
import { createFinder, type FindOptions, type FoundLocality } from './gazetteer-find.ts';
import { indexNames, indexSlips, type PlaceName, placeName } from './gazetteer-names.ts';
import { type LocalityTable, lastFormerDay, type ProvinceRow } from './gazetteer-table.ts';
import { unitKinds } from './gazetteer-units.ts';

export type { FindOptions, FoundLocality } from './gazetteer-find.ts';
export type { LocalityTable, ProvinceRow } from './gazetteer-table.ts';

export type Gazetteer = {
  /** The places a text names, in order; empty when it names none. Several places of one name share a span. */
  find: (text: string, options?: FindOptions) => FoundLocality[];
  /** A province, a learnt place or the country by its key; null for an unknown key. */
  byKey: (key: string) => Locality | null;
  /** The present province that a former one was merged into; empty for one that still stands under its own name, or an unknown key. */
  successorsOf: (key: string) => Locality[];
  /** The former provinces that make up a present one, itself included; empty when it was not merged. */
  partsOf: (key: string) => Locality[];
  /** Days on which a province existed, ISO, null where open; null for an unknown key. */
  validity: (key: string) => { from: string | null; to: string | null } | null;
  /** The same gazetteer that also knows these places ("huyện Chợ Đồn" once a directive names it). */
  withNames: (localities: readonly Locality[]) => Gazetteer;
};

export const country: Locality = { key: 'viet-nam', name: 'cả nước', level: 'country', within: null };

/** A gazetteer over data/localities.json. Both tables may be empty; then only places named with their kind are found. */
export function buildGazetteer(table: LocalityTable): Gazetteer {
  const provinces = new Map<string, Locality>();
  for (const row of [...table.legacy, ...table.current]) provinces.set(row.key, provinceOf(row));
  const rows = [...table.legacy, ...table.current];
  const names = [...rows.flatMap((row) => namesOf(row, provinces)), ...initialsOf(rows, provinces)];
  return gazetteerOf({ table, provinces, names, learnt: [] });
}

type Parts = {
  table: LocalityTable;
  provinces: ReadonlyMap<string, Locality>;
  names: readonly PlaceName[];
  learnt: readonly Locality[];
};

function gazetteerOf(parts: Parts): Gazetteer {
  const { table, provinces, learnt } = parts;
  const learntByKey = new Map(learnt.map((locality) => [locality.key, locality]));
  const current = new Map(table.current.map((row) => [row.key, row]));
  const legacy = new Map(table.legacy.map((row) => [row.key, row]));
  const byKey = (key: string) => provinces.get(key) ?? learntByKey.get(key) ?? (key === country.key ? country : null);
  const names = dedupe([...parts.names, ...learnt.filter(({ key }) => !provinces.has(key)).flatMap(learntNames)]);
  const index = indexNames(names);
  const finder = createFinder({
    index,
    slips: indexSlips(names),
    pointed: indexNames(pointedNames([...table.legacy, ...table.current], provinces)),
    rows: { current, legacy },
    provinces,
    country,
  });
  /** A province that became a city later is a province on that day. */
  const asOf = (found: FoundLocality, on: string): FoundLocality => {
    const row = current.get(found.locality.key);
    if (row?.cityFrom === undefined || on >= row.cityFrom) return found;
    return { ...found, locality: { ...found.locality, name: `tỉnh ${row.name}` } };
  };
  return {
    find: (text, options = {}) => {
      const { on } = options;
      return on === undefined ? finder(text, options) : finder(text, options).map((found) => asOf(found, on));
    },
    byKey,
    successorsOf: (key) => {
      const successor = legacy.get(key)?.successor;
      return [successor === key ? null : byKey(successor ?? '')].filter((locality) => locality !== null);
    },
    partsOf: (key) => {
      const merged = current.get(key)?.mergedFrom ?? [];
      return merged.length > 1 ? merged.map(byKey).filter((locality) => locality !== null) : [];
    },
    validity: (key) => {
      if (current.has(key)) return { from: null, to: null };
      return legacy.has(key) ? { from: null, to: lastFormerDay } : null;
    },
    withNames: (localities) => gazetteerOf({ ...parts, learnt: [...learnt, ...localities] }),
  };
}

function provinceOf(row: ProvinceRow): Locality {
  const name = row.fullName.charAt(0).toLowerCase() + row.fullName.slice(1);
  return { key: row.key, name, level: 'province', within: null };
}

const leadWords = /^(?:tinh|thanh pho|thu do|tp\.?|t\.p\.?)[\s.]+/;

/** A spelling without the kind of place before it ("TP. Huế" → "Huế"). */
const bare = (spelling: string): string => spelling.slice(leadWords.exec(fold(spelling))?.[0].length ?? 0);

function namesOf(row: ProvinceRow, provinces: ReadonlyMap<string, Locality>): PlaceName[] {
  const locality = provinces.get(row.key);
  if (locality === undefined) return [];
  const spellings = [row.name, ...row.aliases].map(bare);
  const short = (row.ambiguousAliases ?? []).filter((alias) => alias === bare(alias) && alias !== 'TP');
  return [
    ...spellings.map((spelling) => placeName(locality, spelling, { needsLead: false, isLearnt: false })),
    ...short.map((spelling) => placeName(locality, spelling, { needsLead: true, isLearnt: false })),
  ];
}

/** "LS", "NA": initials that only one province has, known in questions only. */
function initialsOf(rows: readonly ProvinceRow[], provinces: ReadonlyMap<string, Locality>): PlaceName[] {
  const initials = ({ name }: ProvinceRow): string => name.replace(/[^\p{Lu}]/gu, '');
  const byInitials = Map.groupBy(rows, (row) => fold(initials(row)));
  return rows.flatMap((row) => {
    const locality = provinces.get(row.key);
    const short = initials(row);
    const isOnly = byInitials.get(fold(short))?.every(({ key }) => key === row.key);
    if (locality === undefined || isOnly !== true || short.length < 2) return [];
    const isInitials = notPlaces.has(short) ? 'words' : 'name';
    return [placeName(locality, short, { needsLead: false, isLearnt: false, isInitials })];
  });
}

/** "Q.Ngãi", "B.Thuận": first letter and the rest, where only one province is so written; "H.Giang" may be two. */
function pointedNames(rows: readonly ProvinceRow[], provinces: ReadonlyMap<string, Locality>): PlaceName[] {
  const short = ({ name }: ProvinceRow): string => `${name.charAt(0)}. ${name.slice(name.indexOf(' ') + 1)}`;
  const twoWords = rows.filter(({ name }) => name.split(' ').length === 2);
  const byName = Map.groupBy(twoWords, (row) => fold(short(row)));
  return twoWords.flatMap((row) => {
    const locality = provinces.get(row.key);
    const isOnly = byName.get(fold(short(row)))?.every(({ key }) => key === row.key);
    return locality === undefined || isOnly !== true
      ? []
      : [placeName(locality, short(row), { needsLead: false, isLearnt: false })];
  });
}

/** Initials that mean something else more often. */
const notPlaces = new Set(
  'KT KH CT HT TB TH SL HD NĐ LĐ BN BD NT PT TG VP QT TV HP ĐB ĐT BĐ BG KG CB NB ST'.split(' '),
);

/** A learnt place is found by its printed name and, from two syllables on, by the name alone; organisations by their printed name only. */
function learntNames(locality: Locality): PlaceName[] {
  const full = placeName(locality, locality.name, { needsLead: false, isLearnt: true });
  const kind = unitKinds.find(({ label }) => locality.name.startsWith(`${label} `));
  if (kind === undefined || locality.level === 'body' || locality.level === 'country') return [full];
  const alone = placeName(locality, locality.name.slice(kind.label.length), { needsLead: false, isLearnt: true });
  return alone.folded.length > 1 ? [full, alone] : [full];
}

function dedupe(names: readonly PlaceName[]): PlaceName[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const id = `${name.locality.key}|${name.canonical.join(' ')}|${name.needsLead}`;
    return !seen.has(id) && seen.add(id) !== undefined;
  });
}
