import type { DocumentBlock } from '../block.ts';
import type { SourceText } from '../source-text.ts';
import { actorOf, askedBodies, opensWithBody } from './acting-bodies.ts';

/** Who has to act where a block does not say: looked up in its headings, the lead-in above it, and whom the document addresses. */
export type ActorContext = { before(blockIndex: number): string };

const reach = 6;

export function actorContext({
  source,
  blocks,
}: {
  source: SourceText;
  blocks: readonly DocumentBlock[];
}): ActorContext {
  const addressed = addressees(source, blocks);
  return {
    before: (index) => {
      const block = blocks[index];
      if (block === undefined) return '';
      return headingActor(block.heading) ?? leadActor(source, blocks, index) ?? addressed;
    },
  };
}

function headingActor(heading: readonly string[]): string | null {
  const named = heading.findLast((name) => opensWithBody(name));
  if (named === undefined) return null;
  return actorOf(`${named} thực hiện`)?.name ?? named.replace(/^(?:Giao|Đề nghị|Yêu cầu)\s/u, '');
}

/** The nearest block above that asks somebody or opens with a body and closes with a colon, or the paragraph right above. */
function leadActor(source: SourceText, blocks: readonly DocumentBlock[], index: number): string | null {
  for (let at = index - 1; at >= Math.max(0, index - reach); at--) {
    const block = blocks[at];
    if (block === undefined || block.kind === 'table') continue;
    const text = source.text.slice(block.start, Math.min(block.end, block.start + 1500)).replace(/\s+/g, ' ');
    const isLead = text.endsWith(':');
    if (isLead || at === index - 1) {
      const actor =
        (isLead ? actorOf(text.replace(/^(?:[-+*•]|\d{1,2}[.)]|[a-zđ]\))\s*/u, ''))?.name : undefined) ??
        askedBodies(text);
      if (actor !== null) return actor;
    }
    if (block.kind === 'heading') return null;
  }
  return null;
}

/** "Kính gửi: …", or whom the first paragraphs ask; '' when the document addresses nobody. */
function addressees(source: SourceText, blocks: readonly DocumentBlock[]): string {
  for (const [at, block] of blocks.slice(0, 12).entries()) {
    const text = source.text.slice(block.start, Math.min(block.end, block.start + 1500)).replace(/\s+/g, ' ');
    if (/^\**kính gửi/iu.test(text)) return greeted(source, blocks, { at, text });
    const asked = askedBodies(text);
    if (asked !== null) return asked;
  }
  return closingRequest(source, blocks);
}

/** "Nhận được hướng dẫn này, đề nghị các xã triển khai thực hiện." at the end; '' for none. */
function closingRequest(source: SourceText, blocks: readonly DocumentBlock[]): string {
  for (const block of blocks.slice(-6).reverse()) {
    const asked =
      block.kind === 'table' ? null : askedBodies(source.text.slice(block.start, block.end).replace(/\s+/g, ' '));
    if (asked !== null) return asked;
  }
  return '';
}

function greeted(
  source: SourceText,
  blocks: readonly DocumentBlock[],
  { at, text }: { at: number; text: string },
): string {
  const own = text.replace(/^\**kính gửi\s?:?\**\s*/iu, '');
  if (own !== '') return own.replace(/(?<![\s;.])[\s;.]+$/, '');
  const items: string[] = [];
  for (const block of blocks.slice(at + 1, at + 10)) {
    if (block.kind !== 'list_item') break;
    items.push(
      source.text
        .slice(block.start, block.end)
        .replace(/\s+/g, ' ')
        .replace(/^[-+•*–]\s*/, '')
        .replace(/(?<![;.\s])[;.\s]+$/, ''),
    );
  }
  return items.join('; ').slice(0, 300);
}
