import { z } from 'zod';

export const localityLevelSchema = z.enum(['country', 'province', 'district', 'commune', 'body']);

/**
 * A place (or, at level `body`, an organisation such as a ministry) that a directive binds. `key` is stable: province keys come from
 * data/localities.json ("cao-bang"), others are made from the folded full name ("huyen-cho-don"). `name` is printed ("tỉnh Cao Bằng", "huyện Chợ Đồn").
 */
export const localitySchema = z.object({
  key: z.string(),
  name: z.string(),
  level: localityLevelSchema,
  /** Key of the province it lies in, when the text or the gazetteer tells; null otherwise. */
  within: z.string().nullable(),
});
export type Locality = z.infer<typeof localitySchema>;
