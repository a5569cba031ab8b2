import type { DirectiveType } from '../domain/directive.ts';
import type { Locality } from '../domain/locality.ts';
import type { Period } from '../domain/period.ts';
import type { Catalog } from '../tools/catalog.ts';
import { printedDate } from '../tools/cite.ts';
import { findBodies } from '../tools/name-bodies.ts';
import { type FoundDate, findDates } from '../vietnamese/date.ts';
import { fold } from '../vietnamese/fold.ts';
import { country } from '../vietnamese/gazetteer.ts';
import { findPeriods } from '../vietnamese/period.ts';
import { blankSpans } from './blank-spans.ts';
import { findNumberedMention } from './numbered-mention.ts';

/** Where in a question something that is not the thing asked about stands. */
type Span = { start: number; end: number };

/** How a question points at a document: any of its kind, number and date. */
export type DirectiveMention = { type: DirectiveType | null; number: string | null; date: string | null };

export type QuestionMarks = {
  localities: (Span & { locality: Locality })[];
  /** Without those that a figure is only compared with ("so với 2019"). */
  periods: (Span & { period: Period })[];
  /** Null when the question points at no document. */
  mention: DirectiveMention | null;
  /** Ids of directives by an issuer that it names. */
  documents: string[];
  /** Where it names a document or its issuer. */
  pointers: Span[];
  /** Spans of places that are no organisations, and of documents. */
  places: Span[];
  /** Every span to leave out of the words asked about, in order. */
  spans: Span[];
};

/** Kinds of documents as people name them, longest first; folded. */
const typeNames: readonly (readonly [string, DirectiveType])[] = [
  ['phat dong (?:phong trao )?thi dua', 'phát động thi đua'],
  ['nghi quyet', 'nghị quyết'],
  ['quyet dinh', 'quyết định'],
  ['chi thi', 'chỉ thị'],
  ['chuong trinh', 'chương trình'],
  ['huong dan', 'hướng dẫn'],
  ['thong bao', 'thông báo'],
  ['thong tu', 'thông tư'],
  ['nghi dinh', 'nghị định'],
  ['ket luan', 'kết luận'],
  ['cong van', 'công văn'],
  ['cong dien', 'công điện'],
  ['to trinh', 'tờ trình'],
  ['phuong an', 'phương án'],
  ['ke hoach', 'kế hoạch'],
  ['de an', 'đề án'],
];

const typeAt = new RegExp(`(?<![a-z])(${typeNames.map(([pattern]) => pattern).join('|')})(?![a-z])`, 'g');
/** "15/KH-UBND", "34-CT/TW", "42/2019/NQ-HĐND"; not "bác sĩ/vạn dân", not "14/6/2026". */
const symbol =
  /(?<![\p{L}\d/.,-])\d{1,5}(?:\/\d{4})?\s?(?:\/\s?[A-ZĐa-zđ][\p{L}\d]{1,7}|-\s?[A-ZĐ]\p{L}{1,4}\s?\/)(?:\s?[-–/]\s?[A-ZĐ][\p{L}\d]{1,9}|(?<=\/)\s?[A-ZĐ][\p{L}\d]{1,7}|[-–/](?:ubnd|h[đd]nd|ttg|cp|t[uw]|qh\d\d)(?![\p{L}\d])){0,3}/gu;

