import { z } from 'zod';
import { deadlineFindingSchema } from './deadline.ts';
import { localitySchema } from './locality.ts';
import { pageSchema } from './page.ts';
import { passageDraftSchema } from './passage.ts';
import { periodSchema } from './period.ts';
import { figureSchema } from './target.ts';

/** Kinds of Nghị định 30/2020/NĐ-CP Phụ lục III that direct, plus what web pages and digests turn out to be. */
export const directiveTypeSchema = z.enum([
  'nghị quyết',
  'quyết định',
  'chỉ thị',
  'kế hoạch',
  'chương trình',
  'đề án',
  'phương án',
  'hướng dẫn',
  'thông báo',
  'thông tư',
  'nghị định',
  'luật',
  'kết luận',
  'quy định',
  'báo cáo',
  'tờ trình',
  'công văn',
  'công điện',
  'phát động thi đua',
  'khác',
]);
export type DirectiveType = z.infer<typeof directiveTypeSchema>;

/** What the head and foot of a document say about it. Null: not stated. */
export const metadataSchema = z.object({
  type: directiveTypeSchema,
  /** Normalised number/symbol, "15/KH-UBND". */
  number: z.string().nullable(),
  title: z.string(),
  issuer: z.string().nullable(),
  locality: localitySchema.nullable(),
  /** ISO date of issue. */
  date: z.string().nullable(),
  period: periodSchema,
  signer: z.string().nullable(),
  recipients: z.array(z.string()),
});
export type Metadata = z.infer<typeof metadataSchema>;

/** One document as read, before it is stored. */
export const directiveDraftSchema = z.object({
  metadata: metadataSchema,
  /** The whole stored text, NFC, page furniture included; all offsets point into it. */
  text: z.string(),
  /** Where each page starts, in order; absent where the format has no pages. */
  pages: z.array(pageSchema).optional(),
  passages: z.array(passageDraftSchema),
  figures: z.array(figureSchema),
  deadlines: z.array(deadlineFindingSchema),
});
export type DirectiveDraft = z.infer<typeof directiveDraftSchema>;

/** A stored directive without its text. `id` is the `document` of every contract. */
export const directiveSchema = metadataSchema.extend({
  id: z.string(),
  /** Name of the file or link it came from. */
  source: z.string(),
  /** SHA-256 of the original bytes, hex. */
  sha256: z.string(),
  /** Where each page starts in the stored text, in order; absent or empty where the format has no pages. */
  pages: z.array(pageSchema).optional(),
  status: z.enum(['in_force', 'replaced', 'failed', 'refused']),
});
export type Directive = z.infer<typeof directiveSchema>;
