import { beginsWithAction, beginsWithBareNoun, beginsWithNoun, leadWord, noiseLength } from './name-opening.ts';
import { commaPieces, nameStart } from './name-start.ts';
import { agents, nounHeads } from './name-words.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText, Span } from './plain-text.ts';
import { isSmallWord } from './small-words.ts';
import { beginsWithWork } from './work-verbs.ts';

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
  /** "ký cam kết với 100% hộ dân": those behind the value have a part in the work. */
  isWith: boolean;
  /** The name begins with a noun of measuring ("tỷ lệ …") or with a verb of doing ("thành lập …"). */
  startsWith: 'noun' | 'action' | 'other';
};

const start = '(?:^|(?<=[ ,:~]))';
const trailing: readonly [kind: 'verb' | 'filler', pattern: RegExp][] = [
  [
    'verb',
    new RegExp(
      `${start}(?:dat (?:muc|duoc|binh quan|(?:ty|ti) le)|dat|la|con lai|(?<!tong )chi con|con|chiem (?:ty trong|ty le)|chiem|(?<!(?:dong|van|thang|cong) )bang|(?<=(?:%|dong|ty|xa|ha|nguoi|\\d) )thanh|(?:dat|giam|tang|len|xuong)? ?o muc|(?<!tro )len (?:den|toi|muc)|(?<!tro )len|(?<!tro )xuong (?:con|muc)|(?<!tro )xuong|(?<!(?:danh|hang|tiet|chuyen) )muc)$`,
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
      `${start}(?:duy tri|giu vung|giu on dinh|giu|on dinh|co|duoc|phan dau|(?:[d§]at|de ra|[d§]at ra|voi) (?:muc tieu|chi tieu)|bao dam|dam bao|hoan thanh|cho|khong che|thuc hien|(?:huong|tien) (?:den|toi))$`,
    ),
  ],
  [
    'filler',
    new RegExp(
      `${start}(?:binh quan(?: (?:hang|moi) nam| 0?\\d nam)|(?:^|(?<=(?<!toc do )(?:tang|giam)(?: truong)? |(?:dat|chiem|la|them|muc) ))(?:binh quan|trung binh)|(?<!cay )hang nam|moi nam|(?<!(?:nang|dua) )tong so|tong cong|khoang|tren|(?<!duy )tu|ca nam|chung|rieng|it nhat|toi thieu|voi|(?<!gia tri tang )them|nay|ca|trong nam|tong|deu|phai|se|va|lan luot|uoc|den cuoi nam|so voi(?: (?:dau |cuoi )?nam(?: \\d{4})?)?|(?:luy ke )?(?:tinh )?den het|cuoi nam|den het nam|cuoi nhiem ky|den cuoi nhiem ky|(?:dinh )?huong|(?:nam trong |thuoc |lot vao |vao |trong )?(?:nhom|top)|trong(?: so)?|toan bo|tat ca)$`,
    ),
  ],
];

/** The start of a change: "từ 45% (năm 2020)" before "lên 60%". */
const changeStart =
  /(?:^| )tu (?:muc |tren |duoi )?\d[\d.,]{0,12}(?: ?%| [a-z§/]{1,9}(?: [a-z§/]{1,9}){0,2})?(?: (?:vao |cuoi )?nam \d{4})?$/;
