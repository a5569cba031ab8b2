import { fold } from '../../vietnamese/fold.ts';
import type { DocumentBlock, TableBlock } from '../block.ts';
import type { FigureInput } from './figure-input.ts';
import { unitInBrackets } from './table-value.ts';

/**
 * What stands over a table: whether it hands out goals, the indicator it names ("Giao chỉ tiêu bao phủ BHYT …") and the unit in brackets
 * behind that; empty for none.
 */
export type TableCaption = { isGoal: boolean; name: string; unit: string };

const longestLine = 260;
const mostLines = 3;

/** Reads the short lines right above a table, its heading and the title of the document, the nearest telling one first. */
export function readCaption(input: FigureInput, block: TableBlock): TableCaption {
  const lines = [...linesAbove(input, block), block.heading.at(-1) ?? '', input.metadata.title].filter(
    (line) => line !== '',
  );
  const nearest = lines.find((line) => sets.test(fold(line)) || tells.test(fold(line)));
  const isGoal = nearest !== undefined && sets.test(fold(nearest)) && !tells.test(fold(nearest));
  const own = lines.find((line) => !aside.test(line));
  // "Tiến độ thu … theo quý năm 2026 (% kế hoạch năm)": named and timed, it needs no word of handing out.
  const isNaming = own !== undefined && own !== input.metadata.title && !tells.test(fold(own)) && named.test(own);
  if (isNaming) return { isGoal, name: bareName(own), unit: unitInBrackets(own.replace(/(?<![\s*_])[\s*_]+$/, '')) };
  const numbered = own !== undefined && isGoal && !tells.test(fold(own)) && attached.test(own) ? bareName(own) : '';
  const name = numbered !== '' ? numbered : isGoal ? nameIn(nearest) : '';
  return { isGoal, name: name !== '' || !isGoal ? name : titleName(input.metadata.title), unit: '' };
}

/** "Biểu số 1. Biên chế công chức năm 2024" names what its table hands out, whatever the title says. */
const attached = /^[\s*_#]*(?:biểu|bảng|phụ lục)\s+(?:số\s+)?[\dIVX]{1,5}\s*[.:–-]\s*\p{L}/iu;
const aside = /^[\s*_]*(?:\(|kèm theo|(?:biểu|bảng|phụ lục)[\s\dIVX.:]*$|đơn vị tính|ĐVT)/iu;
const named = /^[^\p{L}]*(?:\p{L}[^\p{L}]+)*\p{L}{2}.*(?:19|20)\d\d\s*\((?:%|‰|\p{L})[^()]*\)[\s*_]*$/u;

const sets =
  /(?<![a-z])(?:chi tieu|muc tieu|phan dau|giao (?:ke hoach|bien che|du toan|so luong|han ngach|dinh muc|chi tieu)|han ngach|phan bo (?:chi tieu|so luong|dien tich|bien che)|ke hoach giao|phan bo ke hoach|bieu ke hoach)/;
const tells =
  /ket qua|tinh hinh|hien trang|thuc trang|kinh phi|nguon von|nhu cau|phan cong|(?:danh muc|bang|bieu) nhiem vu|tien do thuc hien/;

function linesAbove({ text, blocks }: FigureInput, block: TableBlock): string[] {
  const found: string[] = [];
  for (let at = blockIndex(blocks, block) - 1; at >= 0 && found.length < mostLines; at--) {
    const above = blocks[at];
    if (above === undefined || above.kind === 'table' || above.end - above.start > longestLine) break;
    found.push(text.slice(above.start, above.end).trim());
  }
  return found;
}

/** Blocks stand in the order of the text. */
export function blockIndex(blocks: readonly DocumentBlock[], block: DocumentBlock): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) < block.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

const opening =
  /^[\s*_#]*(?:(?:Điều|Biểu|Bảng|Phụ lục|Phần|Mục)(?:\s+(?:số\s+)?[\dIVX.]+)?\s*[.:–-]?\s*|[\dIVXa-zđ]{1,4}[.)]\s+)*/iu;
const handing =
  /^(?:(?:quyết định|nghị quyết|thông báo|ban hành|phê duyệt|công bố|điều chỉnh|bổ sung|tạm|tổng hợp|chi tiết|phân bổ|phân khai|giao|về việc|về|bảng|biểu|các|chỉ tiêu|kế hoạch|mục tiêu|thực hiện|phấn đấu)(?!\p{L})[\s,]*)+/iu;
const closing =
  /(?<!\s)\s*(?:(?:đến |trong |cho )?(?:giai đoạn|năm)\s+\d{4}.*|(?:cho|của|theo|đối với|tại)\s+(?:từng |các )?(?:xã|phường|địa phương|đơn vị|huyện|sở|cơ quan|thành phố|tỉnh|(?:chi|đảng) bộ|ngành|thôn).*|(?:như )?sau\s*:?|[.:;(].*)$/iu;
/** How a value is spread over time or bodies: no part of what is measured. */
const spread =
  /(?<!\s)\s*(?:lũy kế|luỹ kế|theo|từng|hằng|hàng)\s+(?:từng\s+)?(?:theo\s+)?(?:từng\s+)?(?:quý|tháng|năm|khu vực|địa phương|đơn vị).*$/iu;
const longestName = 120;

function nameIn(line: string): string {
  return /(?:giao|phân bổ|phân khai|chỉ tiêu|hạn ngạch)/iu.test(line) ? bareName(line) : '';
}

/** What a document of one matter is about ("Vận động hiến máu tình nguyện năm 2026"), where no line above its table names more. */
function titleName(title: string): string {
  const isBroad = /kinh tế|nhiệm vụ|thi đua|năm học|chương trình|nghị quyết|phát triển|thực hiện/iu.test(title);
  return isBroad ? '' : bareName(title);
}

function bareName(line: string): string {
  const name = line.replace(opening, '').replace(handing, '').replace(spread, '').replace(closing, '').trim();
  const isName =
    name.length <= longestName && /^\p{L}+\s+\p{L}/u.test(name) && !/^(?:chủ yếu|cụ thể|chung|kinh tế)/iu.test(name);
  return isName ? name : '';
}
