import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weekday } from '../../src/domain/calendar-date.ts';
import type { RefusedWhen, When } from '../../src/domain/when.ts';
import { workingDays } from '../../src/reminders/working-days.ts';
import { parseTimePhrase } from '../../src/vietnamese/time-phrase.ts';
import { onceCases, recurringCases } from './time-phrase-cases.ts';

const calendar = workingDays(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../data/calendar.json'), 'utf8')).years,
);
const context = { now: '2026-11-18T09:30:00+07:00', zone: 'Asia/Ho_Chi_Minh', calendar };

const shortWeekday = (date: string): string => ['', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'][weekday(date)] ?? '';
const boundWord = (bound: string | undefined): string =>
  bound === 'before' ? ' trước' : bound === 'by' ? ' chậm nhất' : '';
const sayOnce = (when: When | RefusedWhen | null): string => {
  if (when?.kind !== 'once') return JSON.stringify(when);
  const [date, time] = [when.at.slice(0, 10), when.dayOnly ? '' : ` ${when.at.slice(11, 16)}`];
  return `${shortWeekday(date)} ${date}${time}${boundWord(when.bound)}`;
};

describe('parseTimePhrase, once', () => {
  it.each(onceCases)('reads %j as %s', (phrase, meaning) => {
    expect(sayOnce(parseTimePhrase(phrase, context))).toBe(meaning);
  });
});

describe('parseTimePhrase, again and again', () => {
  it.each(recurringCases)('reads %j as %s', (phrase, rule, time, start, bound = '') => {
    const when = parseTimePhrase(phrase, context);
    expect(when).toMatchObject({ kind: 'recurring', rrule: rule, time: time === '-' ? null : time });
    if (when?.kind !== 'recurring') return;
    const first = when.start.slice(0, 10);
    expect(`${shortWeekday(first)} ${first}`).toBe(start);
    expect(when.start.slice(11)).toBe(`${time === '-' ? '00:00' : time}:00+07:00`);
    expect(boundWord(when.bound).trim()).toBe(bound);
  });
});
