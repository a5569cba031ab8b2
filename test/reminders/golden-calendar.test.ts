import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weekday } from '../../src/domain/calendar-date.ts';
import { occurrences } from '../../src/reminders/recurrence.ts';
import { regimeReports, reportingLevels, reportKinds, usualRules } from '../../src/reminders/reporting-regime.ts';
import { workingDays } from '../../src/reminders/working-days.ts';
import { weekdayName } from '../../src/vietnamese/say-day.ts';
import { parseTimePhrase } from '../../src/vietnamese/time-phrase.ts';
import golden from './golden-calendar-days.json' with { type: 'json' };
import regime from './golden-calendar-regime.json' with { type: 'json' };

const calendar = workingDays(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../data/calendar.json'), 'utf8')).years,
);
const year = { from: '2026-01-01', to: '2027-12-31' };
const threeDays = { ...usualRules, workingDays: { commune: 3, department: 3, province: 3 } };

describe('the golden calendar of 2026 and 2027, written by hand', () => {
  it('holds at least 200 dates', () => {
    const dates = regime.rows.length * 6 + golden.days.length + golden.counts.length + golden.months.length * 4;
    expect(dates).toBeGreaterThanOrEqual(200);
  });

  it.each(regime.rows)('$cutOff is $day', ({ cutOff, day }) => expect(weekdayName(weekday(cutOff))).toBe(day));

  it.each(regime.rows.flatMap((row) => reportingLevels.map((level, at) => ({ ...row, level, at }))))(
    '$level, cut-off $cutOff: $why',
    ({ cutOff, level, at, from, usual, three }) => {
      const span = { first: '2026-01-01', last: '2028-01-31', level };
      const expected = (sendBy: string | undefined) =>
        Object.entries(from).map(([kind, first]) => ({ kind, level, from: first, cutOff, sendBy, setBy: null }));
      const of = (rules: typeof usualRules) =>
        regimeReports(span, calendar, rules).filter((report) => report.cutOff === cutOff);
      expect(of(usualRules)).toEqual(expected(usual[at]));
      expect(of(threeDays)).toEqual(expected(three[at]));
    },
  );

  it('names every kind of report', () => {
    expect(new Set(regime.rows.flatMap(({ from }) => Object.keys(from)))).toEqual(new Set(reportKinds));
    expect(regime.rows.flatMap(({ from }) => Object.keys(from))).toHaveLength(40);
  });

  it.each(golden.days)('$date, worked: $worked ($why)', ({ date, worked, before, after }) => {
    expect([calendar.isWorkingDay(date), calendar.onOrBefore(date), calendar.onOrAfter(date)]).toEqual([
      worked,
      before,
      after,
    ]);
  });

  it.each(golden.counts)('$days working days from $from: $to ($why)', ({ from, days, to }) => {
    expect(calendar.add(from, days)).toBe(to);
  });

  it.each(golden.counts.filter(({ days }) => days > 0))('people say it so: $days from $from', ({ from, days, to }) => {
    const [y, m, d] = from.split('-');
    const when = parseTimePhrase(`trong ${days} ngày làm việc kể từ ngày ${d}/${m}/${y}`, {
      now: '2025-12-31T08:00:00+07:00',
      zone: 'Asia/Ho_Chi_Minh',
      calendar,
    });
    expect(when).toMatchObject({ kind: 'once', at: `${to}T00:00:00+07:00`, bound: 'by' });
  });

  it.each([
    ['first', 'FREQ=MONTHLY;X-WORKDAY=1'],
    ['last', 'FREQ=MONTHLY;X-WORKDAY=-1'],
    ['before20', 'FREQ=MONTHLY;BYMONTHDAY=19'],
  ] as const)('the %s days of all months', (which, rrule) => {
    const days = occurrences({ rrule, start: year.from }, year, { calendar });
    expect(days).toEqual(golden.months.map((month) => month[which]));
  });

  it.each(golden.months)('$month: done before the 20th, reminded by $remind ($why)', ({ before20, remind }) => {
    expect(calendar.onOrBefore(before20)).toBe(remind);
  });
});
