import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ModelError } from '../../src/domain/errors.ts';
import type { ModelLedger } from '../../src/domain/model.ts';
import { readSecondTime } from '../../src/ingest/second-reading.ts';
import { createChatModel } from '../../src/model/chat-model.ts';
import { createOutsideDoor } from '../../src/model/outside-door.ts';
import { corpus } from '../answer/corpus.ts';
import { readRows } from '../answer/memory-engine.ts';
import { type FakeOpenai, type FakeSaid, startFakeOpenai } from '../support/fake-openai.ts';

let server: FakeOpenai;
beforeAll(async () => {
  server = await startFakeOpenai();
});
afterAll(() => server.close());

const rows = readRows(corpus);
const ledger: ModelLedger = { open: async () => ({ id: 1 }), settle: async () => {} };

/** What comes of a model that proposes this for whichever passage has the quote. */
function readWith(proposals: { indicator: string; value: string; quote: string }[], said?: FakeSaid) {
  const door = createOutsideDoor({ baseUrl: server.baseUrl, ledger, isSecret: () => false });
  const chat = createChatModel({ name: 'gia', baseUrl: server.baseUrl, apiKey: null }, door);
  server.think(({ messages }) => {
    const passages = (messages.at(-1)?.content ?? '').split(/(?=^\[p\d+\])/mu);
    const figures = proposals.map((proposal) => {
      const at = passages.findIndex((text) => text.includes(proposal.quote));
      return { ...proposal, passage: `p${at + 1}` };
    });
    return said ?? { text: JSON.stringify({ figures }) };
  });
  return readSecondTime({
    chat,
    instructions: 'Đọc.',
    passages: rows.passages,
    figures: rows.targets,
    timeoutSeconds: 5,
  });
}

const forest = 'Tỷ lệ che phủ rừng đạt 58,9%';

describe('the second reader', () => {
  it('agrees where both find one value', async () => {
    const { agreed, differing, unseen } = await readWith([
      { indicator: 'Tỷ lệ che phủ rừng', value: '58,9%', quote: forest },
      { indicator: 'Tăng trưởng kinh tế', value: '9,2%', quote: 'Tốc độ tăng trưởng kinh tế (GRDP) đạt trên 9,2%' },
    ]);
    expect(agreed.map(({ valueText }) => valueText)).toEqual(['đạt 58,9%', 'đạt trên 9,2%']);
    expect([...differing, ...unseen]).toEqual([]);
  });

  it('differs where the model takes one end of a range for the value', async () => {
    const { agreed, differing } = await readWith([
      {
        indicator: 'Tăng trưởng kinh tế (GRDP) bình quân',
        value: '10,5%/năm',
        quote: 'Tăng trưởng kinh tế (GRDP) bình quân 9,5 - 10,5%/năm',
      },
    ]);
    expect(agreed).toEqual([]);
    expect(differing.map(({ figure, other }) => [figure.valueText, other.valueText])).toEqual([
      ['9,5 - 10,5%/năm', '10,5%/năm'],
    ]);
  });

  const ungrounded: [string, { indicator: string; value: string; quote: string }][] = [
    [
      'a quote that stands nowhere',
      { indicator: 'Tỷ lệ che phủ rừng', value: '99,9%', quote: 'che phủ rừng đạt 99,9%' },
    ],
    ['a value that is not in its quote', { indicator: 'Tỷ lệ che phủ rừng', value: '99,9%', quote: forest }],
    ['a value without a number', { indicator: 'Tỷ lệ che phủ rừng', value: 'đạt', quote: forest }],
    ['the end of another number', { indicator: 'Tỷ lệ che phủ rừng', value: '8,9%', quote: forest }],
    ['a quote that begins inside a number', { indicator: 'Tổng thu', value: '450 tỷ đồng', quote: '450 tỷ đồng' }],
    ['an empty quote', { indicator: 'x', value: '', quote: '' }],
    ['several values', { indicator: 'x', value: 'đạt 96 triệu đồng;\n- Tổng thu', quote: 'x' }],
  ];
  it.each(ungrounded)('drops %s', async (_, proposal) => {
    const reading = await readWith([proposal]);
    expect(reading).toMatchObject({ agreed: [], differing: [], unseen: [] });
    expect(reading.ungrounded).toBeGreaterThan(0);
  });

  it('finds nothing in nonsense and says ModelError for a dead endpoint', async () => {
    expect(await readWith([], { text: 'Tôi không đọc được.' })).toMatchObject({ agreed: [], unseen: [] });
    await expect(readWith([], { fault: 'denied' })).rejects.toThrow(ModelError);
  });
});
