import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DirectiveDraft } from '../../src/domain/directive.ts';
import { readDirective } from '../../src/ingest/read-directive.ts';
import { tables } from './support/read-text.ts';

const shared = new URL('../../../shared/', import.meta.url);
const hasShared = existsSync(new URL('seeds/', shared));
const why = hasShared ? '' : ' — SKIPPED: ../shared/seeds is absent; put the founding documents there to run this';

const expected: readonly (readonly [string, object])[] = [
  [
    '000',
    {
      type: 'kế hoạch',
      number: null,
      issuer: 'UBND tỉnh Đắk Nông',
      locality: 'tỉnh Đắk Nông',
      date: '2022-12-29',
      period: '2020-2025',
      signer: null,
    },
  ],
  [
    '001',
    {
      type: 'phát động thi đua',
      number: null,
      locality: 'tỉnh Cao Bằng',
      date: '2023-01-27',
      period: '2023',
      signer: null,
    },
  ],
  [
    '002',
    {
      type: 'phát động thi đua',
      number: null,
      locality: 'tỉnh Kon Tum',
      date: null,
      period: '2020',
      signer: 'Nguyễn Văn Hòa',
    },
  ],
  [
    '003',
    {
      type: 'kế hoạch',
      number: '15/KH-UBND',
      issuer: 'UBND huyện Chợ Đồn',
      locality: 'huyện Chợ Đồn',
      date: '2022-01-26',
      period: '2022',
    },
  ],
  [
    '004',
    {
      type: 'chỉ thị',
      number: null,
      locality: 'tỉnh Đắk Nông',
      date: '2021-08-19',
      period: '2020-2025',
      signer: 'Hồ Văn Mười',
    },
  ],
];

async function draftOf(prefix: string): Promise<DirectiveDraft> {
  const folder = new URL('seeds/', shared);
  const name = readdirSync(folder).find((file) => file.startsWith(prefix)) ?? '';
  const result = await readDirective(readFileSync(new URL(name, folder)), { name, tables, today: '2026-11-21' });
  if (result.status !== 'read') throw new Error(result.reason);
  return result.draft;
}

type GoldDeadline = { due: string; quote: string };

function goldDeadlines(prefix: string): GoldDeadline[] {
  const folder = new URL('gold/', shared);
  const name = readdirSync(folder).find((file) => file.startsWith(prefix) && file.endsWith('.deadlines.jsonl'));
  if (name === undefined) return [];
  const lines = readFileSync(new URL(name, folder), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as GoldDeadline);
}

const flat = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

describe.skipIf(!hasShared)(`the founding documents${why}`, () => {
  it.each(expected)('%s says of itself what it is', async (prefix, metadata) => {
    const { metadata: read } = await draftOf(prefix);
    expect({ ...read, locality: read.locality?.name, period: read.period.text }).toMatchObject(metadata);
  });

  it.each(expected)('%s gives its deadlines and no others', async (prefix) => {
    const found = (await draftOf(prefix)).deadlines.map(({ due, quote }) => ({ due, quote: flat(quote) }));
    const gold = goldDeadlines(prefix);
    expect(found.map(({ due }) => due)).toEqual(gold.map(({ due }) => due));
    for (const [at, { quote }] of found.entries()) {
      const wanted = flat(gold[at]?.quote ?? '');
      expect(quote.includes(wanted) || wanted.includes(quote)).toBe(true);
    }
  });

  it.each(expected)('%s keeps page furniture out of its passages', async (prefix) => {
    const { passages } = await draftOf(prefix);
    expect(passages.length).toBeGreaterThan(8);
    const all = passages.map(({ text }) => text).join('\n');
    expect(all).not.toMatch(
      /View count|Bạn đang xem|Viết bình luận|Tăng tương phản|Tin nổi bật|FormShield|Nơi nhận|Lưu hồ sơ|Nông Đuổng/,
    );
  });
});
