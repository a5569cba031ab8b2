import { percent, tableLines } from '../print-table.ts';
import type { EvalResult } from './report.ts';
import type { QuestionVerdict } from './score-questions.ts';

/** Questions without and with a model side by side, a kind a row; then how many answers the model changed and what it cost in time. */
export function modelLines(plain: EvalResult, withModel: EvalResult): string[] {
  const pairs = plain.questions.flatMap((without, at) => {
    const other = withModel.questions[at];
    return other === undefined ? [] : [{ without, other }];
  });
  const groups = [...Map.groupBy(pairs, ({ without }) => without.question.kind)].sort(([a], [b]) => a.localeCompare(b));
  const header = ['loại', 'không mô hình', 'có mô hình', 'sai số liệu', 'đổi câu trả lời', 'ms thêm (trung vị)'];
  const row = (name: string, group: typeof pairs): string[] => [
    name,
    rightOf(group.map(({ without }) => without)),
    rightOf(group.map(({ other }) => other)),
    `${wrongOf(group.map(({ without }) => without))} → ${wrongOf(group.map(({ other }) => other))}`,
    String(group.filter(isChanged).length),
    String(Math.round(median(group.map(({ without, other }) => other.answer.ms - without.answer.ms)))),
  ];
  return [
    '',
    '## Không có và có mô hình',
    ...tableLines([header, ...groups.map(([name, group]) => row(name, group)), row('tất cả', pairs)]),
  ];
}

const rightOf = (verdicts: QuestionVerdict[]): string => {
  const right = verdicts.filter(({ isRight }) => isRight).length;
  return `${right}/${verdicts.length} (${percent(right, verdicts.length)})`;
};

const wrongOf = (verdicts: QuestionVerdict[]): number =>
  verdicts.filter(({ wrongFigure }) => wrongFigure !== null).length;

const isChanged = ({ without, other }: { without: QuestionVerdict; other: QuestionVerdict }): boolean =>
  without.answer.text !== other.answer.text;

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
