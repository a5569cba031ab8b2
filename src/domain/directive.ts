import { z } from 'zod';
import { deadlineFindingSchema } from './deadline.ts';
import { localitySchema } from './locality.ts';
import { pageSchema } from './page.ts';
import { passageDraftSchema } from './passage.ts';
import { periodSchema } from './period.ts';
import { relationSchema } from './relation.ts';
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
  /** ISO dates from and until which it says to be in force, both included; absent or null: not said (then from its date of issue). */
  effectiveFrom: z.string().nullable().optional(),
  effectiveTo: z.string().nullable().optional(),
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
  /** What it says of other documents; absent: not looked for. */
  relations: z.array(relationSchema).optional(),
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
  /** replaced: a newer version of the same document is stored. */
  status: z.enum(['in_force', 'replaced', 'failed', 'refused']),
  /** Id of the document that stands in its place, and the ISO date since when (null: not known); absent or null: none. */
  replacedBy: z.string().nullable().optional(),
  replacedOn: z.string().nullable().optional(),
});
export type Directive = z.infer<typeof directiveSchema>;
