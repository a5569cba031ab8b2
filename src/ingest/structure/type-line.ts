import type { DirectiveType } from '../../domain/directive.ts';
import { fold } from '../../vietnamese/fold.ts';

/** Names of kinds of document, folded, longest first where one opens another. */
const names: readonly (readonly [string, DirectiveType])[] = [
  ['phat dong phong trao thi dua', 'phát động thi đua'],
  ['phat dong dot thi dua', 'phát động thi đua'],
  ['phat dong thi dua', 'phát động thi đua'],
  ['loi phat dong', 'phát động thi đua'],
  ['loi keu goi thi dua', 'phát động thi đua'],
  ['nghi quyet lien tich', 'nghị quyết'],
  ['nghi quyet', 'nghị quyết'],
  ['nghi dinh', 'nghị định'],
  ['quyet dinh', 'quyết định'],
  ['chi thi', 'chỉ thị'],
  ['ke hoach', 'kế hoạch'],
  ['chuong trinh hanh dong', 'chương trình'],
  ['chuong trinh cong tac', 'chương trình'],
  ['chuong trinh', 'chương trình'],
  ['de an', 'đề án'],
  ['phuong an', 'phương án'],
  ['huong dan lien nganh', 'hướng dẫn'],
  ['huong dan', 'hướng dẫn'],
  ['thong bao ket luan', 'thông báo'],
  ['thong bao', 'thông báo'],
  ['thong tu lien tich', 'thông tư'],
  ['thong tu', 'thông tư'],
  ['ket luan', 'kết luận'],
  ['quy dinh', 'quy định'],
  ['quy che', 'quy định'],
  ['bao cao', 'báo cáo'],
  ['to trinh', 'tờ trình'],
  ['cong van', 'công văn'],
  ['cong dien', 'công điện'],
  ['bo luat', 'luật'],
  ['phap lenh', 'luật'],
  ['luat', 'luật'],
];

const unspaced: readonly (readonly [string, DirectiveType])[] = names.map(([name, type]) => [
  name.replaceAll(' ', ''),
  type,
]);

/** The kind of document whose name opens a text, and the length of that name; null when none does. */
export function parseTypeName(text: string): { type: DirectiveType; length: number } | null {
  const folded = fold(text.slice(0, 60)).replace(/[\s\u00a0]/g, ' ');
  const found = names.find(([name]) => folded.startsWith(name) && !/[\p{L}\d]/u.test(folded[name.length] ?? ' '));
  return found === undefined ? null : { type: found[1], length: found[0].length };
}

/**
 * The kind of document when a line is nothing but its name in capitals, as Nghị định 30/2020/NĐ-CP prints it above the trích yếu
 * ("KẾ HOẠCH", "K Ế  H O Ạ C H"); null otherwise. The enacting "QUYẾT ĐỊNH:" is none.
 */
export function parseTypeLine(line: string): DirectiveType | null {
  const text = line.replace(/^[#*_\s]+/, '').replace(/(?<![*_\s])[*_\s]+$/, '');
  if (text.length > 60 || text !== text.toUpperCase() || text.endsWith(':')) return null;
  const letters = fold(text).replace(/[\s\u00a0]/g, '');
  return unspaced.find(([name]) => name === letters)?.[1] ?? null;
}
