import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expandAbbreviations } from '../../src/vietnamese/abbreviations.ts';
import { findDates } from '../../src/vietnamese/date.ts';
import { fold } from '../../src/vietnamese/fold.ts';
import { buildGazetteer } from '../../src/vietnamese/gazetteer.ts';
import { cleanMessage } from '../../src/vietnamese/normalize.ts';
import { parseNumber } from '../../src/vietnamese/number.ts';
import { findNumberWords } from '../../src/vietnamese/number-words.ts';
import { findPeriods } from '../../src/vietnamese/period.ts';
import { canonicalSyllable, syllables } from '../../src/vietnamese/syllables.ts';

const data = (file: string) => JSON.parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));
const gazetteer = buildGazetteer(data('localities.json'));
const abbreviations = data('abbreviations.json');

/** A megabyte of one thing over and over: a reader that looks back from every place would not end within the test's time. */
const million = (unit: string): string => unit.repeat(Math.ceil(1_000_000 / unit.length));

const units = [
  '1.',
  'ngay 1 thang ',
  'năm 20',
  '2021-',
  'đến năm ',
  'quý ',
  'tỉnh ',
  'Xã A ',
  ' ',
  'hai mươi ',
  'a-',
  '\u200b',
];

describe.each(units)('a megabyte of %j', (unit) => {
  const text = million(unit).normalize('NFC');
  it('is read to its end', { timeout: 60_000 }, () => {
    expect(fold(text)).toHaveLength(text.length);
    expect(syllables(text).at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
    expect(findDates(text, { year: 2025 })).toEqual([]);
    expect(findPeriods(text, { today: '2026-11-21' }).length).toBeGreaterThanOrEqual(0);
    expect(gazetteer.find(text).every(({ end }) => end <= text.length)).toBe(true);
    expect(parseNumber(text)).toBeNull();
    expect(Array.isArray(findNumberWords(text))).toBe(true);
    expect(typeof expandAbbreviations(text, abbreviations)).toBe('string');
    expect(cleanMessage(text).length).toBeLessThanOrEqual(text.length);
    expect(typeof canonicalSyllable(text)).toBe('string');
  });
});
