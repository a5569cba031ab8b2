import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataError } from '../src/domain/errors.ts';
import { dataFolder, loadTables, readTableFiles } from '../src/tables.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test spoils tables in ways their types forbid
type Spoil = (table: any) => void;

const spoiled: [what: string, file: string, spoil: Spoil, place: string][] = [
  [
    'a synonym that is no text',
    'indicators.json',
    (table) => table.indicators[0].synonyms.push(7),
    'indicators.0.synonyms',
  ],
  ['an indicator twice', 'indicators.json', (table) => table.indicators.push(table.indicators[0]), 'indicators.'],
  ['a group that does not exist', 'indicators.json', (table) => (table.indicators[1].group = 'nowhere'), '.group'],
  ['a neighbour that does not exist', 'indicators.json', (table) => table.indicators[1].near.push('nothing'), '.near'],
  [
    'a successor that does not exist',
    'localities.json',
    (table) => (table.legacy[0].successor = 'atlantis'),
    '.successor',
  ],
  ['a province without a name', 'localities.json', (table) => (table.current[2].name = ''), 'current.2.name'],
  ['an abbreviation for nothing', 'abbreviations.json', (table) => (table.abbreviations.XYZ = []), 'abbreviations.XYZ'],
  [
    'a report of a level that is none',
    'reporting.json',
    (table) => Object.assign(table.fixedDays, { 'district:monthly': { day: 1, monthsLater: 0, source: 'x' } }),
    'fixedDays.district:monthly',
  ],
  [
    'a day of an office without its source',
    'reporting.json',
    (table) => Object.assign(table.fixedDays, { 'commune:monthly': { day: 1, monthsLater: 0, source: '' } }),
    'fixedDays.commune:monthly.source',
  ],
  ['a day off that is no date', 'calendar.json', (table) => table.years['2026'].off.push('2/9'), 'years.2026.off'],
];

describe('the tables of the language', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chidao-tables-'));
    cpSync(dataFolder, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('ship in good order', () => {
    expect(Object.keys(loadTables()).sort()).toEqual([
      'abbreviations',
      'calendar',
      'gazetteer',
      'lexicon',
      'phrases',
      'reporting',
    ]);
  });

  it.each(spoiled)('are refused with file and place: %s', (_, file, spoil, place) => {
    const path = join(folder, file);
    const table = JSON.parse(readFileSync(path, 'utf8'));
    spoil(table);
    writeFileSync(path, JSON.stringify(table));
    expect(() => readTableFiles(folder)).toThrow(DataError);
    try {
      readTableFiles(folder);
    } catch (error) {
      expect(error).toMatchObject({ file: path, place: expect.stringContaining(place) });
    }
  });

  it.each([
    ['cut off in the middle', '{"years": {'],
    ['something else', '[]'],
  ])('are refused when a file is %s', (_, text) => {
    writeFileSync(join(folder, 'calendar.json'), text);
    expect(() => readTableFiles(folder)).toThrow(DataError);
  });

  it('are refused when a file is missing', () => {
    rmSync(join(folder, 'localities.json'));
    expect(() => readTableFiles(folder)).toThrow(/không đọc được/);
  });
});
