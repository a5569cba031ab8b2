import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { emptyContext } from '../../src/answer/chat-context.ts';
import type { Engine } from '../../src/answer/engine.ts';
import { ingestFile } from '../../src/ingest/ingest-file.ts';
import { CorpusIndex } from '../../src/retrieval/corpus-index.ts';
import type { Database } from '../../src/store/database.ts';
import { markReplaced } from '../../src/store/save-directive.ts';
import { createTools } from '../../src/tools/create-tools.ts';
import { testDatabase } from '../support/database.ts';
import { readHere } from '../support/read-here.ts';
import { corpus } from './corpus.ts';
import { tables, today } from './memory-engine.ts';

let database: Database;
let engine: Engine;
const documents = new Map<string, string>();

async function ingest(name: string): Promise<void> {
  const bytes = new TextEncoder().encode(corpus[name]);
  const now = new Date(`${today}T08:00:00+07:00`);
  const row = await ingestFile({ name, bytes }, { database, read: readHere(tables), embedding: null, now, today });
  documents.set(name, String(row.document));
}

async function ask(question: string) {
  const { answer } = await answerQuestion(engine, { question, context: emptyContext, today });
  return answer;
}

beforeAll(async () => {
  database = await testDatabase();
  const index = new CorpusIndex(database);
  engine = { tools: createTools({ database, language: tables, index, embedding: null }) };
});

describe('answers from the stored corpus', () => {
  it('say that there is nothing before anything is stored', async () => {
    expect((await ask('Tỷ lệ che phủ rừng Lào Cai 2024?')).outcome).toBe('not_found');
    expect((await ask('Có những văn bản nào?')).outcome).toBe('not_found');
  });

  it('follow what is stored, question by question', async () => {
    await ingest('lao-cai-2024.txt');
    expect((await ask('Tỷ lệ che phủ rừng Lào Cai 2024?')).text).toContain('58,9%');
    expect((await ask('Tỷ lệ che phủ rừng Nghệ An?')).outcome).toBe('not_found');
    await ingest('nghe-an-2021-2025.txt');
    expect((await ask('Tỷ lệ che phủ rừng Nghệ An?')).text).toContain('58%');
  });

  it('quote sentences found by the ranked search', async () => {
    await ingest('ha-giang-2022.txt');
    const answer = await ask('Ba phong trào thi đua trọng tâm của Hà Giang là gì?');
    expect(answer.text).toContain('chung tay xóa nhà tạm');
    const text = await (await engine.tools(today)).textOf(documents.get('ha-giang-2022.txt') ?? '');
    for (const { quote, start, end } of answer.citations) expect(text?.slice(start, end)).toBe(quote);
  });

  it('leave out what another directive has replaced', async () => {
    const [old = '', next = ''] = ['lao-cai-2024.txt', 'nghe-an-2021-2025.txt'].map(
      (name) => documents.get(name) ?? '',
    );
    await markReplaced(database, old, next);
    expect((await ask('Tỷ lệ che phủ rừng Lào Cai 2024?')).outcome).toBe('not_found');
  });
});
