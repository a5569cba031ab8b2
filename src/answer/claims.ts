import { z } from 'zod';

/** What a model may hand back: sentences, each with the ids of what it rests on. A figure is never typed but pointed to: [[f3]]. */
export const claimsSchema = z.object({
  claims: z.array(z.object({ text: z.string().max(1200), evidence: z.array(z.string().max(20)).max(20) })).max(12),
});
export type Claim = z.infer<typeof claimsSchema>['claims'][number];

/** The ids a claim points to, in its list or by tokens in its text; each once, at most `most`. */
export function idsOf({ text, evidence }: Claim, most = 12): string[] {
  const tokens = [...text.matchAll(/\[\[([fqv]\d{1,4})\]\]/g)].map(([, id = '']) => id);
  const listed = evidence.map((id) => id.replace(/[[\]\s]/g, ''));
  return [...new Set([...tokens, ...listed])].slice(0, most);
}
