import type { Locality } from '../domain/locality.ts';
import { fold } from './fold.ts';
import { familyNames } from './gazetteer-clashes.ts';
import { isJoined, type Token } from './gazetteer-tokens.ts';

/** A kind of place named by its kind and a name: huyện Chợ Đồn. Words folded. */
export type UnitKind = { words: readonly string[]; label: string; level: Locality['level']; isTyped?: true };

/** Longest first where one begins another. "tỉnh" stands last: its names are mostly known. */
export const unitKinds: readonly UnitKind[] = [
  { words: ['thanh', 'pho'], label: 'thành phố', level: 'district' },
  { words: ['tp'], label: 'thành phố', level: 'district' },
  { words: ['thi', 'xa'], label: 'thị xã', level: 'district' },
  { words: ['tx'], label: 'thị xã', level: 'district' },
  { words: ['thi', 'tran'], label: 'thị trấn', level: 'commune' },
  { words: ['dac', 'khu'], label: 'đặc khu', level: 'commune' },
  { words: ['huyen', 'dao'], label: 'huyện', level: 'district' },
  { words: ['huyen'], label: 'huyện', level: 'district' },
  { words: ['quan'], label: 'quận', level: 'district' },
  { words: ['phuong'], label: 'phường', level: 'commune' },
  { words: ['xa'], label: 'xã', level: 'commune' },
  { words: ['tinh'], label: 'tỉnh', level: 'province' },
  // As people type them, one letter only with its point: "P. Mỹ Tho", "h. Chợ Đồn", "tt Bằng Lũng".
  { words: ['tt'], label: 'thị trấn', level: 'commune', isTyped: true },
  { words: ['p'], label: 'phường', level: 'commune', isTyped: true },
  { words: ['x'], label: 'xã', level: 'commune', isTyped: true },
  { words: ['h'], label: 'huyện', level: 'district', isTyped: true },
  { words: ['q'], label: 'quận', level: 'district', isTyped: true },
];

const accentedForms = new Map<string, string>([
  ['thanh', 'thành'],
  ['pho', 'phố'],
  ['thi', 'thị'],
  ['xa', 'xã'],
  ['tran', 'trấn'],
  ['dac', 'đặc'],
  ['huyen', 'huyện'],
  ['dao', 'đảo'],
  ['quan', 'quận'],
  ['phuong', 'phường'],
  ['tinh', 'tỉnh'],
]);

/** The kind of place whose words stand at a token, with the index behind them; null when none does ("quan" in "quan tâm"). */
export function unitAt(
  tokens: readonly Token[],
  at: number,
  isLoose: boolean,
): { kind: UnitKind; next: number } | null {
  const first = tokens[at];
  if (first === undefined || !unitStarts.has(first.folded)) return null;
  for (const kind of unitKinds) {
    const isHere = kind.words.every((word, offset) =>
      isWord(tokens[at + offset], { word, mustJoin: offset > 0, isLoose }),
    );
    if (isHere && (kind.isTyped !== true || (isLoose && isPointed(tokens, at, kind))))
      return { kind, next: at + kind.words.length };
  }
  return null;
}

const isPointed = (tokens: readonly Token[], at: number, { words }: UnitKind): boolean =>
  (words[0] ?? '').length > 1 ||
  ((tokens[at + 1]?.gap ?? '').startsWith('.') && (tokens[at + 1]?.text ?? '').length > 1);

const unitStarts = new Set(unitKinds.map(({ words }) => words[0] ?? ''));

type Expected = { word: string; mustJoin: boolean; isLoose: boolean };

function isWord(token: Token | undefined, { word, mustJoin, isLoose }: Expected): boolean {
  if (token === undefined || token.folded !== word || (mustJoin && token.gap?.trim() !== '')) return false;
  return (
    (isLoose && !token.isAccented) || token.text.toLowerCase().normalize('NFC') === (accentedForms.get(word) ?? word)
  );
}

/** Not names though capitalised: Huyện ủy, Xã đội, XÃ HỘI, Thành đoàn … */
const neverFirst = new Set('ủy uỷ đoàn đội hội viên luận nông ntm đạt có là được và'.split(' '));
const plainNeverFirst = new Set([...neverFirst].map((word) => fold(word)));
/** By its marks where the text has marks: "đặc khu Cô Tô" is no "có", "xã La Dạ" no "là". */
const opensNoName = (token: Token, isPlain: boolean): boolean =>
  isPlain ? plainNeverFirst.has(token.folded) : neverFirst.has(token.text.toLowerCase().normalize('NFC'));
/** Words that end a name written all in capitals. */
const headingStops = new Set(
  'năm giai nhiệm lần khóa khoá về và thực phát của tỉnh huyện đến từ trong theo quý quy tháng ngày số ban hành kế kê đảng ủy uỷ hội đạt'.split(
    ' ',
  ),
);
const plainStops = new Set([...headingStops].map((word) => fold(word)));

/** Whether a capitalised word goes on with the heading; by its marks where the text has marks, so that XÃ NAM THANH is no "năm". */
const isHeadingStop = (token: Token, isPlain: boolean): boolean =>
  isPlain ? plainStops.has(token.folded) : headingStops.has(token.text.toLowerCase().normalize('NFC'));
