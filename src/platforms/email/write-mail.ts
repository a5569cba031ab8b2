import { printedQuote } from '../../domain/citation.ts';
import type { Block, Choice, Reply, Span } from '../../domain/reply.ts';
import { cleanLine, cleanText } from '../clean-text.ts';
import { fileName } from '../file-name.ts';
import { plainTexts } from '../render-plain.ts';

/** A reply as a mail program shows it: words twice, as plain text and as simple HTML; pictures and files attached. */
export type Mail = {
  subject: string;
  text: string;
  html: string;
  attachments: { filename: string; content: Buffer; contentType: string }[];
};

const LONGEST_SUBJECT = 150;
const NO_REPLY = 'Thư gửi tự động, xin đừng trả lời thư này.';

/** Choices cannot be tapped in a mail: it says what to write to the bot instead. */
export function writeMail({ blocks, choices }: Reply): Mail {
  const tail = [choicesLine(choices), NO_REPLY].filter((line) => line !== '').join('\n');
  const words = blocks.map(htmlOf).join('\n');
  const foot = `<p style="color:#6b7280">${escaped(tail).replaceAll('\n', '<br>')}</p>`;
  return {
    subject: subjectOf(blocks),
    text: plainTexts(blocks, Number.POSITIVE_INFINITY, tail).join('\n\n'),
    html: `<!doctype html><html lang="vi"><body style="font:16px/1.5 sans-serif;max-width:640px">\n${words}\n${foot}\n</body></html>`,
    attachments: blocks.flatMap(attachmentOf),
  };
}

function choicesLine(choices: readonly Choice[]): string {
  const said = choices.map(({ message }) => `“${cleanLine(message)}”`).join(', ');
  return said === '' ? '' : `Để trả lời, nhắn cho bot trên Telegram hoặc Zalo: ${said}.`;
}

/** The first line of the reply: what it is about stands there. One line, so that nothing in it can become another header. */
function subjectOf(blocks: readonly Block[]): string {
  const [first = ''] = plainTexts(blocks.slice(0, 1), Number.POSITIVE_INFINITY);
  const line = cleanLine(first.split('\n')[0] ?? '');
  const cut = line.length <= LONGEST_SUBJECT ? line : `${line.slice(0, LONGEST_SUBJECT - 1).toWellFormed()}…`;
  return cut === '' ? 'Chỉ Đạo' : cut;
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${spansHtml(block.spans)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${spansHtml(item)}</li>`).join('')}</ul>`;
    case 'table':
      return tableHtml(block.rows);
    case 'citation':
      return `<p>${escaped(cleanLine(block.label))}</p><blockquote style="border-left:3px solid #b3261e;margin:0;padding-left:12px">${lines(printedQuote(block.citation))}</blockquote>`;
    case 'image':
    case 'file':
      return `<p>${lines(block.alt)}</p>`;
  }
}

function tableHtml([header = [], ...rows]: string[][]): string {
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag} style="border:1px solid #ccc;padding:4px 8px;text-align:left">${escaped(cleanLine(cell))}</${tag}>`).join('')}</tr>`;
  return `<table style="border-collapse:collapse">${row(header, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</table>`;
}

function spansHtml(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (typeof span === 'string') return lines(span);
      return 'bold' in span ? `<b>${lines(span.bold)}</b>` : `<i>${lines(span.italic)}</i>`;
    })
    .join('');
}

const lines = (text: string): string => escaped(cleanText(text).trim()).replaceAll('\n', '<br>');

function escaped(text: string): string {
  return text.normalize('NFC').replace(/[<>&"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function attachmentOf(block: Block): Mail['attachments'] {
  if (block.kind === 'image')
    return [{ filename: 'hinh.png', content: Buffer.from(block.png), contentType: 'image/png' }];
  if (block.kind !== 'file') return [];
  const type = /^[a-z]+\/[a-z0-9.+-]+$/i.test(block.mediaType) ? block.mediaType : 'application/octet-stream';
  return [{ filename: fileName(block.name, 'tep'), content: Buffer.from(block.bytes), contentType: type }];
}
