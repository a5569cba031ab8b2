import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DataError } from '../../domain/errors.ts';
import { readJsonLines } from '../read-json-lines.ts';
import type { GoldDeadline } from './score-deadlines.ts';
import type { GoldQuestion } from './score-questions.ts';
import type { GoldTarget } from './score-targets.ts';

const targetSchema: z.ZodType<GoldTarget> = z.object({
  indicator: z.string(),
  value_text: z.string(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  comparator: z.string(),
  unit: z.string(),
  period: z.string(),
  quote: z.string(),
  optional: z.boolean().default(false),
});

const deadlineSchema: z.ZodType<GoldDeadline> = z.object({
  what: z.string(),
  who: z.string(),
  to: z.string(),
  due: z.string(),
  quote: z.string(),
  optional: z.boolean().default(false),
});

const questionSchema: z.ZodType<GoldQuestion> = z.object({
  id: z.string(),
  question: z.string(),
  doc: z.union([z.string().transform((stem) => [stem]), z.array(z.string())]),
  expected: z.string().default(''),
  must_contain: z.array(z.string()).default([]),
  kind: z.string(),
  style: z.string().default('full'),
  after: z.string().optional(),
});

/** Gold of one document, by the stem of its file. `deadlines` is null where the folder has no deadline file for it. */
export type GoldDocument = { stem: string; targets: GoldTarget[]; deadlines: GoldDeadline[] | null };
export type Gold = { questions: GoldQuestion[]; documents: GoldDocument[] };

/** Reads a gold folder: `questions*.jsonl`, and for each document `STEM.jsonl` and `STEM.deadlines.jsonl`. An empty file is a finding: none. Throws DataError. */
export function readGold(folder: string): Gold {
  if (!existsSync(folder)) throw new DataError('không có thư mục này', folder);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  if (names.length === 0) throw new DataError('không có tệp .jsonl nào', folder);
  const isQuestions = (name: string): boolean => name.startsWith('questions');
  const stems = names
    .filter((name) => !isQuestions(name) && !name.endsWith('.deadlines.jsonl'))
    .map((name) => name.slice(0, -'.jsonl'.length));
  return {
    questions: names.filter(isQuestions).flatMap((name) => readJsonLines(join(folder, name), questionSchema)),
    documents: stems.map((stem) => ({
      stem,
      targets: readJsonLines(join(folder, `${stem}.jsonl`), targetSchema),
      deadlines: readDeadlines(join(folder, `${stem}.deadlines.jsonl`)),
    })),
  };
}

function readDeadlines(path: string): GoldDeadline[] | null {
  return existsSync(path) ? readJsonLines(path, deadlineSchema) : null;
}