/** Pairs of words with which a heading goes on behind a name: HỘI NÔNG DÂN PHƯỜNG PHƯỚC HẢI TỔ CHỨC … */
const headingPairs = new Set(
  'to chuc|ky ket|trien khai|tong ket|so ket|ra quan|dat chuan|kinh te|xay dung|quyet tam|phan dau|day manh|tang cuong|hoan thanh|cong bo|thong qua|khai mac|tiep tuc|don nhan|huong ung|tiep xuc|gap mat|trao tang'.split(
    '|',
  ),
);
/** Words before which a heading in capitals names a place: ỦY BAN NHÂN DÂN HUYỆN … */
const headingLeads = new Set(['dan', 'ubnd', 'hdnd', 'bo', 'uy', 'ban', 'trien', 'cua']);

/** How many tokens of a name follow a kind of place, by capitals; 0 when no name follows. */
export function nameLength(tokens: readonly Token[], unit: { at: number; next: number; kind: UnitKind }): number {
  const first = tokens[unit.next];
  const lead = tokens[unit.at];
  if (first === undefined || lead === undefined || !isNear(first, unit.kind) || opensNoName(first, !lead.isAccented))
    return 0;
  if (/^\d{1,2}$/.test(first.text)) return ['quận', 'phường'].includes(unit.kind.label) ? 1 : 0;
  const isHeading = lead.isAllCaps && (lead.text.length > 2 || lead.text === 'XÃ') && first.isAllCaps;
  const before = tokens[unit.at - 1]?.folded ?? '';
  if (isHeading && !headingLeads.has(before) && !/^(?:19|20)\d\d$/.test(before)) return 0;
  if (isPersonAfterOffice(tokens, unit)) return 0;
  let length = 0;
  const endsHere = (at: number) =>
    isHeading && headingPairs.has(`${tokens[at]?.folded ?? ''} ${tokens[at + 1]?.folded ?? ''}`);
  while (
    length < (isHeading ? 3 : 4) &&
    !endsHere(unit.next + length) &&
    !(length > 0 && opensPhrase(tokens, unit.next + length)) &&
    isNamePart(tokens[unit.next + length], { isHeading, isFirst: length === 0, isPlain: !lead.isAccented })
  )
    length++;
  return length;
}

/** "huyện Mường La - Dấu ấn một nhiệm kỳ": behind a dash with blanks a name goes on only with a second name ("Phan Rang - Tháp Chàm"). */
const opensPhrase = (tokens: readonly Token[], at: number): boolean =>
  /\s[-–]\s/.test(tokens[at]?.gap ?? '') && tokens[at + 1]?.isCapital !== true;

/** A name follows after a blank; after a point only behind an abbreviation ("TP.Vinh"), never over a line's end ("… xã.\nSố"). */
export const isNear = (token: Token | undefined, kind: UnitKind): boolean =>
  /^[ \t\u00a0]{1,2}$/.test(token?.gap ?? '') ||
  ((['tp', 'tx'].includes(kind.words[0] ?? '') || kind.isTyped === true) && /^\.[ ]?$/.test(token?.gap ?? ''));

const officeWords = new Set(['tich', 'thu', 'truong', 'doc']);

/** "Chủ tịch UBND tỉnh Hồ Văn Mười": a family name behind an office is the holder's. */
function isPersonAfterOffice(tokens: readonly Token[], { at, next }: { at: number; next: number }): boolean {
  if (!familyNames.has(tokens[next]?.folded ?? '') && tokens[next]?.folded !== 'ho') return false;
  return tokens.slice(Math.max(0, at - 4), at).some((token) => officeWords.has(token.folded));
}

function isNamePart(
  token: Token | undefined,
  { isHeading, isFirst, isPlain }: { isHeading: boolean; isFirst: boolean; isPlain: boolean },
): boolean {
  if (token === undefined || !/\p{L}/u.test(token.text)) return false;
  if (!isFirst && /^['’]$/.test(token.gap ?? '')) return true;
  if (!isFirst && !/^(?:[ \u00a0]|\s?[-–]\s?)$/.test(token.gap ?? '')) return false;
  if (isHeading) return token.isAllCaps && !isHeadingStop(token, isPlain);
  return token.isCapital && !token.isAllCaps && isJoined(token);
}

const titleCase = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** The place of a kind and a name as written: key "huyen-cho-don", printed "huyện Chợ Đồn". */
export function placeOf(kind: UnitKind, written: string, within: string | null = null): Locality {
  const trimmed = written.replace(/\s+/g, ' ');
  const isShouted = trimmed === trimmed.toUpperCase() && /\p{L}{2}/u.test(trimmed);
  const name = isShouted ? trimmed.replace(/\p{L}+/gu, titleCase) : trimmed;
  const printed = `${kind.label} ${name}`;
  return { key: localityKey(printed), name: printed, level: kind.level, within };
}

/** The stable key of a place that is in no table, from its printed name: "huyện Chợ Đồn" → "huyen-cho-don". */
export const localityKey = (printed: string): string =>
  fold(printed)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
