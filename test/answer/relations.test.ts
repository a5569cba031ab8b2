import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { emptyContext } from '../../src/answer/chat-context.ts';
import type { Engine } from '../../src/answer/engine.ts';
import { ingestFile } from '../../src/ingest/ingest-file.ts';
import { readDirective } from '../../src/ingest/read-directive.ts';
import { withdrawDirective } from '../../src/ingest/relations/settle-relations.ts';
import { CorpusIndex } from '../../src/retrieval/corpus-index.ts';
import type { Database } from '../../src/store/database.ts';
import { listDeadlines } from '../../src/store/deadlines.ts';
import { findDirectives } from '../../src/store/directives.ts';
import { findFigures } from '../../src/store/figures.ts';
import { createTools } from '../../src/tools/create-tools.ts';
import { testDatabase } from '../support/database.ts';
import { tables, today } from './memory-engine.ts';

type Question = { question: string; outcome: string; contains: string[]; lacks: string[] };

const folder = new URL('../samples/relations/', import.meta.url);
const family = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const questions = readFileSync(new URL('questions.jsonl', folder), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Question);

let database: Database;
let engine: Engine;
const ids = new Map<string, string>();

async function ingest(name: string, text = readFileSync(new URL(name, folder), 'utf8')) {
  const now = new Date(`${today}T08:00:00+07:00`);
  const row = await ingestFile(
    { name, bytes: new TextEncoder().encode(text) },
    {
      database,
      read: (file, options) => readDirective(file.bytes, { name: file.name, tables, ...options }),
      embedding: null,
      now,
      today,
    },
  );
  ids.set(name, row.document ?? '');
  return row;
}

async function store(names: readonly string[]): Promise<void> {
  database = await testDatabase();
  engine = { tools: createTools({ database, language: tables, index: new CorpusIndex(database), embedding: null }) };
  for (const name of names) expect((await ingest(name)).status, name).toBe('ingested');
}

async function ask(question: string) {
  return (await answerQuestion(engine, { question, context: emptyContext, today })).answer;
}

/** Everything that is replaced, by what and since when, without ids that depend on the order. */
async function state(): Promise<string[]> {
  const nameOf = new Map([...ids].map(([name, id]) => [id, name]));
  const by = (id: string | null | undefined) => nameOf.get(id ?? '') ?? '';
  const statuses = ['proposed' as const, 'approved' as const, 'replaced' as const];
  const figures = await findFigures(database, { statuses });
  const value = new Map(figures.map(({ id, valueText }) => [id, valueText]));
  return [
    ...(await findDirectives(database)).map((one) => `${one.source} | ${by(one.replacedBy)} | ${one.replacedOn}`),
    ...figures.map(
      (one) =>
        `${by(one.document)} | ${one.valueText} | ${one.status} | ${by(one.replacedBy)} | ${value.get(one.replacedByFigure ?? 0)} | ${one.replacedOn}`,
    ),
    ...(await listDeadlines(database, { statuses })).map(
      (one) => `${by(one.document)} | ${one.due} | ${one.status} | ${by(one.replacedBy)}`,
    ),
  ].sort();
}

const shuffled = [
  'dieu-chinh-lan-hai-2025.txt',
  'quy-dinh-moi-2026.txt',
  'ke-hoach-2026.txt',
  'ke-hoach-2025.txt',
  'bo-y-te-2026.txt',
  'quy-dinh-cu-2021.txt',
  'dieu-chinh-2025.txt',
];

