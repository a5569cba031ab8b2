import { z } from 'zod';

/** A piece of a directive and the unit of retrieval. `start`/`end` are UTF-16 offsets into the directive's stored text. */
export const passageDraftSchema = z.object({
  ordinal: z.number().int(),
  heading: z.array(z.string()),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
});
export type PassageDraft = z.infer<typeof passageDraftSchema>;

/** A stored passage. `id` is our own or, for `ingest --passages`, the id given in the file. */
export const passageSchema = passageDraftSchema.extend({ id: z.string(), document: z.string() });
export type Passage = z.infer<typeof passageSchema>;

export type RankedPassage = { passage: Passage; score: number };
