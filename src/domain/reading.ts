import { z } from 'zod';
import { localitySchema } from './locality.ts';
import { periodSchema } from './period.ts';

export const intentSchema = z.enum([
  'lookup_target',
  'compare',
  'list_targets',
  'find_text',
  'list_directives',
  'show_source',
  'list_deadlines',
  'metadata',
  'greeting',
  'help',
  'unknown',
]);
export type Intent = z.infer<typeof intentSchema>;

/** One thing asked about: the words as asked, and the vocabulary key when it is known. */
export const askedIndicatorSchema = z.object({ words: z.string(), key: z.string().nullable() });

/** What a question asks for. Follow-ups are resolved: the reading stands on its own. */
export const readingSchema = z.object({
  intent: intentSchema,
  indicators: z.array(askedIndicatorSchema),
  localities: z.array(localitySchema),
  periods: z.array(periodSchema),
  /** Ids of directives named by number, type or date. */
  directives: z.array(z.string()),
  /** What is left of the question once the above is taken out: the words to search for. */
  topic: z.string(),
});
export type Reading = z.infer<typeof readingSchema>;
