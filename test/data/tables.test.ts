import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
const words = z.array(z.string().trim().min(1));
const key = z.string().regex(/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/);
const isoDate = z.iso.date();

const indicatorTable = z.strictObject({
  about: z.string(),
  sources: words,
  unitSpellings: z.record(z.string(), words),
  areas: z.array(z.strictObject({ key, vi: z.string(), synonyms: words, en: z.string(), enSynonyms: words })),
  groups: z.array(
    z.strictObject({ key, area: key, vi: z.string(), synonyms: words, en: z.string(), enSynonyms: words }),
  ),
  indicators: z.array(
    z.strictObject({
      key,
      group: key,
      vi: z.string(),
      synonyms: words,
      abbr: words,
      units: z.array(z.string()).min(1),
      kind: z.enum(['level', 'growth', 'change', 'share', 'rate', 'count', 'index']),
      better: z.enum(['up', 'down', 'none']),
      en: z.string(),
      enSynonyms: words,
      near: words,
      note: z.string().optional(),
    }),
  ),
});

const place = {
  key,
  name: z.string(),
  fullName: z.string(),
  type: z.enum(['province', 'city']),
  gsoCode: z.string().regex(/^\d{2}$/),
  aliases: words,
  ambiguousAliases: words,
};
const localityTable = z.strictObject({
  about: z.string(),
  sources: words,
  cautions: words,
  codeClashes: z.array(z.strictObject({ code: z.string(), before2025: z.string(), from2025: z.string() })),
  current: z.array(
    z.strictObject({
      ...place,
      mergedFrom: words.min(1),
      fullName2025: z.string().optional(),
      cityFrom: isoDate.optional(),
      cityBy: z.string().optional(),
    }),
  ),
  legacy: z.array(z.strictObject({ ...place, successor: key, note: z.string().optional() })),
});

const abbreviationTable = z.strictObject({
  about: z.string(),
  abbreviations: z.record(z.string(), words.min(1)),
  typing: z.record(z.string(), z.string()),
});

const calendarTable = z.object({
  about: z.string(),
  years: z.record(z.string().regex(/^\d{4}$/), z.object({ off: z.array(isoDate), worked: z.array(isoDate) })),
});

const repeated = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at);
const isNfc = (value: unknown) => JSON.stringify(value) === JSON.stringify(value).normalize('NFC');

describe('data/indicators.json', () => {
  const table = indicatorTable.parse(read('indicators.json'));

  it('holds more than 300 indicators with unique keys', () => {
    expect(table.indicators.length).toBeGreaterThan(300);
    expect(repeated(table.indicators.map((entry) => entry.key))).toEqual([]);
  });

  it('names only groups, areas and neighbours that exist', () => {
    const groups = new Set(table.groups.map((group) => group.key));
    const areas = new Set(table.areas.map((area) => area.key));
    const keys = new Set(table.indicators.map((entry) => entry.key));
    expect(table.groups.filter((group) => !areas.has(group.area))).toEqual([]);
    expect(table.indicators.filter((entry) => !groups.has(entry.group))).toEqual([]);
    expect(table.indicators.flatMap((entry) => entry.near.filter((near) => !keys.has(near)))).toEqual([]);
    expect(table.indicators.filter((entry) => entry.near.includes(entry.key))).toEqual([]);
  });

  it('uses no empty group', () => {
    const used = new Set(table.indicators.map((entry) => entry.group));
    expect(table.groups.filter((group) => !used.has(group.key)).map((group) => group.key)).toEqual([]);
  });

  it('gives each Vietnamese wording to one indicator, or to such as kind or unit tells apart', () => {
    const owners = new Map<string, typeof table.indicators>();
    for (const entry of table.indicators)
      for (const name of new Set([entry.vi, ...entry.synonyms].map((text) => text.toLowerCase())))
        owners.set(name, [...(owners.get(name) ?? []), entry]);
    const confused = [...owners].filter(([, entries]) => {
      const looks = entries.map((entry) => `${entry.kind} ${entry.units.join('|')}`);
      return repeated(looks).length > 0;
    });
    expect(confused.map(([name, entries]) => [name, entries.map((entry) => entry.key)])).toEqual([]);
  });

  it('keeps apart the pairs that are easily confused', () => {
    const byName = (name: string) => table.indicators.filter((entry) => [entry.vi, ...entry.synonyms].includes(name));
    const pairs: [string, string][] = [
      ['thu nhập bình quân đầu người', 'GRDP/người'],
      ['tỷ lệ hộ nghèo đa chiều', 'nghèo đa chiều'],
      ['xã nông thôn mới nâng cao', 'xã nông thôn mới kiểu mẫu'],
      ['bác sĩ/vạn dân', 'giường bệnh/vạn dân'],
      ['xuất khẩu', 'xuất nhập khẩu'],
      ['giảm hộ nghèo', 'giảm hộ nghèo dân tộc thiểu số'],
      ['hộ dân nông thôn sử dụng nước hợp vệ sinh', 'dân cư nông thôn sử dụng nước sạch'],
    ];
    for (const [one, other] of pairs) {
      const keys = byName(one).map((entry) => entry.key);
      const others = byName(other).map((entry) => entry.key);
      expect(others.length, other).toBeGreaterThan(0);
      expect(
        keys.filter((each) => others.includes(each)),
        `${one} / ${other}`,
      ).toEqual([]);
    }
  });

  it('is written in NFC', () => {
    expect(isNfc(table)).toBe(true);
  });
});

