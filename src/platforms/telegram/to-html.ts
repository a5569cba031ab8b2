import type { MarkKind, RichText, Stretch } from '../rich-text.ts';

const tags: Record<MarkKind, [open: string, close: string]> = {
  bold: ['<b>', '</b>'],
  italic: ['<i>', '</i>'],
  pre: ['<pre>', '</pre>'],
  quote: ['<blockquote>', '</blockquote>'],
  long_quote: ['<blockquote expandable>', '</blockquote>'],
};

/** The text in Telegram's HTML: every tag closed, everything else escaped. */
export function toHtml({ text, marks }: RichText): string {
  const outermostFirst = marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const open: (Stretch & { kind: MarkKind })[] = [];
  let html = '';
  let at = 0;
  const moveTo = (position: number) => {
    for (let inner = open.at(-1); inner !== undefined && inner.end <= position; inner = open.at(-1)) {
      html += escapeHtml(text.slice(at, inner.end)) + tags[inner.kind][1];
      at = inner.end;
      open.pop();
    }
    html += escapeHtml(text.slice(at, position));
    at = position;
  };
  for (const mark of outermostFirst) {
    moveTo(mark.start);
    html += tags[mark.kind][0];
    open.push(mark);
  }
  moveTo(text.length);
  return html;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
