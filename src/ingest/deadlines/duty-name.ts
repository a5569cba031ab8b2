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
  const own = at === 0 && from === 0 ? wholeName(between, to) : fromVerb(between);
  const shared =
    own ??
    fromVerb(text.slice(from, dues[0]?.start)) ??
    fromVerb(withoutPurpose(text).slice(Math.max(from, dues.at(-1)?.end ?? 0))) ??
    text.slice(from, due.start);
  const plain = withoutReceiver(shared, to).replace(/^(?:định kỳ\s|(?:hằng|hàng)\s(?:tu[ầâ]n|tháng|quý|năm)\s)+/iu, '');
  const name = isBareSending(plain) ? `${plain.toLowerCase()} ${subjectBefore(between, plain)}`.trim() : plain;
  const isOneOfMany = dues.length > 1 && due.cycle !== null && !name.toLowerCase().endsWith(cycleNames[due.cycle]);
  return (
    shortened(isOneOfMany ? `${name} (${cycleNames[due.cycle ?? 'year']})` : name) ||
    (kind === 'report' ? 'báo cáo' : 'hoàn thành')
  );
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
  /(?<!\p{L})(?:thời gian|thời hạn|hạn|mốc|tiến độ|đề nghị|yêu cầu|phấn đấu|dự kiến|tập trung|khẩn trương)(?!\p{L})/iu;

const isBareSending = (name: string): boolean => /^(?:gửi|gửi về|nộp|trình)$/iu.test(name);

/** "Hồ sơ đề nghị khen thưởng gửi về …": what is sent stands before the verb. */
function subjectBefore(text: string, verb: string): string {
  const subject = tidy(
    text.slice(0, Math.max(0, text.search(new RegExp(`(?<!\\p{L})${escaped(verb)}(?!\\p{L})`, 'iu')))),
  );
  return subject.length > 120 ? '' : subject.charAt(0).toLowerCase() + subject.slice(1);
}

/** Whether a name says nothing by itself ("hoàn thành", "thời gian dự kiến"): what is meant stands in the clause before. */
export const isBareName = (name: string): boolean =>
  /^(?:(?:một số |các |những )?(?:nhiệm vụ|công việc|công tác|việc|nội dung)(?: trọng tâm| này| trên| nêu trên| sau đây| sau| dưới đây| cụ thể)*|phải|yêu cầu|được|thực hiện|triển khai|hoàn thành|chậm nhất|muộn nhất|thời gian|dự kiến|phấn đấu|xong|hoàn tất|thời hạn|tiến độ|trình|gửi(?: về)?|nộp|[\s:,])+$/iu.test(
    name,
  );

/** What a duty without a date is about: from its first verb on. */
export function plainDutyName(duty: string, to: string): string {
  return shortened(withoutReceiver(fromVerb(duty) ?? duty, to)) || 'báo cáo';
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
    .replace(/\s?\([^()]*$/, '')
    .replace(/^[\s,;:(–-]+/, '')
    .replace(/(?<![\s,;:(–./-])[\s,;:(–./-]+$/, '')
    .replace(
      /(?<![\s,:])(?:[\s,:]+(?:và|trước|ngày|vào|định kỳ|hằng tháng|hàng tháng|hằng quý|hằng năm|gửi|gửi về|xong|nộp|hoàn thành|hoàn tất|thời gian|dự kiến|thời hạn|phải|hạn chót|hạn cuối|là|tại|trực tiếp|chậm nhất|muộn nhất))+$/iu,
      '',
    )
    .trim();
}

function shortened(text: string): string {
  if (text.length <= longestName) return text;
  const cut = text.lastIndexOf(' ', longestName);
  return `${text.slice(0, cut > 0 ? cut : longestName)}…`;
}
