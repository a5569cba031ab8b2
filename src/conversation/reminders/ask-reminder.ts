import { addDays } from '../../domain/calendar-date.ts';
import type { Subscriber } from '../../domain/reminder.ts';
import { type Block, paragraph, type Reply } from '../../domain/reply.ts';
import { localDate, localTime } from '../../domain/vietnam-time.ts';
import type { When } from '../../domain/when.ts';
import { countOwnDuties } from '../../store/duties.ts';
import { dueOf, ownDutyLimit, ownLadder } from '../../store/own-duties.ts';
import { describeWhen } from '../../vietnamese/describe-when.ts';
import type { ReminderRequest } from '../../vietnamese/reminder-request.ts';
import { sayDay } from '../../vietnamese/say-day.ts';
import type { Turn } from '../feature.ts';
import { readCommand } from '../read-command.ts';
import { blocksReply, sayReply } from '../say-reply.ts';
import { subscriberOf } from './chat-subscriber.ts';
import { readRequest, writeDraft } from './read-request.ts';
import type { ReminderDesk, ReminderStep } from './reminder-desk.ts';

const howTo = sayReply(
  'Anh/chị ghi việc và lúc cần nhắc, ví dụ: “/nhac nộp báo cáo tháng trước ngày 20 hằng tháng, nhắc trước 3 ngày”, “/nhac cả nhóm họp giao ban 15 giờ thứ Sáu tuần sau”, “/nhac gọi lại 2 tiếng nữa”.',
);

/** "nhắc tôi …", in free words or behind /nhac: says in full what was understood and asks. Nothing is stored yet. */
export const askReminder: ReminderStep = async (turn, desk) => {
  const command = readCommand(turn.text);
  if (command !== null && command.name !== 'nhac') return null;
  if (command?.rest === '') return howTo;
  const draft = { text: turn.text.trim(), at: turn.message.receivedAt };
  const request = readRequest(draft.text, draft.at, desk.rulebook.calendar);
  if (request === null) return command === null ? null : howTo;
  if (request.kind === 'refused') {
    // A question that begins with "nhắc" is the engine's.
    return command === null && turn.text.includes('?') ? null : sayReply(request.reason);
  }
  const subscriber = await subscriberOf(turn, desk.database);
  if (subscriber !== null && (await countOwnDuties(desk.database, subscriber.id, turn.today)) >= ownDutyLimit) {
    return tooManyReply;
  }
  return confirmation(turn, desk, { request, subscriber, carried: writeDraft(draft) });
};

export const tooManyReply = sayReply(
  `Ở đây đã có ${ownDutyLimit} lời nhắc, mức nhiều nhất; chưa đặt thêm. Gõ /nhaccuatoi để xóa bớt.`,
);

type Understood = { request: ReminderRequest; subscriber: Subscriber | null; carried: string };

function confirmation(turn: Turn, desk: ReminderDesk, { request, subscriber, carried }: Understood): Reply {
  const { what, when, leadDays, leadMinutes } = request;
  const said = describeWhen(when, { days: leadDays, minutes: leadMinutes });
  const blocks: Block[] = [
    paragraph({ bold: `${said.charAt(0).toUpperCase()}${said.slice(1)}` }, dayOffOf(when, desk)),
    paragraph(`Việc: ${what}`),
    ...comingDays(when, turn, desk),
    ...remindedAt(request, turn, { desk, subscriber }),
    ...placeNote(request, turn),
    paragraph('Đặt lời nhắc này chứ?'),
  ];
  return blocksReply(blocks, [
    { label: 'Đồng ý', message: `/nhac_dongy ${carried}` },
    { label: 'Sửa', message: `/nhac_sua ${carried}` },
    { label: 'Thôi', message: '/nhac_thoi' },
  ]);
}

function dayOffOf(when: When, { rulebook }: ReminderDesk): string {
  return when.kind === 'once' ? rulebook.sayDayOff(dueOf(when).date) : '';
}

const longestCycleDays = 1100;

/** The first due days; one for what comes once. */
function firstDays(when: When, today: string, { rulebook }: ReminderDesk): string[] {
  const { date, time } = dueOf(when);
  if (when.kind === 'once') return [date];
  const times = { dueDate: null, rule: when.rrule, regime: null, startsOn: date, endsOn: null, dueTime: time };
  return rulebook.occurrences(times, { from: today, to: addDays(today, longestCycleDays) }).slice(0, 3);
}

function comingDays(when: When, turn: Turn, desk: ReminderDesk): Block[] {
  if (when.kind === 'once') return [];
  const days = firstDays(when, turn.today, desk).map((day) => [`${sayDay(day)}${desk.rulebook.sayDayOff(day)}`]);
  return days.length === 0 ? [] : [paragraph('Các ngày sắp tới:'), { kind: 'list', items: days }];
}

const usualQuiet = { from: '21:00', to: '06:30' };
const mostInstants = 6;

/** When the messages about the first due day will come. */
function remindedAt(
  request: ReminderRequest,
  turn: Turn,
  { desk, subscriber }: { desk: ReminderDesk; subscriber: Subscriber | null },
): Block[] {
  const [date] = firstDays(request.when, turn.today, desk);
  if (date === undefined) return [];
  const due = { date, time: dueOf(request.when).time, knownAt: turn.message.receivedAt };
  const wishes = {
    ladder: ownLadder(request) ?? subscriber?.ladder ?? null,
    quiet: subscriber?.quiet ?? usualQuiet,
  };
  const instants = desk.rulebook.remindedAt(due, wishes).slice(0, mostInstants);
  const { when } = request;
  if (when.kind === 'once' && instants.every((at) => +at === Date.parse(when.at))) return [];
  const first = request.when.kind === 'recurring' ? 'Lần đầu tôi nhắc lúc' : 'Tôi nhắc lúc';
  return [
    paragraph(
      `${first}: ${instants.map((at) => (+at === +due.knownAt ? 'ngay bây giờ' : sayInstant(at))).join('; ')}.`,
    ),
  ];
}

const sayInstant = (instant: Date): string => `${localTime(instant)} ${sayDay(localDate(instant))}`;

function placeNote({ audience }: ReminderRequest, { message }: Turn): Block[] {
  if (message.isGroup) return [paragraph({ italic: 'Lời nhắc sẽ gửi vào nhóm này, mọi người cùng thấy.' })];
  if (audience === 'me') return [];
  return [
    paragraph({ italic: 'Lời nhắc sẽ gửi vào cuộc trò chuyện này; muốn nhắc cả nhóm, hãy gõ câu này trong nhóm.' }),
  ];
}
