import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const digests = new URL('../../data/directives/', import.meta.url);
const shared = new URL('../../../shared/', import.meta.url);
const hasShared = existsSync(new URL('seeds/', shared));
const why = hasShared ? '' : ' [SKIPPED: the founding documents are not in ../shared]';

/** Digest → number of the founding document it retells. */
const founding: Record<string, string> = {
  'dak-nong-2022-thi-dua-nhiem-ky.md': '000',
  'cao-bang-2023-phat-dong-thi-dua.md': '001',
  'kon-tum-2020-phat-dong-thi-dua.md': '002',
  'cho-don-2022-phat-dong-thi-dua.md': '003',
  'dak-nong-2021-chi-thi-thi-dua.md': '004',
};
const fields = ['type', 'number', 'title', 'issuer', 'locality', 'date', 'period', 'signer', 'source'];
const longest = 159;

const flat = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ');
const readDigest = (name: string) => readFileSync(new URL(name, digests), 'utf8');
const findSharedFile = (folder: string, number: string, ending: string) => {
  const home = new URL(`${folder}/`, shared);
  const name =
    readdirSync(home).find((each) => each.startsWith(number) && each.split('.').slice(1).join('.') === ending) ?? '';
  return readFileSync(new URL(name, home), 'utf8');
};

describe('data/directives', () => {
  it('holds one digest of each founding document', () => {
    expect(readdirSync(digests).sort()).toEqual(Object.keys(founding).sort());
  });

  it.each(Object.keys(founding))('%s has the whole front matter, in NFC', (name) => {
    const text = readDigest(name);
    const head = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '';
    expect(head.split('\n').map((line) => line.split(':')[0])).toEqual(fields);
    expect(head).toMatch(/^title: \S/m);
    expect(head).toMatch(/^date:(?: \d{4}-\d{2}-\d{2})?$/m);
    expect(text).toBe(text.normalize('NFC'));
  });

  it.runIf(hasShared).each(Object.entries(founding))(`%s keeps every figure of document %s${why}`, (name, number) => {
    const gold = findSharedFile('gold', number, 'jsonl').trim();
    const text = ` ${flat(readDigest(name))} `;
    const targets = gold === '' ? [] : gold.split('\n').map((line) => JSON.parse(line) as { value_text: string });
    const missing = targets.flatMap(({ value_text }) =>
      (value_text.match(/(?<![\p{L}\d])\d+(?:[.,]\d+)*/gu) ?? []).filter((figure) => !hasFigure(text, figure)),
    );
    expect(missing).toEqual([]);
    if (number !== '004') expect(targets.length).toBeGreaterThan(10);
  });

  it.runIf(hasShared).each(Object.entries(founding))(`%s is in our own words, not those of %s${why}`, (name) => {
    const sources = ['000', '001', '002', '003', '004'].map((number) => flat(findSharedFile('seeds', number, 'txt')));
    const text = flat(readDigest(name));
    const copied = Array.from({ length: Math.max(0, text.length - longest) }, (_, at) =>
      text.slice(at, at + longest + 1),
    ).filter((window) => sources.some((source) => source.includes(window)));
    expect(copied.slice(0, 1)).toEqual([]);
  });
});

/** The figure stands there as a number of its own, not inside another ("5" is not in "85" or "1,5"). */
function hasFigure(text: string, figure: string): boolean {
  return new RegExp(`(?<![\\d.,])${figure.replaceAll('.', '\\.')}(?![\\d]|[.,]\\d)`).test(text);
}
