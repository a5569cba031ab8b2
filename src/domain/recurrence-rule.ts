/** The parts of an RRULE text by name: FREQ → "MONTHLY". */
export type RuleParts = ReadonlyMap<string, string>;

const known = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYDAY',
  'BYMONTHDAY',
  'BYMONTH',
  'BYYEARDAY',
  'BYWEEKNO',
  'BYSETPOS',
  'WKST',
  'RSCALE',
  'SKIP',
  'X-WORKDAY',
]);
const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

/**
 * The parts of a rule of whole days; null when the text is none (an unknown part, a part said twice, FREQ missing or shorter than a day).
 * Besides RFC 5545 two things are read: `RSCALE=VIETNAMESE` (RFC 7529; BYMONTH and BYMONTHDAY count in the lunar calendar of Vietnam), and
 * `X-WORKDAY`: `ONLY` keeps what falls on working days, a number is the n-th working day of the month, negative from its end.
 */
export function ruleParts(rrule: string): RuleParts | null {
  const parts = new Map<string, string>();
  for (const part of rrule.replace(/^RRULE:/, '').split(';')) {
    const [name = '', value = ''] = part.split('=', 2);
    if (!known.has(name) || value === '' || parts.has(name)) return null;
    parts.set(name, value);
  }
  return frequencies.includes(parts.get('FREQ') ?? '') ? parts : null;
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
