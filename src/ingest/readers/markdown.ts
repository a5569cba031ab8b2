import { parseFrontMatter } from './front-matter.ts';
import { readPlainText } from './plain-text.ts';
import type { Reader } from './reader.ts';

/** Markdown: as plain text (the marks are read by structure), with `---` front matter taken as hints about the document. */
export const markdown: Reader = {
  accepts: (head, name) => /\.(?:md|markdown)$/i.test(name) || opensWithFrontMatter(head),
  read(bytes) {
    const result = readPlainText(bytes);
    if ('failed' in result) return result;
    const front = parseFrontMatter(result.text);
    return front === null ? result : { ...result, ...front };
  },
};

function opensWithFrontMatter(head: Uint8Array): boolean {
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const [a, b, c, d] = head.subarray(mark, mark + 4);
  return a === 0x2d && b === 0x2d && c === 0x2d && (d === 0x0a || d === 0x0d);
}
