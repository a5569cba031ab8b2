import { findDates } from '../../vietnamese/date.ts';
import type { DocumentContext } from './document-context.ts';

/** The document that an annex or plan was issued with. Its number is not the annex's own and is not taken over. */
export type AttachedTo = { date: string | null; issuer: string | null };

/** "(Ban hành kèm theo Quyết định số 2950/QĐ-UBND ngày 22 tháng 12 năm 2025 của UBND tỉnh An Giang)"; null when there is no such line. */
export function parseAttachedTo({ lead }: Pick<DocumentContext, 'lead'>): AttachedTo | null {
  const line = lead
    .slice(0, 3)
    .find((paragraph) => /^[*_\s]*\(?(?:ban hành )?kèm theo\s/iu.test(paragraph) && paragraph.length <= 300);
  if (line === undefined) return null;
  const issuer = /\scủa\s([^()]{5,80}?)(?:\s(?:về|ban hành|phê duyệt)\s[^()]*)?[)*_\s.]*$/u.exec(line)?.[1] ?? null;
  return { date: findDates(line)[0]?.date ?? null, issuer };
}
