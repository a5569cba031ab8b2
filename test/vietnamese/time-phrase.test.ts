import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isDate, weekday } from '../../src/domain/calendar-date.ts';
import type { RefusedWhen, When } from '../../src/domain/when.ts';
import { occurrences } from '../../src/reminders/recurrence.ts';
import { workingDays } from '../../src/reminders/working-days.ts';
import { describeWhen } from '../../src/vietnamese/describe-when.ts';
import { fold } from '../../src/vietnamese/fold.ts';
import { parseTimePhrase } from '../../src/vietnamese/time-phrase.ts';
import { onceCases, recurringCases } from './time-phrase-cases.ts';
import { noTime, refusedTimes } from './time-phrase-none.ts';

const calendar = workingDays(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../data/calendar.json'), 'utf8')).years,
);
const today = '2026-11-18';
const context = { now: `${today}T09:30:00+07:00`, zone: 'Asia/Ho_Chi_Minh', calendar };
const read = (text: string): When | RefusedWhen | null => parseTimePhrase(text, context);

const shortWeekday = (date: string): string => ['', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'][weekday(date)] ?? '';
const boundWord = (bound: string | undefined): string =>
  bound === 'before' ? ' trước' : bound === 'by' ? ' chậm nhất' : '';
const sayOnce = (when: When | RefusedWhen | null): string => {
  if (when?.kind !== 'once') return JSON.stringify(when);
  const [date, time] = [when.at.slice(0, 10), when.dayOnly ? '' : ` ${when.at.slice(11, 16)}`];
  return `${shortWeekday(date)} ${date}${time}${boundWord(when.bound)}`;
};

describe('a phrase of time', () => {
  it.each(onceCases)('reads %j as %s', (phrase, meaning) => {
    expect(sayOnce(read(phrase))).toBe(meaning);
  });

  it.each(recurringCases)('reads %j as %s', (phrase, rule, time, start, bound = '') => {
    const when = read(phrase);
    expect(when).toMatchObject({ kind: 'recurring', rrule: rule, time: time === '-' ? null : time });
    if (when?.kind !== 'recurring') return;
    const first = when.start.slice(0, 10);
    expect(`${shortWeekday(first)} ${first}`).toBe(start);
    expect(when.start.slice(11)).toBe(`${time === '-' ? '00:00' : time}:00+07:00`);
    expect(boundWord(when.bound).trim()).toBe(bound);
  });

  it.each(noTime)('finds none in %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it.each(refusedTimes)('refuses %j: %s', (text, says) => {
    const when = read(text);
    expect(when?.kind).toBe('refused');
    expect(when?.kind === 'refused' ? when.reason : '').toContain(says);
  });

  it('stands in enough tables', () => {
    expect(onceCases.length + recurringCases.length).toBeGreaterThanOrEqual(300);
    expect(noTime.length + refusedTimes.length).toBeGreaterThanOrEqual(180);
  });

  it.each([
    ['Saturday: the Friday of this week has passed', '2026-11-21T09:00:00+07:00', 'thứ sáu tuần này', 'refused'],
    ['Sunday still belongs to this week', '2026-11-22T09:00:00+07:00', 'thứ hai tuần sau', 'T2 2026-11-23'],
    ['Sunday evening', '2026-11-22T21:00:00+07:00', 'sáng mai', 'T2 2026-11-23 08:00'],
    ['the last day of a year', '2026-12-31T23:30:00+07:00', '2 tiếng nữa', 'T6 2027-01-01 01:30'],
    ['tomorrow is next year', '2026-12-31T08:00:00+07:00', 'mai 8h', 'T6 2027-01-01 08:00'],
    ['next month is next year', '2026-12-15T08:00:00+07:00', 'đầu tháng sau', 'T6 2027-01-01'],
    ['next quarter is next year', '2026-12-15T08:00:00+07:00', 'cuối quý sau', 'T4 2027-03-31'],
    ['a month from 31 January', '2027-01-31T08:00:00+07:00', '1 tháng nữa', 'CN 2027-02-28'],
    ['a month from 31 January of a leap year', '2028-01-31T08:00:00+07:00', '1 tháng nữa', 'T3 2028-02-29'],
    ['the end of a leap February', '2028-02-10T08:00:00+07:00', 'cuối tháng', 'T3 2028-02-29'],
    ['a day that has begun in Vietnam but not in UTC', '2026-11-17T20:00:00Z', 'hôm nay', 'T4 2026-11-18'],
    ['an instant given in another offset', '2026-11-18T02:30:00Z', '2 tiếng nữa', 'T4 2026-11-18 11:30'],
  ])('%s', (_, now, phrase, meaning) => {
    const when = parseTimePhrase(phrase, { ...context, now });
    expect(when?.kind === 'refused' ? 'refused' : sayOnce(when)).toBe(meaning);
  });

  it('refuses to count working days without a calendar', () => {
    const bare = { now: context.now, zone: context.zone };
    expect(parseTimePhrase('5 ngày làm việc nữa', bare)).toMatchObject({ kind: 'refused' });
    expect(parseTimePhrase('ngày làm việc cuối cùng của tháng', bare)).toMatchObject({ kind: 'refused' });
  });

  it('means the same in NFD, in capitals and with blanks about', () => {
    for (const [phrase] of onceCases) {
      const expected = sayOnce(read(phrase));
      expect(sayOnce(read(phrase.normalize('NFD'))), phrase).toBe(expected);
      expect(sayOnce(read(`  ${phrase.replace(/ /g, '   ')} `)), phrase).toBe(expected);
      expect(sayOnce(read(phrase.toUpperCase())), phrase).toBe(expected);
    }
  });
});

