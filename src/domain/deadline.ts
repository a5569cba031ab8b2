import { z } from 'zod';
import { quoteSchema } from './citation.ts';

/** Who does or reports what, to whom, by when, as one sentence of a directive says. */
export const deadlineFindingSchema = quoteSchema.extend({
  what: z.string(),
  /** As written; empty when the text names nobody. */
  who: z.string(),
  to: z.string(),
  /** report: something must be sent · finish: something must be done · span: a campaign runs until then. */
  kind: z.enum(['report', 'finish', 'span']),
  /**
   * Printed form: an ISO date with what binds it ("đến hết 2023-12-31", "trước 2025-12-16"), a recurrence as read
   * ("hằng tháng, trước ngày 16"), or why there is none ("theo quy định (không nêu ngày)", "không nêu ngày").
   */
  due: z.string(),
  /** Last day on which it is still in time (ISO; "trước ngày X" is the day before X); null without a single date. */
  dueDate: z.string().nullable(),
  /** RFC 5545 RRULE for recurring deadlines, else null. */
  rule: z.string().nullable(),
  heading: z.array(z.string()),
});
export type DeadlineFinding = z.infer<typeof deadlineFindingSchema>;

export const deadlineSchema = deadlineFindingSchema.extend({
  id: z.number().int(),
  document: z.string(),
  /** Id of the directive that set another date or took this one back, and since when; absent or null: none. */
  replacedBy: z.string().nullable().optional(),
  replacedOn: z.string().nullable().optional(),
  status: z.enum(['proposed', 'approved', 'rejected', 'replaced']),
});
export type Deadline = z.infer<typeof deadlineSchema>;
