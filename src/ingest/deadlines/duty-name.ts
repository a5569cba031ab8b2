import type { BoundDue, DueCycle } from './bound-due.ts';
import { type DutyKind, withoutPurpose } from './duty-kind.ts';
import { dutyVerb, finishingVerb, sendingVerb } from './duty-words.ts';

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
  if (kind === 'span') return spanName(text.slice(dues[at - 1]?.end ?? 0, due.start));
  const between = text.slice(Math.max(from, dues[at - 1]?.end ?? 0), due.start).replace(/^ ?\([^()]{0,60}\)/, '');
  const own = fromVerb(between);
  const shared =
    own ??
    fromVerb(text.slice(from, dues[0]?.start)) ??
    fromVerb(withoutPurpose(text).slice(dues.at(-1)?.end)) ??
    text.slice(from, due.start);
  const plain = withoutReceiver(shared, to).replace(/^(?:định kỳ\s|(?:hằng|hàng)\s(?:tu[ầâ]n|tháng|quý|năm)\s)+/iu, '');
  const name = isBareSending(plain) ? `${plain.toLowerCase()} ${subjectBefore(between, plain)}`.trim() : plain;
  const isOneOfMany = dues.length > 1 && due.cycle !== null && !name.toLowerCase().endsWith(cycleNames[due.cycle]);
  return shortened(isOneOfMany ? `${name} (${cycleNames[due.cycle ?? 'year']})` : name) || 'báo cáo';
}

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
  /^(?:hoàn thành|thời gian|dự kiến|xong|hoàn tất|thời hạn|trình|gửi(?: về)?|nộp|\s)+$/iu.test(name);

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

function spanName(head: string): string {
  const words = head.replace(
    /[\s,:]*(?:(?:bắt đầu|tính|kéo dài|diễn ra) )?(?:được (?:tổ chức|triển khai|thực hiện|phát động) )?(?<!\p{L})(?:từ|kể từ|kéo dài)(?!\p{L}).*$/isu,
    '',
  );
  return shortened(tidy(words)) || 'Thời gian thực hiện';
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:(–-]+|[\s,;:(–./-]+$/g, '')
    .replace(
      /(?:[\s,:]+(?:và|trước|ngày|vào|định kỳ|hằng tháng|hàng tháng|hằng quý|hằng năm|gửi|gửi về|xong|nộp|hoàn thành|thời gian|dự kiến|thời hạn))+$/iu,
      '',
    )
    .trim();
}

function shortened(text: string): string {
  if (text.length <= longestName) return text;
  const cut = text.lastIndexOf(' ', longestName);
  return `${text.slice(0, cut > 0 ? cut : longestName)}…`;
}
