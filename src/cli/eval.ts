import { parse } from 'node:path';
import type { Base } from '../wiring/base.ts';
import { hasChatModel } from '../wiring/build-model.ts';
import { todayIn } from '../wiring/today.ts';
import { createChats } from './ask.ts';
import {
  type Command,
  type CommandContext,
  numberOption,
  type OptionValues,
  textOption,
  UsageError,
} from './command.ts';
import { modelLines } from './eval/compare-model.ts';
import { type Gold, readGold } from './eval/read-gold.ts';
import { type EvalResult, type EvalTotals, reportLines, totalsOf } from './eval/report.ts';
import { runGold } from './eval/run-gold.ts';
import { findFiles } from './find-files.ts';
import { ingestPaths } from './ingest-paths.ts';
import { withTemporaryBase } from './temporary-base.ts';
import { withBase } from './with-base.ts';

export const evaluate: Command = {
  usage: 'THƯ_MỤC [--documents THƯ_MỤC] [--model] [mốc]',
  maxPositionals: 1,
  options: {
    documents: { type: 'string' },
    model: { type: 'boolean' },
    'min-targets': { type: 'string' },
    'max-wrong-targets': { type: 'string' },
    'min-deadlines': { type: 'string' },
    'min-right': { type: 'string' },
    'max-wrong-figures': { type: 'string' },
  },
  help: [
    'THƯ_MỤC           questions*.jsonl, TÊN.jsonl (chỉ tiêu) và TÊN.deadlines.jsonl (thời hạn), TÊN là tên tệp văn bản',
    '--documents DIR   nạp văn bản ở đây vào một cơ sở dữ liệu tạm rồi chấm trên đó',
    '--min-targets X   mốc: tỷ lệ chỉ tiêu tìm thấy (0..1); --max-wrong-targets N: số chỉ tiêu thừa hoặc sai',
    '--min-deadlines X mốc: tỷ lệ thời hạn tìm thấy',
    '--min-right X     mốc: tỷ lệ câu trả lời đúng; --max-wrong-figures N: số câu trả lời sai số liệu',
    '--model           hỏi cả khi không có và khi có mô hình, in hai kết quả cạnh nhau; mốc tính theo kết quả có mô hình',
    'Không đạt một mốc thì mã thoát 1. --json in từng văn bản, từng câu hỏi, rồi tổng.',
  ],
  async run({ values, positionals: [folder], context }) {
    if (folder === undefined) throw new UsageError('Cần thư mục mẫu.');
    const unmet = readBars(values);
    const gold = readGold(folder);
    const isCompared = values.model === true;
    if (isCompared && !hasChatModel(context.config()))
      throw new UsageError('Cần CHAT_MODEL và OPENAI_API_KEY hoặc OPENAI_BASE_URL để chấm --model.');
    const { result, plain } = await judge(gold, { documents: textOption(values, 'documents'), isCompared }, context);
    for (const line of values.json ? jsonLines(result) : reportLines(result)) context.out(line);
    if (plain !== null && !values.json) for (const line of modelLines(plain, result)) context.out(line);
    const failed = unmet(totalsOf(result));
    for (const bar of failed) context.log(`Không đạt mốc ${bar}.`);
    return failed.length === 0 && result.absent.length === 0 ? 0 : 1;
  },
};

type Judging = { documents: string | null; isCompared: boolean };

/** `plain`: the same without the model, where both are asked for. */
function judge(
  gold: Gold,
  { documents, isCompared }: Judging,
  context: CommandContext,
): Promise<{ result: EvalResult; plain: EvalResult | null }> {
  const today = todayIn(context.config().settings.TZ, context.now());
  const withThem = documents === null ? withBase : withTemporaryBase;
  return withThem(context, async (base) => {
    if (documents !== null) context.log('đang nạp văn bản…');
    if (documents !== null) await ingestDocuments(base, documents, { gold, context });
    context.log(`đang hỏi ${gold.questions.length} câu…`);
    const { model, ...engine } = base.engine;
    const plain = await runGold(base, gold, createChats({ engine }, today));
    if (!isCompared || model === undefined) return { result: plain, plain: null };
    return { result: await runGold(base, gold, createChats({ engine: { ...engine, model } }, today)), plain };
  });
}

/** Reads the gold's documents out of a folder; what else lies there (the gold itself, a README) is no document. */
async function ingestDocuments(base: Base, folder: string, { gold, context }: { gold: Gold; context: CommandContext }) {
  const stems = new Set([...gold.documents.map(({ stem }) => stem), ...gold.questions.flatMap(({ doc }) => doc)]);
  for await (const { path } of findFiles([folder])) {
    const { name, ext } = parse(path);
    if (!stems.has(name) || ext === '.jsonl') continue;
    for await (const { file, status, reason } of ingestPaths(base, [path], context)) {
      if (status === 'failed' || status === 'refused') context.log(`${file}: ${status}, ${reason ?? ''}`);
    }
  }
}

/** Names of the bars that the totals miss. Throws UsageError for a bar that is no number. */
function readBars(values: OptionValues): (totals: EvalTotals) => string[] {
  const share = (name: string): number => numberOption(values, name, { min: 0, max: 1, fallback: 0 });
  const count = (name: string): number =>
    numberOption(values, name, { min: 0, max: 1e9, fallback: Number.POSITIVE_INFINITY });
  const [targets, deadlines, right] = [share('min-targets'), share('min-deadlines'), share('min-right')];
  const [wrongTargets, wrongFigures] = [count('max-wrong-targets'), count('max-wrong-figures')];
  const reaches = (part: number, whole: number, bar: number): boolean => whole === 0 || part / whole >= bar;
  return (totals) => [
    ...(reaches(totals.targetsFound, totals.targetsWanted, targets) ? [] : ['min-targets']),
    ...(totals.targetsWrong <= wrongTargets ? [] : ['max-wrong-targets']),
    ...(reaches(totals.deadlinesFound, totals.deadlinesWanted, deadlines) ? [] : ['min-deadlines']),
    ...(reaches(totals.questionsRight, totals.questions, right) ? [] : ['min-right']),
    ...(totals.wrongFigures <= wrongFigures ? [] : ['max-wrong-figures']),
  ];
}

function jsonLines(result: EvalResult): string[] {
  const documents = result.documents.map((document) => ({ document }));
  const questions = result.questions.map(({ question, answer, isRight, wrongFigure }) => ({
    question: {
      id: question.id,
      kind: question.kind,
      style: question.style,
      question: question.question,
      isRight,
      wrongFigure,
      answer,
    },
  }));
  const rows = [...documents, ...questions, { totals: totalsOf(result), absent: result.absent }];
  return rows.map((row) => JSON.stringify(row));
}
