import { z } from 'zod';
import type { RankedPassage } from '../domain/passage.ts';
import { findPassages } from '../retrieval/find-passages.ts';
import type { Base } from '../wiring/base.ts';
import { type Command, numberOption, textOption, UsageError } from './command.ts';
import { readJsonLines } from './read-json-lines.ts';
import { withBase } from './with-base.ts';

const lineSchema = z.object({ id: z.string(), text: z.string() });

export const search: Command = {
  usage: '"CÂU HỎI" [-k SỐ] | --batch TỆP.jsonl [-k SỐ]',
  maxPositionals: 1,
  options: { k: { type: 'string', short: 'k' }, batch: { type: 'string' } },
  help: [
    '-k SỐ             số đoạn nhiều nhất (mặc định 10)',
    '--batch TỆP       mỗi dòng {id, text}; in {id, hits: [{passage, document, score}]} theo đúng thứ tự',
  ],
  async run({ values, positionals, context }) {
    const limit = numberOption(values, 'k', { min: 1, max: 1000, fallback: 10 });
    const batch = textOption(values, 'batch');
    const [text] = positionals;
    if ((batch === null) === (text === undefined)) throw new UsageError('Cần một câu hỏi, hoặc --batch TỆP.jsonl.');
    const lines = batch === null ? [] : readJsonLines(batch, lineSchema);
    return withBase(context, async (base) => {
      if (text !== undefined) {
        const ranked = await rank(base, text, limit);
        for (const line of ranked.map(values.json ? asJson : asText)) context.out(line);
        if (ranked.length === 0 && !values.json) context.out('Không có đoạn nào gần với câu này.');
      }
      for (const line of lines) {
        const hits = (await rank(base, line.text, limit)).map(hitOf);
        context.out(JSON.stringify({ id: line.id, hits }));
      }
      return 0;
    });
  },
};

function rank(base: Base, text: string, limit: number): Promise<RankedPassage[]> {
  return findPassages(base, { text, limit });
}

function hitOf({ passage, score }: RankedPassage) {
  return { passage: passage.id, document: passage.document, score: Number(score.toFixed(6)) };
}

function asJson(ranked: RankedPassage): string {
  const { heading, text, start, end } = ranked.passage;
  return JSON.stringify({ ...hitOf(ranked), heading: heading.join(' › '), text, start, end });
}

function asText({ passage, score }: RankedPassage): string {
  const place = [passage.id, ...passage.heading].join(' › ');
  return `${score.toFixed(3).replace('.', ',')}  ${place}\n       ${passage.text.replace(/\s+/g, ' ').slice(0, 240)}`;
}
