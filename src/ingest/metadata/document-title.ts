import type { DirectiveType } from '../../domain/directive.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { DocumentContext } from './document-context.ts';

const lowering =
  /^(?:Về|Thực hiện|Triển khai|Ban hành|Phê duyệt|Tổ chức|Phát động|Tăng cường|Đẩy mạnh|Quy định|Sửa đổi|Điều chỉnh|Giao|Phát triển|Công bố|Hướng dẫn|Kiểm tra|Tuyên truyền|Đánh giá|Xây dựng|Nâng cao|Hành động)(?!\p{L})/u;

/** The printed title: kind and trích yếu ("Chỉ thị về việc phát động thi đua …"), an article's headline, else the first words of the text. */
export function readTitle(context: DocumentContext, type: DirectiveType, fileName: string): string {
  const hinted = context.hints.get('title');
  if (hinted !== undefined) return hinted;
  if (context.title === '') return untitled(context, type) || fileName;
  if (context.structure.head.type === null || namesKind(context.title, type)) return context.title;
  const kind = type === 'phát động thi đua' ? 'Phát động phong trào thi đua' : capitalised(type);
  if (context.title === context.title.toUpperCase()) return `${kind.toUpperCase()} ${context.title}`;
  return `${kind} ${lowering.test(context.title) ? context.title.charAt(0).toLowerCase() + context.title.slice(1) : context.title}`;
}

/** A document without trích yếu is called by what its first article decides, else by its first words. */
function untitled({ source, structure, lead }: DocumentContext, type: DirectiveType): string {
  const article = structure.blocks.find((block) =>
    /^Điều 1\s?[.:]/u.test(source.text.slice(block.start, block.start + 12)),
  );
  if (article === undefined) {
    const words = lead.map(openingWords);
    return (
      words.find((text) => text.length >= leastTitle && !/^(?:kính gửi|điện thoại)/iu.test(text)) ?? words[0] ?? ''
    );
  }
  const text = source.text.slice(article.start, Math.min(article.end, article.start + 260)).replace(/\s+/g, ' ');
  const subject = text
    .replace(/^Điều 1\s?[.:]\s*|\s?kèm theo \p{L}+ \p{L}+ này/gu, '')
    .replace(/[.;:]\s.*$|[.;:]$/u, '');
  return `${capitalised(type)} ${subject.charAt(0).toLowerCase()}${subject.slice(1)}`.trim();
}

const leastTitle = 8;

/** First words without what a list or a paper prints before them: "- ", "1.1.2. ", "b) ", "(TQ) - ", "ĐNO - ". */
const openingWords = (text: string): string =>
  text
    .slice(0, 170)
    .replace(
      /^(?:[-+*•]\s{0,3}|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s|[IVX]{1,4}[.-]\s|[a-zđ]\)\s|(?:\([^()]{2,20}\)|\p{Lu}{2,6})\s?[-–]\s)/u,
      '',
    )
    .slice(0, 160)
    .trim();

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function namesKind(title: string, type: DirectiveType): boolean {
  return fold(title).startsWith(fold(type)) || (type === 'phát động thi đua' && /^phat dong/.test(fold(title)));
}
