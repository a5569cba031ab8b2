import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isStandardRule } from '../../src/domain/recurrence-rule.ts';
import { occurrences } from '../../src/reminders/recurrence.ts';
import { workingDays } from '../../src/reminders/working-days.ts';

const calendar = workingDays(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../data/calendar.json'), 'utf8')).years,
);
const days = (rrule: string, [from, to]: [string, string], start = from): string[] =>
  occurrences({ rrule, start }, { from, to }, { calendar });

describe('occurrences', () => {
  it.each<[string, string, [string, string], string[]]>([
    [
      'the 31st falls on the last day of shorter months',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      ['2026-12-01', '2027-06-30'],
      ['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31', '2027-06-30'],
    ],
    [
      'the 30th falls on 29 February of a leap year',
      'FREQ=MONTHLY;BYMONTHDAY=30',
      ['2028-01-01', '2028-03-31'],
      ['2028-01-30', '2028-02-29', '2028-03-30'],
    ],
    [
      'the 15th and the 30th',
      'FREQ=MONTHLY;BYMONTHDAY=15,30',
      ['2027-02-01', '2027-03-31'],
      ['2027-02-15', '2027-02-28', '2027-03-15', '2027-03-30'],
    ],
    [
      '29 February every year',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      ['2026-01-01', '2029-12-31'],
      ['2026-02-28', '2027-02-28', '2028-02-29', '2029-02-28'],
    ],
    [
      'the 31st of the last month of a quarter, as documents are read',
      'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=31',
      ['2026-12-01', '2027-12-31'],
      ['2026-12-31', '2027-03-31', '2027-06-30', '2027-09-30', '2027-12-31'],
    ],
    [
      'Mondays over the end of the year',
      'FREQ=WEEKLY;BYDAY=MO',
      ['2026-12-20', '2027-01-12'],
      ['2026-12-21', '2026-12-28', '2027-01-04', '2027-01-11'],
    ],
    [
      'the last Friday of a month',
      'FREQ=MONTHLY;BYDAY=-1FR',
      ['2026-11-01', '2027-01-31'],
      ['2026-11-27', '2026-12-25', '2027-01-29'],
    ],
    ['UNTIL as a day', 'FREQ=DAILY;UNTIL=20261120', ['2026-11-19', '2026-11-30'], ['2026-11-19', '2026-11-20']],
    [
      'two days a year that are no cross product',
      'FREQ=YEARLY;BYMONTH=6,11;BYMONTHDAY=1,15;BYSETPOS=1,4',
      ['2027-01-01', '2028-12-31'],
      ['2027-06-01', '2027-11-15', '2028-06-01', '2028-11-15'],
    ],
    [
      'the last working day of a month',
      'FREQ=MONTHLY;X-WORKDAY=-1',
      ['2026-04-01', '2026-10-31'],
      ['2026-04-29', '2026-05-29', '2026-06-30', '2026-07-31', '2026-08-28', '2026-09-30', '2026-10-30'],
    ],
    [
      'the third working day of a month, Tết and swaps counted',
      'FREQ=MONTHLY;X-WORKDAY=3',
      ['2026-09-01', '2027-02-28'],
      ['2026-09-07', '2026-10-05', '2026-11-04', '2026-12-03', '2027-01-06', '2027-02-03'],
    ],
    [
      'the last working day of a quarter',
      'FREQ=MONTHLY;BYMONTH=3,6,9,12;X-WORKDAY=-1',
      ['2026-01-01', '2026-12-31'],
      ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'],
    ],
    [
      'working days only, around 24/11',
      'FREQ=DAILY;X-WORKDAY=ONLY',
      ['2026-11-20', '2026-11-26'],
      ['2026-11-20', '2026-11-23', '2026-11-25', '2026-11-26'],
    ],
    [
      'Giỗ Tổ',
      'RSCALE=VIETNAMESE;FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10',
      ['2026-01-01', '2028-12-31'],
      ['2026-04-26', '2027-04-16', '2028-04-04'],
    ],
    [
      'the eve of Tết',
      'RSCALE=VIETNAMESE;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1',
      ['2026-01-01', '2028-12-31'],
      ['2026-02-16', '2027-02-05', '2028-01-25'],
    ],
    [
      'mùng 1 and rằm, with the leap month of 2025',
      'RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=1,15',
      ['2025-06-20', '2025-08-31'],
      ['2025-06-25', '2025-07-09', '2025-07-25', '2025-08-08', '2025-08-23'],
    ],
  ])('%s', (_, rrule, window, expected) => {
    expect(days(rrule, window)).toEqual(expected);
  });

  it('counts every second week from the first', () => {
    expect(days('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', ['2027-01-01', '2027-02-05'], '2026-11-23')).toEqual([
      '2027-01-04',
      '2027-01-18',
      '2027-02-01',
    ]);
  });

  it('keeps to the hour of UNTIL in Vietnam', () => {
    // 31/12 10:00 in Vietnam is 03:00 UTC: the occurrence at 11:00 is past it, the one at 09:00 is not.
    const rule = { rrule: 'FREQ=DAILY;UNTIL=20261231T030000Z', start: '2026-12-30' };
    const window = { from: '2026-12-30', to: '2027-01-05' };
    expect(occurrences({ ...rule, time: '11:00' }, window, { calendar })).toEqual(['2026-12-30']);
    expect(occurrences({ ...rule, time: '09:00' }, window, { calendar })).toEqual(['2026-12-30', '2026-12-31']);
  });

  it('gives nothing before its start or in an empty window', () => {
    expect(days('FREQ=DAILY', ['2026-11-01', '2026-11-05'], '2026-11-06')).toEqual([]);
    expect(days('FREQ=DAILY', ['2026-11-05', '2026-11-01'])).toEqual([]);
  });

  it.each([
    '',
    'garbage',
    'FREQ=HOURLY',
    'FREQ=SECONDLY;INTERVAL=1',
    'BYDAY=MO',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=DAILY;X-OTHER=1',
    'FREQ=DAILY;INTERVAL=',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=-1',
    'FREQ=MONTHLY;BYMONTHDAY=45',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=YEARLY;BYMONTH=13',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=MONTHLY;X-WORKDAY=99',
    'FREQ=DAILY;UNTIL=tomorrow',
    'RSCALE=CHINESE;FREQ=YEARLY',
    'FREQ=DAILY\nEXDATE:20261118',
  ])('throws for %j', (rrule) => {
    expect(() => days(rrule, ['2026-01-01', '2026-02-01'])).toThrow(RangeError);
  });
});

