import { beginsName, beginsWithBareNoun, beginsWithNoun, noiseLength } from './name-opening.ts';
import { actions } from './name-words.ts';
import { isNounOnly } from './noun-only.ts';
import type { Span } from './plain-text.ts';

const bareAction = new RegExp(`^ ?(?:${actions}) ?$`);
const onlyActions = new RegExp(`^[ \\-–+*•]*(?:(?:${actions}) ?){1,3}$`);
const goalVerb =
  /(?:^|[ ,])(?:phan dau(?: (?:dat|co|nang|dua|hoan thanh))?|[d§]at muc tieu|(?<!chuong trinh )muc tieu(?: cua [a-z§ ]{2,24}?)?(?: la| dat| dua){0,2}|quyet tam|[d§]at chi tieu|chi tieu (?:chu yeu|cu the|§o ban|chinh|nhu|gom)(?: la| nhu| gom| sau)?|(?:[d§]at|de) ra (?:chi|muc) tieu|xac dinh (?:chi|muc) tieu|(?:de|[d§]at) ra|ky vong(?: dat)?|[d§]at ke hoach)(?= )/g;

/** Whether there is nothing but verbs: "trồng mới", "thanh tra, kiểm tra" have their object elsewhere. */
export const isBareWork = (folded: string): boolean =>
  onlyActions.test(folded) || /^[t§]rong (?:moi|lai|[t§]ai canh)$/.test(folded);

/** Where the name can begin: after the last goal verb, and at the last piece between commas that opens a name. */
export function nameStart(flat: string, span: Span): number {
  let from = span.start;
  for (const match of flat.slice(span.start, span.end).matchAll(goalVerb)) {
    const after = span.start + match.index + match[0].length;
    if (span.end - after > 3) from = after;
  }
  const pieces = commaPieces(flat, { start: from, end: span.end });
  const opening = pieces.findLast((piece) => beginsWithNoun(flat.slice(piece.start, piece.end)));
  if (opening !== undefined) return listedFrom(flat, pieces, opening);
  const acting = pieces.findLastIndex((piece) => namesWork(flat.slice(piece.start, piece.end)));
  if (acting >= 0) return workFrom(flat, pieces, acting);
  const longest = 140;
  const second = pieces[1];
  // "Đối với các xã còn lại, mỗi xã …": whom it is about, not what is measured.
  if (
    second !== undefined &&
    /^ ?(?:[d§]oi voi|lien quan (?:den|toi)|xa hon|ben canh do|cung voi) /.test(flat.slice(from, from + 20))
  )
    return second.start;
  return span.end - from <= longest ? from : (pieces.at(-1)?.start ?? from);
}

/** A piece that begins a name; a verb alone ("đất đai, xây dựng") is the name of a field. */
function namesWork(words: string): boolean {
  const work = words.replace(everyTime, ' ');
  return (beginsName(work) && (work !== words || !bareAction.test(work))) || eachOne.test(words);
}

/** "…, mỗi năm kết nạp 60 đảng viên": behind its time a verb alone is work. */
const everyTime = /^ ?(?:(?:binh quan|trung binh) )?(?:moi|hang) (?:nam|thang|quy|tuan) /;

/** "…, mỗi xã tăng 01 tiêu chí": of whom each has to reach it. */
const eachOne =
  /^ ?moi (?:xa|phuong|huyen|thon|ban|ap|chi|don vi|truong|lop|[c§]o (?:so|quan)|to|can bo|(?:dang|doan|hoi|giao|hoc|nhan) vien|hoc sinh|ho|nguoi|dia phuong|doanh nghiep|khoa|phong|benh vien|tinh|cum|sinh vien)(?![a-z])/;

/** "Hỗ trợ xây mới, sửa chữa nhà ở": verbs in a row have one object. */
function workFrom(flat: string, pieces: readonly Span[], last: number): number {
  const isVerbs = ({ start, end }: Span): boolean => onlyActions.test(flat.slice(start, end));
  let at = last;
  const first = pieces[at];
  if (first !== undefined && eachOne.test(flat.slice(first.start, first.end))) return first.start;
  for (let before = pieces[at - 1]; before !== undefined && isVerbs(before); before = pieces[at - 1]) at--;
  return pieces[at]?.start ?? 0;
}

/** "Giảm số vụ, số người chết và số người bị thương do …": things counted in a row before one value are named together. */
function listedFrom(flat: string, pieces: readonly Span[], opening: Span): number {
  const before = pieces.slice(0, pieces.indexOf(opening));
  if (before.length > 0 && before.every((piece) => isMeasure(flat.slice(piece.start, piece.end))))
    return before[0]?.start ?? opening.start;
  const counted = /^[ \-–+*•]*(?:(?:keo |cat )?giam |tang )?(?:ca )?so [a-z§ ]{2,40}$/;
  let at = pieces.indexOf(opening);
  if (!/^ ?so /.test(flat.slice(opening.start, opening.end))) return opening.start;
  for (; at > 0; at--) {
    const before = pieces[at - 1];
    if (before === undefined || !counted.test(flat.slice(before.start, before.end))) break;
  }
  return pieces[at]?.start ?? opening.start;
}

/** "Tổng mức bán lẻ hàng hóa": a noun of measuring with what it measures, and nothing told of it. */
function isMeasure(words: string): boolean {
  const said = words.slice(noiseLength(words));
  return beginsWithBareNoun(said) && isNounOnly(said.trim()) && !/ (?:tang|giam|dat|con|len|xuong)(?![a-z])/.test(said);
}

/** "xuất, nhập khẩu", "thu, chi ngân sách": halves of one word. */
const isPaired = (flat: string, comma: number): boolean =>
  /(?:^| )(?:xuat,? nhap|thu,? chi|sinh,? tu|den,? di|mua,? ban)$/.test(
    `${/(?<![a-z])[a-z]+$/.exec(flat.slice(Math.max(0, comma - 8), comma))?.[0] ?? ''} ${/^ ?([a-z]+)/.exec(flat.slice(comma + 1, comma + 9))?.[1] ?? ''}`,
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
