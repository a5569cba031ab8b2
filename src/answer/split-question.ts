import type { Asked } from '../tools/match-targets.ts';
import { type AskedReader, readAsked } from '../tools/read-asked.ts';
import { fold } from '../vietnamese/fold.ts';

/** One thing asked about, with where it stands in the question. */
export type AskedPart = { text: string; asked: Asked; start: number; end: number };

type Piece = { text: string; start: number; end: number };

/** Commas inside numbers and points of abbreviations part nothing. */
const separators =
  /[;?!+\n]|(?<![a-z\d])&(?![a-z\d])|,(?!\d)|\.(?=\s|$)|(?<![a-z])(?:va|(?<!so )voi|(?<=so )voi(?! (?:tong )?gr?dp)|cung voi|hay|hoac|and|dong thoi)(?![a-z])|(?<=bao nhieu%?) con(?! bao nhieu|lai)(?![a-z])/g;
/** More pieces than this are not asked in one message. */
const mostPieces = 10;

/**
 * Parts a question into the things it asks about: "thu ngân sách và tăng bình quân mấy %/năm" → revenue, growth of revenue. `isKnown` tells
 * whether some target answers; where pieces answer only together ("công nghiệp và xây dựng") they stay together, and a piece that
 * answers only with the words before it takes them over. Empty when nothing is asked about.
 */
export function splitQuestion(text: string, reader: AskedReader, isKnown: (asked: Asked) => boolean): AskedPart[] {
  const pieces = piecesOf(text);
  const alone = pieces.map((piece) => partOf(piece, reader)).filter((part) => saysSomething(part));
  if (alone.length <= 1) return alone.filter((part) => hasThing(part));
  const things = alone.filter(hasThing);
  const isEachOwn = things.length === alone.length && !alone.slice(1).some(isMeasureOnly);
  if (isEachOwn && things.every((part) => isKnown(part.asked))) return alone;
  return joinPieces(alone, { reader, isKnown, text });
}

type Joining = { reader: AskedReader; isKnown: (asked: Asked) => boolean; text: string };

/** "cơ cấu kinh tế gồm công nghiệp, dịch vụ, nông nghiệp": all that is named behind it are its parts. */
const membersFollow = /(?<![a-z])(?<!thu )(?:bao gom|gom|trong do)(?! nhung| cac)(?= [a-z])/;

/** From the left: the longest run that answers as one, else the piece with the words before it, else the piece as it is. */
function joinPieces(alone: readonly AskedPart[], joining: Joining): AskedPart[] {
  const parts: AskedPart[] = [];
  for (let at = 0; at < alone.length; ) {
    const length = runLength(alone, at, joining);
    const piece = joinedPart(alone.slice(at, at + length), joining);
    const last = parts.at(-1);
    const isMember = at > 0 && alone.slice(0, at).some(({ text }) => membersFollow.test(fold(text)));
    const withHead = last === undefined ? null : carried(last, piece, { ...joining, isMember });
    const withTail = withHead === null && !joining.isKnown(piece.asked) ? sharedTail(alone.slice(at), joining) : null;
    if (withHead !== null || withTail !== null) parts.push(withHead ?? withTail ?? piece);
    else if (hasThing(piece)) parts.push(piece);
    at += length;
  }
  return parts;
}

function runLength(alone: readonly AskedPart[], at: number, joining: Joining): number {
  const first = alone[at];
  if (first !== undefined && hasThing(first) && joining.isKnown(first.asked)) return 1;
  const nextKnown = alone.findIndex((part, index) => index > at && hasThing(part) && joining.isKnown(part.asked));
  const nextAsked = alone.findIndex(
    (part, index) => index > at && asksNumber(part) && alone.slice(at, index).some(asksNumber),
  );
  const longest = Math.min(nextKnown < 0 ? alone.length : nextKnown, nextAsked < 0 ? alone.length : nextAsked) - at;
  for (let length = longest; length > 1; length--) {
    if (joining.isKnown(joinedPart(alone.slice(at, at + length), joining).asked)) return length;
  }
  return 1;
}

/** "…bao nhiêu, … bao nhiêu": each number asked for is a thing of its own. */
const asksNumber = ({ text }: AskedPart): boolean => /(?<![a-z])(?:bao nhieu|may)(?![a-z])/.test(fold(text));

