import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createChats } from '../../src/cli/ask.ts';
import { readGold } from '../../src/cli/eval/read-gold.ts';
import { type EvalResult, type EvalTotals, reportLines, totalsOf } from '../../src/cli/eval/report.ts';
import { runGold } from '../../src/cli/eval/run-gold.ts';
import { ingestFile } from '../../src/ingest/ingest-file.ts';
import { loadTables } from '../../src/tables.ts';
import { buildBase } from '../../src/wiring/base.ts';
import { testDatabase } from '../support/database.ts';
import { readHere } from '../support/read-here.ts';

const root = join(import.meta.dirname, '..', '..');
const shared = join(root, '..', 'shared');
const today = '2026-11-22';

type QuestionSet = {
  name: string;
  gold: string;
  documents: string;
  /** Shares that must be reached, and how many found targets may be wrong. */
  floors: { right: number; targets: number; deadlines: number; wrongTargets: number };
};

const sets: QuestionSet[] = [
  {
    name: 'the digests of data/directives',
    gold: join(root, 'test', 'questions', 'digests'),
    documents: join(root, 'data', 'directives'),
    floors: { right: 0.93, targets: 1, deadlines: 1, wrongTargets: 0 },
  },
  {
    name: 'the made-up documents of the genre',
    gold: join(root, 'test', 'samples', 'genre'),
    documents: join(root, 'test', 'samples', 'genre'),
    floors: { right: 0.92, targets: 0.98, deadlines: 0.95, wrongTargets: 4 },
  },
  {
    name: 'the digests, in the worst spelling of a phone',
    gold: join(root, 'test', 'questions', 'phone-digests'),
    documents: join(root, 'data', 'directives'),
    floors: { right: 0.95, targets: 1, deadlines: 1, wrongTargets: 0 },
  },
  {
    name: 'the made-up documents, in the worst spelling of a phone',
    gold: join(root, 'test', 'questions', 'phone-genre'),
    documents: join(root, 'test', 'samples', 'genre'),
    floors: { right: 0.95, targets: 1, deadlines: 1, wrongTargets: 0 },
  },
  {
    name: 'the founding documents',
    gold: join(shared, 'gold'),
    documents: join(shared, 'seeds'),
    floors: { right: 0.95, targets: 0.98, deadlines: 1, wrongTargets: 0 },
  },
];

/** A share of nothing is whole. */
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

async function judge({ gold, documents }: QuestionSet): Promise<EvalResult> {
  const { database, ...base } = buildBase(await testDatabase(), loadTables());
  const wanted = readGold(gold);
  const stems = new Set([...wanted.documents.map(({ stem }) => stem), ...wanted.questions.flatMap(({ doc }) => doc)]);
  const names = (await readdir(documents)).filter((name) => /\.(txt|md)$/.test(name) && stems.has(parse(name).name));
  for (const name of names.sort()) {
    const bytes = await readFile(join(documents, name));
    const { embedding } = base;
    const read = readHere(base.tables);
    await ingestFile({ name, bytes }, { database, read, embedding, now: new Date(`${today}T08:00:00+07:00`), today });
  }
  return runGold({ database, ...base }, wanted, createChats(base, today));
}

for (const set of sets) {
  const isThere = existsSync(set.gold) && existsSync(set.documents);
  const why = isThere ? '' : ' (SKIPPED: its folder is absent; put ../shared beside the checkout to run it)';

  describe.skipIf(!isThere)(`on ${set.name}${why}`, () => {
    let result: EvalResult;
    let totals: EvalTotals;
    const report = (): string => reportLines(result).join('\n');
    beforeAll(async () => {
      result = await judge(set);
      totals = totalsOf(result);
    }, 120_000);

    it('holds every document that the questions name', () => {
      expect(result.absent).toEqual([]);
      expect(totals.questions).toBeGreaterThan(20);
    });

    it('gives no wrong figure at all', () => {
      expect(totals.wrongFigures, report()).toBe(0);
    });

    it('refuses every question that has no answer', () => {
      const refusable = result.questions.filter(({ question }) => question.kind === 'unanswerable');
      expect(refusable.length).toBeGreaterThan(5);
      expect(refusable.filter(({ isRight }) => !isRight).map(({ question }) => question.question)).toEqual([]);
    });

    it(`answers ${set.floors.right * 100}% of the questions right`, () => {
      expect(share(totals.questionsRight, totals.questions), report()).toBeGreaterThanOrEqual(set.floors.right);
    });

    it('finds the targets and deadlines, and none that is not there', () => {
      const { targets, deadlines, wrongTargets } = set.floors;
      expect(share(totals.targetsFound, totals.targetsWanted), report()).toBeGreaterThanOrEqual(targets);
      expect(share(totals.deadlinesFound, totals.deadlinesWanted), report()).toBeGreaterThanOrEqual(deadlines);
      expect(totals.targetsWrong, report()).toBeLessThanOrEqual(wrongTargets);
    });
  });
}
