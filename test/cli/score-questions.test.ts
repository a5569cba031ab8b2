import { describe, expect, it } from 'vitest';
import { type GoldQuestion, type JudgedAnswer, judgeAnswer } from '../../src/cli/eval/score-questions.ts';

const question = (part: Partial<GoldQuestion> = {}): GoldQuestion => ({
  id: 'q1',
  question: 'Tỷ lệ che phủ rừng?',
  doc: ['a'],
  expected: 'trên 40%',
  must_contain: ['40%'],
  kind: 'lookup',
  style: 'full',
  ...part,
});
const answer = (part: Partial<JudgedAnswer> = {}): JudgedAnswer => ({
  outcome: 'answered',
  text: 'Trên 40% (che phủ rừng).',
  figures: [{ text: 'trên 40%', document: 'a' }],
  citedDocuments: ['a'],
  ms: 1,
  ...part,
});
const unanswerable = question({ kind: 'unanswerable', must_contain: [], expected: 'not found' });
const refusal = answer({ outcome: 'not_found', text: 'Không có số liệu.', figures: [], citedDocuments: [] });
const ambiguous = question({ kind: 'ambiguous', must_contain: [], doc: ['a', 'b'] });

describe('judgeAnswer', () => {
  type Case = [what: string, question: GoldQuestion, answer: JudgedAnswer, right: boolean, wrongFigure: boolean];
  const cases: Case[] = [
    ['the expected figure', question(), answer(), true, false],
    ['one of several alternatives', question({ must_contain: ['3 xã|03 xã'] }), answer({ text: '03 xã' }), true, false],
    [
      'white space and NFD',
      question({ must_contain: ['Sâm Ngọc Linh'] }),
      answer({ text: 'Sâm\n Ngọc  Linh'.normalize('NFD') }),
      true,
      false,
    ],
    ['a missing item', question({ must_contain: ['40%', '12%'] }), answer(), false, false],
    [
      'a figure inside a longer one',
      question({ must_contain: ['8%'] }),
      answer({ text: '7,8%', figures: [{ text: '7,8%', document: 'a' }] }),
      false,
      true,
    ],
    ['another figure', question(), answer({ text: '12%', figures: [{ text: '12%', document: 'a' }] }), false, true],
    [
      'a figure of another document',
      question(),
      answer({ figures: [{ text: 'trên 40%', document: 'b' }] }),
      true,
      true,
    ],
    ['the right text under the wrong outcome', question(), answer({ outcome: 'not_found' }), false, false],
    ['a refusal of what has an answer', question(), refusal, false, false],
    ['a refusal of what has none', unanswerable, refusal, true, false],
    ['a figure for what has none', unanswerable, answer(), false, true],
    ['a figure beside a refusal', unanswerable, answer({ outcome: 'not_found' }), true, true],
    [
      'a question back to an ambiguous question',
      ambiguous,
      answer({ outcome: 'clarify', figures: [], citedDocuments: [] }),
      true,
      false,
    ],
    ['all candidates of an ambiguous question', ambiguous, answer({ citedDocuments: ['a', 'b'] }), true, false],
    ['one candidate of an ambiguous question', ambiguous, answer(), false, false],
    [
      'a leading zero',
      question({ expected: '03 xã', must_contain: ['3 xã|03 xã'] }),
      answer({ text: '3 xã', figures: [{ text: '3 xã', document: 'a' }] }),
      true,
      false,
    ],
    ...(['result', 'number', 'multi', 'compare', 'text', 'who'] as const).map(
      (kind): Case => [
        `another figure for a question of kind ${kind}`,
        question({ kind }),
        answer({ text: '12%', figures: [{ text: '12%', document: 'a' }] }),
        false,
        true,
      ],
    ),
    [
      'one wrong figure beside a right one',
      question({ kind: 'multi' }),
      answer({
        text: 'trên 40%; 12%',
        figures: [
          { text: 'trên 40%', document: 'a' },
          { text: '12%', document: 'a' },
        ],
      }),
      true,
      true,
    ],
    [
      'the same amount in another unit',
      question({ expected: '18,2 triệu lượt', must_contain: ['18,2 triệu|18.200 nghìn'] }),
      answer({ text: '18.200 nghìn lượt', figures: [{ text: '18.200 nghìn lượt', document: 'a' }] }),
      true,
      false,
    ],
    [
      'a figure where a name was asked for',
      question({ kind: 'who', expected: 'Sở Xây dựng', must_contain: ['Sở Xây dựng'] }),
      answer({ text: '12%', figures: [{ text: '12%', document: 'a' }] }),
      false,
      true,
    ],
  ];
  it.each(cases)('judges %s', (_, asked, given, right, wrong) => {
    const verdict = judgeAnswer(asked, given);
    expect(verdict.isRight).toBe(right);
    expect(verdict.wrongFigure !== null).toBe(wrong);
  });
});
