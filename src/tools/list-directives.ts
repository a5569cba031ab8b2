import { z } from 'zod';
import { type Directive, directiveTypeSchema } from '../domain/directive.ts';
import { periodSchema } from '../domain/period.ts';
import { resolveDirectives } from './resolve-directives.ts';
import { asTool } from './tool.ts';

const inputSchema = z.object({
  type: directiveTypeSchema.nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  localityKeys: z.array(z.string()),
  periods: z.array(periodSchema),
});
export type ListDirectivesInput = z.infer<typeof inputSchema>;

/** `isUnknown`: a number or date was given that no stored directive has. */
export type ListDirectivesResult = { directives: Directive[]; isUnknown: boolean };

/** The directives in force that fit a kind, number, date, place or year; all of them when nothing is asked for. */
export const listDirectives = asTool<ListDirectivesInput, ListDirectivesResult>({
  name: 'list-directives',
  input: inputSchema,
  run: async (query, { catalog }) => {
    const isOpen = query.type === null && query.number === null && query.date === null;
    if (!isOpen) return resolveDirectives(catalog.directives, query);
    const placed = catalog.directives.filter(
      ({ locality }) => query.localityKeys.length === 0 || query.localityKeys.includes(locality?.key ?? ''),
    );
    return { directives: placed, isUnknown: false };
  },
});
