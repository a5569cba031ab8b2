/** The parts of an RRULE text by name: FREQ → "MONTHLY". */
export type RuleParts = ReadonlyMap<string, string>;

const listOf = (one: string): RegExp => new RegExp(`^(?:${one})(?:,(?:${one})){0,365}$`);
const weekday = '(?:MO|TU|WE|TH|FR|SA|SU)';

/** What each part may say. */
const values = new Map<string, RegExp>([
  ['FREQ', /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/],
  ['INTERVAL', /^[1-9]\d{0,3}$/],
  ['COUNT', /^[1-9]\d{0,4}$/],
  ['UNTIL', /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/],
  ['BYDAY', listOf(`(?:-?[1-5])?${weekday}`)],
  ['BYMONTHDAY', listOf('-?(?:[1-9]|[12]\\d|3[01])')],
  ['BYMONTH', listOf('[1-9]|1[0-2]')],
  ['BYYEARDAY', listOf('-?[1-9]\\d{0,2}')],
  ['BYWEEKNO', listOf('-?(?:[1-9]|[1-4]\\d|5[0-3])')],
  ['BYSETPOS', listOf('-?[1-9]\\d{0,2}')],
  ['WKST', new RegExp(`^${weekday}$`)],
  ['RSCALE', /^(?:GREGORIAN|VIETNAMESE)$/],
  ['SKIP', /^(?:OMIT|BACKWARD|FORWARD)$/],
  ['X-WORKDAY', /^(?:ONLY|-?(?:[1-9]|1\d|2[0-3]))$/],
]);

/**
 * The parts of a rule of whole days; null when the text is none (an unknown part or value, a part said twice, FREQ missing or shorter than a day).
 * Besides RFC 5545 two things are read: `RSCALE=VIETNAMESE` (RFC 7529; BYMONTH and BYMONTHDAY count in the lunar calendar of Vietnam), and
 * `X-WORKDAY`: `ONLY` keeps what falls on working days, a number is the n-th working day of the month, negative from its end.
 */
export function ruleParts(rrule: string): RuleParts | null {
  const parts = new Map<string, string>();
  for (const part of rrule.replace(/^RRULE:/, '').split(';')) {
    const [name = '', value = ''] = part.split('=', 2);
    if (values.get(name)?.test(value) !== true || parts.has(name)) return null;
    parts.set(name, value);
  }
  return parts.has('FREQ') ? parts : null;
}

/** The numbers of a part ("1,15" → [1, 15]); empty when the rule has not this part. */
export function partNumbers(parts: RuleParts, name: string): number[] {
  const value = parts.get(name);
  return value === undefined ? [] : value.split(',').map(Number);
}

/** Whether any calendar program can be handed the rule as it is: it has no part of our own and no lunar month. */
export function isStandardRule(rrule: string): boolean {
  const parts = ruleParts(rrule);
  return parts !== null && !parts.has('X-WORKDAY') && !parts.has('RSCALE');
}
