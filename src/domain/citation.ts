import { z } from 'zod';

/** A verbatim stretch of a directive's stored NFC text: `text.slice(start, end) === quote` (UTF-16 offsets). */
export const quoteSchema = z.object({
  quote: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Quote = z.infer<typeof quoteSchema>;

/** A quote and exactly where it stands. Built by code from stored rows, never by a model. */
export const citationSchema = quoteSchema.extend({
  document: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  /** ISO date of issue, or null where the document gives none. */
  date: z.string().nullable(),
  /** Headings from the outermost to the innermost, joined by " › "; empty at the top of a document. */
  heading: z.string(),
  /** Page of the file the quote starts on; absent where the format has no pages. */
  page: z.number().int().optional(),
});
export type Citation = z.infer<typeof citationSchema>;

/** A quote as a person reads it: without the marks that Markdown puts around emphasised words. Offsets no longer fit it. */
export const printedQuote = ({ quote }: Pick<Quote, 'quote'>): string => quote.replace(/\*{2,3}|(?<!_)__(?!_)/g, '');
