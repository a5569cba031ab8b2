import { fold } from '../../vietnamese/fold.ts';
import { plainLetters } from './plain-letters.ts';
import { stampBesideHead } from './stamp-beside-head.ts';

export type SecrecyMark = { degree: 'Mật' | 'Tối mật' | 'Tuyệt mật'; where: 'dấu' | 'tên tệp' };

const headLines = 60;
/** So far down a stamp runs into the head beside it. */
const besideLines = 12;
/** A stamp line holds little else. */
const stampLength = 40;

/**
 * The mark of a state secret (Luật Bảo vệ bí mật nhà nước 2018: Tuyệt mật, Tối mật, Mật) on a document: a stamp alone on a line of its head
 * or at the top of a page, "Độ mật: …", a sign such as "Số: 12/KH-UBND(M)", or the file's name. Spaced, unaccented and badly recognised
 * stamps count. Null for documents that only speak of secrecy ("bảo vệ bí mật nhà nước", "mật độ", "mật ong").
 */
export function findSecrecyMark(text: string, fileName: string): SecrecyMark | null {
  const named = degreeOfName(plainLetters(fileName));
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
      const plain = plainLetters(line);
      const degree = degreeOfLine(plain) ?? (seen <= besideLines ? degreeOf(stampBesideHead(plain) ?? '') : null);
      if (degree !== null) return degree;
    }
    at = end + 1;
  }
  return null;
}

const isPageBreak = (line: string): boolean =>
  line.length <= 20 && /^(?:trang|page)?\s*(?:[-–]\s*)?\d{1,4}\s*(?:[/-]\s*\d{0,4})?$/i.test(line);

/** A stamp is a cell of its own: the whole line, or what bars, tabs and wide gaps leave of it. */
function degreeOfLine(line: string): SecrecyMark['degree'] | null {
  const whole = degreeOfStamp(line);
  if (whole !== null) return whole;
  for (const cell of line.split(/[|;\t]|\s{3,}/)) {
    const degree = degreeOfStamp(cell);
    if (degree !== null) return degree;
  }
  return markedNumber(line);
}

function degreeOfStamp(cell: string): SecrecyMark['degree'] | null {
  if (cell.length > stampLength * 2) return null;
  const stamp = cell
    .replace(/^[\s*_#[\](){}<>"“”«»‹›'.,:;!~=–—-]+/, '')
    .replace(/(?<![\s*_#[\](){}<>"“”«»‹›'.,:;!~=–—-])[\s*_#[\](){}<>"“”«»‹›'.,:;!~=–—-]+$/, '');
  if (stamp === '' || stamp.length > stampLength) return null;
  // Between a label and its degree stand frames, too: "Độ mật: **MẬT**".
  const folded = fold(stamp).replace(/[\s.\-_*[\](){}<>"“”«»‹›']+/g, '');
  const label = /^(?:domat|mucdomat|domatvadokhan|dongdaumat)[:/]?/.exec(folded);
  const rest = label === null ? folded : folded.slice(label[0].length);
  if (label === null && !isShouted(stamp)) return null;
  return degreeOf(rest);
}

/** Stamps are in capitals; "Mật" alone on a line too is one, "mật" in small letters is a word. */
function isShouted(stamp: string): boolean {
  const letters = stamp.replace(/[l1|]/g, 'I');
  return (
    letters === letters.toUpperCase() ||
    /^(?:Mật|(?:Tối|Tuyệt) [Mm]ật|(?:Tài liệu|Văn bản) (?:Mật|Tối [Mm]ật|Tuyệt [Mm]ật))$/u.test(stamp)
  );
}

/** The degree that letters without blanks and marks spell; 0, 1, l and rn stand for letters that recognition mistook. */
function degreeOf(letters: string): SecrecyMark['degree'] | null {
  const plain = letters
    .replaceAll('0', 'o')
    .replaceAll('4', 'a')
    .replaceAll('rn', 'm')
    .replace(/(?:hoatoc|thuongkhan|hentoc|khan)$/, '')
    .replace(/^(?:dau|tailieu|vanban)(?=t|mat$)/, '');
  if (/^tu[yv][eo][t7+]ma[t7+]$/.test(plain)) return 'Tuyệt mật';
  if (/^t[o6][i1l|!]ma[t7+]$/.test(plain)) return 'Tối mật';
  return plain === 'mat' ? 'Mật' : null;
}

/** "Số: 15/KH-UBND(M)", "Số 03-NQ/TU (TM)": the sign of a secret document's number. */
function markedNumber(line: string): SecrecyMark['degree'] | null {
  const match = /^[^\p{L}]{0,4}số\s?[:.]?\s?\d{1,5}[^\s()]{2,30}\s?\(\s?(M|TM|TuM|MẬT|TỐI MẬT|TUYỆT MẬT)\s?\)/iu.exec(
    line,
  );
  if (match?.[1] === undefined) return null;
  const sign = fold(match[1]);
  return sign === 'm' || sign === 'mat' ? 'Mật' : sign === 'tum' || sign.startsWith('tuyet') ? 'Tuyệt mật' : 'Tối mật';
}

/** A number's sign with the letters of a degree behind it: "15-KH-UBND(M)", "KH15 (TM)". */
const signedName = /(?:\d|KH|QĐ|QD|CV|BC|TB|NQ|CT|CTr|TTr|UBND|HĐND|HDND|TU|CP|TTg)\s?\((M|TM|TuM)\)/i;
/** Behind a number or the sign of one, "mat" is no part of another word. */
const behindSign = /(?:^| )(?:[a-z]*\d{2,}[a-z]*|kh|qd|cv|bc|tb|nq|ct|ctr|ttr|ubnd|hdnd|tu) mat$/;

/** A file named "Mat-…", "… (TỐI MẬT).docx", "TuyetMat_…": the word by itself, not "mật độ" or "bí mật". */
function degreeOfName(fileName: string): SecrecyMark['degree'] | null {
  const base = fileName
    .slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
    .replace(/\.[a-z0-9]{1,5}$/i, '');
  const words = fold(base.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (/(?:^| )tuyet ?mat(?![a-z])/.test(words)) return 'Tuyệt mật';
  if (/(?:^| )toi ?mat(?![a-z])/.test(words)) return 'Tối mật';
  const sign = signedName.exec(base)?.[1]?.toLowerCase();
  if (sign !== undefined) return sign === 'm' ? 'Mật' : sign === 'tm' ? 'Tối mật' : 'Tuyệt mật';
  const isBracketed = /[([]\s?m[aậ]t\s?[)\]]/iu.test(base);
  const isLead =
    /^(?:(?:van ban|tai lieu|cong van|ho so|dau) )?mat(?: \d|$)/.test(words) ||
    /(?:^|[^\p{L}])MẬT(?:[^\p{L}]|$)/u.test(base) ||
    /^(?:tối |tuyệt )?mật\s*[-–_.,](?!\s*(?:độ|ong|khẩu|mã|thiết))/iu.test(base) ||
    behindSign.test(words);
  return isBracketed || (isLead && !/bi mat|bao mat/.test(words)) ? 'Mật' : null;
}
