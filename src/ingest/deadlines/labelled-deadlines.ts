import type { DeadlineFinding } from '../../domain/deadline.ts';
import type { ActorContext } from './actor-context.ts';
import { asSaid } from './as-said.ts';
import { type BoundDue, findBoundDues } from './bound-due.ts';
import type { DeadlineInput } from './deadline-input.ts';
import { isBareName, stretchOf } from './duty-name.ts';
import { flowText } from './flow-text.ts';
import { receiverAfter } from './receiver.ts';
import { settleDue } from './settle-due.ts';
import { holderAbove, taskAbove, timeLabel } from './task-above.ts';

/**
 * "- Thời gian hoàn thành: Trước ngày 30/6/2024" under a task, with "- Đơn vị chủ trì: …" beside it. Null when the block is no such line;
 * `[]` when it is one that names no date that binds ("Thường xuyên", "Năm 2024", a campaign's "từ … đến …" which is read elsewhere).
 */
export function findLabelledDeadlines(
  input: DeadlineInput,
  at: number,
  actors: ActorContext,
): DeadlineFinding[] | null {
  const block = input.blocks[at];
  if (block === undefined || block.kind === 'table' || block.end - block.start > longestLine) return null;
  const flow = flowText(input.source, block.start, block.end);
  const match = timeLabel.exec(flow.text);
  if (match === null || /(?<!kể )từ (?:ngày|tháng|quý|đầu|năm|nay|\d)/iu.test(flow.text)) return null;
  const label = match[0].replace(/^[^\p{L}]+/u, '').replace(/(?<![^\p{L})])[^\p{L})]+$/u, '');
  const said = flow.text.slice(match[0].length);
  const dues = boundOrBare(flow.folded.slice(match[0].length)).filter((due) => !isDayOfEvent(label, said, due));
  const isReport = sending.test(label);
  const to = isReport
    ? receiverAfter(label.replace(/^.*?(?=\sgửi|\snộp|\strình|\sbáo cáo)/iu, '')) || receiverAfter(said)
    : '';
  const years = { governed: input.metadata.period, issued: input.metadata.date, isPeriodic: false };
  const task = taskOfLabel(label) ?? taskAbove(input, at);
  const after = dues.length === 0 && ending.test(label) ? afterEvent.exec(said)?.[0] : undefined;
  if (after !== undefined)
    return [
      {
        what: task || nameOfLabel(label, isReport),
        who: holderAbove(input, at) || actors.before(at),
        to,
        kind: isReport ? 'report' : 'finish',
        due: `${after} (không nêu ngày)`,
        dueDate: null,
        rule: null,
        quote: input.source.text.slice(block.start, block.end),
        start: block.start,
        end: block.end,
        heading: block.heading,
      },
    ];
  return dues.flatMap((due, place) => {
    const settled = settleDue(due, years);
    if (settled.dueDate !== null && settled.dueDate < (years.issued ?? '')) return [];
    const last = dues[place - 1];
    const own = ownName(said.slice(Math.max(last?.end ?? 0, last?.period?.end ?? 0), due.start));
    const stretch = own === '' && dues.length > 1 ? stretchOf(said, due) : '';
    const name = own || task || nameOfLabel(label, isReport);
    return {
      what: stretch === '' ? name : `${name} (${stretch})`,
      who: holderAbove(input, at) || actors.before(at),
      to,
      kind: isReport ? 'report' : 'finish',
      ...asSaid(due, settled, said.slice(due.start, due.end)),
      quote: input.source.text.slice(block.start, block.end),
      start: block.start,
      end: block.end,
      heading: block.heading,
    };
  });
}

/** "02 ngày làm việc kể từ ngày chốt số liệu" */
const afterEvent =
  /^(?:\p{L}+ ){0,4}\d{1,3} (?:ngày(?: làm việc)?|giờ|tháng)[^,;.()]{0,80}(?:kể từ|từ khi|từ ngày|sau khi) [^,;.()]{3,80}/iu;
const longestLine = 300;
const sending = /gửi|nộp|báo cáo|trình|đăng ký/iu;
const timeWords = /^(?:mốc\s)?(?:thời gian|thời hạn|tiến độ|hạn|thời điểm)(?:\s(?:cuối cùng|cuối|chót))?\s?/iu;
/** "Thời hạn nhận bài" is about "nhận bài"; "Thời gian" alone about what is to be done. */
function nameOfLabel(label: string, isReport: boolean): string {
  const own = label.replace(timeWords, '');
  return isReport || (own !== '' && !isBareName(own)) ? own : 'hoàn thành';
}
const leastName = 12;

/** "Thời gian gửi hồ sơ đề nghị khen thưởng: …" says itself what is due; "Thời gian gửi báo cáo" leaves it to the lines around: null. */
function taskOfLabel(label: string): string | null {
  const own = label.replace(timeWords, '').replace(/\s(?:về|cho|đến|tới)\s.*$/u, '');
  return own.length > leastName && !isBareName(own) ? own : null;
}

/** "báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước …": what each date is of; '' where only time is told. */
function ownName(text: string): string {
  const own = text
    .replace(/^[\s,;.]+(?:và\s)?/u, '')
    .replace(/(?<![\s:,(])[\s:,(]+$/u, '')
    .replace(/^(?:[-+]|[a-zđ]\))\s/u, '');
  return own.length < 5 ||
    own.length > 120 ||
    isBareName(own) ||
    !/^(?:\S+\s)?(?:báo cáo|kỳ|đợt|cấp|hồ sơ|đối với)/iu.test(own)
    ? ''
    : own;
}

/** "Thời gian: 08 giờ ngày 15/3" says when something takes place; a last day has a word that binds or a label of finishing. */
const isDayOfEvent = (label: string, said: string, due: BoundDue): boolean =>
  due.term.kind === 'day' && !ending.test(label) && /^(?:[\s:]*ngày|[\s:]*\d)/iu.test(said.slice(due.start));
const ending = /hạn|tiến độ|hoàn thành|hoàn tất|gửi|nộp|báo cáo|trình|đăng ký/iu;

/** "Trước ngày 30/6", or a bare "Quý II/2024", "17h00, thứ Sáu, ngày 20/3" which is meant until its end. A bare year binds to nothing. */
export function boundOrBare(folded: string): BoundDue[] {
  const bound = findBoundDues(folded).filter(({ term }) => term.kind !== 'year');
  if (bound.length > 0) return bound;
  const lead = 'han: ';
  return findBoundDues(`${lead}${folded}`)
    .filter(({ term }) => term.kind !== 'year')
    .map((due) => ({ ...due, start: Math.max(0, due.start - lead.length), end: due.end - lead.length }));
}