/** The places, organisations, times and documents that a question names, with where they stand. */
export function markQuestion(
  text: string,
  catalog: Pick<Catalog, 'gazetteer' | 'bodies'>,
  today: string,
): QuestionMarks {
  const folded = fold(text);
  const mention = findMention(text, folded);
  const bodies = findBodies(text, catalog.bodies);
  const placed = bodies.flatMap(({ body, start, end }) =>
    body.locality === null ? [] : [{ locality: body.locality, start, end }],
  );
  const around = { text, folded, gazetteer: catalog.gazetteer };
  const named = catalog.gazetteer
    .find(text, { asked: true })
    .map((place) => withoutRoad(place, folded))
    .map((place) => ofAll(place, around))
    .flatMap((place) => afterAverage(place, around))
    .filter((place) => !bodies.some(overlaps(place)));
  const local = withoutSurroundings(
    [...named, ...placed].sort((a, b) => a.start - b.start),
    text,
  );
  const isByBody = bodies.some(({ body }) => body.locality === null);
  const localities = local.length > 0 || isByBody ? local : wholeCountry(folded);
  const found = findPeriods(readablePeriods(text, [...bodies, ...named]), { today }).filter(
    (period) => !mention.spans.some(overlaps(period)) && !isEveryMonth(period, folded),
  );
  const days = mention.dates.map(({ date, start, end }) => ({ period: untilDay(date), start, end }));
  const isChange = /(?<![a-z])(?:tang|giam|cao hon|thap hon|bang|vuot)(?![a-z])|(?:%|phan tram) so voi/.test(folded);
  const own = found.filter(({ preposition }) => preposition !== 'tầm nhìn' && (preposition !== 'so với' || !isChange));
  const periods = [...own, ...days].sort((a, b) => a.start - b.start);
  const spans = [
    ...mention.spans,
    ...bodies,
    ...named,
    ...(local.length > 0 ? [] : localities),
    ...shortNames(text, local),
    ...found,
    ...days,
  ].map(({ start, end }) => ({ start, end }));
  return {
    localities,
    periods,
    mention: mention.mention,
    documents: [...new Set(bodies.flatMap(({ body }) => (body.locality === null ? body.documents : [])))],
    pointers: [
      ...(mention.mention?.number == null && mention.mention?.date == null ? [] : mention.spans),
      ...bodies.filter(({ body }) => body.locality === null),
    ]
      .map(({ start, end }) => ({ start, end }))
      .sort((a, b) => a.start - b.start),
    places: [...mention.spans, ...named].map(({ start, end }) => ({ start, end })),
    spans: spans.sort((a, b) => a.start - b.start),
  };
}

