import { describe, expect, it } from 'vitest';
import { SyntheticCorpus } from '../../src/cli/bench/synthetic-corpus.ts';
import { directiveDraftSchema } from '../../src/domain/directive.ts';

const size = { directives: 70, passages: 700, targets: 210 };
const drafts = [...new SyntheticCorpus(size).drafts()];

describe('the corpus of the benchmarks', () => {
  it('has the size asked for and the shape of directives as read', () => {
    expect(drafts).toHaveLength(70);
    for (const draft of drafts) expect(() => directiveDraftSchema.parse(draft)).not.toThrow();
    expect(drafts.flatMap(({ passages }) => passages)).toHaveLength(700);
    expect(drafts.flatMap(({ figures }) => figures)).toHaveLength(210);
  });

  it('has every passage and quote where its offsets say', () => {
    for (const { text, passages, figures } of drafts) {
      for (const passage of passages) expect(text.slice(passage.start, passage.end)).toBe(passage.text);
      for (const figure of figures) expect(text.slice(figure.start, figure.end)).toBe(figure.quote);
    }
  });

  it('asks for values that it holds, and is the same each time', () => {
    const questions = new SyntheticCorpus(size).questions(70);
    const quotes = drafts.flatMap(({ figures }) => figures.map(({ quote }) => quote)).join('\n');
    const values = questions.flatMap(({ figure }) => (figure === null ? [] : [figure.value]));
    expect(values.length).toBeGreaterThan(30);
    for (const value of values) expect(quotes).toContain(value);
    expect(new SyntheticCorpus(size).questions(70)).toEqual(questions);
  });
});
