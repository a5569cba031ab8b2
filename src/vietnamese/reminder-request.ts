import type { RefusedWhen, When } from '../domain/when.ts';
import { findTime, longestPhrase, type TimeContext } from './time-phrase.ts';
import { type PhraseText, phrase, phraseAfter, phraseBefore, phraseText } from './time-phrase-pattern.ts';
import { refusals } from './time-phrase-refusals.ts';

/** What a person asks to be reminded of, and when. Leads largest first; empty: as the chat's own ladder says. */
export type ReminderRequest = {
  kind: 'request';
  what: string;
  when: When;
  leadDays: number[];
  leadMinutes: number[];
  audience: 'me' | 'group';
};

const group =
  '(?:cả nhóm|nhóm(?: này| mình| ta)?|mọi người|tất cả(?: mọi người| các đồng chí| anh em)?|cả (?:phòng|tổ|đội|ban|lớp|cơ quan|đơn vị|nhà|họ)|toàn (?:cơ quan|đơn vị|phòng|ban|thể)|anh em|anh chị em|các (?:đồng chí|anh chị|bạn|thành viên|anh|chị|đ/c)|chúng (?:tôi|ta|mình)|bọn (?:mình|tôi))';
const me = '(?:tôi|mình|em|tớ|tui)';
const verb =
  '(?:nhắc nhở|nhắc nhớ|nhắc việc|nhắc hẹn|nhắc lịch|nhắc|đặt (?:lịch|lời)? ?nhắc|tạo (?:lịch|lời) nhắc|lên lịch nhắc|đặt lịch|đặt hẹn|hẹn giờ|hẹn lịch|báo thức)';

/** nhắc tôi … · nhắc cả nhóm … · bot ơi nhắc giúp mình … · đặt lịch nhắc … · 2 tiếng nữa nhắc gọi điện */
const trigger = phrase(
  `(?:(?:hãy|xin|vui lòng|làm ơn|nhờ|giúp|nhớ|đề nghị)(?: bot| bạn| em)? )?${verb}(?: (?:giúp|hộ|cho|giùm|dùm))*(?: (?:(?<group>${group})|${me}|(?<elder>anh|chị|cô|chú|bác|ông|bà)))?(?: (?:giúp|hộ|với|nhé|biết|nhớ))*(?: (?:là|rằng|về việc|việc|về))?`,
);
/** "nhắc đến", "nhắc lại", "đã nhắc", "cân nhắc": no request. */
const noRequestBefore = phraseBefore(
  '(?:được|cân|lời|có|đã|không|chưa|bị|vừa|từng|phải|câu|văn bản(?: nào)?|tin|sự|hay|đừng|khỏi|ai|người|việc|các|những|hủy|xóa|xoá|tắt|bỏ|dừng|danh sách|xem) ',
);
const noRequestAfter = phraseAfter(
  ' ?(?:đến|tới(?! (?:ngày|\\d|mai|hôm|tuần|tháng))|lại|nhiều|trong văn|ai(?= )|gì|khi nào|bao nhiêu|những|các văn|nào|của tôi|việc nào|hẹn nào)',
);
const politeStart =
  /^(?:[\s,:;.!?-]|@\S{1,40}|\/\p{L}{1,20}|\/|bot|chỉ đạo|ơi|này|à|ạ|dạ|chào|em|anh|chị|bạn|cho|tôi|mình|muốn|cần|được)*$/iu;
const jointStart = phraseAfter(
  '[\\s,;:.!?–()-]*(?:(?:vào|lúc|là|rằng|để|thì|và|nhớ|đừng quên|về việc|nhé|ạ|giúp|hộ|khi|hãy)(?=[\\s,;:.!?]|$))?[\\s,;:.!?–()-]*',
);

/**
 * What a message asks the bot to remind of. Null when it asks for no reminder ("văn bản nào nhắc đến …"); a refusal, one plain sentence, when it
 * does but leaves out when or what, or names a time of no use.
 */
export function parseReminderRequest(text: string, context: TimeContext): ReminderRequest | RefusedWhen | null {
  const cleaned = phraseText(text);
  const asked = findTrigger(cleaned);
  if (asked === null) return null;
  if (cleaned.shown.length > longestPhrase) return refuse(refusals.tooLong);
  const time = findTime(cleaned.shown, context);
  const isOpening = politeStart.test(cleaned.shown.slice(0, asked.start));
  if (time === null || time.when === null) return isOpening ? refuse(refusals.noTime) : null;
  if (time.when.kind === 'refused') return time.when;
  const opening = isOpening ? [{ start: 0, end: asked.start }] : [];
  const what = restOf(cleaned, [...opening, asked, ...time.spans]);
  if (what === '') return refuse(refusals.noWork);
  return {
    kind: 'request',
    what,
    when: time.when,
    leadDays: time.lead.days,
    leadMinutes: time.lead.minutes,
    audience: asked.isGroup ? 'group' : 'me',
  };
}

type Trigger = { start: number; end: number; isGroup: boolean };

/** A word of every `verb`. */
const verbWord = /nh[ắa]c|h[ẹe]n|l[ịi]ch|b[áa]o th[ứu]c/;

function findTrigger({ lower, shown }: PhraseText): Trigger | null {
  // Most messages ask for no reminder: they are spared the long pattern, whose first use costs as much as an answer.
  if (!verbWord.test(lower)) return null;
  for (const match of lower.matchAll(trigger)) {
    const start = match.index;
    const end = endOfTrigger(match, shown);
    const before = lower.slice(Math.max(0, start - 30), start);
    if (noRequestBefore.test(before) || noRequestAfter.test(lower.slice(end, end + 30))) continue;
    return { start, end, isGroup: match.groups?.group !== undefined };
  }
  return null;
}

/** "nhắc chị Mai nộp báo cáo": whom the work is about, not who is to be reminded. */
function endOfTrigger(match: RegExpExecArray, shown: string): number {
  const end = match.index + match[0].length;
  const elder = match.groups?.elder;
  if (elder === undefined || !/^ \p{Lu}/u.test(shown.slice(end, end + 2))) return end;
  return match.index + match[0].lastIndexOf(elder);
}

/** The message without the words of the request and of time, in the person's own spelling. */
function restOf({ shown, isAccented }: PhraseText, spans: readonly { start: number; end: number }[]): string {
  let [rest, at] = ['', 0];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start > at) rest += ` ${tidy(shown.slice(at, start))}`;
    at = Math.max(at, end);
  }
  const whole = tidy(`${rest} ${tidy(shown.slice(at))}`.replace(/\s+/g, ' '));
  // Without marks "nha" is as well a house.
  return isAccented ? whole.replace(/ nha$/iu, '') : whole;
}

function tidy(text: string): string {
  let rest = text.trim();
  for (let step = 0; step < 4; step++) {
    const shorter = rest.replace(jointStart, '').replace(jointEnd, '').trim();
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

const jointEnd =
  /(?:^|[\s,;:.!?–(-])(?:vào|lúc|hôm|là|để|nhé|nhá|ạ|với|và|thì|nhắc|giúp|hộ|vao|luc|hom|nhe|thi|nhac)?[\s,;:.!?–(-]*$/iu;

const refuse = (reason: string): RefusedWhen => ({ kind: 'refused', reason });
