import type { Quantity } from '../../vietnamese/quantity.ts';
import type { Span } from './plain-text.ts';
import type { Block } from './read-figure.ts';

const breakdown =
  /^\( ?(?:§rong (?:moi|[t§]ai canh|thay the|bo sung)|trong do|trong so do|gom|bao gom|cu the|chia ra|rieng)/;

/** Whether a bracket says itself that it tells parts ("(trong đó: …"). */
export const opensBreakdown = (folded: string): boolean => breakdown.test(folded);

/** "(khu vực miền núi xuống dưới 25%)": one part of those counted, by where or who they are. */
const group =
  /^\( ?(?:rieng |[d§]oi voi |o )?(?:moi |khu vuc|vung|mien nui|nong thon|thanh thi|do thi|nu |nam gioi|nguoi dan toc|dong bao|cac (?:xa|huyen|tinh|truong|lop|thon|phuong|don vi|dia phuong|benh vien|[c§]o so)(?: [a-z§]+){0,3}|tuyen|cap (?:tinh|huyen|xa)) ?(?!\d)/;

const aside = /^\( ?(?:tuong|tang|giam|nam|dat|bang|ke hoach|khoang|tu |so voi|chiem|theo|vuot|den|[\d<>≥≤])/;

/** Whether a bracket behind a value tells its parts: it says so, or it lists several values of the same kind by name. */
export function isBreakdown({ plain, quantities }: Block, kind: Quantity['kind'], bracket: Span): boolean {
  const words = plain.folded.slice(bracket.start, bracket.end);
  if (opensBreakdown(words)) return true;
  const inside = quantities.filter((one) => one.start > bracket.start && one.end < bracket.end);
  if (inside.length === 1 && inside[0]?.kind === kind && group.test(words)) return true;
  if (inside.length < 2) return false;
  // "100% giáo viên đạt chuẩn (70% Tốt, 25% Khá)", "5,99 điểm (Toán 5,14; Ngữ văn 7,52)"
  if (inside.every((one) => one.kind === kind) && (!aside.test(words) || /^\( ?\d[\d,.]* ?% [a-z§]/.test(words)))
    return true;
  return inside.every((one) => one.kind === 'none' && /^\d+,\d+$/.test(one.valueText)) && /^\([a-z§]/.test(words);
}
