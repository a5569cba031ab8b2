import { actions, agents, connectors, keepingVerbs, liftingVerbs, nounHeads } from './name-words.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText, Span } from './plain-text.ts';
import { isSmallWord } from './small-words.ts';

/** What stands before a value and belongs to it. */
export type Head = {
  /** The name as far as it stands before the value; empty when the value comes first or when all there is are verbs. */
  name: Span;
  /** Where the verb group right before the value starts ("tăng thêm" 6 trường); the value's start when there is none. */
  verbStart: number;
  /** Verbs between name and value, folded, nearest to the value first. */
  verbs: string[];
  /** What the clause opens with besides the name: "duy trì", "nâng", "trong đó" … */
  keeps: boolean;
  lifts: boolean;
  isPart: boolean;
  /** "không để …": what must not be. */
  isDenied: boolean;
  /** The name begins with a noun of measuring ("tỷ lệ …") or with a verb of doing ("thành lập …"). */
  startsWith: 'noun' | 'action' | 'other';
};

const start = '(?:^|(?<=[ ,:~]))';
const trailing: readonly [kind: 'verb' | 'filler', pattern: RegExp][] = [
  [
    'verb',
    new RegExp(
      `${start}(?:dat (?:muc|duoc|binh quan|(?:ty|ti) le)|dat|la|con lai|con|chiem (?:ty trong|ty le)|chiem|(?<!(?:dong|van|thang|cong) )bang|(?<=(?:%|dong|ty|xa|ha|nguoi|\\d) )thanh|(?:dat|giam|tang|len|xuong)? ?o muc|len (?:den|toi|muc)|len|xuong (?:con|muc)|xuong|(?<!(?:danh|hang|tiet|chuyen) )muc)$`,
    ),
  ],
  [
    'verb',
    new RegExp(
      `${start}(?<!(?:toc do|muc|ty le|ti le|luong|he so|suat|chi so|(?<!quoc )gia|phan|vao|tro|gia tri) )(?:tang them|tang truong|tang|giam them|giam xuong|giam con|cat giam|keo giam|giam|co them|them moi|vuot|gap|(?:duy tri )?muc (?:giam|tang))$`,
    ),
  ],
  [
    'verb',
    new RegExp(
      `${start}(?:duy tri|giu vung|giu on dinh|giu|on dinh|co|duoc|phan dau|(?:[d§]at|de ra|[d§]at ra|voi) (?:muc tieu|chi tieu)|bao dam|dam bao|hoan thanh|cho|khong che|thuc hien)$`,
    ),
  ],
  [
    'filler',
    new RegExp(
      `${start}(?:binh quan(?: (?:hang|moi) nam| 0?\\d nam)|(?:^|(?<=(?<!toc do )(?:tang|giam)(?: truong)? |(?:dat|chiem|la|them|muc) ))(?:binh quan|trung binh)|hang nam|moi nam|(?<!(?:nang|dua) )tong so|tong cong|khoang|tren|tu|ca nam|chung|rieng|it nhat|toi thieu|voi|(?<!gia tri tang )them|nay|ca|trong nam|tong|deu|phai|se|va|lan luot|uoc|den cuoi nam|so voi(?: (?:dau |cuoi )?nam(?: \\d{4})?)?|(?:luy ke )?(?:tinh )?den het|cuoi nam|den het nam|cuoi nhiem ky|den cuoi nhiem ky|huong|(?:nam trong |thuoc |lot vao |vao |trong )?(?:nhom|top)|trong(?: so)?|toan bo|tat ca)$`,
    ),
  ],
];

/** The start of a change: "từ 45% (năm 2020)" before "lên 60%". */
const changeStart = /(?:^| )tu (?:muc |tren |duoi )?\d[\d.,]{0,12}(?: ?%| [a-z§/]{1,9}(?: [a-z§/]{1,9}){0,2})?$/;
/** Alternatives, the longest first; those inside a group stay together. */
const longestFirst = (words: string): string =>
  words
    .split(/\|(?![^()]*(?:\([^()]*\)[^()]*)*\))/)
    .sort((a, b) => b.length - a.length)
    .join('|');

