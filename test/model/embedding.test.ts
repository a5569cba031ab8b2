import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ModelError } from '../../src/domain/errors.ts';
import type { ModelLedger } from '../../src/domain/model.ts';
import { ingestFile } from '../../src/ingest/ingest-file.ts';
import { createOpenaiEmbedding } from '../../src/model/openai-embedding.ts';
import { createOutsideDoor } from '../../src/model/outside-door.ts';
import { CorpusIndex } from '../../src/retrieval/corpus-index.ts';
import { findPassages } from '../../src/retrieval/find-passages.ts';
import { hashingEmbedding } from '../../src/retrieval/hashing-embedding.ts';
import { SemanticIndex } from '../../src/retrieval/semantic-index.ts';
import type { Database } from '../../src/store/database.ts';
import { findDirectives } from '../../src/store/directives.ts';
import { countUnembedded } from '../../src/store/embedding-indexes.ts';
import { loadTables } from '../../src/tables.ts';
import { corpus } from '../answer/corpus.ts';
import { today } from '../answer/memory-engine.ts';
import { testDatabase } from '../support/database.ts';
import { type FakeOpenai, type Fault, startFakeOpenai } from '../support/fake-openai.ts';
import { readHere } from '../support/read-here.ts';

let server: FakeOpenai;
let database: Database;
beforeAll(async () => {
  server = await startFakeOpenai();
});
afterAll(() => server.close());

const now = (): Date => new Date('2026-11-22T02:00:00Z');
const ledger: ModelLedger = { open: async () => ({ id: 1 }), settle: async () => {} };

function modelNamed(name: string, dimensions: number | null = null) {
  const door = createOutsideDoor({ baseUrl: server.baseUrl, ledger, isSecret: () => false });
  return createOpenaiEmbedding(
    { name, baseUrl: server.baseUrl, apiKey: null, dimensions, timeoutSeconds: 0.5, maxRetries: 1 },
    door,
  );
}

const letters = (length: number) => (text: string) =>
  Array.from({ length }, (_, at) => [...text].filter((letter) => (letter.codePointAt(0) ?? 0) % length === at).length);

describe('the embedding model', () => {
  it('gives one vector of length 1 a text, in batches, in order', async () => {
    server.embedWith(letters(8));
    const from = server.bodies.length;
    const texts = Array.from({ length: 150 }, (_, at) => `đoạn số ${at}`);
    const vectors = await modelNamed('a').embed(texts);
    expect(vectors).toHaveLength(150);
    expect(server.bodies.length - from).toBe(3);
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    const [alone] = await modelNamed('a').embed(['đoạn số 149']);
    expect(vectors[149]).toEqual(alone);
  });

  it('outlives an empty text and a very long one', async () => {
    server.embedWith(letters(8));
    expect(await modelNamed('a').embed(['', 'x'.repeat(200_000)])).toHaveLength(2);
  });

  const faults: Fault[] = ['rate', 'error', 'unavailable', 'drop', 'garbage', 'cut', 'hang', 'denied'];
  it.each(faults)('says ModelError for an endpoint with the fault “%s”', async (fault) => {
    server.embedWith(() => fault);
    await expect(modelNamed('a').embed(['x'])).rejects.toThrow(ModelError);
  });

  it('tries again after a refusal for too many questions', async () => {
    let count = 0;
    server.embedWith((text) => {
      count += 1;
      return count === 1 ? 'rate' : letters(8)(text);
    });
    expect(await modelNamed('a').embed(['x'])).toHaveLength(1);
  });

  const bad: [string, (text: string) => number[]][] = [
    ['of no length', () => []],
    ['with something that is no number', () => [Number.NaN, 1]],
    ['of another length than asked for', () => [1, 2, 3]],
  ];
  it.each(bad)('says ModelError for a vector %s', async (_, embedder) => {
    server.embedWith(embedder);
    await expect(modelNamed('a', 8).embed(['x'])).rejects.toThrow(ModelError);
  });
});

