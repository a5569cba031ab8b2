import { describe, expect, it } from 'vitest';
import { markQuestion } from '../../src/answer/question-marks.ts';
import { type AskedSide, sidesOf, sidesOfParts } from '../../src/answer/sides.ts';
import { loadTables } from '../../src/tables.ts';

const { gazetteer } = loadTables();
const marksOf = (text: string) => markQuestion(text, { gazetteer, bodies: [] }, '2026-11-22');
const said = ({ localities, periods }: ReturnType<typeof marksOf>) => ({
  localities: [...new Map(localities.map(({ locality }) => [locality.key, locality])).values()],
  periods: [...new Map(periods.map(({ period }) => [period.text, period])).values()],
});
const printed = (sides: readonly AskedSide[]): string =>
  sides.map(({ locality, period }) => `${locality?.key ?? '-'} ${period?.text ?? '-'}`).join(' | ');

describe('sidesOf', () => {
  it.each([
    ['che phủ rừng Kon Tum 2020 và Cao Bằng 2023', 'kon-tum 2020 | cao-bang 2023'],
    ['lao động năm 2023 của Cao Bằng và năm 2020 của Kon Tum', 'cao-bang 2023 | kon-tum 2020'],
    ['năm 2023 Cao Bằng và Kon Tum 2020', 'cao-bang 2023 | kon-tum 2020'],
    ['Cao Bằng và Kon Tum 2020', 'cao-bang 2020 | kon-tum 2020'],
    ['Cao Bằng năm 2023 và 2025', 'cao-bang 2023 | cao-bang 2025'],
    ['tỷ lệ hộ nghèo', '- -'],
  ])('%s → %s', (text, expected) => {
    const marks = marksOf(text);
    expect(printed(sidesOf(marks, said(marks)))).toBe(expected);
  });
});

describe('sidesOfParts', () => {
  const sidesAt = (text: string, parts: readonly string[]): string[] => {
    const marks = marksOf(text);
    const spans = parts.map((part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length }));
    const sides = sidesOf(marks, said(marks));
    return sidesOfParts(spans, marks, { ...said(marks), sides }).map(printed);
  };

  it('gives each thing the place and time said with it', () => {
    expect(sidesAt('xuất khẩu Kon Tum 2020, BHYT Cao Bằng 2023', ['xuất khẩu', 'BHYT'])).toEqual([
      'kon-tum 2020',
      'cao-bang 2023',
    ]);
  });

  it('takes what is left unsaid from the thing before', () => {
    expect(sidesAt('Kon Tum 2020 xuất khẩu, Cao Bằng BHYT', ['Kon Tum', 'Cao Bằng'])).toEqual([
      'kon-tum 2020',
      'cao-bang 2020',
    ]);
  });

  it('asks all things of all places said once for all', () => {
    const all = 'kon-tum 2020 | cao-bang 2023';
    expect(sidesAt('xuất khẩu, BHYT Kon Tum 2020 và Cao Bằng 2023', ['xuất khẩu', 'BHYT'])).toEqual([all, all]);
  });
});
