import type { DocumentBlock } from '../block.ts';
import type { DeadlineInput } from './deadline-input.ts';

/** "- Thời gian hoàn thành: …", "Hạn chót: …", "Thời hạn gửi báo cáo về Sở: …" */
export const timeLabel =
  /^(?:[-+*•–]\s*)?\**(?:mốc\s)?(?:thời gian|thời hạn|tiến độ|hạn|thời điểm)(?:\s(?:cuối cùng|cuối|chót))?(?:\s[^:;.,]{1,80})?\**\s*:\**\s*/iu;
/** "- Đơn vị chủ trì: …" */
export const holderLabel =
  /^(?:[-+*•–]\s*)?\**(?:đơn vị|cơ quan|bộ phận|phòng|cá nhân)?\s?(?:chủ trì(?: thực hiện| tham mưu)?|thực hiện|phụ trách|đầu mối|chịu trách nhiệm)\**\s*:\**\s*/iu;
/** Lines that say more of a task than its name: who helps, what it holds, what comes of it. */
const sideLabel =
  /^(?:[-+*•–]\s*)?\**(?:(?:đơn vị|cơ quan)\s?phối hợp|phối hợp|nội dung|sản phẩm|kết quả|kinh phí|nguồn kinh phí|địa điểm|thành phần|hình thức|đối tượng|mục đích|yêu cầu)[^:;.]{0,40}:/iu;
const reach = 5;
const longestTask = 100;

/** The name of the task that the lines around block `at` are about: the nearest above under the same heading, else below; '' for none. */
export function taskAbove(input: DeadlineInput, at: number): string {
  const task = neighbour(input, at, (text) => [timeLabel, holderLabel, sideLabel].every((label) => !label.test(text)));
  const own = task.replace(/^(?:[-+*•–]|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ]\))\s+/u, '');
  return own.replace(/(?<![.:;\s])[.:;\s]+$/, '').slice(0, 200);
}

/** Who is in charge of it by a line of its own; '' for none. */
export function holderAbove(input: DeadlineInput, at: number): string {
  return neighbour(input, at, (text) => holderLabel.test(text))
    .replace(holderLabel, '')
    .replace(/(?<![.;\s])[.;\s]+$/, '');
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