describe('the semantic index', () => {
  beforeEach(async () => {
    database = await testDatabase();
    server.embedWith(letters(16));
    const tables = loadTables();
    for (const [name, text] of Object.entries(corpus)) {
      const deps = { database, read: readHere(tables), embedding: hashingEmbedding(), now: now(), today };
      await ingestFile({ name, bytes: new TextEncoder().encode(text) }, deps);
    }
  });

  const told: string[] = [];
  let withheld: string[] = [];
  const indexOf = (name: string): SemanticIndex =>
    new SemanticIndex({
      database,
      wanted: modelNamed(name),
      named: (model) => modelNamed(model),
      mayLeave: ({ source }) => !withheld.includes(source),
      isSecret: (text) => text.includes('TUYỆT MẬT'),
      now,
      unreachable: ({ message }) => void told.push(message),
    });
  const quiet = (): void => {};
  const unembedded = async (model: string): Promise<number> => {
    const documents = (await findDirectives(database)).map(({ id }) => id);
    return countUnembedded(database, { model, documents });
  };

  it('is searched only once every passage has its vector', async () => {
    const index = indexOf('moi');
    await index.choose();
    expect(index.current()).toBeNull();
    await index.makeUp(quiet);
    expect(index.current()?.name).toBe('moi');
    expect(await unembedded('moi')).toBe(0);
  });

  it('goes on where a failing endpoint stopped it, and searches with the old index until then', async () => {
    const old = indexOf('cu');
    await old.makeUp(quiet);
    const index = indexOf('moi');
    await index.choose();
    expect(index.current()?.name).toBe('cu');
    const all = await unembedded('moi');
    // The first half is stored as a run that was killed would leave it.
    await database.query(
      `insert into passage_vectors (passage_seq, model, embedding)
       select passage_seq, 'moi', embedding from passage_vectors where model = 'cu' order by 1 limit $1`,
      [Math.floor(all / 2)],
    );
    server.embedWith(() => 'error');
    await expect(index.makeUp(quiet)).rejects.toThrow(ModelError);
    expect(index.current()?.name).toBe('cu');
    server.embedWith(letters(16));
    expect(await index.makeUp(quiet)).toBe(all - Math.floor(all / 2));
    expect(index.current()?.name).toBe('moi');
  });

  it('embeds a passage with its title and headings', async () => {
    const from = server.bodies.length;
    await indexOf('moi').makeUp(quiet);
    expect(server.bodies.slice(from).join('\n')).toMatch(/2024 › CHỈ TIÊU CHỦ YẾU NĂM 2024 › Về môi trường\\n/);
  });

  it('embeds the later rows of a long table with its head and the words that lead to it', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, at) => `| ${at + 1} | Hộ dân thôn ${at + 1} dùng nước sạch | % | ${at + 1},5 |`,
    );
    const table = ['| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2024 |', '| --- | --- | --- | --- |', ...rows];
    const plan = (corpus['lao-cai-2024.txt'] ?? '').replace(
      'III. CÁC KHÂU ĐỘT PHÁ',
      `III. NƯỚC SẠCH\nGiao các thôn như sau:\n\n${table.join('\n')}\n\nIV. CÁC KHÂU ĐỘT PHÁ`,
    );
    const deps = { database, read: readHere(loadTables()), embedding: hashingEmbedding(), now: now(), today };
    await ingestFile({ name: 'bang.md', bytes: new TextEncoder().encode(plan.replace('21/KH', '22/KH')) }, deps);
    const from = server.bodies.length;
    await indexOf('moi').makeUp(quiet);
    const sent = server.bodies.slice(from).flatMap((body) => (JSON.parse(body) as { input: string[] }).input);
    const rest = sent.filter((text) => /thôn 50 dùng/.test(text));
    expect(rest).toHaveLength(1);
    expect(rest[0]).toMatch(
      /NƯỚC SẠCH\nGiao các thôn như sau:\nTT \| Chỉ tiêu \| Đơn vị tính \| Kế hoạch năm 2024 \|\n/,
    );
    expect(sent.filter((text) => text.includes('đột phá') && text.includes('Đơn vị tính'))).toEqual([]);
  });

  it('sends nothing of a document that is held back, nor a passage with a mark of secrecy, and still comes to an end', async () => {
    withheld = ['ha-giang-2022.txt'];
    const secret = 'Văn bản này là TUYỆT MẬT';
    await database.query(
      `update passages set text = $1 where seq = (select min(p.seq) from passages p
      join directives d on d.id = p.directive_id where d.source = 'lao-cai-2024.txt')`,
      [secret],
    );
    const from = server.bodies.length;
    const index = indexOf('moi');
    await index.makeUp(quiet);
    withheld = [];
    const sent = server.bodies.slice(from).join('\n');
    expect(sent).toContain('nguồn nhân lực');
    expect(sent).not.toContain('Sở Thông tin và Truyền thông');
    expect(sent).not.toContain(secret);
    expect(index.current()?.name).toBe('moi');
    expect(index.heldBack()).toHaveLength(1);
  });

  it('refuses vectors of another length under the same name', async () => {
    await indexOf('moi').makeUp(quiet);
    await database.query(`delete from passage_vectors where model = 'moi'`);
    server.embedWith(letters(24));
    await expect(indexOf('moi').makeUp(quiet)).rejects.toThrow(/24/);
  });

  it('finds by words alone while the endpoint is down, asks it once, and says so once', async () => {
    const index = indexOf('moi');
    await index.makeUp(quiet);
    server.embedWith(() => 'error');
    told.length = 0;
    const sources = { database, index: new CorpusIndex(database), embedding: index.current() };
    const query = { text: 'khâu đột phá du lịch', limit: 3 };
    const byWords = await findPassages({ ...sources, embedding: null }, query);
    const before = server.bodies.length;
    expect(await findPassages(sources, query)).toEqual(byWords);
    expect(await findPassages(sources, query)).toEqual(byWords);
    expect(told).toHaveLength(1);
    expect(server.bodies.length - before).toBeLessThanOrEqual(2);
  });
});
