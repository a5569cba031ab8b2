import type { Subscriber } from '../../domain/reminder.ts';
import type { Choice, Reply } from '../../domain/reply.ts';
import { localDate, localTime } from '../../domain/vietnam-time.ts';
import { acknowledge, occurrenceOf, withdrawSubmission } from '../../store/acknowledgements.ts';
import { findDuties } from '../../store/duties.ts';
import { listOpenReminders, type OpenReminder } from '../../store/reminders.ts';
import { fold } from '../../vietnamese/fold.ts';
import { sayDay, sayShortDate } from '../../vietnamese/say-day.ts';
import type { Turn } from '../feature.ts';
import { notHere, sayReply, shorten } from '../say-reply.ts';
import { subscriberOf } from './chat-subscriber.ts';
import { type ReminderAnswer, readAnswer } from './read-answer.ts';
import type { ReminderDesk, ReminderStep } from './reminder-desk.ts';
import { snooze } from './snooze.ts';

const daysOpen = 45;
const mostAsked = 6;
const verbs = { received: 'đã nhận', submitted: 'đã nộp', withdraw: 'chưa nộp', snooze: 'nhắc lại sau' };

/** "đã nhận", "đã nộp", "chưa nộp", "nhắc lại sau 2 tiếng", with "#id" or without, by tap or typed. */
export const answerReminder: ReminderStep = async (turn, desk) => {
  const answer = readAnswer(turn.text);
  if (answer === null) return null;
  const subscriber = await subscriberOf(turn, desk.database);
  if (answer.id !== null) {
    const known = subscriber && (await occurrenceOf(desk.database, { id: answer.id, subscriber: subscriber.id }));
    if (subscriber === null || known === null) return notHere(`tin nhắc #${answer.id}`);
    return settle(turn, desk, { answer, subscriber, reminder: { id: answer.id, ...known } });
  }
  if (subscriber === null) return null;
  return withoutId(turn, desk, { answer, subscriber });
};

type Said = { answer: ReminderAnswer; subscriber: Subscriber };

/** Which reminder is meant: the only open one, or the only one whose name has the words said; else the person is asked. */
async function withoutId(turn: Turn, desk: ReminderDesk, { answer, subscriber }: Said): Promise<Reply | null> {
  const since = new Date(turn.message.receivedAt.getTime() - daysOpen * 86_400_000);
  const open = await listOpenReminders(desk.database, { subscriber: subscriber.id, since });
  const named = await withNames(open, desk);
  const words = answer.kind === 'snooze' ? '' : answer.words;
  const meant = named.filter(({ name }) => hasWords(name, words));
  const [only, second] = meant;
  if (only === undefined) {
    if (!answer.isPlain || answer.kind === 'snooze') return null;
    return sayReply('Ở đây không có tin nhắc nào đang chờ trả lời; chưa có gì thay đổi.');
  }
  if (second === undefined) return settle(turn, desk, { answer, subscriber, reminder: only });
  return sayReply('Anh/chị nói về việc nào?', meant.slice(0, mostAsked).map(asChoice(answer)));
}

const asChoice =
  ({ kind, words }: ReminderAnswer) =>
  ({ id, occurrence, name }: NamedReminder): Choice => ({
    label: `${sayShortDate(occurrence).slice(0, 5)} ${shorten(name, 40)}`,
    message: kind === 'snooze' && words !== '' ? `nhắc lại ${words} #${id}` : `${verbs[kind]} #${id}`,
  });

type NamedReminder = OpenReminder & { name: string };

async function withNames(open: OpenReminder[], { database, rulebook }: ReminderDesk): Promise<NamedReminder[]> {
  const ids = open.map(({ duty }) => duty);
  const duties = new Map((await findDuties(database, { ids })).map((duty) => [duty.id, duty]));
  return open.flatMap((one) => {
    const duty = duties.get(one.duty);
    return duty === undefined ? [] : [{ ...one, name: rulebook.nameOf(duty, one.occurrence) }];
  });
}

function hasWords(name: string, words: string): boolean {
  const held = new Set(fold(name).match(/[\p{L}\d]+/gu) ?? []);
  return (fold(words).match(/[\p{L}\d]+/gu) ?? []).every((word) => held.has(word));
}

async function settle(
  turn: Turn,
  desk: ReminderDesk,
  { answer, subscriber, reminder }: Said & { reminder: OpenReminder },
): Promise<Reply> {
  const [duty] = await findDuties(desk.database, {
    ids: [reminder.duty],
    statuses: ['active', 'ended'],
    hidden: turn.hidden,
  });
  if (duty === undefined) return notHere(`tin nhắc #${reminder.id}`);
  const about = { id: reminder.id, subscriber: subscriber.id };
  const name = desk.rulebook.nameOf(duty, reminder.occurrence);
  if (answer.kind === 'snooze') {
    if (duty.status === 'ended') return sayReply('Việc này đã thôi nhắc nên không hẹn nhắc lại.');
    return snooze(turn, desk, { about, name, words: answer.words, time: subscriber.ladder?.time ?? null });
  }
  return answer.kind === 'withdraw'
    ? withdraw(turn, desk, { about, name })
    : note(turn, desk, { about, name: `${name} (hạn ${sayDay(reminder.occurrence)})`, kind: answer.kind });
}

type About = { about: { id: number; subscriber: number }; name: string };

async function note(
  turn: Turn,
  desk: ReminderDesk,
  { about, name, kind }: About & { kind: 'received' | 'submitted' },
): Promise<Reply> {
  const { personId, personName, receivedAt } = turn.message;
  const by = { personId, personName: personName ?? '' };
  const first = await desk.database.transaction((session) =>
    acknowledge(session, { reminder: about, kind, by }, receivedAt),
  );
  if (first === null) return notHere(`tin nhắc #${about.id}`);
  desk.wake();
  const said = kind === 'received' ? 'đã nhận' : 'đã nộp';
  const isOurs = first.personId === personId;
  const at = `${localTime(first.at)} ${sayShortDate(localDate(first.at))}`;
  const who = isOurs ? '' : ` (${first.personName || 'người khác trong nhóm'} đã báo trước, lúc ${at})`;
  const next = kind === 'submitted' ? ' Tôi thôi nhắc lần này.' : '';
  return sayReply(
    ['Đã ghi nhận ', { bold: said }, `: ${name}${who}.${next}`],
    kind === 'submitted'
      ? [{ label: 'Chưa nộp, nhắc tiếp', message: `chưa nộp #${about.id}` }]
      : [{ label: 'Đã nộp', message: `đã nộp #${about.id}` }],
  );
}

async function withdraw(turn: Turn, desk: ReminderDesk, { about, name }: About): Promise<Reply> {
  const isBack = await desk.database.transaction((session) =>
    withdrawSubmission(session, about, turn.message.receivedAt),
  );
  if (!isBack) return sayReply(`Việc này chưa được báo đã nộp, tôi vẫn nhắc: ${name}.`);
  desk.wake();
  return sayReply(['Đã bỏ báo nộp; ', { bold: 'tôi nhắc tiếp' }, `: ${name}.`]);
}
