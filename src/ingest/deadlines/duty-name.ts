import { opensWithBody } from './acting-bodies.ts';
import type { BoundDue, DueCycle } from './bound-due.ts';
import { type DutyKind, withoutPurpose } from './duty-kind.ts';
import { dutyVerb, finishingVerb, sendingVerb } from './duty-words.ts';
import { labelOpening, timeOpening } from './opening-words.ts';

const longestName = 200;
const cycleNames: Readonly<Record<DueCycle, string>> = {
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  half: '6 tháng',
  nine: '9 tháng',
  year: 'năm',
};

/** One date of a clause: all of the clause's dates in order, and which of them it is. */
export type NamedDuty = {
  text: string;
  /** Where the duty begins, behind the name of who has to do it. */
  from: number;
  dues: readonly BoundDue[];
  at: number;
  kind: DutyKind;
  to: string;
};

/** What has to be done by one date, in the clause's own words; what several dates share is said for each, with its cycle. Never empty. */
export function dutyName({ text, from, dues, at, kind, to }: NamedDuty): string {
  const due = dues[at];
  if (due === undefined) return plainDutyName(text.slice(from), to);
  if (kind === 'span') return spanName(text, dues[at - 1]?.end ?? 0, due);
  const between = text.slice(Math.max(from, dues[at - 1]?.end ?? 0), due.start).replace(/^ ?\([^()]{0,60}\)/, '');
  const shared =
    ownName({ text, from, dues, at, to }) ??
    sharedName({ text, from, dues, at, to }) ??
    fromVerb(withoutPurpose(text).slice(Math.max(from, dues.at(-1)?.end ?? 0))) ??
    text.slice(from, due.start);
  const plain = withoutReceiver(shared, to).replace(/^(?:định kỳ\s|(?:hằng|hàng)\s(?:tu[ầâ]n|tháng|quý|năm)\s)+/iu, '');
  const name = isBareSending(plain) ? `${plain.toLowerCase()} ${subjectBefore(between, plain)}`.trim() : plain;
  const stretch = dues.length > 1 ? stretchOf(text, due) : '';
  const isTold = stretch === '' || name.toLowerCase().includes(stretch.toLowerCase());
  return shortened(isTold ? name : `${name} (${stretch})`) || (kind === 'report' ? 'báo cáo' : 'hoàn thành');
}

type NamedPlace = Omit<NamedDuty, 'kind'>;

/** The words before one date, where they hold a verb and no more than its own stretch: "báo cáo 6 tháng"; else null. */
function ownName(place: NamedPlace): string | null {
  const { text, from, dues, at, to } = place;
  const [start, end] = [startOf(place), dues[at]?.start ?? text.length];
  const [stretch, ...others] = stretchesIn(place);
  if (others.length > 0 || (stretch !== undefined && isBareStretch(text, start, stretch))) return null;
  return at === 0 && from === 0 ? wholeName(text.slice(start, end), to) : fromVerb(text.slice(start, end));
}

/** "…, năm trước ngày …": a stretch without a verb before it; "tổng kết" is one itself. */
const isBareStretch = (text: string, start: number, stretch: number): boolean =>
  fromVerb(text.slice(start, stretch)) === null &&
  !/^(?:sơ|tổng) kết(?! (?:cả |0?\d )?(?:năm|quý|tháng))/iu.test(text.slice(stretch, stretch + 30));

/** What several dates share: the words before the nearest date that has a verb, up to the first stretch named there; null for none. */
function sharedName(place: NamedPlace): string | null {
  const { text, from, dues, at, to } = place;
  const [start, end] = [startOf(place), Math.min(...stretchesIn(place), dues[at]?.start ?? text.length)];
  const said = text.slice(start, end);
  const own = at === 0 && from === 0 ? wholeName(said, to) : fromVerb(said);
  return own ?? (at === 0 ? null : sharedName({ ...place, at: at - 1 }));
}

function startOf({ text, from, dues, at }: NamedPlace): number {
  const last = dues[at - 1];
  if (last === undefined) return from === 0 ? (regime.exec(text)?.[0].length ?? 0) : from;
  const remark = /^ ?\([^()]{0,60}\)/.exec(text.slice(last.end))?.[0].length ?? 0;
  return Math.max(from, last.end + remark, last.period?.end ?? 0);
}
/** "Chế độ báo cáo: Báo cáo quý …" */
const regime = /^Chế độ[^:;,.]{0,50}:\s(?=\p{Lu})/u;

/** Where stretches are named between the date before and this one. */
function stretchesIn(place: NamedPlace): number[] {
  const [start, end] = [startOf(place), place.dues[place.at]?.start ?? 0];
  return place.dues.flatMap(({ period }) =>
    period !== null && period.start >= start && period.start < end ? [period.start] : [],
  );
}

/** What stretch a report is of, as one of several: "6 tháng", "quý I", "năm"; '' when nothing tells. */
export function stretchOf(text: string, { period, cycle }: BoundDue): string {
  if (period === null) return cycle === null ? '' : cycleNames[cycle];
  const said = text.slice(period.start, period.end).replace(/^(?:hằng|hàng|mỗi|cả|một|0?1)\s|\smột lần$/giu, '');
  return said.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}

const longestSubject = 120;