describe('data/localities.json', () => {
  const table = localityTable.parse(read('localities.json'));
  const current = new Map(table.current.map((place) => [place.key, place]));
  const legacy = new Map(table.legacy.map((place) => [place.key, place]));

  it('has 34 units now and 63 before, each key and code once a list', () => {
    expect([current.size, legacy.size, table.current.length, table.legacy.length]).toEqual([34, 63, 34, 63]);
    expect(repeated(table.current.map((place) => place.gsoCode))).toEqual([]);
    expect(repeated(table.legacy.map((place) => place.gsoCode))).toEqual([]);
  });

  it('maps old to new and new to old without a gap', () => {
    for (const place of table.legacy) expect(current.get(place.successor)?.mergedFrom, place.key).toContain(place.key);
    const merged = table.current.flatMap((place) => place.mergedFrom);
    expect(merged.filter((each) => !legacy.has(each))).toEqual([]);
    expect([...merged].sort()).toEqual([...legacy.keys()].sort());
  });

  it('gives no safe alias to two units of the same list', () => {
    for (const list of [table.current, table.legacy])
      expect(repeated(list.flatMap((place) => [place.name, ...place.aliases]))).toEqual([]);
  });

  it('is written in NFC', () => {
    expect(isNfc(table)).toBe(true);
  });
});

describe('data/abbreviations.json', () => {
  const table = abbreviationTable.parse(read('abbreviations.json'));

  it('knows the everyday ones', () => {
    for (const short of ['KT-XH', 'KTXH', 'BHYT', 'NTM', 'GRDP', 'UBND', 'HĐND', 'XNK', 'THPT'])
      expect(Object.keys(table.abbreviations)).toContain(short);
  });

  it('explains no form by itself', () => {
    expect(Object.entries(table.abbreviations).filter(([short, long]) => long.includes(short))).toEqual([]);
  });

  it('is written in NFC', () => {
    expect(isNfc(table)).toBe(true);
  });
});

describe('data/calendar.json', () => {
  const table = calendarTable.parse(read('calendar.json'));
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

  it('gives days off on weekdays and exchanged work on weekends, inside their year', () => {
    for (const [year, { off, worked }] of Object.entries(table.years)) {
      expect(off.filter((day) => !day.startsWith(year) || weekday(day) === 0 || weekday(day) === 6)).toEqual([]);
      expect(worked.filter((day) => !day.startsWith(year) || (weekday(day) !== 0 && weekday(day) !== 6))).toEqual([]);
    }
  });

  it('covers 2026 to 2028', () => {
    expect(Object.keys(table.years)).toEqual(['2026', '2027', '2028']);
  });
});