function joinedPart(parts: readonly AskedPart[], { reader, text }: Joining): AskedPart {
  const start = parts[0]?.start ?? 0;
  const end = parts.at(-1)?.end ?? start;
  return partOf({ text: text.slice(start, end), start, end }, reader);
}

/** "… và tăng bình quân mấy %/năm", "… và riêng đồng bào dân tộc thiểu số": the thing was named before; null when the piece stands alone. */
function carried(
  before: AskedPart,
  piece: AskedPart,
  { isMember, ...joining }: Joining & { isMember: boolean },
): AskedPart | null {
  if (!hasThing(piece)) return withHead(bareThing(before.text), piece, joining);
  if (isMeasureOnly(piece)) return measured(before, piece, joining);
  // A part that nothing sets for this whole is not answered by a figure of the same name elsewhere.
  if (isMember) return longestHead(before, piece, joining) ?? withHead(bareThing(before.text), piece, joining);
  const isOwn = joining.isKnown(piece.asked);
  const isPart = /^\s*(?:rieng|trong do|gom|luy ke)(?![a-z])/.test(fold(piece.text));
  return isOwn && !isPart ? null : longestHead(before, piece, joining);
}

/** Ways of measuring crops and goods: of what, the words before say. */
const measures = new Set('san_luong dien_tich nang_suat gia_tri doanh_thu kim_ngach'.split(' '));
const measureNouns =
  /(?<!\p{L})(?:diện tích|sản lượng|năng suất|giá trị|dien tich|san luong|nang suat|gia tri)(?!\p{L})/giu;

function isMeasureOnly({ asked }: AskedPart): boolean {
  const unit = (asked.measure.unit ?? '').split(' ');
  const telling = asked.words.filter(
    ({ weight, isNumber, token }) => weight >= 0.5 && !isNumber && !unit.includes(token),
  );
  return telling.length > 0 && telling.every(({ token }) => measures.has(token));
}

/** "trồng ngô bao nhiêu ha, năng suất bao nhiêu": of that crop, whatever is done with it; never the yield of another. */
function measured(before: AskedPart, piece: AskedPart, joining: Joining): AskedPart {
  const words = bareThing(before.text).replace(measureNouns, ' ').trim().split(/\s+/);
  for (let from = 0; from < words.length; from++) {
    const head = words.slice(from).join(' ');
    const together = withHead(head, piece, joining);
    if (isThing(readAsked(head, joining.reader)) && joining.isKnown(together.asked)) return together;
  }
  return withHead(words.join(' '), piece, joining);
}

/** The earlier words, their last ones left off as far as needed: "diện tích gieo trồng lúa, cà phê" → "diện tích gieo trồng cà phê". */
function longestHead(before: AskedPart, piece: AskedPart, joining: Joining): AskedPart | null {
  const words = bareThing(before.text).trim().split(' ');
  // Of what nothing answers only the words that the piece stands in the place of may go: the others tell what it is.
  const least = joining.isKnown(before.asked) ? 1 : Math.max(1, words.length - piece.text.trim().split(/\s+/).length);
  for (let length = words.length; length >= least; length--) {
    const head = words.slice(0, length).join(' ');
    // "tỷ lệ" alone is no thing: without what it was of, any rate would do.
    if (!isThing(readAsked(head, joining.reader))) return null;
    const together = withHead(head, piece, joining);
    if (joining.isKnown(together.asked)) return together;
  }
  return null;
}

/** "% gia đình, tổ dân phố, cơ quan văn hóa": the last words say of all of them what is asked; null where that names nothing. */
function sharedTail([piece, ...later]: readonly AskedPart[], joining: Joining): AskedPart | null {
  const last = later.at(-1);
  if (piece === undefined || last === undefined || !joining.isKnown(last.asked)) return null;
  const words = bareThing(last.text).trim().split(' ');
  for (let length = Math.min(words.length - 1, longestTail); length > 0; length--) {
    const tail = words.slice(-length).join(' ');
    if (!isThing(readAsked(tail, joining.reader))) continue;
    const together = partOf({ ...piece, text: `${piece.text.trim()} ${tail}` }, joining.reader);
    if (joining.isKnown(together.asked)) return together;
  }
  return null;
}

