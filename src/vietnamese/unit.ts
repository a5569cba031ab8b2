import { joinedNouns } from './counted-nouns.ts';
import { countedPhrases, countedSyllables, functionWords, idleNouns } from './unit-words.ts';

/** `none`: a bare number. `idle`: a noun that is counted but never a goal ("10 nhiệm vụ"), or a span of time. */
export type UnitKind = 'percent' | 'money' | 'measure' | 'rate' | 'count' | 'none' | 'idle';
/** Where a unit stands in folded text. For `none` and `idle`, start and end are where the number ended. */
export type FoundUnit = { kind: UnitKind; start: number; end: number };

const multiple = '(?:tram(?= (?:nghin|ngan|trieu|ty|ti|dong))|chuc|nghin|ngan|trieu|ty|ti|van)';
const edge = '(?![a-z0-9§])';
const percent = / {0,2}(?:diem {1,2})?(?:%|phan tram(?![a-z0-9]))/y;
const permille = / {0,2}(?:‰|%[o0](?![a-z0-9]|[.,]\d)|phan nghin)/y;
/** What stays with "%": "/năm", and what it is a share of where that is the economy, the population, a plan or a budget. */
const percentTail = new RegExp(
  ' {0,2}/ {0,2}(?:nam|thang|quy)(?![a-z0-9])| {1,2}(?:so voi )?(?:tong )?(?:gdp|grdp)(?![a-z0-9])|(?:gdp|grdp)(?![a-z0-9])|' +
    ' {1,2}dan so(?![a-z0-9])(?! (?:nong thon|thanh thi|do thi|trong|thuoc|khu vuc|ven|vung|nu|o|tren|§am|la|truong thanh|cao tuoi|tu|duoi|do tuoi|tre)(?![a-z]))|' +
    ' {1,2}(?:so voi )?(?:ke hoach|kh|du toan|chi tieu|nghi quyet)(?![a-z0-9])|' +
    ' {1,2}tong (?:thu|chi|du no|von dau [t§]u)(?: (?:toan xa hoi|noi dia|ngan sach(?: (?:nha nuoc|dia phuong|tinh|thanh pho|huyen|xa))?))?(?![a-z0-9])|' +
    ' {1,2}kinh phi(?: (?:ung dung|cong nghe|thong tin|chi|thuong xuyen|su nghiep|moi truong)){0,4}(?![a-z0-9])',
  'y',
);
const money = new RegExp(
  ` {0,2}(?:(?:${multiple} {1,2}){0,3}(?:dong(?! (?:[n§]am a|chi(?! (?:phi|tra|cho|tieu|ngan|thuong|dau|tu|mua|ho)(?![a-z])))(?![a-z]))|vnd|vnđ|usd|do la my|do la|euro|eur)|tr\\.? ?d|trd|trieu d|ty d|d)${edge}`,
  'y',
);
const bareMoney = new RegExp(
  ` {0,2}(?:${multiple} {1,2}){0,2}(?:trieu|ty|ti|(?:nghin|ngan)(?= {0,2}/))(?= {0,2}(?:[^ a-z0-9§]|$)| (?:va|tro|dat|tang|giam|moi|den)${edge})`,
  'y',
);
const measure = new RegExp(
  ' {0,2}(?:(?:nghin|ngan|trieu|ty|van) {1,2})?(?:hecta|ha|km2|km²|km|met (?:khoi|vuong)|m2 ?san(?: nha o?(?= ?/))?|m² ?san(?: nha o?(?= ?/))?|m2|m²|m3|m³|cm|mm|mva|mwh|mwp|mw|m|kg|gram|tan|ta|yen|lit|kwh|gwh|gw|' +
    `kwp|kw|kv|toe|gbps|mbps|tb|gb|ngay(?! (?:dem|thanh|le|hoi))|gio(?! (?:phim|hoc|giang|phat|bay))|phut|tuoi|diem(?! (?:(?:du|tr|c|d|b|t|n|k|v|s)[a-z]|§en))|bac(?! s[iy]| [htn])|hang(?! [hmnt])|lan(?! [tdv])|do c|sao)${edge}`,
  'y',
);
const scale = / {1,2}(?:(?:tram(?= (?:nghin|ngan|trieu|ty))|chuc|nghin|ngan|trieu|ty|van) {1,2}){1,2}/y;
const counted = new RegExp(
  ` {1,2}(?:${[...countedPhrases].sort((a, b) => b.length - a.length).join('|')})${edge}`,
  'y',
);
/** Units of administration are counted together: "12/12 xã, thị trấn". */
const place =
  '(?:xa|phuong|thi tran|thi xa|thon|lang|ban|buon|ap|khu pho|to dan pho|tieu khu|khom|xom|dac khu|khoi pho)';
