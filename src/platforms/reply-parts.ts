import type { Block } from '../domain/reply.ts';

export type ImageBlock = Extract<Block, { kind: 'image' }>;
export type FileBlock = Extract<Block, { kind: 'file' }>;
export type MediaBlock = ImageBlock | FileBlock;

/** What travels as a message of its own kind: words in a row, a picture, a file. */
export type ReplyPart = { kind: 'words'; blocks: Block[] } | MediaBlock;

/** The blocks in their order, cut before and after each picture and file that the platform can send; the others stay words (their `alt`). */
export function replyParts(blocks: readonly Block[], canSend: (media: MediaBlock) => boolean): ReplyPart[] {
  const parts: ReplyPart[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if ((block.kind === 'image' || block.kind === 'file') && canSend(block)) parts.push(block);
    else if (last?.kind === 'words') last.blocks.push(block);
    else parts.push({ kind: 'words', blocks: [block] });
  }
  return parts;
}
