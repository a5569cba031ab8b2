import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DataError } from './domain/errors.ts';
import { buildGazetteer, type Gazetteer } from './vietnamese/gazetteer.ts';
import { buildLexicon, type Lexicon } from './vietnamese/lexicon.ts';
import { buildPhrases, officialFormulas, type Phrases } from './vietnamese/phrases.ts';

const words = z.array(z.string().min(1));
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const indicatorSchema = z.object({
  key: z.string().regex(/^[a-z0-9_]+$/),
  group: z.string(),
  vi: z.string().min(1),
  synonyms: words,
  abbr: words,
  units: z.array(z.string()).min(1),
  kind: z.string(),
  better: z.enum(['up', 'down', 'none']),
  en: z.string(),
  enSynonyms: words,
  near: words,
  note: z.string().optional(),
});

const topicSchema = z.object({ key: z.string(), vi: z.string(), synonyms: words, en: z.string(), enSynonyms: words });

const indicatorsSchema = z.object({
  unitSpellings: z.record(z.string(), words),
  areas: z.array(topicSchema),
  groups: z.array(topicSchema.extend({ area: z.string() })),
  indicators: z.array(indicatorSchema).min(1),
});

const unitSchema = z.object({
  key: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  fullName: z.string().min(1),
  type: z.enum(['province', 'city']),
  gsoCode: z.string(),
  aliases: words,
  ambiguousAliases: words,
});

const localitiesSchema = z.object({
  current: z.array(
    unitSchema.extend({ mergedFrom: words, fullName2025: z.string().optional(), cityFrom: isoDate.optional() }),
  ),
  legacy: z.array(unitSchema.extend({ successor: z.string() })),
});

const abbreviationsSchema = z.object({
  abbreviations: z.record(z.string(), words.min(1)),
  typing: z.record(z.string(), z.string()),
});

const calendarSchema = z.object({
  years: z.record(
    z.string().regex(/^\d{4}$/),
    z.object({ off: z.array(isoDate), worked: z.array(isoDate), provisional: z.boolean().optional() }),
  ),
});

const level = z.enum(['commune', 'department', 'province']);
const reportKind = z.enum(['monthly', 'quarterly', 'first_half', 'second_half', 'nine_months', 'yearly']);

const reportingSchema = z.object({
  workingDays: z.record(level, z.number().int().min(0).max(60)),
  reports: z.array(reportKind),
  fixedDays: z.record(
    z.templateLiteral([level, ':', reportKind]),
    z.object({
      day: z.number().int().min(1).max(31),
      monthsLater: z.number().int().min(0).max(12),
      source: z.string().min(1),
    }),
  ),
});

export type IndicatorTable = z.infer<typeof indicatorsSchema>;
export type LocalityTable = z.infer<typeof localitiesSchema>;
/** abbreviations: short forms of official prose, the most usual meaning first. typing: what people type on a phone, for questions only. */
export type AbbreviationTable = z.infer<typeof abbreviationsSchema>;
/** Days off and days worked beside the usual week, by year. */
export type CalendarTable = z.infer<typeof calendarSchema>;
/** The regime of periodic reports as this office keeps it. */
export type ReportingTable = z.infer<typeof reportingSchema>;

export type TableFiles = {
  indicators: IndicatorTable;
  localities: LocalityTable;
  abbreviations: AbbreviationTable;
  calendar: CalendarTable;
  reporting: ReportingTable;
};

export type Tables = {
  lexicon: Lexicon;
  gazetteer: Gazetteer;
  phrases: Phrases;
  abbreviations: AbbreviationTable;
  calendar: CalendarTable;
  reporting: ReportingTable;
};

/** The `data/` folder that the product ships. */
export const dataFolder = join(import.meta.dirname, '..', 'data');

/** Reads and builds the tables of the language. Throws DataError naming the file and the place in it. */
export function loadTables(folder: string = dataFolder): Tables {
  const { indicators, localities, ...tables } = readTableFiles(folder);
  return {
    lexicon: buildLexicon(indicators),
    gazetteer: buildGazetteer(localities),
    phrases: buildPhrases(phrasesIn({ indicators, localities, abbreviations: tables.abbreviations })),
    ...tables,
  };
}

/** All that the tables write out in words. */
function* phrasesIn({
  indicators,
  localities,
  abbreviations,
}: Pick<TableFiles, 'indicators' | 'localities' | 'abbreviations'>): Iterable<string> {
  yield* officialFormulas;
  yield* Object.values(indicators.unitSpellings).flat();
  for (const { vi, synonyms } of [...indicators.indicators, ...indicators.groups, ...indicators.areas])
    yield* [vi, ...synonyms];
  // As usual as any phrase: they stand in the head of every document.
  for (const { fullName } of [...localities.current, ...localities.legacy]) yield* [fullName, fullName, fullName];
  yield* Object.values(abbreviations.abbreviations).flat();
}

/** The tables as written, each checked by itself and for names that lead nowhere. Throws DataError. */
export function readTableFiles(folder: string): TableFiles {
  const files = {
    indicators: readTable(join(folder, 'indicators.json'), indicatorsSchema),
    localities: readTable(join(folder, 'localities.json'), localitiesSchema),
    abbreviations: readTable(join(folder, 'abbreviations.json'), abbreviationsSchema),
    calendar: readTable(join(folder, 'calendar.json'), calendarSchema),
    reporting: readTable(join(folder, 'reporting.json'), reportingSchema),
  };
  checkIndicators(files.indicators, join(folder, 'indicators.json'));
  checkLocalities(files.localities, join(folder, 'localities.json'));
  return files;
}

function readTable<Table>(file: string, schema: z.ZodType<Table>): Table {
  const parsed = schema.safeParse(parseJson(file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new DataError('thiếu trường này hoặc giá trị sai kiểu', file, issue?.path.join('.') || null);
}

function parseJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new DataError('không đọc được bảng dữ liệu', file);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new DataError('bảng dữ liệu không phải JSON', file);
  }
}

function checkIndicators({ areas, groups, indicators }: IndicatorTable, file: string): void {
  const keys = uniqueKeys(indicators, { file, list: 'indicators' });
  const groupKeys = uniqueKeys(groups, { file, list: 'groups' });
  const areaKeys = uniqueKeys(areas, { file, list: 'areas' });
  for (const { key, area } of groups) mustName(areaKeys, area, { file, place: `groups.${key}.area` });
  for (const { key, group, near } of indicators) {
    mustName(groupKeys, group, { file, place: `indicators.${key}.group` });
    for (const other of near) mustName(keys, other, { file, place: `indicators.${key}.near` });
  }
}

function checkLocalities({ current, legacy }: LocalityTable, file: string): void {
  const currentKeys = uniqueKeys(current, { file, list: 'current' });
  const legacyKeys = uniqueKeys(legacy, { file, list: 'legacy' });
  for (const { key, successor } of legacy) mustName(currentKeys, successor, { file, place: `legacy.${key}.successor` });
  for (const { key, mergedFrom } of current) {
    for (const former of mergedFrom) mustName(legacyKeys, former, { file, place: `current.${key}.mergedFrom` });
  }
}

function uniqueKeys(rows: readonly { key: string }[], at: { file: string; list: string }): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { key } of rows) {
    if (keys.has(key)) throw new DataError('khóa này có hai lần', at.file, `${at.list}.${key}`);
    keys.add(key);
  }
  return keys;
}

function mustName(keys: ReadonlySet<string>, key: string, at: { file: string; place: string }): void {
  if (!keys.has(key)) throw new DataError(`«${key}» không có trong bảng`, at.file, at.place);
}
