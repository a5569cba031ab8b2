import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOf } from '../../src/domain/calendar-date.ts';
import { type Ladder, usualLadder } from '../../src/domain/reminder.ts';
import { instantAt, localDate, localTime } from '../../src/domain/vietnam-time.ts';
import { planEscalation, planLadder, planOverdue } from '../../src/reminders/plan-ladder.ts';
import { isQuiet } from '../../src/reminders/quiet-hours.ts';
import { workingDays } from '../../src/reminders/working-days.ts';

const calendar = workingDays(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../data/calendar.json'), 'utf8')).years,
);
const quiet = { from: '21:00', to: '06:30' };
const known = instantAt('2026-01-01', '00:00');
const wishes = (ladder: Partial<Ladder> = {}) => ({ ladder: { ...usualLadder, ...ladder }, quiet, calendar });
const said = ({ step, at }: { step: string; at: Date }) => `${step} ${localDate(at)} ${localTime(at)}`;

describe('the ladder before a deadline', () => {
  it.each<[why: string, due: string, ladder: Partial<Ladder>, steps: string[]]>([
    [
      'an ordinary week',
      '2026-11-13',
      {},
      ['before-7 2026-11-06 08:00', 'before-3 2026-11-10 08:00', 'before-1 2026-11-12 08:00', 'day 2026-11-13 08:00'],
    ],
    [
      'steps on a weekend move to Friday, and two on one day become the nearer one',
      '2026-11-16',
      {},
      ['before-7 2026-11-09 08:00', 'before-1 2026-11-13 08:00', 'day 2026-11-16 08:00'],
    ],
    [
      'a deadline on Sunday is reminded before it',
      '2026-11-22',
      {},
      ['before-7 2026-11-13 08:00', 'before-3 2026-11-19 08:00', 'day 2026-11-20 08:00'],
    ],
    [
      'the day of 24/11 off: the last reminder comes on Monday',
      '2026-11-24',
      {},
      ['before-7 2026-11-17 08:00', 'before-3 2026-11-20 08:00', 'day 2026-11-23 08:00'],
    ],
    [
      'a deadline in the Tết holidays: everything before them',
      '2026-02-18',
      {},
      ['before-7 2026-02-11 08:00', 'day 2026-02-13 08:00'],
    ],
    [
      'the first working day after Tết: the steps inside the holidays come before them',
      '2026-02-23',
      {},
      ['before-1 2026-02-13 08:00', 'day 2026-02-23 08:00'],
    ],
    [
      'a Saturday that is worked is a day like any other',
      '2026-08-22',
      { before: [1, 0] },
      ['before-1 2026-08-21 08:00', 'day 2026-08-22 08:00'],
    ],
    ['over the end of the year', '2027-01-04', { before: [7] }, ['before-7 2026-12-28 08:00']],
    ['over 29 February', '2028-03-02', { before: [3, 2] }, ['before-3 2028-02-28 08:00', 'before-2 2028-02-29 08:00']],
    [
      'days off kept, where somebody wants it so',
      '2026-11-22',
      { before: [1, 0], onDaysOff: 'keep' },
      ['before-1 2026-11-21 08:00', 'day 2026-11-22 08:00'],
    ],
    ['nothing before', '2026-11-13', { before: [] }, []],
    [
      'an hour that is quiet moves to the evening before',
      '2026-11-13',
      { before: [0], time: '05:00' },
      ['day 2026-11-12 21:00'],
    ],
    [
      'an hour late in the evening moves earlier the same day',
      '2026-11-13',
      { before: [1], time: '22:15' },
      ['before-1 2026-11-12 21:00'],
    ],
    ['and never into a day off', '2026-11-16', { before: [0], time: '05:00' }, ['day 2026-11-13 21:00']],
    ['nor a holiday', '2026-11-25', { before: [0], time: '00:00' }, ['day 2026-11-23 21:00']],
  ])('%s (%s)', (_, date, ladder, steps) => {
    expect(planLadder({ date, time: null, knownAt: known }, wishes(ladder)).map(said)).toEqual(steps);
  });

  it.each<[why: string, time: string, ladder: Partial<Ladder>, steps: string[]]>([
    ['the morning of the day is before the due hour', '17:00', { before: [0] }, ['day 2026-11-13 08:00']],
    ['never after the due hour', '07:30', { before: [0] }, ['day 2026-11-13 06:30']],
    ['nor at it', '08:00', { before: [0] }, ['day 2026-11-13 07:00']],
    ['and when that is quiet, the evening before', '05:00', { before: [0] }, ['day 2026-11-12 21:00']],
    ['at the due hour too, also at night', '23:10', { before: [], atDueTime: true }, ['due 2026-11-13 23:10']],
  ])('%s (due %s)', (_, time, ladder, steps) => {
    expect(planLadder({ date: '2026-11-13', time, knownAt: known }, wishes(ladder)).map(said)).toEqual(steps);
  });

  it.each<[why: string, knownAt: Date, steps: string[]]>([
    [
      'learned of in the middle: the steps that remain, and one at once',
      instantAt('2026-11-11', '10:00'),
      ['new 2026-11-11 10:00', 'before-1 2026-11-12 08:00', 'day 2026-11-13 08:00'],
    ],
    [
      'learned of early in the morning of a step: only the step',
      instantAt('2026-11-12', '07:00'),
      ['before-1 2026-11-12 08:00', 'day 2026-11-13 08:00'],
    ],
    ['learned of on the day itself', instantAt('2026-11-13', '09:00'), ['new 2026-11-13 09:00']],
    ['learned of at night: in the morning', instantAt('2026-11-12', '23:00'), ['day 2026-11-13 08:00']],
    ['learned of too late', instantAt('2026-11-14', '09:00'), []],
  ])('%s', (_, knownAt, steps) => {
    expect(planLadder({ date: '2026-11-13', time: null, knownAt }, wishes()).map(said)).toEqual(steps);
  });

  it('keeps its promises for any deadline, ladder and hour', () => {
    const anyDay = fc.tuple(
      fc.integer({ min: 2026, max: 2027 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    );
    const anyTime = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    const clock = ([hour, minute]: [number, number]) =>
      `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    fc.assert(
      fc.property(
        anyDay,
        anyTime,
        fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }),
        ([y, m, d], time, before) => {
          const date = dateOf(y, m, d);
          const steps = planLadder(
            { date, time: null, knownAt: instantAt('2025-01-01', '00:00') },
            wishes({ before, time: clock(time) }),
          );
          const days = steps.map(({ at }) => localDate(at));
          expect(new Set(days).size).toBe(days.length);
          expect(steps.length > 0).toBe(before.length > 0);
          for (const { at } of steps) {
            expect(calendar.isWorkingDay(localDate(at))).toBe(true);
            expect(isQuiet(at, quiet)).toBe(false);
            expect(at < instantAt(addDays(date, 1), '00:00')).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('after a deadline', () => {
  it('reminds on working days, so many days long', () => {
    const steps = planOverdue({ date: '2026-11-19', time: null, knownAt: known }, wishes({ overdueDays: 5 }));
    expect(steps.map(said)).toEqual(['overdue-1 2026-11-20 08:00', 'overdue-4 2026-11-23 08:00']);
  });

  it('counts from the next working day when the deadline was a day off', () => {
    const steps = planOverdue({ date: '2026-11-21', time: null, knownAt: known }, wishes({ overdueDays: 2 }));
    expect(steps.map(said)).toEqual(['overdue-2 2026-11-25 08:00']);
  });

  it('tells the superior on the last working day in time', () => {
    const at = (date: string, time: string | null) => said(planEscalation({ date, time, knownAt: known }, calendar));
    expect(at('2026-11-13', null)).toBe('escalation 2026-11-13 14:00');
    expect(at('2026-11-13', '11:00')).toBe('escalation 2026-11-13 10:00');
    expect(at('2026-11-22', null)).toBe('escalation 2026-11-20 14:00');
  });
});
