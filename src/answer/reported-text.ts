import type { Period } from '../domain/period.ts';
import { findPassages } from '../tools/find-passages.ts';
import type { FoundStatement } from '../tools/found-statement.ts';
import type { ToolContext } from '../tools/tool.ts';
import { findDates } from '../vietnamese/date.ts';
import { findPeriods } from '../vietnamese/period.ts';
import type { Question } from './read-question.ts';

/** From here on a sentence says what was asked, not merely something of it. */
const saysFrom = 0.8;

/**
 * Sentences that report a figure of a time already past when their text was written: what nobody stored as a figure may still be said
 * there in words. Empty for a time to come, or where no sentence names both the thing and the time.
 */
export async function findReported(
  { topic, periods }: Question,
  documents: readonly string[] | null,
  context: ToolContext,
): Promise<FoundStatement[]> {
  const [period, another] = periods;
  if (period === undefined || period.to === null || another !== undefined) return [];
  const search = { words: topic, documents: documents === null ? null : [...documents], isStrict: false };
  const { found } = await findPassages.run(search, context);
  return found
    .filter(({ citation, coverage }) => {
      const isPast = (period.to ?? '') <= (citation.date ?? '');
      return isPast && coverage >= saysFrom && hasAmount(citation.quote) && says(citation.quote, period);
    })
    .slice(0, 1);
}

/** A number that is no part of a date. */
const hasAmount = (quote: string): boolean =>
  /(?<![\d/.,-])\d+(?:[.,]\d+)*\s?(?:%|‰|\p{L})/u.test(quote.replace(/(?:năm|tháng|ngày|quý)\s+\d+(?:\/\d+)*/giu, ' '));

function says(quote: string, period: Period): boolean {
  const days = findDates(quote).map(({ date }) => date);
  if (period.kind === 'until' && days.includes(period.to ?? '')) return true;
  const times = findPeriods(quote, { today: period.to ?? '' });
  return times.some((time) => time.period.from === period.from && time.period.to === period.to);
}
