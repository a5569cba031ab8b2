import { createHash } from 'node:crypto';
import type { Metadata } from '../../src/domain/directive.ts';
import type { EmbeddingModel } from '../../src/domain/embedding.ts';
import { noPeriod } from '../../src/domain/period.ts';
import type { Figure } from '../../src/domain/target.ts';
import type { DirectiveInput } from '../../src/store/save-directive.ts';

export type SampleDirective = {
  title?: string;
  /** Texts of its passages; each stands in the stored text, a blank line between. */
  passages: (string | { id: string; text: string })[];
  metadata?: Partial<Metadata>;
  figures?: Partial<Figure>[];
  embedding?: EmbeddingModel;
};

export const cityOfHue = { key: 'hue', name: 'thành phố Huế', level: 'province', within: null } as const;

/** A made-up directive ready to be saved; its id follows from its title and text. */
export async function sampleDirective(sample: SampleDirective): Promise<DirectiveInput> {
  const title = sample.title ?? 'Kế hoạch mẫu';
  const texts = sample.passages.map((passage) => (typeof passage === 'string' ? passage : passage.text));
  const text = texts.join('\n\n');
  let start = 0;
  const passages = sample.passages.map((passage, ordinal) => {
    const from = start;
    const body = texts[ordinal] ?? '';
    start += body.length + 2;
    const draft = { ordinal, heading: [], text: body, start: from, end: from + body.length };
    return typeof passage === 'string' ? draft : { ...draft, id: passage.id };
  });
  const bytes = new TextEncoder().encode(`${title}\n${text}`);
  return {
    draft: {
      metadata: { ...bareMetadata, title, ...sample.metadata },
      text,
      passages,
      figures: (sample.figures ?? []).map((figure) => ({ ...bareFigure, ...figure })),
      deadlines: [],
    },
    original: {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      name: `${title}.txt`,
      bytes,
      receivedAt: new Date('2026-11-22T02:00:00Z'),
    },
    vectors: sample.embedding ? { model: sample.embedding.name, vectors: await sample.embedding.embed(texts) } : null,
  };
}

const bareMetadata: Metadata = {
  type: 'kế hoạch',
  number: null,
  title: '',
  issuer: null,
  locality: null,
  date: null,
  period: noPeriod,
  signer: null,
  recipients: [],
};

const bareFigure: Figure = {
  kind: 'target',
  indicator: 'Tỷ lệ hộ nghèo',
  key: null,
  valueText: '3%',
  min: 3,
  max: 3,
  comparator: '=',
  unit: '%',
  direction: 'level',
  period: noPeriod,
  locality: null,
  parent: null,
  heading: [],
  confidence: 0.9,
  quote: '',
  start: 0,
  end: 0,
};
