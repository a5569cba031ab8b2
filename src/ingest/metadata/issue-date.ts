import { findDates } from '../../vietnamese/date.ts';
import { fold } from '../../vietnamese/fold.ts';
import { postingDate } from '../structure/posting-line.ts';
import { parseAttachedTo } from './attached-to.ts';
import type { DocumentContext } from './document-context.ts';
import { findDocumentNumbers } from './document-number.ts';
import { isOfficial } from './own-number.ts';
import { dateOfForm } from './portal-form.ts';

/**
 * ISO date on which the document was issued: the line of place and date, else what the title or an article's first sentences say of its
 * signing, else its adoption ("thông qua ngày …"), else when the page was posted. Null when nothing says.
 */
export function readIssueDate(context: DocumentContext, ownNumber: string | null): string | null {
  const hinted = context.hints.get('date');
  if (hinted !== undefined) return findDates(hinted)[0]?.date ?? null;
  const posted = readPostingDate(context);
  const printed =
    dateOfCells(context.headCells) ??
    dateOfTitle(context.title) ??
    dateOfForm(context.source) ??
    dateOfCells(context.footLines);
  if (printed !== null) return printed;
  const attached = parseAttachedTo(context)?.date ?? null;
  if (attached !== null) return attached;
  if (isOfficial(context)) return adoptionDate(context) ?? posted;
  const year = posted === null ? undefined : Number(posted.slice(0, 4));
  return signingDate(context, { ownNumber, year }) ?? adoptionDate(context) ?? posted;
}

/** The place-and-date line ("Nghệ An, ngày 21 tháng 10 năm 2021"), or a portal's "Ngày ban hành: …"; cells may break in the middle. */
function dateOfCells(cells: readonly string[]): string | null {
  const text = cells.join('\n');
  const folded = fold(text);
  const labelled = /ngay (?:ban hanh|ky|van ban)\s?[:|]?\s{0,3}(?=\d)/.exec(folded);
  if (labelled !== null) return findDates(text.slice(labelled.index, labelled.index + 60))[0]?.date ?? null;
  for (const { date, start } of findDates(text)) {
    const before = folded.slice(Math.max(0, start - 24), start + 4);
    if (/(?:^|[\n,.)\s])ngay/.test(before) && !/hieu luc|het han|dang|cap nhat|nhan/.test(before)) return date;
  }
  return null;
}

/** "Quyết định 31/2020/QĐ-UBND ngày 26/10/2020 …" at the opening of a headline. */
function dateOfTitle(title: string): string | null {
  const number = findDocumentNumbers(title.slice(0, 60))[0];
  if (number === undefined || number.start > 30) return null;
  const rest = title.slice(number.end, number.end + 40);
  return /^,?\s{0,2}ngày/i.test(rest) ? (findDates(rest)[0]?.date ?? null) : null;
}

const signing =
  /ban hanh|(?<![a-z])ky(?![a-z])|co van ban|co cong van|phat dong|thong qua|phe duyet|co ke hoach|co chi thi|ra quyet dinh/;

function signingDate(
  context: DocumentContext,
  about: { ownNumber: string | null; year: number | undefined },
): string | null {
  for (const paragraph of context.lead.slice(0, 3)) {
    const date =
      dateAfterNumber(paragraph, about) ?? dateBeforeNumber(paragraph, about) ?? dateOfOpening(paragraph, about.year);
    if (date !== null) return date;
  }
  return null;
}

function dateAfterNumber(
  paragraph: string,
  about: { ownNumber: string | null; year: number | undefined },
): string | null {
  if (about.ownNumber === null) return null;
  const own = findDocumentNumbers(paragraph).find(({ number }) => number === about.ownNumber);
  if (own === undefined) return null;
  const rest = paragraph.slice(own.end, own.end + 45);
  const found = findDates(rest, { year: about.year })[0];
  return found !== undefined && /^[\s,()]{0,3}(?:ngày|ký ngày)?\s?$/i.test(rest.slice(0, found.start))
    ? found.date
    : null;
}

/** "…, ngày 18/01/2023 UBND huyện Bắc Hà ban hành Kế hoạch số 20/KH-UBND": the last date before the number, the issuing between them. */
function dateBeforeNumber(
  paragraph: string,
  about: { ownNumber: string | null; year: number | undefined },
): string | null {
  const own = findDocumentNumbers(paragraph).find(({ number }) => number === about.ownNumber);
  if (own === undefined) return null;
  const before = paragraph.slice(Math.max(0, own.start - 220), own.start);
  // The day of another document that is cited before is that one's.
  const cited = findDocumentNumbers(before);
  const isCited = (at: number) =>
    cited.some(({ end }) => end <= at && /^[\s,(]{0,3}(?:ký )?(?:ngày )?$/u.test(before.slice(end, at)));
  const found = findDates(before, { year: about.year }).findLast(({ start }) => !isCited(start));
  return found !== undefined && signing.test(fold(before.slice(found.end))) ? found.date : null;
}

/** "Ngày 29/12/2022, UBND tỉnh … ký ban hành Kế hoạch …": the date opens the sentence and the signing follows in it. */
function dateOfOpening(paragraph: string, year: number | undefined): string | null {
  const opening = paragraph.slice(0, 400);
  const folded = fold(opening);
  const found = findDates(opening, { year }).find(({ start }) => /^.{0,30}$/.test(folded.slice(0, start)));
  if (found === undefined || !/(?:^|\s|\()(?:ngay|hom nay|sang|chieu)/.test(folded.slice(0, found.start + 5)))
    return null;
  return signing.test(folded.slice(found.end, found.end + 220)) ? found.date : null;
}

/** "… khóa XVI, kỳ họp thứ 2 thông qua ngày 12 tháng 11 năm 2026": how resolutions and laws close. */
function adoptionDate({ source }: DocumentContext): string | null {
  const at = source.folded.lastIndexOf('thong qua ngay');
  return at === -1 ? null : (findDates(source.text.slice(at, at + 60))[0]?.date ?? null);
}

function readPostingDate({ source, structure, hints }: DocumentContext): string | null {
  const saved = findDates(hints.get('posted') ?? '')[0]?.date;
  if (saved !== undefined) return saved;
  for (const index of [...structure.furniture].sort((a, b) => a - b).slice(0, 40)) {
    const line = source.lines[index];
    if (line === undefined || line.end - line.start > 120) continue;
    const text = source.text.slice(line.start, line.end);
    if (/đến|văn bản đến/i.test(text.slice(0, 8)) || /^ĐEN/.test(text)) continue;
    const date = postingDate(text);
    if (date !== null) return date;
  }
  return null;
}