const key = (when: When | RefusedWhen | null): unknown =>
  when?.kind === 'recurring' ? [when.rrule, when.time, when.bound] : when;

describe('a description of a moment', () => {
  const understood = [...onceCases, ...recurringCases].map(([phrase]) => phrase);

  it.each(understood)('of %j is read as the same moment', (phrase) => {
    const when = read(phrase);
    if (when === null || when.kind === 'refused') throw new Error(`${phrase} is not understood`);
    const said = describeWhen(when);
    expect(key(read(said)), said).toEqual(key(when));
    expect(key(read(fold(said))), fold(said)).toEqual(key(when));
  });

  it.each([
    ['15h thứ sáu tuần sau', 'thứ Sáu, ngày 27/11/2026, 15 giờ'],
    ['8h30 sáng mai', 'thứ Năm, ngày 19/11/2026, 8 giờ 30'],
    ['trước ngày 25/11', 'thứ Ba, ngày 24/11/2026 (trước ngày 25/11/2026)'],
    ['trước 17h ngày 25/11', 'trước 17 giờ, thứ Tư, ngày 25/11/2026'],
    ['chậm nhất ngày 30/11', 'chậm nhất thứ Hai, ngày 30/11/2026'],
    ['trước ngày 20 hằng tháng', 'ngày 19 hằng tháng (trước ngày 20)'],
    ['ngày 31 hằng tháng', 'ngày 31 hằng tháng'],
    ['trước ngày 01 hằng tháng', 'ngày cuối cùng hằng tháng (trước ngày 01)'],
    ['ngày làm việc cuối cùng của tháng', 'ngày làm việc cuối cùng hằng tháng'],
    ['8h30 sáng thứ 2 hằng tuần', 'thứ Hai hằng tuần, 8 giờ 30'],
    ['2 tuần một lần vào thứ hai', 'thứ Hai, 2 tuần một lần (lần đầu thứ Hai, ngày 23/11/2026)'],
    ['cuối quý hằng quý', 'ngày cuối cùng hằng quý'],
    ['ngày 01/6 và 15/11 hằng năm', 'ngày 01/6 và 15/11 hằng năm'],
    ['Giỗ Tổ hằng năm', 'mùng 10 tháng Ba âm lịch hằng năm'],
    ['mùng 1 và rằm hằng tháng', 'mùng 1 và rằm âm lịch hằng tháng'],
    ['hằng ngày từ 1/12 đến 5/12 lúc 8h', 'hằng ngày, 8 giờ, đến hết ngày 05/12/2026'],
  ])('of %j is %j', (phrase, said) => {
    const when = read(phrase);
    expect(when === null || when.kind === 'refused' ? when : describeWhen(when)).toBe(said);
  });

  it('adds what people asked to be told before', () => {
    const when = read('trước ngày 20 hằng tháng');
    if (when?.kind !== 'recurring') throw new Error('not understood');
    expect(describeWhen(when, { days: [3] })).toBe('ngày 19 hằng tháng (trước ngày 20), nhắc trước 3 ngày');
    expect(describeWhen(when, { days: [7, 3, 1], minutes: [30] })).toBe(
      'ngày 19 hằng tháng (trước ngày 20), nhắc trước 7, 3 và 1 ngày, nhắc trước 30 phút',
    );
  });

  it.each([
    ['FREQ=MONTHLY;BYMONTHDAY=15', 'ngày 15 hằng tháng'],
    ['FREQ=WEEKLY;BYDAY=TH', 'thứ Năm hằng tuần'],
    ['FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20', 'ngày 20 tháng cuối hằng quý'],
    ['FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1', 'ngày cuối cùng của tháng 6 hằng năm'],
    ['FREQ=WEEKLY', 'thứ Hai hằng tuần'],
    ['FREQ=MONTHLY', 'ngày 23 hằng tháng'],
    ['FREQ=YEARLY;BYWEEKNO=20', 'theo quy tắc FREQ=YEARLY;BYWEEKNO=20'],
    ['no rule', 'theo quy tắc no rule'],
  ])('says a rule from elsewhere, %s', (rrule, said) => {
    expect(describeWhen({ kind: 'recurring', rrule, start: '2026-11-23T00:00:00+07:00', time: null })).toBe(said);
  });
});

