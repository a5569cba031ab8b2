import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays, dateOf, daysBetween, isDate, weekday } from '../../src/domain/calendar-date.ts';
import { regimeReports } from '../../src/reminders/reporting-regime.ts';
import { workingDays } from '../../src/reminders/working-days.ts';

const calendar = workingDays(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../data/calendar.json'), 'utf8')).years,
);

describe('calendar dates', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2100-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-04-31', false],
    ['26-04-30', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => expect(isDate(text)).toBe(expected));

  it('counts over year ends and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
    expect(dateOf(2026, 14, 31)).toBe('2027-02-28');
    expect(dateOf(2026, 0, 15)).toBe('2025-12-15');
  });

  it.each([
    ['2026-11-22', 7],
    ['2026-11-23', 1],
    ['1969-12-28', 7],
    ['2027-02-06', 6],
  ])('%s is weekday %i', (date, expected) => expect(weekday(date)).toBe(expected));
});

describe('working days', () => {
  it.each([
    ['2026-01-02', false, 'swapped with Saturday 10/1'],
    ['2026-01-10', true, 'the Saturday worked in exchange'],
    ['2026-02-16', false, 'Tết'],
    ['2026-02-23', true, 'back from Tết'],
    ['2026-04-27', false, 'Giỗ Tổ fell on a Sunday'],
    ['2026-08-22', true, 'worked in exchange for 31/8'],
    ['2026-11-24', false, 'Ngày Văn hóa Việt Nam'],
    ['2026-11-23', true, 'the swap proposed for it was not taken'],
    ['2027-02-04', false, 'Tết'],
    ['2027-02-11', true, 'back from Tết'],
    ['2027-05-03', false, '1/5 fell on a Saturday'],
    ['2027-05-04', true, 'the day after'],
  ])('%s: worked %s (%s)', (date, expected) => expect(calendar.isWorkingDay(date)).toBe(expected));

  it('counts working days from the day after', () => {
    expect(calendar.add('2026-11-20', 2)).toBe('2026-11-25');
    expect(calendar.add('2026-02-13', 1)).toBe('2026-02-23');
    expect(calendar.add('2026-11-25', -2)).toBe('2026-11-20');
    expect(calendar.onOrBefore('2026-05-03')).toBe('2026-04-29');
    expect(calendar.onOrAfter('2026-08-29')).toBe('2026-09-03');
  });

  it('knows which years are announced', () => {
    expect(calendar.isAnnounced('2027-06-01')).toBe(true);
    expect(calendar.isAnnounced('2028-06-01')).toBe(false);
    expect(calendar.isAnnounced('2040-06-01')).toBe(false);
  });
});

describe('reports due by the regime', () => {
  const november = regimeReports({ first: '2026-11-01', last: '2026-12-31', level: 'commune' }, calendar);

  it('gives a commune two working days after the cut-off', () => {
    expect(november.find(({ cutOff }) => cutOff === '2026-11-14')).toEqual({
      kind: 'monthly',
      level: 'commune',
      from: '2026-10-15',
      cutOff: '2026-11-14',
      sendBy: '2026-11-17',
      setBy: null,
    });
  });

  it('lists the year-end reports together', () => {
    expect(november.filter(({ cutOff }) => cutOff === '2026-12-14').map(({ kind, from }) => [kind, from])).toEqual([
      ['monthly', '2026-11-15'],
      ['quarterly', '2026-09-15'],
      ['second_half', '2026-06-15'],
      ['yearly', '2025-12-15'],
    ]);
  });

  it('adds the working days of every level below', () => {
    const [report] = regimeReports({ first: '2026-02-14', last: '2026-03-10', level: 'province' }, calendar);
    expect(report).toMatchObject({ kind: 'monthly', cutOff: '2026-02-14', sendBy: '2026-03-02', setBy: null });
  });

  it('leaves out kinds the office does not use', () => {
    const rules = { workingDays: { commune: 3, department: 2, province: 2 }, reports: ['yearly'] as const };
    expect(regimeReports({ first: '2026-01-01', last: '2026-12-31', level: 'commune' }, calendar, rules)).toEqual([
      { kind: 'yearly', level: 'commune', from: '2025-12-15', cutOff: '2026-12-14', sendBy: '2026-12-17', setBy: null },
    ]);
  });
});
