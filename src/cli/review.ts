import { userInfo } from 'node:os';
import type { Reviewer } from '../domain/review.ts';
import { type Command, textOption, UsageError } from './command.ts';
import { correctFigure } from './review/correct-figure.ts';
import { listWaiting } from './review/list-waiting.ts';
import { printLog } from './review/print-log.ts';
import { reread } from './review/reread.ts';
import { reviewRefs } from './review/review-refs.ts';
import type { ReviewWork } from './review/review-work.ts';
import { withBase } from './with-base.ts';

const steps: Readonly<Record<string, (work: ReviewWork) => Promise<number>>> = {
  list: listWaiting,
  approve: (work) => reviewRefs(work, 'approve'),
  reject: (work) => reviewRefs(work, 'reject'),
  reopen: (work) => reviewRefs(work, 'reopen'),
  correct: correctFigure,
  log: printLog,
  reread,
};

export const review: Command = {
  usage: 'list|approve|correct|reject|reopen|log|reread [MỤC…]',
  maxPositionals: Number.POSITIVE_INFINITY,
  options: { document: { type: 'string' }, by: { type: 'string' } },
  help: [
    'list              các mục chờ duyệt: số là chỉ tiêu, h và số là thời hạn',
    'approve MỤC…      duyệt; với --document duyệt mọi mục máy đọc chắc của văn bản',
    'correct MỤC "45%" sửa thành giá trị văn bản có ghi rồi duyệt',
    'reject MỤC…       bác: không dùng để trả lời',
    'reopen MỤC…       đưa về chờ duyệt',
    'log               mọi lần duyệt, sửa, bác của văn bản (cần --document)',
    'reread            đọc lại bằng luật hiện nay; chỗ khác với kết quả đã duyệt thành đề nghị, không ghi đè',
    '--document MÃ     chỉ của văn bản này (mã như lệnh ingest in ra)',
    '--by TÊN          ghi tên người duyệt (mặc định: tài khoản đang dùng)',
  ],
  run({ values, positionals: [step = '', ...words], context }) {
    const run = Object.hasOwn(steps, step) ? steps[step] : undefined;
    if (run === undefined) throw new UsageError(`Cần một trong: ${Object.keys(steps).join(', ')}.`);
    const name = textOption(values, 'by') ?? userInfo().username;
    const reviewer: Reviewer = { id: `cli:${name}`, name };
    const document = textOption(values, 'document');
    return withBase(context, (base) => run({ base, context, reviewer, document, words, isJson: values.json === true }));
  },
};
