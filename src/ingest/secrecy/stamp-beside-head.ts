import { fold } from '../../vietnamese/fold.ts';

/** What stands in the head of a document and, on a scan, runs into the stamp beside it: issuer, state title, number. */
const headPhrase =
  /^(?:uy ban|hoi dong|tinh |thanh pho|huyen |thi xa|quan |phuong |xa |bo [a-z]|so [a-z]|ban (?:chi|to|tuyen|noi|dan|can|thuong)|cong an|bo chi huy|quan khu|tinh uy|huyen uy|thanh uy|dang |van phong|cong hoa|doc lap|so ?:|so \d)/;
/** What is printed behind a stamp. */
const behindStamp =
  /^(?:[-–(]\s?)?(?:ban so|khong (?:sao|pho|duoc)|chi (?:nguoi|doc)|ban hanh|so ?: ?\d|so \d|thoi han|do khan|hoa toc)/;
/** "bảo mật", "bí mật", "ong mật": words that take "mật" in. */
const takesIn = new Set('bi bao co than ong lay mia duong chan noi lo mat gioi tinh'.split(' '));

const longestRest = 80;

/** The degree of a stamp in capitals at either end of a line of the head ("UBND TỈNH … MẬT", "TỐI MẬT Bản số 3"); null when there is none. */
export function stampBesideHead(line: string): 'mat' | 'toimat' | 'tuyetmat' | null {
  const words = line.split(/\s+/);
  return atEnd(words) ?? atStart(words);
}

function atEnd(words: readonly string[]): ReturnType<typeof stampBesideHead> {
  if (!isStampWord(words.at(-1), 'mat')) return null;
  const before = words.at(-2) ?? '';
  const degree = isStampWord(before, 'toi') ? 'toimat' : isStampWord(before, 'tuyet') ? 'tuyetmat' : 'mat';
  if (degree === 'mat' && takesIn.has(fold(before).replace(/[^a-z]/g, ''))) return null;
  const rest = fold(words.slice(0, degree === 'mat' ? -1 : -2).join(' '));
  return rest.length <= longestRest && headPhrase.test(`${rest} `) ? degree : null;
}

function atStart(words: readonly string[]): ReturnType<typeof stampBesideHead> {
  const [first, second] = words;
  const isTwo = (isStampWord(first, 'toi') || isStampWord(first, 'tuyet')) && isStampWord(second, 'mat');
  if (!isTwo && !isStampWord(first, 'mat')) return null;
  const rest = fold(words.slice(isTwo ? 2 : 1).join(' ')).replace(/^[-–.,:;|\s]+/, '');
  const isStamp = rest.length <= longestRest && (headPhrase.test(`${rest} `) || behindStamp.test(rest));
  if (!isStamp) return null;
  return !isTwo ? 'mat' : isStampWord(first, 'toi') ? 'toimat' : 'tuyetmat';
}

/** In capitals, its marks perhaps misread, with bars and points around it. */
function isStampWord(word: string | undefined, letters: string): boolean {
  const bare = (word ?? '').replace(/^[^\p{L}]+/u, '').replace(/(?<![^\p{L}])[^\p{L}]+$/u, '');
  return bare === bare.toUpperCase() && fold(bare) === letters;
}
