import { z } from 'zod';
import type { RankedPassage } from '../domain/passage.ts';
import { findPassages } from '../retrieval/find-passages.ts';
import type { SemanticIndex } from '../retrieval/semantic-index.ts';
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
      if (base.semantic !== null) noteGaps(base.semantic, context.log);
      for (const line of lines) {
        const hits = (await rank(base, line.text, limit)).map(hitOf);
        context.out(JSON.stringify({ id: line.id, hits }));
      }
      return 0;
    });
  },
};

/** By words and by the meaning of the index that is complete, where there is one; as without it while its endpoint is down. */
async function rank(
  { database, index, embedding, semantic }: Base,
  text: string,
  limit: number,
): Promise<RankedPassage[]> {
  const model = semantic?.current() ?? embedding;
  const ranked = await findPassages({ database, index, embedding: model }, { text, limit });
  return semantic?.isResting() === true ? findPassages({ database, index, embedding }, { text, limit }) : ranked;
}

function noteGaps(semantic: SemanticIndex, log: (line: string) => void): void {
  if (semantic.current() === null) log('Chỉ mục theo nghĩa chưa lập xong (chidao embed): tìm theo từ ngữ.');
  const { length: count } = semantic.heldBack();
  if (count > 0) log(`${count} văn bản không được gửi ra ngoài (MODEL_DOCUMENTS): chỉ tìm theo từ ngữ.`);
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
