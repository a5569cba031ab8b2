import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar-date.ts';
import { fromLunar, lastOfLunarMonth, toLunar } from '../../src/domain/lunar-date.ts';

const day = (year: number, month: number, on: number, isLeap = false): string | null =>
  fromLunar({ year, month, day: on, isLeap });

/** Tết at the meridian of Vietnam; 2030 and 2053 are a day before the Chinese new year. */
const tet: string[] = (
  '2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 ' +
  '2036-01-28 2037-02-15 2038-02-04 2039-01-24 2040-02-12 2041-02-01 2042-01-22 2043-02-10 2044-01-30 2045-02-17 2046-02-06 2047-01-26 ' +
  '2048-02-14 2049-02-02 2050-01-23 2051-02-11 2052-02-01 2053-02-18 2054-02-08 2055-01-28 2056-02-15 2057-02-04 2058-01-24 2059-02-12 2060-02-02'
).split(' ');

describe('the lunar calendar of Vietnam', () => {
  it.each(tet)('has Tết on %s', (date) => {
    expect(toLunar(date)).toEqual({ year: Number(date.slice(0, 4)), month: 1, day: 1, isLeap: false });
    expect(day(Number(date.slice(0, 4)), 1, 1)).toBe(date);
  });

  it.each<[what: string, year: number, month: number, on: number, date: string]>([
    ['Giỗ Tổ', 2026, 3, 10, '2026-04-26'],
    ['Giỗ Tổ', 2027, 3, 10, '2027-04-16'],
    ['Giỗ Tổ', 2028, 3, 10, '2028-04-04'],
    ['Giỗ Tổ', 2029, 3, 10, '2029-04-23'],
    ['Giỗ Tổ', 2050, 3, 10, '2050-04-01'],
    ['Trung thu', 2026, 8, 15, '2026-09-25'],
    ['rằm tháng Giêng', 2027, 1, 15, '2027-02-20'],
    ['ông Công ông Táo', 2026, 12, 23, '2027-01-30'],
    ['Tết Mậu Thân, a day before the Chinese one', 1968, 1, 1, '1968-01-29'],
    ['Tết Ất Sửu, a month before the Chinese one', 1985, 1, 1, '1985-01-21'],
    ['Tết Đinh Hợi, a day before the Chinese one', 2007, 1, 1, '2007-02-17'],
  ])('%s of %i is month %i, day %i: %s', (_, year, month, on, date) => {
    expect(day(year, month, on)).toBe(date);
  });

  it.each<[year: number, leapMonth: number | null]>([
    [2020, 4],
    [2023, 2],
    [2024, null],
    [2025, 6],
    [2026, null],
    [2027, null],
    [2028, 5],
    [2031, 3],
    [2033, 11],
    [2036, 6],
  ])('has in %i the leap month %s', (year, leapMonth) => {
    const leaps = Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => day(year, month, 1, true) !== null);
    expect(leaps).toEqual(leapMonth === null ? [] : [leapMonth]);
  });

  it('ends the year on the eve of Tết, whether its last month has 29 or 30 days', () => {
    for (const date of tet) {
      const year = Number(date.slice(0, 4)) - 1;
      expect(lastOfLunarMonth({ year, month: 12, isLeap: false })).toBe(addDays(date, -1));
    }
    expect(day(2026, 12, 30)).toBeNull();
    expect(day(2024, 12, 30)).toBeNull();
    expect(day(2028, 12, 30)).toBeNull();
    expect(day(2023, 12, 30)).toBe('2024-02-09');
  });

  it('goes there and back for every day of a century', () => {
    let last = toLunar('1999-12-31');
    for (let date = '2000-01-01'; date < '2100-01-01'; date = addDays(date, 1)) {
      const lunar = toLunar(date);
      if (fromLunar(lunar) !== date) expect({ date, back: fromLunar(lunar) }).toEqual({ date, back: date });
      const follows = lunar.day === last.day + 1 || (lunar.day === 1 && last.day >= 29);
      if (!follows) expect({ date, lunar }).toEqual({ date, lunar: `behind day ${last.day}` });
      last = lunar;
    }
    expect(last).toEqual({ year: 2099, month: 11, day: 20, isLeap: false });
  });

  it.each([
    [2026, 0, 1],
    [2026, 13, 1],
    [2026, 1, 0],
    [2026, 1, 31],
  ])('has no day %i-%i-%i', (year, month, on) => expect(day(year, month, on)).toBeNull());
});
