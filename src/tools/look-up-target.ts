import { z } from 'zod';
import { localitySchema } from '../domain/locality.ts';
import { periodSchema } from '../domain/period.ts';
import { figureKindSchema } from '../domain/target.ts';
import { findTarget, type Nearest } from './find-target.ts';
import { readAsked } from './read-asked.ts';
import { asTool, type CitedTarget, citeTargets } from './tool.ts';

const inputSchema = z.object({
  /** What is asked about in its own words, with how it is measured ("tốc độ tăng thu ngân sách"), without place and time. */
  words: z.string().max(2000),
  locality: localitySchema.nullable(),
  period: periodSchema.nullable(),
  /** Ids of directives to stay within; null: any. */
  documents: z.array(z.string()).nullable(),
  kinds: z.array(figureKindSchema).default(['target']),
  /** How much each year. */
  isEachYear: z.boolean().optional(),
});
export type LookUpInput = z.infer<typeof inputSchema>;

export type LookUpResult = {
  understood: { words: string; key: string | null; locality: string | null; period: string | null };
  /** Empty: nobody set it; `nearest` says what there is instead. */
  found: CitedTarget[];
  /** Only a part of what was asked was set; show it under its own name. */
  isNarrower: boolean;
  readonly nearest: Nearest;
};

/** The figures that were set for one thing, place and time. */
export const lookUpTarget = asTool<LookUpInput, LookUpResult>({
  name: 'look-up-target',
  input: inputSchema,
  run: async ({ words, ...where }, { catalog, reader }) => {
    const asked = readAsked(words, reader);
    const answer = findTarget(catalog, { asked, ...where });
    return {
      understood: {
        words,
        key: asked.key,
        locality: where.locality?.name ?? null,
        period: where.period?.text ?? null,
      },
      found: citeTargets(answer.found, catalog),
      isNarrower: answer.isNarrower,
      get nearest() {
        return answer.nearest;
      },
    };
  },
});