/** A clause that opens with no body is named from its beginning, subject included: "Đại hội cấp cơ sở hoàn thành …". */
function wholeName(text: string, to: string): string | null {
  const own = fromVerb(text);
  if (own === null || isBareSending(withoutReceiver(own, to))) return own;
  const subject = text.slice(0, text.length - own.length);
  const isOpening = timeOpening.test(subject) || labelOpening.test(subject) || noSubject.test(subject);
  return isOpening || subject.length > longestSubject ? own : text;
}
/** Words of time and of asking name no duty: "Thời hạn gửi báo cáo", "Đề nghị các đồng chí …". */
const noSubject =
  /(?<!\p{L})(?:thời gian|thời hạn|hạn|mốc|tiến độ|đề nghị|yêu cầu|phấn đấu|dự kiến|tập trung|khẩn trương|khẳng định|cho biết|nhấn mạnh|chia sẻ|phát biểu)(?!\p{L})/iu;

const isBareSending = (name: string): boolean => /^(?:gửi|gửi về|nộp|trình)$/iu.test(name);

/** "Hồ sơ đề nghị khen thưởng gửi về …": what is sent stands before the verb. */
function subjectBefore(text: string, verb: string): string {
  const subject = tidy(
    text.slice(0, Math.max(0, text.search(new RegExp(`(?<!\\p{L})${escaped(verb)}(?!\\p{L})`, 'iu')))),
  );
  return subject.length > 120 || opensWithBody(subject)
    ? ''
    : subject.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());
}

/** Whether a name says nothing by itself ("hoàn thành", "thời gian dự kiến"): what is meant stands in the clause before. */
export const isBareName = (name: string): boolean =>
  /^(?:(?:một số |các |những )?(?:nhiệm vụ|công việc|công tác|việc|nội dung)(?: trọng tâm| này| trên| nêu trên| sau đây| sau| dưới đây| cụ thể)*|phải|yêu cầu|được|thực hiện|triển khai|hoàn thành|chậm nhất|muộn nhất|thời gian|dự kiến|phấn đấu|xong|hoàn tất|thời hạn|tiến độ|trình|gửi(?: về)?|nộp|[\s:,])+$/iu.test(
    name,
  );

/** What a duty without a date is about: from its first verb on. */
export function plainDutyName(duty: string, to: string): string {
  const own = withoutReceiver(fromVerb(duty) ?? duty, to);
  const name = isBareSending(own) ? `${own.toLowerCase()} ${subjectBefore(duty, own)}`.trim() : own;
  return shortened(name) || 'báo cáo';
}

/** The words from the first verb of work or sending on; null when there is none but a time ("hằng tháng", "và cả năm"). */
function fromVerb(text: string): string | null {
  const places = [dutyVerb, finishingVerb].map((verb) => verb.exec(text)?.index ?? -1);
  const first = [...places, text.search(sendingVerb)].filter((place) => place >= 0);
  if (first.length === 0) return null;
  const words = text.slice(Math.min(...first));
  const rest = words.replace(
    /(?<!\p{L})(?:định kỳ|hằng|hàng|mỗi|cả|6|sáu|9|tu[ầâ]n|tháng|quý|năm|và|trước|ngày|chậm nhất)(?!\p{L})|[\d\s,:()]/giu,
    '',
  );
  return rest.length < 4 ? null : words;
}

function withoutReceiver(text: string, to: string): string {
  const single = text.replace(/\s+/g, ' ');
  const cut =
    to === ''
      ? single
      : single.replace(new RegExp(`(?:\\s(?:về|cho|với|đến|tới|lên|thêm))?\\s${escaped(to)}(?!\\p{L})`, 'u'), '');
  return tidy(cut);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** "Đợt 1: từ ngày … đến ngày …" → "Đợt 1"; "Từ ngày … đến ngày …, các đội ra quân" is named by the work behind. */
function spanName(text: string, from: number, due: BoundDue): string {
  const words = text
    .slice(from, due.start)
    .replace(
      /(?<![\s,:(])[\s,:(]*(?:(?:bắt đầu|tính|kéo dài|diễn ra) )?(?:được (?:tổ chức|triển khai|thực hiện|phát động) )?(?<!\p{L})(?:từ|kể từ|kéo dài)(?!\p{L}).*$/isu,
      '',
    );
  const behind = tidy(words) === '' ? fromVerb(text.slice(due.end)) : null;
  return shortened(tidy(behind ?? words)) || 'Thời gian thực hiện';
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;])/g, '')
    .replace(/\s?\([^()]*$/, '')
    .replace(
      /(?:[\s:,](?:được )?(?:gia hạn|lùi|dời|kéo dài|điều chỉnh))?(?:[\s:,]{1,2}từ (?:ngày )?[\d/.-]+ (?:thành|sang))?\s?$/iu,
      '',
    )
    .replace(
      /,?\s\(?(?:(?:gửi )?qua )?(?:ĐT|[Đđ]iện thoại|[Ee]-?mail|[Đđ]ịa chỉ|số \d{1,4} (?:đường|phố|\p{Lu})).*$/su,
      '',
    )
    .replace(/^[\s,;:(–-]+/, '')
    .replace(/(?<![\s,;:(–./-])[\s,;:(–./-]+$/, '')
    .replace(
      /(?<![\s,:])(?:[\s,:]+(?:và|trước|(?<!(?:hằng|hàng|mỗi|cùng)\s)ngày|vào|định kỳ|hằng tháng|hàng tháng|hằng quý|hằng năm|gửi|gửi về|xong|nộp|hoàn thành|hoàn tất|thời gian|dự kiến|thời hạn|phải|hạn chót|hạn cuối|là|được|tại|trực tiếp|chậm nhất|muộn nhất))+$/iu,
      '',
    )
    .trim();
}

function shortened(text: string): string {
  if (text.length <= longestName) return text;
  const cut = text.lastIndexOf(' ', longestName);
  return `${text.slice(0, cut > 0 ? cut : longestName)}…`;
}
