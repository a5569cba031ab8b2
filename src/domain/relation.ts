import { z } from 'zod';
import { quoteSchema } from './citation.ts';

/**
 * What one document says of another: basis ("Căn cứ …") · implements ("thực hiện, triển khai …") · amends ("sửa đổi, bổ sung, điều chỉnh …") ·
 * replaces ("thay thế …") · repeals ("bãi bỏ, hủy bỏ …, hết hiệu lực").
 */
export const relationKindSchema = z.enum(['basis', 'implements', 'amends', 'replaces', 'repeals']);
export type RelationKind = z.infer<typeof relationKindSchema>;

/** A document as another one names it; null: not said. */
export const referenceSchema = z.object({
  /** Kind of document, as written, lower case ("nghị quyết"). */
  type: z.string().nullable(),
  /** "92/NQ-HĐND", or the bare number "15". */
  number: z.string(),
  /** ISO date of issue. */
  date: z.string().nullable(),
  year: z.number().int().nullable(),
  /** As written ("Hội đồng nhân dân tỉnh Ninh Bình", "Ủy ban nhân dân tỉnh"). */
  issuer: z.string().nullable(),
});
export type Reference = z.infer<typeof referenceSchema>;

/** A relation with the sentence that says it. */
export const relationSchema = quoteSchema.extend({
  kind: relationKindSchema,
  to: referenceSchema,
  /** Which part of the other document ("khoản 2 Điều 3", "chỉ tiêu “…” tại Điều 1"), as written; null: the whole of it. */
  part: z.string().nullable(),
});
export type Relation = z.infer<typeof relationSchema>;

/** A number/symbol as a key: no blanks, no leading zeros, the Icelandic "Ð" of old fonts as "Đ", capitals. */
export function numberKey(number: string): string {
  return number
    .normalize('NFC')
    .replace(/\s/g, '')
    .replace(/[–—]/g, '-')
    .replaceAll('Ð', 'Đ')
    .replace(/^0+(?=\d)/, '')
    .toUpperCase();
}