const placeNouns = new RegExp(
  ` {1,2}${place}(?:, ?${place}(?![a-z])| (?:va|hoac) ${place}(?![a-z])|/${place}(?![a-z])){1,4}`,
  'y',
);
const joined = new RegExp(` {1,2}(?:${joinedNouns})`, 'y');
/** "15.000 DN": what is counted, in the letters officials write for it. */
const abbreviated =
  / {1,2}(?:dn|dnnvv|htx|tht|qtdnd|hs|hssv|gv|dv|dvtn|cdcs|tccsd|tcd|kcn|ccn|clb|tdp|csdl|tthc|cbccvc|cbcc|nld|nvyt|vdv|hlv|tnv)(?![a-z0-9§])/y;
/** "12 tuyên truyền viên": the third syllable of a word of two. */
const member = / vien(?! (?:chuc|chinh|nen|tro|kinh|phuc)(?![a-z]))(?![a-z0-9§])/y;
const idle = new RegExp(` {1,2}(?:${idleNouns})${edge}`, 'y');
const notNoun = new RegExp(` {1,2}(?:${functionWords})${edge}`, 'y');
const word = / {1,2}[a-z§]{1,7}(?![a-z0-9§])/y;
/** "/vạn dân", "/người/năm", "/100.000 trẻ đẻ sống", "trên 1 vạn dân". */
const per = new RegExp(
  ' {0,2}/ {0,2}(?:(?:100\\.000|10\\.000|1\\.000|1000|100|10|01|1|mot) {0,2})?(?:(?:van|nghin|trieu) )?(?:nguoi dan|dan|nguoi|nam|thang|quy|tuan|ngay|ha|hecta|km2|km|m2|m3|xa|ho|lop|' +
    `tre de song|tre em|tre|ca de song|be gai|nu|lao dong|truong|thon|giuong|hoc sinh|don vi|vu|lan|luot khach|luot|kwh|gdp|grdp|lit|tan|[c§]on|sao|phu nu|mo hinh|dot|ca nam|hoc ky|hoi vien|doan vien|dang vien|can bo|giao vien|hoc vien|sinh vien|huyen|tinh|to|doi|phong|khoa|ky|nhiem ky|khach|san pham|cong trinh|` +
    `chi (?:hoi|doan|bo)|buoi|diem(?: [a-z]{2,5})?|(?:luot )?giao dich|ho so|phien|chuyen|ngay dem|bua|tram)${edge}`,
  'y',
);
/** "1 trạm/38 km2", "1 bác sĩ/2,5 giường bệnh": so many to so many. */
const perMany =
  / {0,2}\/ {0,2}\d[\d.,]{0,8} {0,2}(?:km2|km²|km|ha|m2|m²|giuong(?: benh)?|hoc sinh|nguoi dan)(?![a-z0-9§])/y;
/** "10 bài giảng điện tử/học kỳ": the rest of a noun before what it is counted on; a bare "/năm" tells the time. */
const restOfNoun = / {1,2}[a-z§]{1,7}(?: {1,2}[a-z§]{1,7}){0,3}(?= {0,2}\/)(?! {0,2}\/ {0,2}nam(?![a-z]))/y;
const perThousands =
  / {0,2}\/ {0,2}(?:100\.000|10\.000|1\.000|100000|10000|1000)(?: {0,2}(?:tre de song|tre song|ca de song|tre em|nguoi dan|dan so|dan|nguoi|tre))?(?![0-9])/y;

