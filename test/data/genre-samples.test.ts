import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const folder = new URL('../samples/genre/', import.meta.url);
const flat = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const rows = (name: string): unknown[] =>
  read(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

const documents = readdirSync(folder).filter((name) => /\.(txt|md)$/.test(name));
const stemOf = (name: string) => name.replace(/\.(txt|md)$/, '');

const target = z.strictObject({
  indicator: z.string().min(2),
  value_text: z.string().min(1),
  min: z.number().nullable(),
  max: z.number().nullable(),
  comparator: z.enum(['=', '>', '>=', '<', '<=', 'range', '~']),
  unit: z.string(),
  direction: z.enum(['level', 'increase', 'decrease', 'maintain']),
  period: z.string().min(2),
  locality: z.string().min(2),
  quote: z.string().min(3),
  optional: z.literal(true).optional(),
});
const deadline = z.strictObject({
  what: z.string().min(2),
  who: z.string(),
  to: z.string(),
  due: z.string().min(4),
  quote: z.string().min(5),
});
const question = z.strictObject({
  id: z.string().regex(/^g\d{3}$/),
  question: z.string().min(3),
  doc: z.union([z.string(), z.array(z.string()).min(2)]),
  expected: z.string().min(1),
  must_contain: z.array(z.string().min(1)),
  kind: z.enum(['lookup', 'list', 'compare', 'text', 'deadline', 'unanswerable', 'ambiguous']),
  style: z.enum(['full', 'no-diacritics', 'typo', 'abbreviation', 'english', 'follow-up']),
  after: z.string().optional(),
  note: z.string().optional(),
});

/** Vietnamese notation: dot for thousands, comma for decimals. */
const numbersIn = (text: string) =>
  (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((each) => Number(each.replaceAll('.', '').replace(',', '.')));

const bounds = { '=': [1, 1], '~': [1, 1], range: [1, 1], '>': [1, 0], '>=': [1, 0], '<': [0, 1], '<=': [0, 1] };

describe('test/samples/genre', () => {
  it('has at least twenty documents, each with both gold files', () => {
    expect(documents.length).toBeGreaterThanOrEqual(20);
    const wanted = documents.flatMap((name) => [`${stemOf(name)}.jsonl`, `${stemOf(name)}.deadlines.jsonl`]);
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .sort(),
    ).toEqual([...wanted, 'questions.jsonl'].sort());
  });

  it.each(documents)('%s holds each target of its gold, word for word and number for number', (name) => {
    const text = flat(read(name));
    for (const row of rows(`${stemOf(name)}.jsonl`).map((each) => target.parse(each))) {
      expect(text, row.quote).toContain(row.quote);
      expect(row.quote, row.indicator).toContain(row.value_text);
      expect(
        [row.min, row.max].map((bound) => (bound === null ? 0 : 1)),
        row.indicator,
      ).toEqual(bounds[row.comparator]);
      if (row.comparator === '=' || row.comparator === '~') expect(row.min).toBe(row.max);
      if (row.comparator === 'range') expect(row.min as number, row.quote).toBeLessThan(row.max as number);
      if (!/\d/.test(row.value_text)) continue;
      for (const bound of [row.min, row.max])
        if (bound !== null) expect(numbersIn(row.value_text), row.value_text).toContain(bound);
    }
  });

  it.each(documents)('%s holds each deadline of its gold', (name) => {
    const text = flat(read(name));
    for (const row of rows(`${stemOf(name)}.deadlines.jsonl`).map((each) => deadline.parse(each)))
      expect(text, row.quote).toContain(row.quote);
  });

  it('asks more than 180 questions of every kind about documents that exist, with answers that stand in them', () => {
    const questions = rows('questions.jsonl').map((row) => question.parse(row));
    const stems = new Map(documents.map((name) => [stemOf(name), flat(read(name)).toLowerCase()]));
    expect(questions.length).toBeGreaterThan(180);
    expect(new Set(questions.map((each) => each.kind)).size).toBe(7);
    expect(new Set(questions.map((each) => each.style)).size).toBe(6);
    for (const [at, each] of questions.entries()) {
      const texts = [each.doc].flat().map((stem) => stems.get(stem) ?? '');
      expect(texts, each.id).not.toContain('');
      const earlier = questions.slice(0, at).map((other) => other.id);
      if (each.after !== undefined) expect(earlier, each.id).toContain(each.after);
      expect(each.style === 'follow-up', each.id).toBe(each.after !== undefined);
      const isOpen = each.kind === 'unanswerable' || each.kind === 'ambiguous';
      expect(each.must_contain.length > 0, each.id).toBe(!isOpen);
      for (const item of each.must_contain) {
        const stands = item
          .split('|')
          .some((part) => texts.some((text) => text.includes(part.toLowerCase().replace(/%$/, ''))));
        expect(stands, `${each.id}: ${item}`).toBe(true);
      }
    }
  });

  it('keeps one document in NFD', () => {
    const decomposed = documents.filter((name) => read(name) !== read(name).normalize('NFC'));
    expect(decomposed).toHaveLength(1);
  });
});
