import { fold } from '../../vietnamese/fold.ts';
import { parseTypeName } from '../structure/type-line.ts';
import type { DocumentContext } from './document-context.ts';
import { findDocumentNumbers, parseDocumentNumber } from './document-number.ts';

/** The document's own number and symbol, never one it cites; null when it gives none ("Số:     /KH-UBND" is a draft). */
export function readOwnNumber(context: DocumentContext): string | null {
  const hinted = context.hints.get('number');
  if (hinted !== undefined) return parseDocumentNumber(hinted) ?? hinted;
  const printed = printedNumber(context.headCells);
  if (printed !== undefined) return printed;
  return numberOfTitle(context.title) ?? (isOfficial(context) ? null : reportedNumber(context));
}

/** Whether the document carries its own head; a web article only reports one. */
export function isOfficial({ structure, headCells }: DocumentContext): boolean {
  return (
    structure.head.type !== null ||
    headCells.some((cell) => /CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM$/.test(cell))
  );
}

const label =
  /^[^\p{L}\d]{0,4}(?:(?:nghị quyết|luật|quyết định|kế hoạch|chỉ thị|thông báo)\s+)?số(?:\s*(?:ký\s)?hiệu)?\s*[:.]?\s*/iu;

/** The number on a "Số:" line; undefined when there is no such line, null when it was left blank. */
function printedNumber(cells: readonly string[]): string | null | undefined {
  for (const [at, cell] of cells.entries()) {
    const match = label.exec(cell);
    if (match === null || !/số/i.test(match[0])) continue;
    const rest = cell.slice(match[0].length);
    const number = parseDocumentNumber(rest === '' ? (cells[at + 1] ?? '') : rest);
    if (number !== null) return number;
    if (
      /^[\s.…_-]*(?:\/\s?\d{4})?\s?\/\s?\p{Lu}/u.test(rest) ||
      (rest === '' && cells[at + 1]?.startsWith('/') === true)
    )
      return null;
  }
  return undefined;
}

/** "Kế hoạch số 594/KH-UBND năm 2021 thực hiện …": a headline that opens with the document itself. */
function numberOfTitle(title: string): string | null {
  const type = parseTypeName(title);
  if (type === null) return null;
  const rest = title.slice(type.length).replace(/^\s*(?:\(?\s*số)?\s*[:.]?\s*/i, '');
  return parseDocumentNumber(rest);
}

const issuing =
  /(?:ban hanh|da ky|vua ky|ky|da co|vua co|co|ra|phe duyet|thong qua)\s(?:(?:ban hanh|cac|van ban|luat|so|mot|chinh thuc)\s){0,3}$/;
const typeWords =
  /(?:nghi quyet|quyet dinh|chi thi|ke hoach|chuong trinh(?: hanh dong)?|de an|phuong an|huong dan|thong bao|thong tu|nghi dinh|ket luan|quy dinh|bao cao|cong van|cong dien|van ban|luat)\s?\(?\s?(?:so\s?:?\s?)?$/;

/** "… đã ban hành Kế hoạch số 76-KH/ĐU về tổ chức đại hội. Đến nay, 100% chi bộ …": the article tells what came of it, and is not about it. */
const isLongSince = (behind: string): boolean =>
  /^[^.]{0,200}\. (?:Đến nay|Tính đến|Đến thời điểm|Sau (?:hơn |gần )?(?:\d+|một|hai|ba) (?:năm|tháng|tuần)|Qua (?:hơn |gần )?(?:\d+|một|hai|ba) (?:năm|tháng))/u.test(
    behind.slice(0, 260),
  );

/** The number an article names in its first paragraphs as that of the document issued ("đã ban hành Kế hoạch số 15/KH-UBND"). */
function reportedNumber({ lead, title }: DocumentContext): string | null {
  const reported: { number: string; type: string }[] = [];
  for (const paragraph of lead) {
    const folded = fold(paragraph);
    for (const { number, start, end } of findDocumentNumbers(paragraph)) {
      if (isLongSince(paragraph.slice(end))) continue;
      const before = folded.slice(Math.max(0, start - 90), start);
      const type = typeWords.exec(before);
      if (type === null) continue;
      const lead = before.slice(0, type.index);
      const isNamedBehind = /\($/.test(lead.trimEnd()) && /ban hanh|phe duyet|thong qua/.test(folded.slice(0, start));
      if (isNamedBehind || issuing.test(lead)) reported.push({ number, type: type[0] });
    }
  }
  const kind = fold(title);
  const same = reported.find(({ type }) => kind.includes(type.replace(/\s?\(?\s?(?:so\s?:?\s?)?$/, '')));
  return (same ?? reported[0])?.number ?? null;
}
