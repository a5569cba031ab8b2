import type { DocumentBlock } from '../block.ts';
import type { DeadlineInput } from './deadline-input.ts';
import { sendingVerbs } from './duty-kind.ts';
import { leadingVerb } from './duty-words.ts';
import { receiverAfter } from './receiver.ts';

const reach = 8;
/** "Các báo cáo gửi bản mềm qua thư điện tử, bản chính gửi về Văn phòng …": a closing line that says where all of the list goes. */
const closing = /^(?:các |mọi |toàn bộ )?(?:báo cáo|văn bản|hồ sơ|kết quả)(?!\p{L})[^;]{0,120}?gửi/iu;

/** To whom the points of a list send, where only the lead above them ("… báo cáo gửi UBND tỉnh như sau:") or a line below says it; '' for nowhere. */
export function receiverAround({ source, blocks }: DeadlineInput, at: number): string {
  const textOf = (block: DocumentBlock) =>
    source.text.slice(block.start, Math.min(block.end, block.start + 600)).replace(/\s+/g, ' ');
  const isPoint = (block: DocumentBlock) => block.kind === 'list_item';
  const lead = blocks.slice(Math.max(0, at - reach), at).findLast((block) => !isPoint(block));
  if (lead !== undefined && lead.kind !== 'table' && /:\s*$/.test(textOf(lead))) {
    const receiver = lastReceiver(textOf(lead));
    if (receiver !== '') return receiver;
  }
  const below = blocks.slice(at + 1, at + 1 + reach).find((block) => !isPoint(block));
  return below?.kind === 'paragraph' && closing.test(textOf(below)) ? lastReceiver(textOf(below)) : '';
}

/** The body that the last verb of sending in a text names; '' for none. */
export function lastReceiver(text: string): string {
  const found = sendingVerbs(text).map((verb) => receiverAfter(text.slice(verb).replace(leadingVerb, '')));
  return found.findLast((receiver) => receiver !== '') ?? '';
}