const root = join(import.meta.dirname, '../..');
const script = `
import { readFileSync } from 'node:fs';
import { occurrences } from '${root}/src/reminders/recurrence.ts';
import { workingDays } from '${root}/src/reminders/working-days.ts';
import { describeWhen } from '${root}/src/vietnamese/describe-when.ts';
import { parseTimePhrase } from '${root}/src/vietnamese/time-phrase.ts';
const calendar = workingDays(JSON.parse(readFileSync('${root}/data/calendar.json', 'utf8')).years);
const context = { now: '2026-11-01T00:30:00+07:00', zone: 'Asia/Ho_Chi_Minh', calendar };
const phrases = ['mai 8h', 'thứ sáu', 'ngày 31 hằng tháng', '8h hằng ngày', 'cuối quý', '29/2 hằng năm', '2 tiếng nữa', 'Giỗ Tổ', 'trước ngày 20 hằng tháng'];
const window = { from: '2026-11-01', to: '2028-03-31' };
for (const phrase of phrases) {
  const when = parseTimePhrase(phrase, context);
  console.log(JSON.stringify(when), describeWhen(when), when.kind === 'once' ? '' : occurrences(when, window, { calendar }).join());
}`;

describe('isStandardRule', () => {
  it.each([
    ['FREQ=MONTHLY;BYMONTHDAY=19', true],
    ['RRULE:FREQ=WEEKLY;BYDAY=MO', true],
    ['FREQ=MONTHLY;X-WORKDAY=-1', false],
    ['RSCALE=VIETNAMESE;FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10', false],
    ['nothing', false],
  ])('%s: %s', (rrule, expected) => expect(isStandardRule(rrule)).toBe(expected));
});

describe('the zone and clock of the host', () => {
  const inZone = (TZ: string): string =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });

  it('play no part: New York on the night its clocks go back, Vietnam, UTC and Kiribati agree', () => {
    const own = inZone('Asia/Ho_Chi_Minh');
    expect(own).toContain('thứ Hai, ngày 02/11/2026, 8 giờ');
    expect(own).toContain('2026-11-30,2026-12-31,2027-01-31,2027-02-28');
    expect(own).toContain('2027-02-28,2028-02-29');
    for (const zone of ['America/New_York', 'UTC', 'Pacific/Kiritimati', 'Australia/Lord_Howe'])
      expect(inZone(zone)).toBe(own);
  });
});