/** `350 "Tổ liên gia an toàn"`: what is counted, by its name in quotes. */
const quoted = / {1,2}["“«]([a-z§][^"“”«»]{2,60})["”»]/y;

const endOf = (pattern: RegExp, folded: string, at: number): number | null => {
  pattern.lastIndex = at;
  return pattern.test(folded) ? pattern.lastIndex : null;
};

/**
 * The unit that follows a number ending at `at`, read from folded text (see `quantityText`); `isLower` tells whether the letter at
 * an offset is lower case in the original, because a capital after a number begins another thing.
 */
export function unitAfter(folded: string, at: number, isLower: (offset: number) => boolean): FoundUnit {
  const none: FoundUnit = { kind: 'none', start: at, end: at };
  const thousands = endOf(perThousands, folded, at);
  if (thousands !== null) return trimmed(folded, { kind: 'rate', start: at, end: thousands });
  const percentEnd = endOf(permille, folded, at) ?? endOf(percent, folded, at);
  if (percentEnd !== null) {
    return trimmed(folded, { kind: 'percent', start: at, end: endOf(percentTail, folded, percentEnd) ?? percentEnd });
  }
  const moneyEnd = endOf(money, folded, at) ?? endOf(bareMoney, folded, at);
  if (moneyEnd !== null) return withRate(folded, { kind: 'money', start: at, end: moneyEnd });
  const measureEnd = endOf(measure, folded, at);
  if (measureEnd !== null) return withRate(folded, { kind: 'measure', start: at, end: measureEnd });
  quoted.lastIndex = at;
  const name = quoted.exec(folded)?.[1];
  if (name !== undefined)
    return { kind: 'count', start: quoted.lastIndex - 1 - name.length, end: quoted.lastIndex - 1 };
  const countEnd = countedEnd(folded, at, isLower);
  if (countEnd === 'idle') return { ...none, kind: 'idle' };
  return countEnd === null ? none : withRate(folded, { kind: 'count', start: at, end: countEnd });
}

function countedEnd(folded: string, at: number, isLower: (offset: number) => boolean): number | 'idle' | null {
  const from = (endOf(scale, folded, at) ?? at + 1) - 1;
  if (folded.charAt(from) !== ' ') return null;
  const together = endOf(placeNouns, folded, from) ?? endOf(joined, folded, from);
  if (together !== null) return together;
  const known = endOf(counted, folded, from) ?? endOf(abbreviated, folded, from);
  if (known !== null) return known;
  if (endOf(idle, folded, from) !== null) return 'idle';
  const first = nounEnd(folded, from, isLower);
  if (first === null || countedSyllables.has(folded.slice(from, first).trim())) return first;
  const second = nounEnd(folded, first, isLower);
  return second === null ? first : (endOf(member, folded, second) ?? second);
}

/** Where one lower-case word that can be (part of) a noun ends; null when there is none. */
function nounEnd(folded: string, from: number, isLower: (offset: number) => boolean): number | null {
  if (!isLower(firstLetter(folded, from)) || endOf(notNoun, folded, from) !== null) return null;
  return endOf(word, folded, from);
}

function firstLetter(folded: string, from: number): number {
  let at = from;
  while (folded.charAt(at) === ' ') at++;
  return at;
}

function withRate(folded: string, unit: FoundUnit): FoundUnit {
  let end = unit.kind === 'count' ? nounBeforeRate(folded, unit.end) : unit.end;
  let isRate = false;
  for (let turn = 0; turn < 3; turn++) {
    const next = rateEnd(folded, end);
    if (next === null) break;
    isRate = true;
    end = next;
  }
  const kind = isRate && unit.kind === 'count' ? 'rate' : unit.kind;
  return trimmed(folded, { kind, start: unit.start, end });
}

/** Where what a value is counted on ends ("/năm", "/100 dân") that starts right at `at`; null when nothing of the kind does. */
export const rateEnd = (folded: string, at: number): number | null =>
  endOf(per, folded, at) ?? endOf(perMany, folded, at);

/** Where a counted noun ends of which more words stand before "/năm"; `from` where nothing of the kind follows. */
function nounBeforeRate(folded: string, from: number): number {
  const end = endOf(restOfNoun, folded, from);
  if (end === null || rateEnd(folded, end) === null) return from;
  return /(?<![a-z§])(?:tro|la|dat|de|cho|va|trong|tu|duoi|tren|co|duoc|voi|tai|cua|so)(?![a-z])/.test(
    folded.slice(from, end),
  )
    ? from
    : end;
}

function trimmed(folded: string, unit: FoundUnit): FoundUnit {
  let start = unit.start;
  while (folded.charAt(start) === ' ') start++;
  return { ...unit, start };
}
