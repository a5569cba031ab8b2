import { figureSpans } from '../../answer/write-parts.ts';
import { type Block, type Choice, paragraph, type Reply, type Span } from '../../domain/reply.ts';
import { approversOf, isCorrected } from '../../domain/review.ts';
import type { Target } from '../../domain/target.ts';
import { localDate } from '../../domain/vietnam-time.ts';
import { cite, directiveName, printedDate } from '../../tools/cite.ts';
import { type LoadedSubject, quoteOf, statusOf } from './load-subject.ts';
import { printRef } from './subject-ref.ts';

/** Below this a figure was read with doubt. */
const doubtBelow = 0.6;

/** `left`: how many wait; `document`: the reviewer goes through this one only. */
export type CardSetting = { left: number; document: string | null; approvals: number };

/** One figure or deadline as a reviewer sees it: value, what it is of, how it was read, the quote, and what can be done. */
export function writeCard(loaded: LoadedSubject, { left, document, approvals }: CardSetting): Reply {
  const status = statusOf(loaded);
  const isOpen = status === 'proposed';
  return {
    blocks: [
      paragraph(...headline(loaded)),
      ...readingBlocks(loaded, approvals),
      sourceBlock(loaded),
      ...(isOpen && left > 1 ? [paragraph({ italic: `Còn ${left} mục chờ duyệt.` })] : []),
    ],
    choices: isOpen ? openChoices(loaded, document) : settledChoices(loaded, document),
  };
}

/** The figure or deadline in one line, the value first and bold. */
export function headline({ finding, directive }: LoadedSubject): Span[] {
  if (finding.kind === 'figure') {
    const { figure } = finding;
    return figureSpans({ ...figure, locality: figure.locality ?? directive.locality });
  }
  const { due, what, who, to } = finding.deadline;
  const printed = due.replace(/\d{4}-\d{2}-\d{2}/g, (iso) => `ngày ${printedDate(iso)}`);
  return [{ bold: printed }, ` – ${what}${who === '' ? '' : ` (${who})`}${to === '' ? '' : ` → ${to}`} (thời hạn).`];
}

const comparatorWords: Readonly<Record<Target['comparator'], string>> = {
  '=': 'đúng bằng',
  '>': 'lớn hơn',
  '>=': 'từ … trở lên',
  '<': 'nhỏ hơn',
  '<=': 'không quá',
  range: 'trong khoảng',
  '~': 'khoảng',
};

/** How the machine understood the value, and what is doubtful about it. */
function readingBlocks(loaded: LoadedSubject, approvals: number): Block[] {
  const { finding, history } = loaded;
  const lines: string[] = [];
  if (finding.kind === 'figure') {
    const { figure } = finding;
    const numbers = [...new Set([figure.min, figure.max])]
      .filter((one) => one !== null)
      .map((one) => String(one).replace('.', ','));
    lines.push(
      `Máy hiểu: ${comparatorWords[figure.comparator]} ${numbers.join('–')}; đơn vị: ${figure.unit === '' ? 'không' : figure.unit}`,
    );
    if (figure.confidence < doubtBelow) lines.push('Máy đọc chưa chắc, xem kỹ câu gốc');
    if (figure.note) lines.push(`Lưu ý: ${figure.note}`);
  }
  if (isCorrected(history)) lines.push('Giá trị này đã được người rà soát sửa');
  const approvers = approversOf(history).length;
  if (statusOf(loaded) === 'proposed' && approvers > 0) lines.push(`Đã có ${approvers}/${approvals} người duyệt`);
  return lines.length === 0 ? [] : [{ kind: 'list', items: lines.map((line) => [line]) }];
}

/** The document, the heading and the verbatim quote. */
export function sourceBlock(loaded: LoadedSubject): Block {
  const { directive } = loaded;
  const { heading, ...quote } = quoteOf(loaded);
  const place = heading.at(-1) ?? '';
  const citation = cite(directive, quote, heading);
  const page = citation.page === undefined ? '' : `, trang ${citation.page}`;
  return {
    kind: 'citation',
    label: `Nguồn: ${directiveName(directive)}${place === '' ? '' : `, mục “${place.slice(0, 80)}”`}${page}`,
    citation,
  };
}

const tail = (document: string | null): string => (document === null ? '' : ` ${document}`);

function openChoices({ subject, history, finding }: LoadedSubject, document: string | null): Choice[] {
  const ref = printRef(subject);
  const all: Choice[] = finding.kind === 'figure' ? [{ label: 'Duyệt cả bảng', message: `/duyet ca ${ref}` }] : [];
  return [
    { label: 'Duyệt', message: `/duyet ok ${ref} ${history.length}${tail(document)}` },
    { label: 'Sửa', message: `/duyet sua ${ref}` },
    { label: 'Bác', message: `/duyet bac ${ref} ${history.length}${tail(document)}` },
    { label: 'Bỏ qua', message: `/duyet sau ${ref}${tail(document)}` },
    ...all,
  ];
}

function settledChoices(loaded: LoadedSubject, document: string | null): Choice[] {
  const next: Choice = { label: 'Mục tiếp theo', message: `/duyet sau ${printRef(loaded.subject)}${tail(document)}` };
  return statusOf(loaded) === 'replaced' ? [next] : [next, reopenChoice(loaded)];
}

/** Undoes what was decided last. */
export const reopenChoice = ({ subject, history }: Pick<LoadedSubject, 'subject' | 'history'>): Choice => ({
  label: 'Xét lại',
  message: `/duyet lai ${printRef(subject)} ${history.length}`,
});

const statusWords: Readonly<Record<Target['status'], string>> = {
  proposed: 'đang chờ duyệt',
  approved: 'đã duyệt',
  rejected: 'đã bác',
  replaced: 'thuộc văn bản đã được thay thế',
};

/** "đã duyệt, đã sửa" and by whom last: for whoever comes second. */
export function standingSentence({ history, ...loaded }: LoadedSubject): string {
  const last = history.at(-1);
  const status = statusOf({ history, ...loaded });
  const words = status === 'approved' && isCorrected(history) ? 'đã sửa và duyệt' : statusWords[status];
  const by = last === undefined ? '' : ` (${last.reviewerName ?? last.reviewer}, ${printedDate(localDate(last.at))})`;
  return `Mục này ${words}${by}.`;
}
