import { describe, expect, it } from 'vitest';
import { regimeReports, usualRules } from '../../src/reminders/reporting-regime.ts';
import { regimeSource } from '../../src/reminders/write-reminder.ts';
import { calendar } from '../support/reminder-world.ts';

const source = 'Quyết định 12/2026/QĐ-UBND';
const year = { first: '2026-02-01', last: '2027-01-31', level: 'commune' as const };

/** The sending days of one kind of report in a year when the office has set its own day. */
function fixed(kind: string, fixedDay: { day: number; monthsLater: number }): string[] {
  const rules = { ...usualRules, fixedDays: { [`commune:${kind}`]: { ...fixedDay, source } } };
  const reports = regimeReports(year, calendar, rules).filter((report) => report.kind === kind);
  expect(new Set(reports.map(({ setBy }) => setBy))).toEqual(new Set([source]));
  return reports.map(({ sendBy }) => sendBy);
}

describe('the reporting regime as an office keeps it', () => {
  it.each<[kind: string, fixedDay: { day: number; monthsLater: number }, days: string[]]>([
    ['quarterly', { day: 18, monthsLater: 0 }, ['2026-03-18', '2026-06-18', '2026-09-18', '2026-12-18']],
    ['yearly', { day: 5, monthsLater: 1 }, ['2027-01-05']],
    ['first_half', { day: 31, monthsLater: 0 }, ['2026-06-30']],
  ])('%s on its own day', (kind, fixedDay, days) => {
    expect(fixed(kind, fixedDay)).toEqual(days);
  });

  it('leaves the other levels and kinds computed', () => {
    const rules = { ...usualRules, fixedDays: { 'commune:yearly': { day: 5, monthsLater: 1, source } } };
    const others = (own: typeof rules | typeof usualRules) =>
      regimeReports(year, calendar, own).filter(({ kind }) => kind !== 'yearly');
    expect(others(rules)).toEqual(others(usualRules));
    expect(others(rules).every(({ setBy }) => setBy === null)).toBe(true);
    const province = { ...year, level: 'province' as const };
    expect(regimeReports(province, calendar, rules)).toEqual(regimeReports(province, calendar, usualRules));
  });

  it('says of a computed day that it is computed, of an own one who has set it', () => {
    const reporting = { ...usualRules, fixedDays: { 'commune:quarterly': { day: 18, monthsLater: 0, source } } };
    const says = (regime: string, day: string) => regimeSource(regime, day, { calendar, reporting });
    expect(says('commune:quarterly', '2026-12-18')).toBe(`Hạn theo quy định của đơn vị: ${source}.`);
    expect(says('commune:monthly', '2026-12-16')).toMatch(
      /^Hạn tính theo chế độ báo cáo .* không văn bản nào nêu ngày này\.$/,
    );
  });
});
