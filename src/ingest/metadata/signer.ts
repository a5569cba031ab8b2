import { cellsOf, isBodyLine, isSignatureLine } from '../structure/frame-lines.ts';
import { isPersonName } from '../structure/line-shape.ts';
import type { DocumentContext } from './document-context.ts';
import { isOfficial } from './own-number.ts';

const degrees =
  /^(?:\p{Lu}\p{L}{0,7}\.\s?){1,4}|^(?:Tiến sĩ|Thạc sĩ|Bác sĩ|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá))\s/u;

/** Who signed: the name in the signature, or the one a portal or an article names; null when none is. */
export function readSigner(context: DocumentContext): string | null {
  const hinted = context.hints.get('signer');
  if (hinted !== undefined) return hinted;
  const portal = context.headCells
    .map((cell) => /^Người ký\s?:\s?(.{4,40})$/iu.exec(cell)?.[1]?.trim())
    .find((name) => name !== undefined);
  return portal ?? nameInSignature(context) ?? reportedSigner(context);
}

/** The last name below a post ("CHỦ TỊCH"); a name with neither post nor head about it is the writer of an article. */
function nameInSignature(context: DocumentContext): string | null {
  let isSigned = isOfficial(context) || context.structure.head.type !== null;
  let signer: string | null = null;
  for (const cell of context.footLines.flatMap(cellsOf)) {
    const text = cell.replace(degrees, '').trim();
    if (isSignatureLine(cell)) {
      isSigned = true;
      if (signer !== null && !/^PHÓ/u.test(cell)) continue;
    }
    if (isSigned && signer === null && isPersonName(text) && !isBodyLine(text) && !isSignatureLine(text)) signer = text;
  }
  return signer;
}

/** "Phó Thủ tướng Phạm Thị A ký ban hành Quyết định …" */
function reportedSigner({ lead }: DocumentContext): string | null {
  for (const paragraph of lead.slice(0, 2)) {
    const match =
      /(?:Thủ tướng(?: Chính phủ)?|Chủ tịch[^,.;]{0,50}?|Bộ trưởng[^,.;]{0,50}?|Giám đốc[^,.;]{0,50}?|Bí thư[^,.;]{0,50}?)\s((?:\p{Lu}\p{L}+\s){1,4}\p{Lu}\p{L}+)\s(?:đã |vừa )?ký(?!\p{L})/u.exec(
        paragraph.slice(0, 500),
      );
    const isBody = /^(?:Bộ|Sở|Ban|Cục|Tổng|Ủy|UBND|Tỉnh|Thành)\s/u.test(match?.[1] ?? '');
    if (match?.[1] !== undefined && !isBody && isPersonName(match[1])) return match[1];
  }
  return null;
}
