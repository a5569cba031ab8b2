import type { Reference } from '../../domain/relation.ts';
import { findDates } from '../../vietnamese/date.ts';
import { fold } from '../../vietnamese/fold.ts';
import { findDocumentNumbers } from '../metadata/document-number.ts';

/** A document named in a text: from its kind ("Quyết định số …") to the end of its number. */
export type FoundReference = { to: Reference; start: number; end: number };

const types =
  'nghi quyet|quyet dinh|chi thi|ke hoach|chuong trinh|de an|phuong an|huong dan|thong bao|thong tu|nghi dinh|luat|ket luan|quy dinh|quy che|cong van|cong dien|to trinh|bao cao|van ban';
const typeBefore = new RegExp(`(?<![a-z])(${types})(?: hanh dong)?,?\\s{1,2}(?:so\\s?:?\\s{0,2})?$`);
/** "Kế hoạch số 15 ngày …": the symbol left out. */
const bareNumber = new RegExp(
  `(?<![a-z])(?:${types})\\s{1,2}so\\s{1,2}(\\d{1,5})(?![\\d/.,-]|\\s?[/-]\\s?[a-z\\d])`,
  'g',
);

/** The documents that a text names by number, in order; `[]` when there are none. White space must be single blanks. */
export function findReferences(text: string): FoundReference[] {
  const folded = fold(text);
  const numbered = findDocumentNumbers(text);
  const bare = [...folded.matchAll(bareNumber)].map((match) => ({
    number: match[1] ?? '',
    start: match.index + match[0].length - (match[1]?.length ?? 0),
    end: match.index + match[0].length,
  }));
  return [...numbered, ...bare]
    .sort((a, b) => a.start - b.start)
    .map(({ number, start, end }) => {
      const type = typeBefore.exec(folded.slice(Math.max(0, start - 40), start));
      const from = type === null ? start : start - type[0].length;
      const name = type === null ? null : text.slice(from, from + (type[1]?.length ?? 0)).toLowerCase();
      return { to: { type: name, number, ...tailOf(text.slice(end, end + 200)) }, start: from, end };
    });
}

const issuerAfter =
  /(?:^|\s)của\s([^,;.:()“”"]{3,90}?)(?=\s(?:về|ban hành|quy định|phê duyệt|thông qua|sửa đổi|khóa|khoá|như|là|theo|và|thì|hết|có|đã|tại|thay|đối)(?!\p{L})|[,;.:()“”"]|$)/u;

/** What stands behind a number: "ngày 12 tháng 12 năm 2025 của Hội đồng nhân dân tỉnh về …". */
function tailOf(tail: string): Pick<Reference, 'date' | 'year' | 'issuer'> {
  const stop = tail.search(/[;“”"]/);
  const own = stop < 0 ? tail : tail.slice(0, stop);
  const dated = /^[,\s(]{0,3}(?:đã |được )?(?:ký |ban hành )?ngày\s/iu.test(own)
    ? findDates(own.slice(0, 60))[0]
    : undefined;
  const year = /^[,\s(]{0,3}năm\s((?:19|20)\d\d)/iu.exec(own)?.[1];
  const issuer = issuerAfter.exec(own.slice(0, 160));
  const isNear = issuer !== null && (dated === undefined ? issuer.index < 20 : issuer.index <= dated.end + 6);
  return {
    date: dated?.date ?? null,
    year: dated !== undefined ? Number(dated.date.slice(0, 4)) : year === undefined ? null : Number(year),
    issuer: isNear ? (issuer[1]?.trim() ?? null) : null,
  };
}
