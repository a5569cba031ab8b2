import { describe, expect, it } from 'vitest';
import { epochOf, wallTime, zonedInstant } from '../../src/domain/zoned-time.ts';

const vietnam = 'Asia/Ho_Chi_Minh';

describe('wall time', () => {
  it.each([
    ['2026-11-18T02:30:00Z', vietnam, '2026-11-18', '09:30'],
    ['2026-11-17T17:00:00Z', vietnam, '2026-11-18', '00:00'],
    ['2026-12-31T23:59:59+07:00', vietnam, '2026-12-31', '23:59'],
    ['2026-11-18T09:30:00+07:00', 'America/New_York', '2026-11-17', '21:30'],
    ['2026-07-18T09:30:00+07:00', 'America/New_York', '2026-07-17', '22:30'],
    ['1960-01-01T00:00:00Z', 'UTC', '1960-01-01', '00:00'],
  ])('%s in %s is %s %s', (instant, zone, date, time) => {
    expect(wallTime(instant, zone)).toEqual({ date, time });
  });

  it.each([
    ['2026-11-27', '15:00', vietnam, '2026-11-27T15:00:00+07:00'],
    ['2027-01-01', '00:00', vietnam, '2027-01-01T00:00:00+07:00'],
    ['2026-07-01', '08:00', 'America/New_York', '2026-07-01T08:00:00-04:00'],
    ['2026-12-01', '08:00', 'America/New_York', '2026-12-01T08:00:00-05:00'],
    ['2026-11-27', '15:00', 'Asia/Kolkata', '2026-11-27T15:00:00+05:30'],
  ])('%s %s in %s is %s', (date, time, zone, instant) => {
    expect(zonedInstant({ date, time }, zone)).toBe(instant);
    expect(wallTime(instant, zone)).toEqual({ date, time });
  });

  it.each(['2026-11-18', '2026-11-18T09:30:00', '', 'mai', '2026-13-01T00:00:00Z'])(
    'refuses %j as an instant',
    (text) => {
      expect(() => epochOf(text)).toThrow(RangeError);
    },
  );
});
