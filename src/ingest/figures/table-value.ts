import type { Direction } from '../../domain/target.ts';
import { fold } from '../../vietnamese/fold.ts';
import { findQuantities, type Quantity } from '../../vietnamese/quantity.ts';

export type CellValue = { quantity: Quantity; unit: string };

const longestValue = 60;
const longestCell = 200;
/** "1 250": blanks between groups of three digits, as some sheets print thousands. */
const spacedNumber = /^\s*(?:[<>≤≥=~+-]\s*)?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?:\s*[\p{L}%][^\d]*)?$/u;
const blankThousands = /(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g;

/** "655 (tăng 9,5%)", "8,2 (giảm 3% so với năm 2022)": what stands in brackets behind a value explains it. */
const aside = /(?<=\d[^(]{0,40})(?<!\s)\s*\([^()]{0,120}\d[^()]{0,120}\)[\s*]*$/u;

/** A cell that is one value, with its own unit or the one handed in; null for anything else. */
export function readValue(cell: string, unit: string): CellValue | null {
  const said = cell.length > longestCell ? cell : cell.replace(aside, '');
  if (said.length > longestValue || !/\d/.test(said)) return null;
  const text = spacedNumber.test(said) ? said.replace(blankThousands, '') : said;
  const quantities = findQuantities(text);
  const quantity = quantities[0];
  if (quantity === undefined || (quantities.length > 1 && quantities[1]?.kind !== 'none')) return null;
  if (quantity.kind === 'none' && !/^[\s%)]*$/.test(text.slice(quantity.end))) return null;
  return { quantity, unit: quantity.unit === '' ? unit : quantity.unit };
}

/** "(%)", "(người)" at the end of a name or a header; empty when there is none. */
export function unitInBrackets(text: string): string {
  const inside = /\(([^()]{1,24})\)\s*$/u.exec(text.trim())?.[1]?.trim() ?? /,\s*(%)\s*$/.exec(text.trim())?.[1] ?? '';
  return /^(?:%|‰|đvt:.*|(?:nghìn |ngàn |triệu |tỷ |tỉ )*(?:đồng|người|usd|ha|tấn|km|xã|hộ|lượt|giường|lao động|doanh nghiệp|tiêu chí|m2|m3|trường|cơ sở|%.*|điểm.*|tr\.?đ.*|lượt khách|bác sĩ|con|cây|tạ|kg|lít|vụ|mô hình|sản phẩm|hợp tác xã|htx|thôn|bản|nhà|căn|phòng|học sinh|đoàn viên|hội viên|km2|mw|kwh|m²|m³)(?:\/.*)?)$/iu.test(
    inside,
  )
    ? inside.replace(/^đvt:\s*/iu, '')
    : '';
}

/** What the name of a row or a column, or the sign of the value, says of its direction. */
export function directionOf(name: string, value: string): Direction {
  const folded = fold(name);
  if (/^(?:giam|-)/.test(fold(value)) || /muc giam|^giam|toc do giam|giam(?: binh quan(?: hang nam)?)?$/.test(folded))
    return 'decrease';
  if (/^tang|^\+/.test(fold(value)) || /toc do tang|tang truong|muc tang|tang them/.test(folded)) return 'increase';
  return 'level';
}
