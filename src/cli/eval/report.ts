import { percent, tableLines } from '../print-table.ts';
import type { DeadlineScore } from './score-deadlines.ts';
import type { QuestionVerdict } from './score-questions.ts';
import type { TargetScore } from './score-targets.ts';

export type DocumentVerdict = { stem: string; targets: TargetScore; deadlines: DeadlineScore | null };

/** Everything one run found out. Stems that the database does not hold are in `absent` and count as missed. */
export type EvalResult = { documents: DocumentVerdict[]; questions: QuestionVerdict[]; absent: string[] };

export type EvalTotals = {
  targetsFound: number;
  targetsWanted: number;
  targetsWrong: number;
  targetsGiven: number;
  deadlinesFound: number;
  deadlinesWanted: number;
  deadlinesWrong: number;
  questionsRight: number;
  questions: number;
  wrongFigures: number;
};

export function totalsOf(result: EvalResult): EvalTotals {
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  const { documents, questions } = result;
  return {
    targetsFound: sum(documents.map((document) => document.targets.found)),
    targetsWanted: sum(documents.map((document) => document.targets.wanted)),
    targetsWrong: sum(documents.map((document) => document.targets.wrong.length)),
    targetsGiven: sum(documents.map((document) => document.targets.given)),
    deadlinesFound: sum(documents.map((document) => document.deadlines?.found ?? 0)),
    deadlinesWanted: sum(documents.map((document) => document.deadlines?.wanted ?? 0)),
    deadlinesWrong: sum(documents.map((document) => document.deadlines?.wrong.length ?? 0)),
    questionsRight: questions.filter((verdict) => verdict.isRight).length,
    questions: questions.length,
    wrongFigures: questions.filter((verdict) => verdict.wrongFigure !== null).length,
  };
}

/** The report a person reads: tables first, then each failure with what was expected and what came. */
export function reportLines(result: EvalResult): string[] {
  return [
    ...section('Chỉ tiêu và thời hạn theo văn bản', documentTable(result.documents)),
    ...section(
      'Câu hỏi theo loại',
      questionTable(result.questions, (verdict) => verdict.question.kind),
    ),
    ...section(
      'Câu hỏi theo cách gõ',
      questionTable(result.questions, (verdict) => verdict.question.style),
    ),
    ...section('Chưa có trong cơ sở dữ liệu', result.absent),
    ...section('Chỉ tiêu, thời hạn chưa đúng', result.documents.flatMap(documentFailures)),
    ...section('Câu hỏi chưa đúng', result.questions.flatMap(questionFailure)),
    ...totalLines(totalsOf(result)),
  ];
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, ...lines, ''];
}

function documentTable(documents: DocumentVerdict[]): string[] {
  if (documents.length === 0) return [];
  const header = ['văn bản', 'chỉ tiêu thấy', 'tỷ lệ', 'nêu thừa/sai', 'thời hạn thấy', 'thời hạn thừa/sai'];
  const rows = documents.map(({ stem, targets, deadlines }) => [
    stem,
    `${targets.found}/${targets.wanted}`,
    percent(targets.found, targets.wanted),
    `${targets.wrong.length}/${targets.given}`,
    deadlines === null ? '–' : `${deadlines.found}/${deadlines.wanted}`,
    deadlines === null ? '–' : String(deadlines.wrong.length),
  ]);
  return tableLines([header, ...rows]);
}

function questionTable(verdicts: QuestionVerdict[], groupOf: (verdict: QuestionVerdict) => string): string[] {
  if (verdicts.length === 0) return [];
  const groups = [...Map.groupBy(verdicts, groupOf)].sort(([a], [b]) => a.localeCompare(b));
  const row = (name: string, group: QuestionVerdict[]): string[] => {
    const right = group.filter((verdict) => verdict.isRight).length;
    const wrong = group.filter((verdict) => verdict.wrongFigure !== null).length;
    return [name, `${right}/${group.length}`, percent(right, group.length), String(wrong)];
  };
  return tableLines([
    ['nhóm', 'đúng', 'tỷ lệ', 'sai số liệu'],
    ...groups.map(([name, group]) => row(name, group)),
    row('tất cả', verdicts),
  ]);
}

function documentFailures({ stem, targets, deadlines }: DocumentVerdict): string[] {
  return [
    ...targets.missed.map(
      (row) => `${stem} thiếu: ${row.indicator} | ${row.value_text} | ${row.period} | «${row.quote}»`,
    ),
    ...targets.wrong.map(
      ({ target, disagrees }) =>
        `${stem} thừa/sai: ${target.indicator} | ${target.value_text} | ${target.period} | «${target.quote}» ${disagrees && `[${disagrees}]`}`,
    ),
    ...(deadlines?.missed ?? []).map((row) => `${stem} thiếu thời hạn: ${row.what} | ${row.due}`),
    ...(deadlines?.wrong ?? []).map(
      ({ deadline, disagrees }) =>
        `${stem} thừa/sai thời hạn: ${deadline.what} | ${deadline.due} ${disagrees && `[${disagrees}]`}`,
    ),
  ];
}

function questionFailure({ question, answer, isRight, wrongFigure }: QuestionVerdict): string[] {
  if (isRight && wrongFigure === null) return [];
  const figures = answer.figures.map((figure) => figure.text).join('; ');
  return [
    `${question.id} (${question.kind}, ${question.style}): ${question.question}`,
    `    cần: ${question.expected || question.must_contain.join('; ')}`,
    `    được: ${answer.outcome} | ${figures} | ${answer.text.replace(/\s+/g, ' ').slice(0, 240)}`,
    ...(wrongFigure === null ? [] : [`    SAI SỐ LIỆU: ${wrongFigure}`]),
  ];
}

function totalLines(totals: EvalTotals): string[] {
  const lines: string[] = [];
  if (totals.targetsWanted + totals.targetsGiven > 0) {
    lines.push(
      `Chỉ tiêu: thấy ${totals.targetsFound}/${totals.targetsWanted} (${percent(totals.targetsFound, totals.targetsWanted)}), thừa/sai ${totals.targetsWrong}/${totals.targetsGiven}`,
      `Thời hạn: thấy ${totals.deadlinesFound}/${totals.deadlinesWanted}, thừa/sai ${totals.deadlinesWrong}`,
    );
  }
  if (totals.questions > 0) {
    lines.push(
      `Câu hỏi: đúng ${totals.questionsRight}/${totals.questions} (${percent(totals.questionsRight, totals.questions)}), sai số liệu ${totals.wrongFigures}`,
    );
  }
  return lines;
}
