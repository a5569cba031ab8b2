import { z } from 'zod';

/**
 * The time a target or a question is about. `text` is the canonical printed form (see `vietnamese/period.ts`):
 * "2023" · "2021-2025" · "đến 2025" · "hằng năm 2021-2025" · "bình quân hằng năm 2020-2025" · "cuối năm 2020" ·
 * "quý IV/2026" · "6 tháng đầu năm 2026" · "9 tháng năm 2026" · "tháng 11/2026" · "không nêu".
 */
export const periodSchema = z.object({
  text: z.string(),
  kind: z.enum([
    'year',
    'range',
    'until',
    'yearly',
    'yearly_average',
    'year_end',
    'half',
    'nine_months',
    'quarter',
    'month',
    'from',
    'none',
  ]),
  /** First and last day covered, ISO dates; null when open or not stated. An "until" period has `from` null. */
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type Period = z.infer<typeof periodSchema>;

/** The period of a document or target that gives none. */
export const noPeriod: Period = { text: 'không nêu', kind: 'none', from: null, to: null };

/** The years a period touches, e.g. 2021-2025 → [2021, 2025]; null when it names no year. */
export function yearsOf(period: Period): { first: number; last: number } | null {
  const last = period.to ?? period.from;
  if (last === null) return null;
  const first = period.from ?? last;
  return { first: Number(first.slice(0, 4)), last: Number(last.slice(0, 4)) };
}
