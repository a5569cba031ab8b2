import type { DocumentBlock } from '../block.ts';

/** "- Tỷ lệ giảm hộ nghèo: 10,25%": a label and its value, unless it says when, where, with whom or for how much something is held. */
export const isOutputLine = (line: string): boolean =>
  /^[^:;]{3,120}: ?[<>≤≥~]? ?\d[\d.,]* ?[\p{L}%‰]/u.test(line) &&
  !/^[^\p{L}]*(?:o )?(?:kinh phí|thời (?:gian|lượng|hạn)|thành phần|địa điểm|số lượng|điện thoại|(?:di|dung) động|quy mô|đối tượng|hạn)/iu.test(
    line,
  );

const share = /^[^\p{L}]*(?:trong đó,? )?(?:tỷ|tỉ) lệ [^:]+: ?\d/iu;
const fewestShares = 4;
const fewestLines = 8;
/** Words of what was done, is or is reported; a year says what the lines are of by itself. */
const told =
  /(?<!\p{L})(?:kết quả|thực hiện|đã|đạt được|ước|hiện (?:có|nay|trạng)|báo cáo|tình hình|so với|thống kê)(?!\p{L})|(?:19|20)\d\d/iu;

/**
 * Whether a text without head, time or story is nothing but the lines of a table of indicators ("Tỷ lệ giao quân: 100%"), as they stand in an
 * annex of what is to be reached.
 */
export function listsIndicators(text: string, blocks: readonly DocumentBlock[]): boolean {
  if (blocks.length < fewestLines || told.test(text)) return false;
  const lines = blocks.flatMap((block) => (block.kind === 'heading' ? [] : [text.slice(block.start, block.end)]));
  const listed = lines.filter(isOutputLine);
  const isTable = blocks.some(({ kind }) => kind === 'table');
  return (
    !isTable &&
    listed.length >= fewestLines &&
    listed.length * 4 >= lines.length * 3 &&
    listed.filter((line) => share.test(line)).length >= fewestShares
  );
}