/** In "huyện Chợ Đồn, tỉnh Bắc Kạn" the province only says where the district lies, unless places are compared. */
function withoutSurroundings<Place extends Span & { locality: Locality }>(
  places: readonly Place[],
  text: string,
): Place[] {
  if (/so sanh|compare|nao (?:cao|thap|nhieu|it)|(?<![a-z])hon(?![a-z])/.test(fold(text)) || places.length > 2)
    return [...places];
  return places.filter((place, at) => {
    const before = places[at - 1];
    const isLower = before?.locality.level === 'district' || before?.locality.level === 'commune';
    if (before === undefined || !isLower || place.locality.level !== 'province') return true;
    return !/^\s{0,2}(?:,|\(|-|–|thuộc|của)?\s{0,2}$/u.test(text.slice(before.end, place.start));
  });
}

/** "HB 2025 (Hòa Bình)": initials of a place that is named in full as well; "DL Đắk Lắk" right before it is its tourism. */
function shortNames(text: string, places: readonly (Span & { locality: Locality })[]): Span[] {
  const named = places
    .map(({ locality, start }) => ({ initials: fold(locality.name.replace(/[^\p{Lu}]/gu, '')), start }))
    .filter(({ initials }) => initials.length > 1);
  return [...text.matchAll(/(?<![\p{L}\d/-])\p{Lu}{2,4}(?![\p{L}\d/-])/gu)]
    .map(({ index, 0: short }) => ({ short: fold(short), start: index, end: index + short.length }))
    .filter(({ short, end }) =>
      named.some(({ initials, start }) => initials === short && text.slice(end, start).trim() !== ''),
    );
}

/** In "đường tỉnh Đắk Nông" the kind of place belongs to the road. */
function withoutRoad<Place extends Span>(place: Place, folded: string): Place {
  const unit = /^(?:tinh|huyen|xa) /.exec(folded.slice(place.start, place.end));
  const isRoad = unit !== null && /(?<![a-z])duong $/.test(folded.slice(0, place.start));
  return isRoad ? { ...place, start: place.start + unit[0].length } : place;
}

type Around = { text: string; folded: string; gazetteer: Catalog['gazetteer'] };

/** "các huyện Thanh Lâm" where Thanh Lâm is a province: its districts, not a district of that name. */
function ofAll<Place extends Span & { locality: Locality }>(place: Place, { text, folded, gazetteer }: Around): Place {
  const unit = /^(?:huyen|quan|xa|phuong|thi xa|thi tran)(?:, (?:thi xa|thanh pho|phuong|thi tran))* /.exec(
    folded.slice(place.start, place.end),
  );
  if (unit === null || !/(?<![a-z])(?:cac|nhung|tat ca cac) $/.test(folded.slice(0, place.start))) return place;
  const start = place.start + unit[0].length;
  const province = gazetteer.find(text.slice(start, place.end), { asked: true })[0]?.locality;
  return province?.level === 'province' ? { ...place, locality: province, start } : place;
}

/** "bình quân đầu người" typed without marks names no "quận"; what stands behind it may still be a place: "thu nhap binh quan cao bang". */
function afterAverage<Place extends Span & { locality: Locality }>(
  place: Place,
  { text, folded, gazetteer }: Around,
): Place[] {
  const isAverage =
    /(?<![a-z])binh $/.test(folded.slice(0, place.start)) && /^quan(?![a-z])/.test(folded.slice(place.start));
  if (!isAverage) return [place];
  const start = place.start + 'quan '.length;
  const [behind] = gazetteer.find(text.slice(start), { asked: true });
  const isBehind = behind !== undefined && behind.start === 0 && start + behind.end <= place.end;
  return isBehind ? [{ ...place, locality: behind.locality, start, end: start + behind.end }] : [];
}

/** "Thủ tướng giao bao nhiêu", no place named: a province's figure does not answer. */
function wholeCountry(folded: string): (Span & { locality: Locality })[] {
  const said = nationalBody.exec(folded);
  if (
    said === null ||
    !/bao nhieu|(?<![a-z])may(?![a-z])|%|phan tram/.test(folded) ||
    /bao cao|truoc ngay/.test(folded)
  )
    return [];
  return [{ locality: country, start: said.index, end: said.index + said[0].length }];
}

const nationalBody =
  /(?<![a-z])(?<!(?:dai bieu|van phong|dang uy|cong tac) )(?:quoc hoi|thu tuong(?: chinh phu)?|chinh phu)(?! so| dien tu)(?![a-z])/;

const overlaps =
  (span: Span) =>
  (other: Span): boolean =>
    span.start < other.end && other.start < span.end;

/** Names of places are no words about time, and in "2018 tỷ lệ hộ nghèo", "2026 hồ sơ", "nền tảng số 2030" the year is neither amount nor number. */
const readablePeriods = (text: string, named: readonly Span[]): string =>
  blankSpans(text, named)
    .replace(besideYear, (year, word: string) => year.slice(0, -word.length) + ' '.repeat(word.length))
    .replace(/(?<!\p{L})s[oố] (?=20[0-4]\d(?!\d))/giu, '   ');
const besideYear =
  /(?<![\d.,/])20[0-4]\d\s+((?!v[aà]|[dđ][eế]n|t[oớ]i|so|v[oớ]i|hay|ho[aặ]c|tr[oở]|cu[oố]i|[dđ][aầ]u|qu[yý]|th[aá]ng|n[aă]m|ngày|ngay)\p{L}+)/giu;

/** "hằng tháng trước ngày mấy", "tổng kết năm trước 30/11" name no last month or year. */
const isEveryMonth = ({ start, end }: Span, folded: string): boolean =>
  /^(?:thang|nam|quy|tuan) truoc$/.test(folded.slice(start, end)) &&
  /^ (?:ngay|\d|khi nao|bao gio)/.test(folded.slice(end));

/** "đến 30/9/2026" as a time that figures are asked for. */
const untilDay = (date: string): Period => ({ text: `đến ${printedDate(date)}`, kind: 'until', from: null, to: date });

type FoundMention = {
  mention: DirectiveMention | null;
  spans: Span[];
  /** Dates that point at no document. */
  dates: FoundDate[];
};

function findMention(text: string, folded: string): FoundMention {
  const all = findDates(text);
  const dates = all.filter(
    ({ start, end }) =>
      /(?<![a-z])(?:ngay|ky|ban hanh)\s{0,2}$/.test(folded.slice(Math.max(0, start - 9), start)) ||
      /^ngay/.test(folded.slice(start, end)),
  );
  const isUntil = (found: FoundDate): boolean =>
    /(?<![a-z])(?:den|truoc|het|sau|tu)(?: het| ngay)*\s{0,2}$/.test(
      folded.slice(Math.max(0, found.start - 16), found.start),
    );
  const meant = dates.filter((found) => !isUntil(found));
  const numbers = [...text.matchAll(symbol)].map((match) => ({
    start: match.index - (/(?<![a-z])so(?: hieu)?[ :]{0,3}$/.exec(folded.slice(0, match.index))?.[0].length ?? 0),
    end: match.index + match[0].length,
    text: match[0],
  }));
  const unnamed = folded.replace(namedAfter, (words) => ' '.repeat(words.length));
  const bare = numbers.length === 0 ? findNumberedMention(unnamed) : null;
  const type = bare ?? typeMention(unnamed);
  const number = numbers[0]?.text ?? bare?.number ?? null;
  const date = meant[0]?.date ?? null;
  const spans: Span[] = [
    ...numbers,
    ...meant.map((found) => ({ ...found, start: found.start - dayWord(folded, found) })),
  ];
  if (type !== null) spans.push(type);
  const isNone = type === null && number === null && date === null;
  return {
    mention: isNone ? null : { type: type?.type ?? null, number: number?.replace(/\s/g, '') ?? null, date },
    spans,
    dates: all.filter((found) => !meant.includes(found)),
  };
}

/** "Tổ công tác Đề án 06", "Ban Chỉ đạo Chương trình 135": a body named after a document, which is not asked about. */
const namedAfter =
  /(?<![a-z])(?:to cong tac|ban chi dao|bcd|to giup viec|van phong)(?: (?:trien khai|thuc hien|dieu phoi))?(?: (?:de an|chuong trinh|nghi quyet|chi thi))(?: so)? \d{1,4}(?!\d|[/-])/g;

/** Length of the "ngày " in front of a date. */
const dayWord = (folded: string, { start }: Span): number =>
  /(?<![a-z])ngay\s{1,2}$/.exec(folded.slice(Math.max(0, start - 7), start))?.[0].length ?? 0;

/** A kind of document named as a document: not "phát động" as a deed, not "theo kế hoạch" as a way. */
function typeMention(folded: string): (Span & { type: DirectiveType }) | null {
  for (const match of folded.matchAll(typeAt)) {
    const before = folded.slice(Math.max(0, match.index - 12), match.index);
    if (/(?:^|[^a-z])(?:vu|so|phong|ban|bo|tai chinh(?: -)?) $/.test(before)) continue;
    const isWay = /(?:theo|thuc hien|hoan thanh|so voi|vuot|giao|chi tieu|ban hanh|gui|trien khai|xay dung|nop) $/;
    // "theo kế hoạch" is a way, "theo Kế hoạch số 15/KH-UBND" a document.
    if (isWay.test(before) && !/^ (?:so )?\d/.test(folded.slice(match.index + match[0].length))) continue;
    const type = typeNames.find(([pattern]) => new RegExp(`^${pattern}$`).test(match[1] ?? ''))?.[1];
    if (type !== undefined) return { type, start: match.index, end: match.index + match[0].length };
  }
  return null;
}
