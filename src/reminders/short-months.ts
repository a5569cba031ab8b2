import { partNumbers, type RuleParts } from '../domain/recurrence-rule.ts';

/**
 * The rule as RFC 5545 text for a library: where it names one day from 29 to 31 it also takes the last day of a month without it. RFC 5545
 * would leave such months out, and with them a report. Parts of our own are left out.
 */
export function withShortMonths(parts: RuleParts): string {
  const text = new Map([...parts].filter(([name]) => !name.startsWith('X-')));
  const days = partNumbers(parts, 'BYMONTHDAY').sort((a, b) => a - b);
  const long = days.filter((day) => day > 28);
  const [longest] = long;
  const isPlain = !['BYSETPOS', 'BYDAY', 'BYYEARDAY', 'BYWEEKNO'].some((name) => parts.has(name));
  if (longest !== undefined && long.length === 1 && isPlain && days.every((day) => day > 0) && isMonthly(parts)) {
    // A set a month: a year of named months is the same as those months.
    text.set('FREQ', 'MONTHLY');
    const short = days.filter((day) => day <= 28);
    const stretch = [29, 30, 31].filter((day) => day <= longest);
    text.set('BYMONTHDAY', [...new Set([...short, 28, ...stretch])].join(','));
    text.set('BYSETPOS', [...short.map((_, at) => at + 1), -1].join(','));
  }
  return [...text].map(([name, value]) => `${name}=${value}`).join(';');
}

function isMonthly(parts: RuleParts): boolean {
  const isYearOfMonths = parts.has('BYMONTH') && (parts.get('INTERVAL') ?? '1') === '1';
  return parts.get('FREQ') === 'MONTHLY' || (parts.get('FREQ') === 'YEARLY' && isYearOfMonths);
}