const edgeNoise = /(?<![ ,:;=\-–—…."“”/+•])[ ,:;=\-–—…."“”/+•]+$/;
/** "Giảm chỉ tiêu số xã … xuống 15": the verb of a change to a level is no part of the name. */
const changed = new RegExp(`^(?:giam|tang|nang|dua|cat giam|keo giam|rut ngan)(?: chi tieu)?(?= (?:${nounHeads}))`);
const agent = new RegExp(
  `^${agents}[^,]{0,60}(?:, (?:va )?${agents}[^,]{0,40}){0,4}$|^cac (?:tinh|huyen|xa|phuong|dia phuong|thanh pho) [^.;:]{0,80}$`,
);

/** What stands before a value, no name of measuring, and is longer than this, is a story and no name. */
const longestOther = 60;
/** Verbs after which a body has what follows ("toàn tỉnh có 43 xã"). */
const holding = /^(?:co|bao dam|dam bao|phan dau|hoan thanh|duy tri|co them)$/;
/** "Tại An Giang, chỉ tiêu trong tháng Thanh niên là 100% Đoàn cấp huyện …" */
const goalWord = /(?:^|, )(?:cac )?(?:chi tieu|muc tieu)(?: (?:trong|cua|nam|dat ra|de ra)[a-z§0-9 ]{0,40})?$/;
/** "ngành Nông nghiệp yêu cầu các huyện hoàn thành 100% diện tích": who is told to, and no name. */
const ordered =
  /(?:^|[ ,])(?:yeu cau|de nghi|chi dao) (?:cac |toan |moi )?(?:huyen|xa|so|don vi|dia phuong|nganh|phong|truong|co quan|chi cuc|bo)[^,;:]{0,50}$/;
/** "thôn Vân Hòa giảm 9 hộ": a place by its name is what a part is of. */
const isNamedPlace = (text: string): boolean =>
  /^(?:thôn|bản|xã|phường|huyện|ấp|buôn|khu phố)(?: \p{Lu}\p{Ll}+){1,4}$/iu.test(text);
const bareAgent = /^(?:toan |ca |moi )[a-z§]+(?: [a-z§]+)?$/;

/** "Sở Nội vụ kiểm tra …", "toàn tỉnh kết nạp …": who does the work is no part of its name. 0 where the work does not follow. */
const actor =
  /^(?:(?:Sở|Chi cục|UBND|Ủy ban nhân dân|Công an|Bộ|Cục|Ban Chỉ huy|Chủ tịch|Giám đốc)\s[^;:()]{2,70}?|(?:[Tt]oàn|[Cc]ả) (?:tỉnh|huyện|xã|thành phố|ngành|nước|quốc)|[Tt]ỉnh|[Hh]uyện)\s(?:(?:sẽ|phải|cũng)\s)?(?=(?:kiểm tra|sửa chữa|kết nạp|thành lập|tổ chức|đào tạo|hỗ trợ|cắt giảm|rút ngắn|giải quyết|tạo việc làm|trồng|nâng cấp|xây dựng mới|đón|thu hút|rà soát|ký cam kết|tuyên truyền|vận động|bố trí|xử lý|thanh tra|giám sát|tập huấn)(?:\s|$))/u;

/** "Sở yêu cầu các chủ rừng ký cam kết …", "Đề nghị các địa phương …": who tells whom to do it. */
const telling =
  /^(?:(?:Sở|UBND|Ủy ban|Chủ tịch|Giám đốc|Bộ|Cục|Chi cục|Ban|Đảng ủy|Huyện ủy|Tỉnh ủy|Thủ tướng|Chính phủ|Phòng|tỉnh|huyện|xã)[^,;:]{0,60}? )?(?:yêu cầu|đề nghị|chỉ đạo) (?:(?:các|mỗi|toàn thể) )?(?=\p{Ll})/iu;

function actorLength(text: string): number {
  const told = telling.exec(text)?.[0].length ?? 0;
  return told + (actor.exec(text.slice(told))?.[0].length ?? 0);
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
  left.start += actorLength(plain.text.slice(left.start, right.end));
  const denial = denied.exec(plain.flat.slice(span.start, right.end))?.[0] ?? '';
  if (denial !== '' && isNamedBehind) left.start = right.end;
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
      isWith: false,
      startsWith: 'noun',
    };
  const isOwn = beginsWithBareNoun(flat) || !isNamedBehind;
  const isActing =
    agent.test(flat) &&
    (right.verbs.length === 0
      ? bareAgent.test(flat)
      : holding.test(right.verbs[0] ?? '') ||
        (/^(?:cat |keo )?giam|^tang/.test(right.verbs[0] ?? '') &&
          !isNamedPlace(plain.text.slice(left.start, right.end))));
  const isOrdered = ordered.test(flat) && right.verbs.some((verb) => holding.test(verb));
  const isOtherPiece = right.verbs.length > 0 && plain.flat.slice(right.end, span.end).includes(',');
  const isUrged = right.verbs.some((verb) => /phan dau|(?:muc|chi) tieu/.test(verb));
  const isLeft =
    !isOwn &&
    !/^moi /.test(flat) &&
    (isActing ||
      isOrdered ||
      goalWord.test(flat) ||
      isUrged ||
      isOtherPiece ||
      (flat.length > longestOther && !beginsWithAction(flat)));
  const name = isLeft ? { start: right.end, end: right.end } : { start: left.start, end: right.end };
  return {
    name,
    verbStart: right.verbStart,
    verbs: right.verbs,
    keeps: left.keeps,
    lifts: left.lifts,
    isPart: left.isPart,
    isDenied:
      denial !== '' ||
      /(?:^|[ ,])khong (?:de|con|co|phat sinh)(?: xay ra)? ?$/.test(plain.flat.slice(span.start, left.start)),
    isWith: isNamedBehind && plain.flat.slice(right.end, span.end).trim() === 'voi',
    startsWith: startsWith(flat, plain.text.slice(left.start, right.end)),
  };
}

/** "Đầu tư 03 khách sạn": alone before a count it is work, elsewhere it is money. */
function startsWith(flat: string, text: string): Head['startsWith'] {
  if (beginsWithBareNoun(flat) && !/^dau [§t]u(?: moi)?$/.test(flat)) return 'noun';
  return beginsWithAction(flat) || beginsWithWork(text) ? 'action' : 'other';
}

/** "không còn quá 05 địa bàn", "không để phát sinh quá 02 hộ": nothing is named before the count. */
const denied = /(?:^|[ ,])khong(?: de)?(?: (?:con|phat sinh|xay ra))?$/;

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

function trimLeft(plain: PlainText, span: Span, mentions: readonly PeriodMention[]) {
  const opened = { start: span.start, keeps: false, lifts: false, isPart: false };
  for (let turn = 0; turn < 12; turn++) {
    const rest = plain.flat.slice(opened.start, span.end);
    const mention = mentions.find((one) => one.start === opened.start && one.end <= span.end);
    const skipped = mention ? mention.end - mention.start : noiseLength(rest);
    if (skipped > 0) {
      opened.start += skipped;
      continue;
    }
    if (!isSmallWord(plain.text.slice(opened.start, span.end))) break;
    const word = leadWord(rest);
    if (word === null) break;
    opened.isPart ||= word.kind === 'part';
    opened.keeps ||= word.kind === 'keeping';
    opened.lifts ||= word.kind === 'lifting' && /^(?:nang|dua|day|keo)/.test(word.words);
    opened.start += word.words.length;
  }
  return opened;
}
