import { fold } from '../../vietnamese/fold.ts';
import { insideEmphasis, isCapsLine } from './line-shape.ts';
import { type Marker, type MarkerStyle, unnumberedRank } from './marker.ts';

/** What a paragraph would be called as a heading, and its rank; `sure` when nothing below it is needed to tell. */
export type HeadingShape = { name: string; rank: number; sure: boolean };

const longestHeading: Readonly<Record<MarkerStyle, number>> = {
  hash: 400,
  annex: 300,
  part: 300,
  chapter: 300,
  section: 300,
  letter: 220,
  roman: 260,
  article: 200,
  decimal: 180,
  small: 140,
  bracket: 120,
  bullet: 0,
};

const alwaysHeading: ReadonlySet<MarkerStyle> = new Set([
  'hash',
  'annex',
  'part',
  'chapter',
  'section',
  'roman',
  'letter',
]);

/** Openings of labels that stand alone on a line above what they name. */
const labels =
  /^(?:ve |doi voi |linh vuc |cac chi tieu|chi tieu|mot so chi tieu|muc tieu|nhiem vu|cac nhiem vu|giai phap|noi dung|yeu cau|muc dich|quan diem|to chuc thuc hien|kinh phi|thoi gian|phan cong|trach nhiem|khau hieu|hinh thuc|doi tuong|pham vi)/;

/** The heading that a paragraph could be; null when it is none whatever stands around it. */
export function headingShape(text: string, marker: Marker | null): HeadingShape | null {
  return marker === null ? unnumbered(text) : numbered(text, marker);
}

function numbered(text: string, marker: Marker): HeadingShape | null {
  if (text.length > longestHeading[marker.style]) return null;
  const rest = text.slice(marker.contentStart);
  const name = headingName(rest);
  if (name === '')
    return marker.style === 'bullet'
      ? null
      : { name: headingName(text).replace(/[.:]$/, ''), rank: marker.rank, sure: true };
  const isShouted = isCapsLine(rest) || insideEmphasis(text).isBold || insideEmphasis(rest).isBold;
  if (alwaysHeading.has(marker.style)) {
    const isSentence = /[.;,]$/.test(rest) && !isShouted && (rest.length > 90 || marker.style === 'letter');
    return isSentence || (marker.style !== 'hash' && hasFigure(rest) && !isShouted && /[.;]$/.test(rest))
      ? null
      : { name, rank: marker.rank, sure: true };
  }
  if (marker.style === 'bullet' || /[.;,…]$/.test(rest)) return null;
  if (isShouted) return { name, rank: marker.rank, sure: true };
  if (/^\p{Ll}/u.test(rest) || hasFigure(rest)) return null;
  return { name, rank: marker.rank, sure: marker.style === 'article' };
}

function unnumbered(text: string): HeadingShape | null {
  if (text.length > 200 || /\n\s*\n/.test(text)) return null;
  const { isBold } = insideEmphasis(text);
  const name = headingName(text);
  const words = name.split(/\s+/).length;
  if (words < 2 || /[.;,!?]$/.test(name)) return null;
  if (isBold || isCapsLine(name, 6)) return { name, rank: isBold ? unnumberedRank : unnumberedRank - 60, sure: true };
  if (text.length > 90 || hasFigure(name) || / sau:?$|:.{2,}/.test(text)) return null;
  return labels.test(fold(name)) && words <= 14 ? { name, rank: unnumberedRank, sure: false } : null;
}

/** A heading's words: numbering and emphasis off, white space as single blanks, no colon at the end. */
export function headingName(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s#*_]+/, '')
    .replace(/(?<![\s*_#])[\s*_#]+$/, '')
    .replace(/(?<!\s)\s*:\s*$/, '')
    .replace(/\*{2,3}/g, '')
    .trim();
}

/** Whether a text holds a number that is no year, date, ordinal or document number: such a line says something and names nothing. */
function hasFigure(text: string): boolean {
  const rest = fold(text)
    .replace(/\d{1,5}(?:\/\d{4})?[/-]\p{L}[\p{L}\d/-]*/gu, ' ')
    .replace(/\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|(?:19|20)\d{2}\s?[-–]\s?(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2}/g, ' ')
    .replace(
      /(?:ngay|thang|quy|nam|lan thu|khoa|ky hop thu|giai doan|dieu|muc|phan|chuong|tuan|covid)[\s-]{0,2}\d{1,2}/g,
      ' ',
    )
    .replace(/\d{1,2} (?:nam|thang|quy)(?![\p{L}])/gu, ' ');
  return /\d/.test(rest);
}
