import { describe, expect, it } from 'vitest';
import { type Draft, emptyDraft } from '../../src/answer/answer.ts';
import { checkAnswer } from '../../src/answer/check-answer.ts';
import type { Citation } from '../../src/domain/citation.ts';

const text =
  'Chỉ tiêu năm 2024: tỷ lệ che phủ rừng đạt trên 58,9%; thu ngân sách 12.450 tỷ đồng; có thêm 05 xã nông thôn mới.';
const textOf = async (document: string): Promise<string | null> => (document === 'doc1' ? text : null);

function cite(quote: string, changes: Partial<Citation> = {}): Citation {
  const start = text.indexOf(quote);
  return {
    document: 'doc1',
    title: 'Kế hoạch năm 2024',
    number: '21/KH-UBND',
    issuer: 'UBND tỉnh X',
    date: '2024-01-15',
    heading: '',
    quote,
    start,
    end: start + quote.length,
    ...changes,
  };
}

const forest = cite('tỷ lệ che phủ rừng đạt trên 58,9%');
const revenue = cite('thu ngân sách 12.450 tỷ đồng');

const sound: Draft = {
  ...emptyDraft,
  blocks: [
    { kind: 'paragraph', spans: [{ bold: 'trên 58,9%' }, ' – tỷ lệ che phủ rừng, tỉnh X, năm 2024 (chỉ tiêu).'] },
    { kind: 'citation', label: 'Nguồn: kế hoạch số 21/KH-UBND, UBND tỉnh X, ngày 15/01/2024', citation: forest },
  ],
  figures: [{ text: 'trên 58,9%', document: 'doc1', quote: forest.quote }],
  citations: [forest],
  labels: ['năm 2024'],
};

const said = (...spans: (string | { bold: string })[]): Draft['blocks'][number] => ({ kind: 'paragraph', spans });

describe('checkAnswer', () => {
  it('lets a sound answer pass', async () => {
    expect(await checkAnswer(sound, textOf)).toEqual([]);
  });

  const faulty: readonly (readonly [string, Partial<Draft>, string])[] = [
    ['an altered digit', { blocks: [said({ bold: 'trên 58,8%' }), ...sound.blocks.slice(1)] }, 'number'],
    ['a figure that is in no quote', { blocks: [said('khoảng 61%'), ...sound.blocks] }, 'number'],
    ['another notation of the same number', { blocks: [said({ bold: 'trên 58.9%' })] }, 'number'],
    ['a rounded number', { blocks: [said({ bold: 'gần 59%' })] }, 'number'],
    ['an altered figure', { figures: [{ text: 'trên 57,9%', document: 'doc1', quote: forest.quote }] }, 'figure'],
    [
      'a figure swapped with that of another quote',
      { citations: [forest, revenue], figures: [{ text: '12.450 tỷ đồng', document: 'doc1', quote: forest.quote }] },
      'figure',
    ],
    ['a figure whose quote is not cited', { citations: [], blocks: [] }, 'figure'],
    [
      'a figure of another document',
      { figures: [{ text: 'trên 58,9%', document: 'doc2', quote: forest.quote }] },
      'figure',
    ],
    [
      'an invented citation',
      { citations: [cite('tỷ lệ che phủ rừng đạt trên 60%', { start: 19, end: 50 })], figures: [], blocks: [] },
      'citation',
    ],
    [
      'a citation at another place',
      { citations: [{ ...forest, start: forest.start + 1, end: forest.end + 1 }] },
      'citation',
    ],
    [
      'a citation of an unknown document',
      { citations: [{ ...forest, document: 'doc9' }], figures: [], blocks: [] },
      'citation',
    ],
    [
      'an empty citation',
      { citations: [{ ...forest, quote: '', end: forest.start }], figures: [], blocks: [] },
      'citation',
    ],
    [
      'a shown quote that is not among the citations',
      { blocks: [...sound.blocks, { kind: 'citation', label: 'Nguồn', citation: revenue }] },
      'uncited',
    ],
    [
      'a number in a table',
      {
        blocks: [
          {
            kind: 'table',
            rows: [
              ['Chỉ tiêu', 'Mức'],
              ['che phủ rừng', '85,9%'],
            ],
          },
        ],
      },
      'number',
    ],
    ['a number in a list', { blocks: [{ kind: 'list', items: [['thêm 7 xã']] }] }, 'number'],
    [
      'a number in a source line',
      { blocks: [{ kind: 'citation', label: 'Nguồn: kế hoạch số 22/KH-UBND', citation: forest }] },
      'number',
    ],
    [
      'a bold number that is only in a label',
      { labels: ['năm 2024', '41,5'], blocks: [said({ bold: '41,5%' })] },
      'number',
    ],
  ];

  it.each(faulty)('catches %s', async (_name, changes, kind) => {
    const faults = await checkAnswer({ ...sound, ...changes }, textOf);
    expect(faults.map((fault) => fault.kind)).toContain(kind);
  });

  it('takes leading zeros for the same number', async () => {
    const communes = cite('có thêm 05 xã nông thôn mới');
    const draft: Draft = { ...emptyDraft, blocks: [said('có thêm 5 xã')], citations: [communes] };
    expect(await checkAnswer(draft, textOf)).toEqual([]);
  });
});