const longestTail = 4;

const withHead = (head: string, piece: AskedPart, { reader }: Joining): AskedPart =>
  partOf({ ...piece, text: `${head} ${piece.text.trim()}` }, reader);

/** The words of a part without its own way of measuring, which the next part replaces. */
export const bareThing = (text: string): string =>
  text
    .replace(
      /(?<!\p{L})(?:(?:là |đạt |dat )?(?:bao nhiêu|bao nhieu|mấy|may)(?:\s?%|\s?phần trăm|\s?phan tram)?|đạt|dat)(?!\p{L})/giu,
      ' ',
    )
    .replace(/\s+/g, ' ');

function piecesOf(text: string): Piece[] {
  const folded = fold(text);
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of folded.matchAll(separators)) {
    if (isBetweenNames(text, match.index, match.index + match[0].length)) continue;
    if (isInsideName(folded, match.index, match.index + match[0].length)) continue;
    pieces.push({ text: text.slice(from, match.index), start: from, end: match.index });
    from = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(from), start: from, end: text.length });
  return pieces
    .flatMap(byNumbers)
    .filter((piece) => /[\p{L}\d]/u.test(piece.text))
    .slice(0, mostPieces);
}

/** "mấy bác sĩ mấy giường bệnh", each number asked for before what is counted: two things that nothing parts. */
function byNumbers({ text, start, end }: Piece): Piece[] {
  const asked = [
    ...fold(text).matchAll(
      /(?<![a-z])(?:bao nhieu|may)(?= [a-z]{2})(?! (?:phan tram|dong|trieu|ty|ti|nghin|ngan)(?![a-z]))/g,
    ),
  ];
  const [first, second] = asked;
  const isBetween = first !== undefined && second !== undefined && second.index - first.index > shortestThing;
  if (asked.length !== 2 || !isBetween || /[,;]/.test(text)) return [{ text, start, end }];
  const at = second.index;
  return [
    { text: text.slice(0, at), start, end: start + at },
    { text: text.slice(at), start: start + at, end },
  ];
}

const shortestThing = 8;

/** In "… của Lào Cai và Nghệ An", names blanked out, the word joins the two names and parts nothing. */
const isBetweenNames = (text: string, start: number, end: number): boolean =>
  /\s{3}$/.test(text.slice(Math.max(0, start - 4), start)) && /^\s{3}/.test(text.slice(end, end + 4));

/** Names that have the word inside: "doanh nghiệp nhỏ và vừa", "Giáo dục và Đào tạo". */
const joinedNames =
  /(?:bang(?: cap)?(?:,| va| hoac) chung chi|nho (?:va|&) vua|vua (?:va|&) nho|khoa hoc (?:va|&) cong nghe|giao duc (?:va|&) dao tao|tai nguyen (?:va|&) moi truong|nong nghiep (?:va|&) (?:moi truong|phat trien)|dan toc thieu so va mien nui|van hoa va (?:the thao|xa hoi)|thu gom va xu ly|truoc (?:va|hoac) dung han|dung (?:va|hoac) truoc han|hoc tap va lam theo|kinh te va xa hoi|ho so(?:,| va) ket qua)/g;

function isInsideName(folded: string, start: number, end: number): boolean {
  const from = Math.max(0, start - 24);
  return [...folded.slice(from, end + 24).matchAll(joinedNames)].some(
    (name) => from + name.index < start && from + name.index + name[0].length > end,
  );
}

const partOf = (piece: Piece, reader: AskedReader): AskedPart => ({ ...piece, asked: readAsked(piece.text, reader) });

/** Names something to look up. */
export const hasThing = ({ asked }: AskedPart): boolean => isThing(asked);

export const isThing = ({ words }: Asked): boolean => words.some((word) => word.weight >= 0.3 && !word.isNumber);

/** Names something, or at least a way of measuring what was named before. */
function saysSomething(part: AskedPart): boolean {
  const { measure } = part.asked;
  return hasThing(part) || part.asked.words.some((word) => word.isNumber) || measure.change !== null || measure.isShare;
}
