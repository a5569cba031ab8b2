import { z } from 'zod';

/** Where a page begins: its number as a person counts it, from 1, and the UTF-16 offset of its first character in the stored text. */
export const pageSchema = z.object({ number: z.number().int().positive(), start: z.number().int().nonnegative() });
export type Page = z.infer<typeof pageSchema>;

/** The number of the page that `offset` lies on; null when the document has no pages or the offset stands before the first. */
export function pageAt(pages: readonly Page[], offset: number): number | null {
  return pages.findLast((page) => page.start <= offset)?.number ?? null;
}
