export type FakeEntity = { type: string; offset: number; length: number };
export type ParsedText = { text: string; entities: FakeEntity[] };

const entityOfTag: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  a: 'text_link',
};
const characterOfReference: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

/** Thrown with Telegram's wording for text it cannot parse. */
export class ParseFailure extends Error {}

/** Telegram's HTML as text and entities (UTF-16 offsets). Throws ParseFailure for anything the real server refuses. */
export function parseHtml(html: string): ParsedText {
  const entities: FakeEntity[] = [];
  const open: { tag: string; type: string; offset: number }[] = [];
  const byteOffset = (at: number) => Buffer.byteLength(html.slice(0, at));
  let text = '';
  for (let at = 0; at < html.length; ) {
    if (html[at] === '&') {
      const reference = /^&(?:lt|gt|amp|quot|#\d{1,7}|#x[\da-f]{1,6});/i.exec(html.slice(at, at + 10))?.[0];
      text += reference === undefined ? '&' : dereference(reference);
      at += reference?.length ?? 1;
    } else if (html[at] === '<') {
      const end = html.indexOf('>', at);
      if (end < 0) throw new ParseFailure(`Unclosed start tag at byte offset ${byteOffset(at)}`);
      const inside = html.slice(at + 1, end);
      if (inside.startsWith('/')) {
        const last = open.pop();
        const name = inside.slice(1).trim().toLowerCase();
        if (last === undefined) throw new ParseFailure(`Unexpected end tag at byte offset ${byteOffset(at)}`);
        if (name !== last.tag) {
          throw new ParseFailure(
            `Unmatched end tag at byte offset ${byteOffset(at)}, expected "</${last.tag}>", found "</${name}>"`,
          );
        }
        const length = text.length - last.offset;
        if (length > 0) entities.push({ type: last.type, offset: last.offset, length });
      } else {
        const tag = /^[^\s/]*/.exec(inside)?.[0].toLowerCase() ?? '';
        const type = entityOfTag[tag];
        if (type === undefined) {
          throw new ParseFailure(`Unsupported start tag "${tag}" at byte offset ${byteOffset(at)}`);
        }
        const isExpandable = tag === 'blockquote' && /\sexpandable\b/.test(inside);
        open.push({ tag, type: isExpandable ? 'expandable_blockquote' : type, offset: text.length });
      }
      at = end + 1;
    } else {
      text += html[at];
      at += 1;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw new ParseFailure(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  }
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function dereference(reference: string): string {
  const known = characterOfReference[reference.toLowerCase()];
  if (known !== undefined) return known;
  const code = reference.startsWith('&#x') ? Number.parseInt(reference.slice(3), 16) : Number(reference.slice(2, -1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}
