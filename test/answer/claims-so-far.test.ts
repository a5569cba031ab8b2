import { describe, expect, it } from 'vitest';
import { claimsSoFar } from '../../src/answer/claims-so-far.ts';

const whole = '{"claims": [{"text": "Sở \\"Nội vụ\\" {theo dõi}", "evidence": ["q1"]}, {"text": "", "evidence": []}]}';

describe('claimsSoFar', () => {
  const cases: [string, number][] = [
    ['', 0],
    ['{"cla', 0],
    ['{"claims": [{"text": "Sở \\"Nội', 0],
    ['{"claims": [{"text": "Sở }", "evidence": ["q1"', 0],
    ['{"claims": [{"text": "Sở }", "evidence": ["q1"]}', 1],
    ['{"claims": [{"text": "Sở", "evidence": ["q1"]},{"te', 1],
    [whole, 2],
    ['{"claims": [{"text": 5, "evidence": ["q1"]}, {"text": "x", "evidence": ["q2"]}', 1],
    ['{"claims": [}}}{"text": "x", "evidence": ["q2"]}', 0],
    ['{"other": [{"text": "x", "evidence": ["q2"]}', 0],
    ['[{"text": "x", "evidence": ["q2"]}', 0],
  ];
  it.each(cases)('of %s', (text, count) => {
    expect(claimsSoFar(text)).toHaveLength(count);
  });

  it('grows by what it gave before, wherever the text stops', () => {
    const all = claimsSoFar(whole);
    for (let length = 0; length <= whole.length; length++) {
      const some = claimsSoFar(whole.slice(0, length));
      expect(some).toEqual(all.slice(0, some.length));
    }
  });
});
