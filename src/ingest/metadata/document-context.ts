import type { DocumentBlock } from '../block.ts';
import type { Hints } from '../readers/reader.ts';
import type { SourceText } from '../source-text.ts';
import { cellsOf, isPlaceDateLine } from '../structure/frame-lines.ts';
import type { Structure } from '../structure/read-structure.ts';

/** What metadata is read from: the parts of a document, each as plain strings. */
export type DocumentContext = {
  hints: Hints;
  structure: Structure;
  source: SourceText;
  /** Pieces of the lines above the body (issuer, number, place and date), the title's left out. */
  headCells: string[];
  /** Trích yếu or headline with single blanks and without Markdown marks; empty when there is none. */
  title: string;
  /** First paragraphs of the body: what a web article says of the document it reports. */
  lead: string[];
  /** Pieces of the lines of signature and recipients. */
  footLines: string[];
};

const leadParagraphs = 4;

export function documentContext(source: SourceText, structure: Structure, hints: Hints): DocumentContext {
  const { head, feet, blocks } = structure;
  const textOf = (block: DocumentBlock) => flat(source.text.slice(block.start, block.end));
  const headIndices = [...head.lines].sort((a, b) => a - b);
  const headCells = headIndices.flatMap((index) => {
    const cells = cellsOf(lineText(source, index));
    return isInTitle(structure, source, index) ? cells.slice(1).filter(isPlaceDateLine) : cells;
  });
  const body = blocks.filter((block) => block.kind !== 'table' && block.start !== head.title?.start);
  return {
    hints,
    structure,
    source,
    headCells: headCells.length > 0 ? headCells : openingCells(source),
    title:
      head.title === null
        ? ''
        : withoutPosting(flat(withoutPlaceDate(source.text.slice(head.title.start, head.title.end)))),
    lead: body.slice(0, leadParagraphs).map(textOf),
    footLines: feet.flatMap((foot) => foot.lines.map((index) => lineText(source, index))),
  };
}

/** A headline at whose end the page prints when it was posted ("… trong năm học mới 04/09/2024 08:21"), without that. */
const withoutPosting = (title: string): string =>
  title.replace(/(?<!\s)\s+\d{1,2}\/\d{1,2}\/\d{4}(?:,?\s+\d{1,2}[:h]\d{2})?$/u, '') || title;

/** A title beside which the place and date stand ("V/v đẩy mạnh …      Hà Nội, ngày 04 tháng 5 năm 2023"), without these. */
function withoutPlaceDate(title: string): string {
  if (!/ {3}|\t/.test(title)) return title;
  return title
    .split('\n')
    .map((line) => {
      const cells = cellsOf(line);
      const isBeside = cells.length > 1 && cells.slice(1).every(isPlaceDateLine);
      return isBeside ? (cells[0] ?? '') : line;
    })
    .join('\n');
}

/** A whole document on one line: its opening, cut where the parts of a head begin. */
function openingCells({ text, lines }: SourceText): string[] {
  const first = lines.find((line) => line.end - line.start > 300);
  const opening = first === undefined ? '' : text.slice(first.start, first.start + 1500);
  if (!/CỘNG H[ÒO][AÀ] XÃ HỘI/u.test(opening)) return [];
  const parts = opening.split(
    /(?=CỘNG H[ÒO][AÀ] XÃ HỘI)|(?<=Hạnh phúc)|(?=Số\s?:)|(?<=\/\p{Lu}[\p{L}-]{1,14})\s(?=\p{Lu}\p{Ll})|(?<=năm (?:19|20)\d\d)\s/u,
  );
  return parts
    .slice(0, 8)
    .map((part) => part.replace(/^[\s*\d.]+/, '').replace(/(?<![\s*])[\s*]+$/, ''))
    .filter((part) => part !== '' && part.length < 200);
}

function isInTitle({ head }: Structure, source: SourceText, index: number): boolean {
  const line = source.lines[index];
  return head.title !== null && line !== undefined && line.start >= head.title.start && line.end <= head.title.end;
}

function lineText(source: SourceText, index: number): string {
  const line = source.lines[index];
  return line === undefined ? '' : source.text.slice(line.start, line.end).replaceAll('\n', ' ');
}

/** On one line, without Markdown's marks of heading and emphasis. */
export function flat(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[#\s|]+/, '')
    .replace(/(?<![\s|])[\s|]+$/, '')
    .replace(/\*{1,3}|_{2,3}/g, '')
    .trim();
}
