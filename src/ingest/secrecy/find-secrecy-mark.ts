import { fold } from '../../vietnamese/fold.ts';
import { toNfc } from '../../vietnamese/normalize.ts';

export type SecrecyMark = { degree: 'Mật' | 'Tối mật' | 'Tuyệt mật'; where: 'dấu' | 'tên tệp' };

const headLines = 60;
/** A stamp line holds little else. */
const stampLength = 40;

/**
 * The mark of a state secret (Luật Bảo vệ bí mật nhà nước 2018: Tuyệt mật, Tối mật, Mật) on a document: a stamp alone on a line of its head
 * or at the top of a page, "Độ mật: …", a sign such as "Số: 12/KH-UBND(M)", or the file's name. Spaced, unaccented and badly recognised
 * stamps count. Null for documents that only speak of secrecy ("bảo vệ bí mật nhà nước", "mật độ", "mật ong").
 */
export function findSecrecyMark(text: string, fileName: string): SecrecyMark | null {
  const named = degreeOfName(toNfc(fileName));
  if (named !== null) return { degree: named, where: 'tên tệp' };
  const degree = degreeOfStamps(text);
  return degree === null ? null : { degree, where: 'dấu' };
}

function degreeOfStamps(text: string): SecrecyMark['degree'] | null {
  let seen = 0;
  let at = 0;
  let isPageTop = false;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    if (isPageTop || text.charCodeAt(at) === 12) seen = Math.min(seen, headLines - 6);
    const line = text.slice(at, Math.min(end, at + 240)).trim();
    isPageTop = isPageBreak(line);
    if (line !== '' && seen < headLines) {
      seen++;
      const degree = degreeOfLine(line);
      if (degree !== null) return degree;
    }
    at = end + 1;
  }
  return null;
}

const isPageBreak = (line: string): boolean =>
  line.length <= 20 && /^(?:trang|page)?\s*[-–]?\s*\d{1,4}\s*(?:[/-]\s*\d{0,4})?$/i.test(line);

/** A stamp is a cell of its own: the whole line, or what bars, tabs and wide gaps leave of it. */
function degreeOfLine(line: string): SecrecyMark['degree'] | null {
  const whole = degreeOfStamp(line);
  if (whole !== null) return whole;
  for (const cell of line.split(/[|\t]|\s{3,}/)) {
    const degree = degreeOfStamp(cell);
    if (degree !== null) return degree;
  }
  return markedNumber(line);
}

function degreeOfStamp(cell: string): SecrecyMark['degree'] | null {
  if (cell.length > stampLength * 2) return null;
  const stamp = cell.replace(/^[\s*_#[\](){}<>"“”'.,:;!~=–—-]+|[\s*_#[\](){}<>"“”'.,:;!~=–—-]+$/g, '');
  if (stamp === '' || stamp.length > stampLength) return null;
  const folded = fold(toNfc(stamp)).replace(/[\s.\-_]+/g, '');
  const label = /^(?:domat|mucdomat|domatvadokhan|dongdaumat)[:/]?/.exec(folded);
  const rest = label === null ? folded : folded.slice(label[0].length);
  if (label === null && !isShouted(stamp)) return null;
  return degreeOf(rest);
}

/** Stamps are in capitals; "Mật" alone on a line too is one, "mật" in small letters is a word. */
function isShouted(stamp: string): boolean {
  return stamp === stamp.toUpperCase() || /^(?:Mật|Tối [Mm]ật|Tuyệt [Mm]ật)$/u.test(toNfc(stamp));
}

/** The degree that letters without blanks and marks spell; 0, 1, l and rn stand for letters that recognition mistook. */
function degreeOf(letters: string): SecrecyMark['degree'] | null {
  const plain = letters
    .replaceAll('0', 'o')
    .replaceAll('4', 'a')
    .replaceAll('rn', 'm')
    .replace(/(?:hoatoc|thuongkhan|hentoc|khan)$/, '');
  if (plain === 'tuyetmat') return 'Tuyệt mật';
  if (/^t[o6][i1l|!]mat$/.test(plain)) return 'Tối mật';
  return /^(?:mat|daumat|tailieumat|vanbanmat)$/.test(plain) ? 'Mật' : null;
}

/** "Số: 15/KH-UBND(M)", "Số 03-NQ/TU (TM)": the sign of a secret document's number. */
function markedNumber(line: string): SecrecyMark['degree'] | null {
  const match = /^[^\p{L}]{0,4}số\s?[:.]?\s?\d{1,5}[^\s()]{2,30}\s?\(\s?(M|TM|TuM|MẬT|TỐI MẬT|TUYỆT MẬT)\s?\)/iu.exec(
    toNfc(line),
  );
  if (match?.[1] === undefined) return null;
  const sign = fold(match[1]);
  return sign === 'm' || sign === 'mat' ? 'Mật' : sign === 'tum' || sign.startsWith('tuyet') ? 'Tuyệt mật' : 'Tối mật';
}

/** A file named "Mat-…", "… (TỐI MẬT).docx", "TuyetMat_…": the word by itself, not "mật độ" or "bí mật". */
function degreeOfName(fileName: string): SecrecyMark['degree'] | null {
  const base = fileName
    .slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
    .replace(/\.[a-z0-9]{1,5}$/i, '');
  const words = fold(base.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (/(?:^| )tuyet ?mat(?: |$)/.test(words)) return 'Tuyệt mật';
  if (/(?:^| )toi ?mat(?: |$)/.test(words)) return 'Tối mật';
  const isBracketed = /[([]\s?m[aậ]t\s?[)\]]/iu.test(base);
  const isLead =
    /^(?:(?:van ban|tai lieu|cong van|ho so|dau) )?mat(?: \d|$)/.test(words) ||
    /(?:^|[^\p{L}])MẬT(?:[^\p{L}]|$)/u.test(base);
  return isBracketed || (isLead && !/bi mat|bao mat/.test(words)) ? 'Mật' : null;
}
