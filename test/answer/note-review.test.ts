import { beforeEach, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { emptyContext } from '../../src/answer/chat-context.ts';
import type { Reviewer } from '../../src/domain/review.ts';
import { ingestFile } from '../../src/ingest/ingest-file.ts';
import { CorpusIndex } from '../../src/retrieval/corpus-index.ts';
import type { Database } from '../../src/store/database.ts';
import { listDeadlines } from '../../src/store/deadlines.ts';
import { findFigures } from '../../src/store/figures.ts';
import { reviewSubject } from '../../src/store/reviews.ts';
import { createTools } from '../../src/tools/create-tools.ts';
import { testDatabase } from '../support/database.ts';
import { readHere } from '../support/read-here.ts';
import { corpus } from './corpus.ts';
import { tables, today } from './memory-engine.ts';

const lan: Reviewer = { id: 'telegram:1', name: 'Lan' };
const at = new Date('2026-11-22T01:00:00Z');
let database: Database;

async function ask(question: string, isReviewedOnly = false) {
  const index = new CorpusIndex(database);
  const engine = { tools: createTools({ database, language: tables, index, embedding: null, isReviewedOnly }) };
  return (await answerQuestion(engine, { question, context: emptyContext, today })).answer;
}

async function approve(part: string): Promise<void> {
  const figure = (await findFigures(database, {})).find(({ indicator }) => indicator.includes(part));
  const deed = { act: 'approve', reviewer: lan, at, approvals: 1 } as const;
  await reviewSubject(database, { subject: { kind: 'figure', id: figure?.id ?? 0 }, turn: 0 }, deed);
}

beforeEach(async () => {
  database = await testDatabase();
  const bytes = new TextEncoder().encode(corpus['lao-cai-2024.txt']);
  await ingestFile({ name: 'a.txt', bytes }, { database, read: readHere(tables), embedding: null, now: at, today });
});

const question = 'Tỷ lệ che phủ rừng Lào Cai 2024?';

describe('the word about review', () => {
  it('stands in italics at the end of an answer with a proposed figure', async () => {
    const answer = await ask(question);
    expect(answer.figures).toEqual([expect.objectContaining({ text: 'đạt 58,9%' })]);
    expect(answer.reply.blocks.at(-1)).toEqual({
      kind: 'paragraph',
      spans: [{ italic: 'Máy đọc từ văn bản, chưa được rà soát.' }],
    });
  });

  it('goes once the figure is approved, and the figures stay as they were', async () => {
    const before = await ask(question);
    await approve('che phủ rừng');
    const after = await ask(question);
    expect(after.text).not.toContain('rà soát');
    expect(after.figures).toEqual(before.figures);
    expect(after.citations).toEqual(before.citations);
  });

  it('names the deadlines of a document in short where only its figures were reviewed', async () => {
    for (const { indicator } of await findFigures(database, {})) await approve(indicator);
    const { text, outcome } = await ask('tóm tắt kế hoạch của Lào Cai năm 2024');
    expect(outcome).toBe('answered');
    expect(text).toContain('Chưa được rà soát: thời hạn.');
  });

  it('names the figures where only some were not reviewed', async () => {
    await approve('che phủ rừng');
    const answer = await ask('Tỷ lệ che phủ rừng và GRDP bình quân đầu người Lào Cai 2024?');
    expect(answer.figures).toHaveLength(2);
    expect(answer.text).toContain('Chưa được rà soát: GRDP bình quân đầu người, tỉnh Lào Cai, năm 2024.');
  });

  it('goes with deadlines too', async () => {
    expect((await ask('Hạn báo cáo của Lào Cai?')).text).toContain('chưa được rà soát');
    for (const { id } of await listDeadlines(database)) {
      const deed = { act: 'approve', reviewer: lan, at, approvals: 1 } as const;
      await reviewSubject(database, { subject: { kind: 'deadline', id }, turn: 0 }, deed);
    }
    const answer = await ask('Hạn báo cáo của Lào Cai?');
    expect(answer.text).toContain('10/12/2024');
    expect(answer.text).not.toContain('rà soát');
  });

  it.each(['Có những văn bản nào?', 'Chủ đề thi đua năm 2024 của Lào Cai là gì?', 'Xin chào', 'Thu ngân sách Huế?'])(
    'is not said of %s',
    async (other) => {
      expect((await ask(other)).text).not.toContain('rà soát');
    },
  );
});

describe('where only what was reviewed is answered', () => {
  it('a proposed figure is not, and the sentence says why', async () => {
    const answer = await ask(question, true);
    expect(answer.outcome).toBe('not_found');
    expect(answer.figures).toEqual([]);
    expect(answer.text).toContain('Không có số liệu đã rà soát “Tỷ lệ che phủ rừng”');
    expect(answer.text).not.toContain('58,9');
  });

  it('an approved one is, without a word about review', async () => {
    await approve('che phủ rừng');
    const answer = await ask(question, true);
    expect(answer.figures).toEqual([expect.objectContaining({ text: 'đạt 58,9%' })]);
    expect(answer.text).not.toContain('rà soát');
    expect((await ask('GRDP bình quân đầu người Lào Cai 2024?', true)).figures).toEqual([]);
  });
});
