import { z } from 'zod';
import { citationSchema } from '../domain/citation.ts';
import { readingSchema } from '../domain/reading.ts';

/** What is remembered of the last answered question of a chat, so that "còn Kon Tum?" and "nguồn?" can be understood. */
export const chatContextSchema = z.object({
  /** The last question, made to stand on its own; empty when nothing was asked yet. */
  question: z.string().max(2000),
  reading: readingSchema.nullable(),
  /** Things asked about lately, the last first. */
  things: z.array(z.string().max(2000)).max(6),
  citations: z.array(citationSchema).max(60),
});
export type ChatContext = z.infer<typeof chatContextSchema>;

export const emptyContext: ChatContext = { question: '', reading: null, things: [], citations: [] };