describe.each([
  ['as they were issued', [...family].sort()],
  ['the other way round', [...family].sort().reverse()],
  ['in no order', shuffled],
])('a family of documents stored %s', (_, names) => {
  beforeAll(() => store(names));

  it.each(questions)('answers “$question”', async ({ question, outcome, contains, lacks }) => {
    const answer = await ask(question);
    expect(answer.outcome, answer.text).toBe(outcome);
    const said = answer.text
      .split('\n')
      .filter((line) => !line.startsWith('“'))
      .join('\n');
    for (const words of contains) expect(answer.text).toContain(words);
    for (const words of lacks) expect(said).not.toContain(words);
  });

  it('keeps what was replaced, marked, with the document and the day', async () => {
    const rows = await state();
    expect(rows).toContain('quy-dinh-cu-2021.txt | quy-dinh-moi-2026.txt | 2026-03-01');
    expect(rows).toContain(
      'ke-hoach-2025.txt | đạt 8.500 tỷ đồng | replaced | dieu-chinh-2025.txt | đạt 9.200 tỷ đồng | 2025-07-15',
    );
    expect(rows).toContain(
      'dieu-chinh-2025.txt | đạt 9.200 tỷ đồng | replaced | dieu-chinh-lan-hai-2025.txt | lên 9.600 tỷ đồng | 2025-10-15',
    );
    expect(rows).toContain(
      'ke-hoach-2025.txt | 20 hợp tác xã | replaced | dieu-chinh-2025.txt | undefined | 2025-07-15',
    );
    expect(rows).toContain('ke-hoach-2025.txt | đạt 64,1% | proposed |  | undefined | null');
    expect(rows).toContain('ke-hoach-2025.txt | trước 2025-12-05 | replaced | dieu-chinh-2025.txt');
    expect(rows).toContain('ke-hoach-2025.txt | trước 2025-11-20 | proposed | ');
    expect(rows.filter((row) => row.includes('| replaced |'))).toHaveLength(8);
  });
});

describe('documents that are withdrawn or come in a new version', () => {
  beforeAll(() => store(family));

  it('give back what they had replaced', async () => {
    const before = await state();
    expect(await withdrawDirective(database, ids.get('dieu-chinh-lan-hai-2025.txt') ?? '')).toBe(true);
    expect((await ask('thu ngân sách Lạng Sơn năm 2025?')).text).toContain('9.200 tỷ đồng');
    expect(await withdrawDirective(database, ids.get('quy-dinh-moi-2026.txt') ?? '')).toBe(true);
    expect(await withdrawDirective(database, ids.get('quy-dinh-moi-2026.txt') ?? '')).toBe(false);
    expect((await ask('tỷ lệ hồ sơ giải quyết trực tuyến của Lạng Sơn đến năm 2030?')).text).toContain('80%');
    expect((await ask('Quyết định số 12/2021/QĐ-UBND còn hiệu lực không?')).text).not.toContain('Không.');
    const after = await state();
    expect(after.filter((row) => row.includes('| replaced |')).length).toBeLessThan(before.length);
    expect(after).toContain('quy-dinh-cu-2021.txt | đạt 85% | proposed |  | undefined | null');
  });

  it('act on the new version of what they change, while old citations still resolve', async () => {
    const context = (
      await answerQuestion(engine, { question: 'tỷ lệ che phủ rừng Lạng Sơn năm 2025', context: emptyContext, today })
    ).context;
    const old = ids.get('ke-hoach-2025.txt') ?? '';
    const text = readFileSync(new URL('ke-hoach-2025.txt', folder), 'utf8').replace('64,1%', '64,2%');
    expect((await ingest('ke-hoach-2025-ban-2.txt', text)).status).toBe('replaced');
    expect((await ask('tỷ lệ che phủ rừng Lạng Sơn năm 2025')).text).toContain('64,2%');
    expect((await ask('thu ngân sách Lạng Sơn năm 2025?')).text).toContain('9.200 tỷ đồng');
    expect((await ask('thu ngân sách Lạng Sơn năm 2025 trước khi điều chỉnh?')).text).toContain('8.500 tỷ đồng');
    const { answer } = await answerQuestion(engine, { question: 'nguồn', context, today });
    expect(answer.citations.map(({ document }) => document)).toEqual([old]);
    expect(answer.text).toContain('64,1%');
    const stored = await (await engine.tools(today)).textOf(old);
    for (const { quote, start, end } of answer.citations) expect(stored?.slice(start, end)).toBe(quote);
  });

  it('change nothing when their bytes come again', async () => {
    const before = await state();
    expect((await ingest('dieu-chinh-2025.txt')).status).toBe('unchanged');
    expect(await state()).toEqual(before);
  });
});
