import { type DirectiveType, directiveTypeSchema } from '../../domain/directive.ts';
import { fold } from '../../vietnamese/fold.ts';
import { parseTypeName } from '../structure/type-line.ts';
import type { DocumentContext } from './document-context.ts';

/** Abbreviations of Nghị định 30/2020/NĐ-CP, Phụ lục III, as they stand in a number's symbol. */
const bySymbol: ReadonlyMap<string, DirectiveType> = new Map([
  ['NQ', 'nghị quyết'],
  ['NQLT', 'nghị quyết'],
  ['QĐ', 'quyết định'],
  ['CT', 'chỉ thị'],
  ['KH', 'kế hoạch'],
  ['CTr', 'chương trình'],
  ['CTR', 'chương trình'],
  ['CTHĐ', 'chương trình'],
  ['ĐA', 'đề án'],
  ['PA', 'phương án'],
  ['HD', 'hướng dẫn'],
  ['TB', 'thông báo'],
  ['TT', 'thông tư'],
  ['TTLT', 'thông tư'],
  ['NĐ', 'nghị định'],
  ['KL', 'kết luận'],
  ['QyĐ', 'quy định'],
  ['QĐi', 'quy định'],
  ['QC', 'quy định'],
  ['BC', 'báo cáo'],
  ['TTr', 'tờ trình'],
  ['TTR', 'tờ trình'],
  ['CĐ', 'công điện'],
  ['CV', 'công văn'],
]);

/** The kind of document: as its head prints it, as its number tells, as the title or an article's first sentence names it. */
export function readDocumentType(context: DocumentContext, ownNumber: string | null): DirectiveType {
  const hinted = directiveTypeSchema.safeParse(context.hints.get('type')?.toLowerCase().normalize('NFC'));
  if (hinted.success) return hinted.data;
  return (
    context.structure.head.type ??
    typeOfNumber(ownNumber, context.title) ??
    parseTypeName(context.title)?.type ??
    reportedType(context.lead) ??
    launchedType(context) ??
    (/^V\/v/i.test(context.title) ? 'công văn' : 'khác')
  );
}

function typeOfNumber(number: string | null, title: string): DirectiveType | null {
  if (number === null) return null;
  const groups = number.split(/[/-]/).filter((group) => !/^\d+$/.test(group));
  const known = groups.map((group) => bySymbol.get(group)).find((type) => type !== undefined);
  if (known !== undefined) return known;
  if (groups.some((group) => /^QH\d+$/.test(group))) return /^(?:bộ )?luật/i.test(title) ? 'luật' : 'nghị quyết';
  return groups.length > 0 ? 'công văn' : null;
}

/** "… ký ban hành Kế hoạch tổ chức thực hiện …" in an article's first two paragraphs. */
function reportedType(lead: readonly string[]): DirectiveType | null {
  for (const paragraph of lead.slice(0, 2)) {
    const folded = fold(paragraph.slice(0, 400));
    for (const match of folded.matchAll(/(?:ban hanh|ky|da co|vua co) (?=\S)/g)) {
      if (match[0] === 'ky ' && !/^ký/iu.test(paragraph.slice(match.index))) continue;
      const type = parseTypeName(paragraph.slice(match.index + match[0].length));
      if (
        type !== null &&
        !/kem theo|duoc $|do .{0,30}$/.test(folded.slice(Math.max(0, match.index - 40), match.index))
      )
        return type.type;
    }
  }
  return null;
}

/** An article or appeal that launches an emulation movement and names no document it came by. */
function launchedType({ title, lead }: DocumentContext): DirectiveType | null {
  const folded = fold(title);
  if (/phat dong|huong ung.{0,30}thi dua|giao uoc thi dua/.test(folded)) return 'phát động thi đua';
  return /phat dong (?:phong trao |dot |cao diem )?(?:thi dua|pttd)/.test(fold(lead.join(' ').slice(0, 3000)))
    ? 'phát động thi đua'
    : null;
}
