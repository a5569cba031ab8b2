import type { DeadlineFinding } from '../../domain/deadline.ts';
import type { DocumentBlock } from '../block.ts';
import { asSaid } from './as-said.ts';
import { type BoundDue, findBoundDues } from './bound-due.ts';
import type { DeadlineInput } from './deadline-input.ts';
import { findDueTerms } from './due-term.ts';
import { flowText } from './flow-text.ts';
import { settleDue } from './settle-due.ts';

const label =
  /^(?:[-+*•–]\s*)?\**(?:thời gian|thời hạn|tiến độ|hạn|thời điểm)\s?(?:hoàn thành|thực hiện|trình|gửi[^:]{0,40}|nộp[^:]{0,40}|báo cáo|ban hành|triển khai|hoàn tất)?\**\s*:\**\s*/iu;
const holder =
  /^(?:[-+*•–]\s*)?\**(?:đơn vị|cơ quan|bộ phận|phòng|cá nhân)?\s?(?:chủ trì(?: thực hiện| tham mưu)?|thực hiện|phụ trách|đầu mối|chịu trách nhiệm)\**\s*:\**\s*/iu;
const partner = /^(?:[-+*•–]\s*)?\**(?:đơn vị|cơ quan)\s?phối hợp/iu;
const reach = 4;
const longestTask = 100;

/**
 * "- Thời gian hoàn thành: Trước ngày 30/6/2024" under a task, with "- Đơn vị chủ trì: …" beside it. Null when the block is no such line;
 * `[]` when it is one that names no date that binds ("Thường xuyên", "Năm 2024", a campaign's "từ … đến …" which is read elsewhere).
 */
export function findLabelledDeadlines(input: DeadlineInput, at: number): DeadlineFinding[] | null {
  const block = input.blocks[at];
  if (block === undefined || block.kind === 'table' || block.end - block.start > 200) return null;
  const flow = flowText(input.source, block.start, block.end);
  const match = label.exec(flow.text);
  if (match === null || /từ (?:ngày|tháng|nay)/iu.test(flow.text)) return null;
  const value = flow.folded.slice(match[0].length);
  const said = flow.text.slice(match[0].length);
  const task = neighbour(input, at, (text) => !label.test(text) && !holder.test(text) && !partner.test(text));
  const who = neighbour(input, at, (text) => holder.test(text)).replace(holder, '');
  const years = { governed: input.metadata.period, issued: input.metadata.date, isPeriodic: false };
  return boundOrBare(value).map((due) => ({
    what: taskName(task) || 'hoàn thành',
    who: who.replace(/[.;\s]+$/, ''),
    to: '',
    kind: /gửi|nộp|báo cáo|trình/iu.test(match[0]) ? 'report' : 'finish',
    ...asSaid(due, settleDue(due, years), said.slice(due.start, due.end)),
    quote: input.source.text.slice(block.start, block.end),
    start: block.start,
    end: block.end,
    heading: block.heading,
  }));
}

function taskName(text: string): string {
  const own = text.replace(/^(?:[-+*•–]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s*/u, '');
  return own.replace(/[.:;\s]+$/, '').slice(0, 200);
}

/** "Trước ngày 30/6", or a bare "Quý II/2024", "Tháng 6/2026" which is meant until its end. A bare year binds to nothing. */
export function boundOrBare(folded: string): BoundDue[] {
  const bound = findBoundDues(folded).filter((due) => due.term.kind !== 'year');
  if (bound.length > 0) return bound;
  const found = findDueTerms(folded)[0];
  if (found === undefined || found.term.kind === 'year' || found.start > 12) return [];
  const days = found.term.kind === 'day' ? [found.term.day] : [];
  return [{ binding: 'by', term: found.term, hour: null, cycle: null, days, start: found.start, end: found.end }];
}

/** The text of the nearest fitting block under the same heading, above first, then below; '' when there is none. */
function neighbour({ source, blocks }: DeadlineInput, at: number, fits: (text: string) => boolean): string {
  const own = blocks[at]?.heading.join('|');
  const places = [
    ...Array.from({ length: reach }, (_, step) => at - 1 - step),
    ...Array.from({ length: 2 }, (_, step) => at + 1 + step),
  ];
  for (const index of places) {
    const block: DocumentBlock | undefined = blocks[index];
    if (block === undefined || block.kind === 'table') continue;
    const text = source.text.slice(block.start, Math.min(block.end, block.start + 400)).replace(/\s+/g, ' ');
    const isTask =
      block.kind === 'heading' ||
      (block.heading.join('|') === own && (block.kind === 'list_item' || text.length <= longestTask));
    if (isTask && fits(text)) return text;
  }
  return '';
}
