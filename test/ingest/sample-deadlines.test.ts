import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DeadlineFinding } from '../../src/domain/deadline.ts';
import { readDirective } from '../../src/ingest/read-directive.ts';
import { tables } from './support/read-text.ts';

const folder = new URL('../samples/genre/', import.meta.url);
const names = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name) && !/^readme/i.test(name));

type Gold = { due: string; quote: string };
const flat = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Quotes overlap when one holds the beginning or the end of the other. */
function isSame(found: DeadlineFinding, gold: Gold): boolean {
  const [a, b] = [flat(found.quote), flat(gold.quote)];
  return (
    (found.due === gold.due && [a.slice(0, 30), a.slice(-30)].some((part) => b.includes(part))) ||
    (found.due === gold.due && [b.slice(0, 30), b.slice(-30)].some((part) => a.includes(part)))
  );
}

async function compare(name: string): Promise<{ missed: string[]; wrong: string[]; gold: number }> {
  const result = await readDirective(readFileSync(new URL(name, folder)), { name, tables, today: '2026-11-21' });
  const left = result.status === 'read' ? [...result.draft.deadlines] : [];
  const file = new URL(name.replace(/\.(?:txt|md)$/, '.deadlines.jsonl'), folder);
  const gold = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Gold);
  const missed = gold.filter((one) => {
    const at = left.findIndex((found) => isSame(found, one));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return {
    missed: missed.map(({ quote }) => quote),
    wrong: left.map(({ quote, due }) => `${due}: ${quote}`),
    gold: gold.length,
  };
}

describe('deadlines of the sample documents', async () => {
  const results = await Promise.all(names.map(async (name) => ({ name, ...(await compare(name)) })));
  const all = results.reduce((sum, { gold }) => sum + gold, 0);

  it('are found, 97 in a hundred', () => {
    const missed = results.flatMap((result) => result.missed);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(all * 0.03);
  });

  it('are not made up: at most 2 in a hundred', () => {
    const wrong = results.flatMap((result) => result.wrong);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(all * 0.02);
  });
});