const edgeNoise = /[ ,:;\-–—…."“”/+•]+$/;
const leadNoise =
  /^(?:[ ,:;\-–—…."“”/+•·]+|\(?\d{1,2}[.)] ?(?!\d)|\(\d{1,2}\) ?|(?:\d{1,2}\.){1,3}\d{0,2}\.? |[a-zd]\d?\) ?|[ivx]{1,5}\. )/;
const connector = new RegExp(`^(?:${longestFirst(connectors)})(?=[ ,:]|$)`);
const partWords = /^(?:trong do|trong so do|rieng(?: doi voi)?|ngoai ra|chia ra|gom|bao gom)(?=[ ,:]|$)/;
const lifting = new RegExp(`^(?:${longestFirst(liftingVerbs)})(?= )`);
const keeping = new RegExp(`^(?:${longestFirst(keepingVerbs)})(?= |$)`);
const noun = new RegExp(`^(?:${nounHeads})`);
const action = new RegExp(`^(?:${actions})(?=[ ,:~]|$)`);
const goalVerb =
  /(?:^|[ ,])(?:phan dau(?: (?:dat|co|nang|dua|hoan thanh))?|[d§]at muc tieu|muc tieu(?: la| dat| dua)?|quyet tam|[d§]at chi tieu|chi tieu (?:chu yeu|cu the|§o ban|chinh|nhu|gom)(?: la| nhu| gom| sau)?|(?:[d§]at|de) ra (?:chi|muc) tieu|xac dinh (?:chi|muc) tieu|[d§]at ke hoach)(?= )/g;
/** "Giảm chỉ tiêu số xã … xuống 15": the verb of a change to a level is no part of the name. */
const changed = new RegExp(`^(?:giam|tang|nang|dua|cat giam|keo giam|rut ngan)(?: chi tieu)?(?= (?:${nounHeads}))`);
const agent = new RegExp(`^${agents}[^,]{0,60}$|^cac (?:tinh|huyen|xa|phuong|dia phuong|thanh pho) [^.;:]{0,80}$`);

/** What stands before a value, no name of measuring, and is longer than this, is a story and no name. */
const longestOther = 60;
/** Verbs after which a body has what follows ("toàn tỉnh có 43 xã"). */
const holding = /^(?:co|bao dam|dam bao|phan dau|hoan thanh|duy tri|co them)$/;
const bareAgent = /^(?:toan |ca |moi )[a-z§]+(?: [a-z§]+)?$/;

/** Whether a stretch of folded text begins a name of its own, connectors and lifting verbs passed over. */
export function beginsName(folded: string): boolean {
  const rest = folded.slice(leadLength(folded));
  return noun.test(rest) || action.test(rest);
}

/** Whether it begins with a noun of measuring ("tỷ lệ", "tổng thu …"). */
export const beginsWithNoun = (folded: string): boolean => noun.test(folded.slice(leadLength(folded)));

function leadLength(folded: string): number {
  let at = 0;
  for (let turn = 0; turn < 6; turn++) {
    const rest = folded.slice(at);
    const skipped =
      leadNoise.exec(rest)?.[0].length ??
      partWords.exec(rest)?.[0].length ??
      lifting.exec(rest)?.[0].length ??
      keeping.exec(rest)?.[0].length ??
      (noun.test(rest) ? undefined : connector.exec(rest)?.[0].length);
    if (skipped === undefined || skipped === 0) break;
    at += skipped;
  }
  return at;
}

/** Reads the stretch before a value. `mentions` are the periods of the block: they are no part of a name. */
export function readHead(
  plain: PlainText,
  { isNamedBehind = false, ...span }: Span & { isNamedBehind?: boolean },
  mentions: readonly PeriodMention[],
): Head {
  const right = trimRight(plain, span, mentions);
  const from = nameStart(plain.flat, { start: span.start, end: right.end });
  const left = trimLeft(plain, { start: from, end: right.end }, mentions);
  if (/^(?:con|xuong|len|giam con|giam xuong)/.test(right.verbs[0] ?? '')) {
    left.start += changed.exec(plain.flat.slice(left.start, right.end))?.[0].length ?? 0;
    if (plain.flat.charAt(left.start) === ' ') left.start++;
  }
  const flat = plain.flat.slice(left.start, right.end);
  const growth = growthAt(plain.flat, { start: left.start, end: right.end }, span.end);
  if (growth !== null)
    return {
      name: growth,
      verbStart: growth.end,
      verbs: ['tang truong'],
      keeps: false,
      lifts: false,
      isPart: left.isPart,
      isDenied: false,
      startsWith: 'noun',
    };
  const isOwn = noun.test(flat) || !isNamedBehind;
  const isActing =
    agent.test(flat) &&
    (right.verbs.length === 0
      ? bareAgent.test(flat)
      : holding.test(right.verbs[0] ?? '') || /^(?:cat |keo )?giam|^tang/.test(right.verbs[0] ?? ''));
  const isOtherPiece = right.verbs.length > 0 && plain.flat.slice(right.end, span.end).includes(',');
  const isUrged = right.verbs.some((verb) => /phan dau|(?:muc|chi) tieu/.test(verb));
  const isLeft =
    !isOwn &&
    !/^moi /.test(flat) &&
    (isActing || isUrged || isOtherPiece || (flat.length > longestOther && !action.test(flat)));
  const name = isLeft ? { start: right.end, end: right.end } : { start: left.start, end: right.end };
  return {
    name,
    verbStart: right.verbStart,
    verbs: right.verbs,
    keeps: left.keeps,
    lifts: left.lifts,
    isPart: left.isPart,
    isDenied: /(?:^|[ ,])khong (?:de|con|co|phat sinh)(?: xay ra)? ?$/.test(plain.flat.slice(span.start, left.start)),
    startsWith: noun.test(flat) ? 'noun' : action.test(flat) ? 'action' : 'other',
  };
}

const sector =
  /^ ?(?:(?:phai|can|va) )?(?:cac |)(?:nganh|khu vuc|linh vuc|nong|lam|thuy|cong nghiep|dich vu|kinh te|xay dung|thuong mai)/;

/** "phấn đấu tăng trưởng trên 10%", "mục tiêu tăng trưởng 8%": where no thing that grows is named, growth itself is the name. */
function growthAt(flat: string, named: Span, to: number): Span | null {
  const at = flat.slice(named.end, to).lastIndexOf('tang truong');
  if (at < 0) return null;
  const growth = { start: named.end + at, end: named.end + at + 'tang truong'.length };
  if (named.end <= named.start) return growth;
  if (/(?:muc tieu|chi tieu|kich ban) $/.test(flat.slice(named.start, growth.start))) return growth;
  const last = commaPieces(flat, named).at(-1) ?? named;
  const words = flat.slice(last.start, last.end);
  const isUrged = /phan dau(?: dat)? $/.test(flat.slice(named.start, growth.start));
  return isUrged && !beginsWithNoun(words) && !sector.test(words) ? growth : null;
}

/** The verb or small words a stretch ends with; null when it ends with a name. */
function trailingWords(flat: string): { kind: 'verb' | 'filler'; words: string } | null {
  for (const [kind, pattern] of trailing) {
    const words = pattern.exec(flat)?.[0];
    if (words !== undefined && words !== '') return { kind, words };
  }
  return null;
}

/** No group of small words before a value is longer. */
const longestWords = 64;

function trimRight(plain: PlainText, span: Span, mentions: readonly PeriodMention[]) {
  const verbs: string[] = [];
  let end = span.end;
  let verbStart = span.end;
  for (let turn = 0; turn < 10; turn++) {
    const flat = plain.flat.slice(Math.max(span.start, end - longestWords), end);
    const noise = edgeNoise.exec(flat)?.[0].length ?? 0;
    const mention = mentions.find((one) => one.end === end && one.start >= span.start);
    if (noise > 0) end -= noise;
    else if (mention !== undefined) end = mention.start;
    else {
      const said = trailingWords(flat);
      const found = said !== null && isSmallWord(plain.text.slice(end - said.words.length, end)) ? said : null;
      const bracket = plain.brackets.find((one) => one.end === end && one.start > span.start && isAside(plain, one));
      const change = changeStart.exec(flat)?.[0].length;
      if (found !== null) {
        end -= found.words.length;
        if (found.kind === 'verb') verbs.push(found.words);
        if (
          span.end - end < 32 &&
          !/^va$|den het$|^(?:den cuoi|cuoi|trong|ca|hang|moi) nam$|nhiem ky$|^so voi|^phan dau$/.test(found.words)
        )
          verbStart = end;
      } else if (change !== undefined) end -= change;
      else if (bracket !== undefined) end = bracket.start;
      else break;
    }
  }
  if (/["”]/.test(plain.text.charAt(end)) && isOpenQuote(plain.text.slice(span.start, end))) end++;
  return { end, verbs, verbStart };
}

export const isOpenQuote = (text: string): boolean =>
  text.lastIndexOf('“') > text.lastIndexOf('”') || text.split('"').length % 2 === 0;

/** A bracket that explains ("theo chuẩn 2021-2025") rather than names ("(GRDP)"). */
function isAside(plain: PlainText, bracket: Span): boolean {
  const inside = plain.folded.slice(bracket.start, bracket.end);
  return inside.length > 24 || /\d|^\((?:theo|tinh|khong|bao gom|gom|so voi|ke ca|gia)/.test(inside);
}

/** Where the name can begin: after the last goal verb, and at the last piece between commas that opens a name. */
function nameStart(flat: string, span: Span): number {
  let from = span.start;
  for (const match of flat.slice(span.start, span.end).matchAll(goalVerb)) {
    const after = span.start + match.index + match[0].length;
    if (span.end - after > 3) from = after;
  }
  const pieces = commaPieces(flat, { start: from, end: span.end });
  const opening = pieces.findLast((piece) => beginsWithNoun(flat.slice(piece.start, piece.end)));
  if (opening !== undefined) return listedFrom(flat, pieces, opening);
  const acting = pieces.findLast((piece) => beginsName(flat.slice(piece.start, piece.end)));
  if (acting !== undefined) return acting.start;
  const longest = 140;
  const second = pieces[1];
  // "Đối với các xã còn lại, mỗi xã …": whom it is about, not what is measured.
  if (second !== undefined && /^ ?[d§]oi voi /.test(flat.slice(from, from + 10))) return second.start;
  return span.end - from <= longest ? from : (pieces.at(-1)?.start ?? from);
}

/** "Giảm số vụ, số người chết và số người bị thương do …": things counted in a row before one value are named together. */
function listedFrom(flat: string, pieces: readonly Span[], opening: Span): number {
  const counted = /^[ \-–+*•]*(?:(?:keo |cat )?giam |tang )?(?:ca )?so [a-z§ ]{2,40}$/;
  let at = pieces.indexOf(opening);
  if (!/^ ?so /.test(flat.slice(opening.start, opening.end))) return opening.start;
  for (; at > 0; at--) {
    const before = pieces[at - 1];
    if (before === undefined || !counted.test(flat.slice(before.start, before.end))) break;
  }
  return pieces[at]?.start ?? opening.start;
}

/** "xuất, nhập khẩu", "thu, chi ngân sách": halves of one word. */
const isPaired = (flat: string, comma: number): boolean =>
  /(?:^| )(?:xuat,? nhap|thu,? chi|sinh,? tu|den,? di|mua,? ban)$/.test(
    `${/[a-z]+$/.exec(flat.slice(Math.max(0, comma - 8), comma))?.[0] ?? ''} ${/^ ?([a-z]+)/.exec(flat.slice(comma + 1, comma + 9))?.[1] ?? ''}`,
  );

/** The stretches between commas, commas left out. A comma inside a number is none. */
export function commaPieces(flat: string, span: Span): Span[] {
  const pieces: Span[] = [];
  let start = span.start;
  for (let at = span.start; at < span.end; at++) {
    if (flat.charAt(at) !== ',' || /\d,\d/.test(flat.slice(at - 1, at + 2)) || isPaired(flat, at)) continue;
    pieces.push({ start, end: at });
    start = at + 1;
  }
  pieces.push({ start, end: span.end });
  return pieces;
}

function trimLeft(plain: PlainText, span: Span, mentions: readonly PeriodMention[]) {
  const opened = { start: span.start, keeps: false, lifts: false, isPart: false };
  for (let turn = 0; turn < 12; turn++) {
    const rest = plain.flat.slice(opened.start, span.end);
    const mention = mentions.find((one) => one.start === opened.start && one.end <= span.end);
    const skipped = mention ? mention.end - mention.start : leadNoise.exec(rest)?.[0].length;
    if (skipped !== undefined && skipped > 0) {
      opened.start += skipped;
      continue;
    }
    if (!isSmallWord(plain.text.slice(opened.start, span.end))) break;
    const part = partWords.exec(rest);
    const keep = keeping.exec(rest);
    const lift = lifting.exec(rest);
    const link = noun.test(rest) ? null : connector.exec(rest);
    const word = part ?? keep ?? lift ?? link;
    if (word === null || word[0] === '') break;
    opened.isPart ||= part !== null;
    opened.keeps ||= keep !== null;
    opened.lifts ||= lift !== null && /^(?:nang|dua|day|keo)/.test(word[0]);
    opened.start += word[0].length;
  }
  return opened;
}