describe('a recurrence that was read', () => {
  it.each(recurringCases)('%j begins where its rule first holds, and goes on in order', (phrase) => {
    const when = read(phrase);
    if (when?.kind !== 'recurring') throw new Error('not understood');
    const start = when.start.slice(0, 10);
    const days = occurrences(when, { from: today, to: addDays(today, 1500) }, { calendar });
    expect(days[0]).toBe(start);
    expect(days).toEqual([...new Set(days)].sort());
    expect(days.every(isDate)).toBe(true);
  });
});

const words =
  '15h|8 giờ 30|sáng|chiều|mai|hôm nay|thứ hai|thứ sáu|thứ tám|chủ nhật|tuần sau|tháng sau|tháng này|hằng tuần|hằng tháng|hằng năm|mỗi ngày|ngày 20|ngày 31|30/2|25/11|25/11/2026|trước|chậm nhất|sau|từ|đến|đến hết|trong|và|,|2 tiếng nữa|3 ngày|kể từ|ngày làm việc|cuối cùng|cuối|đầu|giữa|quý|quý IV|năm|tháng|tuần|rằm|mùng 1|tháng Giêng|Tết|âm lịch|trước 3 ngày|(|)|9999|-|/|:|toi|sau|nam|thu 6'.split(
    '|',
  );

describe('any text', () => {
  const contextAt = fc
    .integer({ min: 0, max: 5 * 365 * 24 * 60 })
    .map((minutes) => ({ ...context, now: new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString() }));

  it('gives a moment to come, a rule, a refusal in one sentence, or nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 8 }), contextAt, (parts, at) => {
        const when = parseTimePhrase(parts.join(' '), at);
        if (when === null) return;
        if (when.kind === 'refused') {
          expect(when.reason).toMatch(/[.?]$|hoặc "[^"]+"\.$|\)\.$/u);
          return;
        }
        if (when.kind === 'once') {
          const end = when.dayOnly ? when.at.replace('T00:00', 'T23:59') : when.at;
          expect(Date.parse(end)).toBeGreaterThan(Date.parse(at.now));
          return;
        }
        const first = when.start.slice(0, 10);
        const days = occurrences(when, { from: first, to: addDays(first, 800) }, { calendar });
        expect(days[0]).toBe(first);
        expect(days).toEqual([...new Set(days)].sort());
      }),
      { numRuns: 1500 },
    );
  });

  it('is described so that the same is read again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 6 }), contextAt, (parts, at) => {
        const when = parseTimePhrase(parts.join(' '), at);
        if (when === null || when.kind === 'refused') return;
        expect(key(parseTimePhrase(describeWhen(when), at)), describeWhen(when)).toEqual(key(when));
      }),
      { numRuns: 1500 },
    );
  });

  it('never throws', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...words));
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), (parts) => {
        const when = read(parts.join(' '));
        expect(when === null || typeof when.kind === 'string').toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['thứ hai, '.repeat(100_000)],
    ['1'.repeat(1_000_000)],
    ['1/'.repeat(500_000)],
    ['mai '.repeat(200_000)],
    [' '.repeat(1_000_000)],
    ['trước ngày '.repeat(90_000)],
  ])('of great length is no phrase of time', (text) => {
    expect(read(text)).toBeNull();
  });
});
