import { z } from 'zod';
import { quoteSchema } from './citation.ts';
import { localitySchema } from './locality.ts';
import { periodSchema } from './period.ts';

export const comparatorSchema = z.enum(['=', '>', '>=', '<', '<=', 'range', '~']);
export type Comparator = z.infer<typeof comparatorSchema>;

/** `increase`/`decrease` when the figure itself is a change or a growth, `maintain` for duy trì / giữ, else `level`. */
export const directionSchema = z.enum(['level', 'increase', 'decrease', 'maintain']);
export type Direction = z.infer<typeof directionSchema>;

/** proposed: read by machine, not yet checked · approved · rejected · replaced: another directive set a new value. */
export const figureStatusSchema = z.enum(['proposed', 'approved', 'rejected', 'replaced']);

/** What a figure is: a target that was set, an observation of what was achieved, or an estimate ("ước đạt"). */
export const figureKindSchema = z.enum(['target', 'observation', 'estimate']);

/** A figure as read from one directive. Numbers are not rescaled: "18,4 ngàn tỉ đồng" is 18.4 with unit "ngàn tỉ đồng". */
export const figureSchema = quoteSchema.extend({
  kind: figureKindSchema,
  /** Name of what is measured, as the document writes it, with its parent for a breakdown ("Tăng trưởng kinh tế (GRDP) - KV1"). */
  indicator: z.string(),
  /** Canonical key in data/indicators.json, or null when the vocabulary does not know it. */
  key: z.string().nullable(),
  /** The value as written, verbatim from the text, comparator and unit included ("trên 18,4 ngàn tỉ đồng"). */
  valueText: z.string(),
  /** One-sided bounds leave the other side null. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  comparator: comparatorSchema,
  unit: z.string(),
  direction: directionSchema,
  period: periodSchema,
  locality: localitySchema.nullable(),
  /** Name of the indicator this is a breakdown of ("trong đó: …"), or null. */
  parent: z.string().nullable(),
  /** Heading path where it stands, outermost first. */
  heading: z.array(z.string()),
  /** 0..1; below 0.6 a person should look. */
  confidence: z.number(),
  /** What a reviewer should look at ("tổng các phần khác số chung"), Vietnamese; absent or null when nothing is amiss. */
  note: z.string().nullable().optional(),
});
export type Figure = z.infer<typeof figureSchema>;

/** A figure as stored: with its own id, the directive it belongs to and what review said of it. */
export const targetSchema = figureSchema.extend({
  id: z.number().int(),
  document: z.string(),
  status: figureStatusSchema,
  /** Id of the directive that set another value or took this one back, the figure it set (null: none), and since when; absent or null: none. */
  replacedBy: z.string().nullable().optional(),
  replacedByFigure: z.number().int().nullable().optional(),
  replacedOn: z.string().nullable().optional(),
});
export type Target = z.infer<typeof targetSchema>;
