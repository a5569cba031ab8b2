import type { DeadlineFinding } from '../../domain/deadline.ts';
import { parseMarker } from '../structure/marker.ts';
import type { ActorContext } from './actor-context.ts';
import { asSaid } from './as-said.ts';
import type { DeadlineInput } from './deadline-input.ts';
import { flowText } from './flow-text.ts';
import { boundOrBare } from './labelled-deadlines.ts';
import { receiverAround } from './receiver-around.ts';
import { settleDue } from './settle-due.ts';

const longestLine = 200;
/** What is sent, and nothing but a time behind its colon. */
const listed =
  /^\**((?:(?:Báo cáo|Sơ kết|Tổng kết|Kế hoạch|Hồ sơ|Danh sách|Đăng ký|Số liệu|Biểu mẫu|Biên bản|Bản tự đánh giá|Tờ trình|Đề án|Kịch bản)(?!\p{L})|(?:Quý (?:I{1,3}|IV|[1-4])|6 tháng|9 tháng|Tháng|Quý|Cả năm|Năm)(?= ?:))[^:;]{0,90}?)\** ?: ?(?=\S)/u;
const sendingAround = /(?<!\p{L})(?:gửi|nộp|báo cáo|thời hạn|thời gian)(?!\p{L})/iu;

/**
 * A line of a list of what is to be sent: "1. Báo cáo đầu năm học: 15/9/2022", "- Báo cáo tháng: ngày 25 hằng tháng". Null when the block is no
 * such line: a name of a paper, a colon, and a time with nothing else than a remark in brackets.
 */
export function findListedDeadline(input: DeadlineInput, at: number, actors: ActorContext): DeadlineFinding[] | null {
  const block = input.blocks[at];
  if (block === undefined || block.kind === 'table' || block.end - block.start > longestLine) return null;
  const marker = parseMarker(input.source.text.slice(block.start, block.end));
  const flow = flowText(input.source, block.start + (marker?.contentStart ?? 0), block.end);
  const match = listed.exec(flow.text);
  if (match?.[1] === undefined || !(match[1].startsWith('Báo cáo') || isOfSending(input, at))) return null;
  const said = flow.text.slice(match[0].length);
  const [due, ...others] = boundOrBare(flow.folded.slice(match[0].length));
  if (due === undefined || others.length > 0) return null;
  const rest = `${said.slice(0, due.start)} ${said.slice(due.end)}`.replace(/\([^()]*\)|[\s.;,*]/g, '');
  if (rest !== '') return null;
  const years = { governed: input.metadata.period, issued: input.metadata.date, isPeriodic: false };
  const settled = settleDue(due, years);
  if (settled.dueDate !== null && settled.dueDate < (years.issued ?? '')) return null;
  return [
    {
      what: match[1].trim(),
      who: actors.before(at),
      to: receiverAround(input, at),
      kind: 'report',
      ...asSaid(due, settled, said.slice(due.start, due.end)),
      quote: input.source.text.slice(block.start, block.end),
      start: block.start,
      end: block.end,
      heading: block.heading,
    },
  ];
}

/** Whether the heading, or the nearest line above that is no point of the list, tells of sending. */
function isOfSending({ source, blocks }: DeadlineInput, at: number): boolean {
  const block = blocks[at];
  const lead = blocks.slice(Math.max(0, at - 12), at).findLast(({ kind }) => kind !== 'list_item');
  const above = lead === undefined ? '' : source.text.slice(lead.start, Math.min(lead.end, lead.start + 600));
  return sendingAround.test(`${block?.heading.at(-1) ?? ''} ${above}`);
}
