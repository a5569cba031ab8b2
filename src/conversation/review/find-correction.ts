import type { Correction } from '../../store/reviews.ts';
import { dayAt, findDay, readTypedDate } from './date-in-text.ts';
import type { LoadedSubject } from './load-subject.ts';
import { findValue, readTypedValue, valueAt } from './value-in-text.ts';

/** Offsets in the stored text. */
export type Place = { start: number; end: number };

/** A value that may be set, and where the document says it. */
export type FoundCorrection = { place: Place; value: Correction };

/** Where the document says what was typed; null when nowhere; `unclear` when it is no value. */
export function findCorrection(
  { finding, directive }: LoadedSubject,
  text: string,
  typed: string,
): FoundCorrection | null | 'unclear' {
  if (finding.kind === 'figure') {
    const value = readTypedValue(typed);
    if (value === null) return 'unclear';
    const stood = findValue(text, value, finding.figure);
    return stood === null ? null : { place: stood.quantity, value: figureValue(stood) };
  }
  const year = yearOf(directive.date, finding.deadline.dueDate);
  const date = readTypedDate(typed, year);
  if (date === null) return 'unclear';
  const stood = findDay(text, { date, near: finding.deadline, year });
  return stood === null ? null : { place: stood, value: deadlineValue(stood) };
}

const yearOf = (issued: string | null, due: string | null): number => Number((due ?? issued ?? '0').slice(0, 4));

const figureValue = ({ quantity, quote }: NonNullable<ReturnType<typeof valueAt>>): Correction => {
  const { valueText, min, max, comparator, unit } = quantity;
  return { valueText, min, max, comparator, unit, ...bare(quote) };
};

const deadlineValue = ({ due, dueDate, quote }: NonNullable<ReturnType<typeof dayAt>>): Correction => ({
  due,
  dueDate,
  rule: null,
  ...bare(quote),
});

const bare = ({ quote, start, end }: { quote: string; start: number; end: number }) => ({ quote, start, end });

/** The value that stands at exactly these offsets; null when none does. */
export function correctionAt({ finding, directive }: LoadedSubject, text: string, place: Place): Correction | null {
  if (finding.kind === 'figure') {
    const stood = valueAt(text, place, finding.figure);
    return stood === null ? null : figureValue(stood);
  }
  const year = yearOf(directive.date, finding.deadline.dueDate);
  const stood = dayAt(text, place, { near: finding.deadline, year });
  return stood === null ? null : deadlineValue(stood);
}
