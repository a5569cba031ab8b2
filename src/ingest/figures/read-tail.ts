import { quotaNouns } from './goal-words.ts';
import { commaPieces } from './name-start.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText, Span } from './plain-text.ts';
import { isOpenQuote } from './read-head.ts';

/** Words after a value that do not name what is measured but qualify the value or go on with the sentence. */
const qualifiers =
  'so (?:voi|nam|cung ky)|vao|truoc (?:het |cuoi |ngay|thang|quy|nam|khi)|sau (?:ngay|nam|khi)|trong (?:nam|giai doan|nhiem ky|§o cau|[c§]o cau|ky|thang|quy|gdp|grdp|vong)|den|toi|tro (?:len|xuong|di)|theo|nam|hang (?:nam|thang|quy)|moi nam|' +
  'tren (?:tong|dia)|duoi|va(?! tre)|hoac|de(?! (?:an|tai|xuat|nghi|thi))|nham|voi|cua(?! (?:hang|khau|so))|la|dat|tang|giam(?! ngheo(?![a-z]))|con|gop|bang|tai|o(?! to)|' +
  'do(?! (?:thi|la|dac))|nhung|thi(?! (?:tran|xa|sinh|truong))|khi(?! (?:thai|dot))|neu|gap|cao hon|thap hon|qua|tu|binh quan|trung binh|giai doan|thoi ky|' +
  'nhiem ky|se|da|vuot|ke tu|ca nam|nay';
const qualifier = new RegExp(`^ ?(?:${qualifiers})(?=[ ,.;:~]|$)`);
const nounStart = /^ ?[a-z§“"]/;

/** After a counted noun the name may go on with a verb: "50 trường | đạt chuẩn quốc gia". */
const goesOn = /^ (?:dat |duoc |co |vao |la (?!\d))/;

const shareOfPlan = /(?:ke hoach|du toan|chi tieu|nghi quyet)$/;

/** "hoàn thành 100% kế hoạch trồng rừng": the plan itself is what is to be done. */
const wholePlan = /(?<![a-z])hoan thanh 100 ?% (?:ke hoach|chi tieu)$/;

const quota = new RegExp(`^ ${quotaNouns}`);

/** "02 sản phẩm 4 sao" */
const stars = /^ [1-5](?: ?[-–] ?[1-5])? sao(?![a-z])/;

/** Behind "100% (12/12)" the words go on after the bracket. */
function afterBracket(flat: string, at: number): number {
  return flat.startsWith(' ~', at) ? at + (/^ ~+/.exec(flat.slice(at))?.[0].length ?? 0) : at;
}

/** Whether words follow a value that name what is measured ("95% dân số tham gia …"). */
export function isFollowedByNoun(flat: string, at: number, isCounted = false): boolean {
  const said = flat.slice(Math.max(0, at - 36), at);
  if (shareOfPlan.test(said) && !quota.test(flat.slice(at, at + 20)) && !wholePlan.test(said)) return false;
  const from = afterBracket(flat, at);
  const rest = flat.slice(from, from + 40);
  if (isCounted && stars.test(rest)) return true;
  if (
    isCounted &&
    goesOn.test(rest) &&
    !/^ (?:tro len|vao (?:nam|cuoi|dau|quy|thang|ngay|dip)|dat [^a-z]*$)/.test(rest)
  )
    return true;
  return nounStart.test(rest) && rest.charAt(0) === ' ' && !qualifier.test(rest);
}

const cutters = new RegExp(
  '^ ?(?:bao dam|dam bao|gop phan|nham|trong do|trong so do|dong thoi|phuc vu|qua do|de |tao |tung buoc|gan voi|tien toi|rieng|cu the|dap ung|khong de|' +
    'huong toi|phan dau|tiep tuc|day manh|tang cuong|vao |trong (?:nam|quy|thang)|den (?:nam|het|ngay|\\d|thang|quy|cuoi)|truoc (?:ngay|\\d)|cham nhat|cung |va |ke ca|khong tinh|tang |giam |nang |bang |so voi|' +
    'tuong duong|chiem|dua |theo |uu tien|tap trung|cao hon|thap hon|vuot|gan gap|gap |gan bang|xong |moi |dat |voi |hang nam|tru |hoan thanh |trien khai |thuc hien |to chuc |ban hanh |kip thoi )',
);
const rightNoise =
  /(?:(?<![ ,:;\-–—….“”"/+])[ ,:;\-–—….“”"/+]+|(?<= )(?:va|co|dat|con|la|cac|nhung|hoac|tu|den|duoc|voi|trong|vao))$/;

/** Longest name that is taken from behind a value, in characters. */
const longest = 260;

/** The words behind a value that name what is measured; empty (start === end) when there are none. */
export function readTail(
  plain: PlainText,
  { isCounted, ...span }: Span & { isCounted: boolean },
  mentions: readonly PeriodMention[],
): Span {
  const empty = { start: span.start, end: span.start };
  if (!isFollowedByNoun(plain.flat, span.start, isCounted)) return empty;
  const start = afterBracket(plain.flat, span.start) + 1;
  return trimmed(plain, { start, end: nameEnd(plain.flat, { start, end: span.end }) }, mentions);
}

/** Takes pieces between commas as long as they list nouns, and one predicate; a new thought ends the name. */
function nameEnd(flat: string, span: Span): number {
  const pieces = commaPieces(flat, span);
  const compared = flat.slice(span.start, pieces[0]?.end ?? span.end).indexOf(' so voi ');
  if (compared > 0) return span.start + compared;
  let end = pieces[0]?.end ?? span.end;
  for (const piece of pieces.slice(1)) {
    const words = flat.slice(piece.start, piece.end);
    if (cutters.test(words) || piece.end - span.start > longest || /^ ?~/.test(words)) break;
    end = piece.end;
  }
  return end;
}

function trimmed(plain: PlainText, span: Span, mentions: readonly PeriodMention[]): Span {
  let end = span.end;
  for (let turn = 0; turn < 8; turn++) {
    const flat = plain.flat.slice(span.start, end);
    const noise = rightNoise.exec(flat)?.[0].length ?? 0;
    const mention = mentions.find((one) => one.end === end && one.start > span.start);
    const bracket = plain.brackets.find((one) => one.end === end && one.start > span.start);
    if (noise > 0) end -= noise;
    else if (mention !== undefined) end = mention.start;
    else if (bracket !== undefined) end = bracket.start;
    else break;
  }
  const isQuoted = /["”]/.test(plain.text.charAt(end)) && isOpenQuote(plain.text.slice(span.start, end));
  return { start: span.start, end: Math.max(span.start, isQuoted ? end + 1 : end) };
}
