import { addDays, dateOf, weekday } from '../../domain/calendar-date.ts';
import { fold } from '../../vietnamese/fold.ts';

/** First and last day (ISO) of the time asked about, and how it was called ("tuần này"). */
export type AskedSpan = { from: string; to: string; name: string };

/** `rest`: the place, document or unit it is about, empty: any. `span` null: all that lies ahead. */
export type AskedUpcoming = { rest: string; span: AskedSpan | null };

type Time = { pattern: RegExp; name: string; days: (today: string) => [string, string] };

const weekFrom = (monday: string): [string, string] => [monday, addDays(monday, 6)];
const mondayOf = (today: string): string => addDays(today, 1 - weekday(today));
const monthFrom = (today: string, later: number): [string, string] => {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) + later];
  return [dateOf(year, month, 1), dateOf(year, month, 31)];
};

/** Times of planning, in folded words. */
const times: readonly Time[] = [
  { pattern: /(?<![a-z])hom nay(?![a-z])/, name: 'hôm nay', days: (today) => [today, today] },
  {
    pattern: /(?<![a-z])(?:ngay )?mai(?![a-z])/,
    name: 'ngày mai',
    days: (today) => [addDays(today, 1), addDays(today, 1)],
  },
  { pattern: /(?<![a-z])tuan nay(?![a-z])/, name: 'tuần này', days: (today) => weekFrom(mondayOf(today)) },
  {
    pattern: /(?<![a-z])tuan (?:sau|toi)(?![a-z])/,
    name: 'tuần sau',
    days: (today) => weekFrom(addDays(mondayOf(today), 7)),
  },
  { pattern: /(?<![a-z])thang nay(?![a-z])/, name: 'tháng này', days: (today) => monthFrom(today, 0) },
  { pattern: /(?<![a-z])thang (?:sau|toi)(?![a-z])/, name: 'tháng sau', days: (today) => monthFrom(today, 1) },
];

const due = '(?:han(?: (?:nop|bao cao|chot))?|deadline|bao cao|viec|nop)';
const which = '(?:gi|nao|khong|ko|k|hong|may|bao nhieu)(?![a-z])';
/** "việc sắp đến hạn", "sắp tới có hạn gì". */
const ahead = new RegExp(
  `(?:(?:cac|nhung|co|may) )*(?:viec|bao cao|han|deadline)?(?: (?:gi|nao))? ?(?<![a-z])(?:sap|gan) (?:(?:den|toi|het|qua) )?han(?![a-z])|(?<![a-z])sap toi (?:[a-z]+ ){0,3}${due}(?: [a-z]+){0,3}? ${which}|(?<![a-z])(?:(?:cac|nhung) )?(?:han|deadline) (?:gi |nao )?sap toi(?![a-z])`,
);
/** "có hạn gì không", "phải nộp báo cáo gì", said beside a time. */
const owed = new RegExp(
  `(?:co|con|phai|can) (?:[a-z]+ ){0,2}?${due}(?: [a-z]+){0,3}? ${which}(?: khong)?|(?:cac |nhung )?(?:han|viec|bao cao) (?:gi|nao) (?:den han|phai nop|phai lam|can nop)|^(?:cac |nhung )?(?:han|deadline)(?: (?:nop|bao cao))?(?: (?:co |gom )?(?:gi|nao)| (?=cua |o |tai )|$)`,
);

/** What a message asks to see of what is due ahead ("tuần này phải nộp báo cáo gì?"); null when it asks for something else. `today`: ISO. */
export function askedUpcoming(text: string, today: string): AskedUpcoming | null {
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (words.length > longest || /(?<![a-z])nhac(?![a-z])/.test(fold(words))) return null;
  const time = times
    .map((one) => ({ ...one, found: one.pattern.exec(fold(words)) }))
    .find(({ found }) => found !== null);
  const untimed = time?.found ? cut(words, time.found) : words;
  const asked = ahead.exec(fold(untimed)) ?? (time === undefined ? null : owed.exec(fold(untimed)));
  if (asked === null) return null;
  const [from, to] = time?.days(today) ?? ['', ''];
  return {
    rest: thing(cut(untimed, asked)),
    span: time === undefined ? null : { from, to, name: time.name },
  };
}

const longest = 160;

const opening =
  /^(?:(?:anh|chi|em|ban|cac ban|moi nguoi|bot) oi|cho (?:toi |em |minh )?(?:hoi|xem|biet)|xin|o|tai|cua|ve|cac|nhung|thi) /;
const closing = /(?:^| )(?:phai|can|co|con|nop|lam|thi|a|nhe|vay|khong|ko|k|nua|day)$/;

/** What is left of a question, without words of politeness and asking around it. */
function thing(left: string): string {
  const words = left.replace(/(?<![?!.,;\s])[?!.,;\s]+$/, '').trim();
  const around = opening.exec(fold(words)) ?? closing.exec(fold(words));
  return around === null ? words : thing(cut(words, around));
}

/** The words without what was found at its place; folded text has the length of its own. */
const cut = (words: string, { index, 0: found }: RegExpExecArray): string =>
  `${words.slice(0, index)} ${words.slice(index + found.length)}`.replace(/\s+/g, ' ').trim();
