import { markReachable } from '../../store/subscribers.ts';
import type { MenuCommand } from '../commands.ts';
import type { Feature } from '../feature.ts';
import { answerReminder } from './answer-reminder.ts';
import { askReminder } from './ask-reminder.ts';
import { showBoard } from './board.ts';
import { showCalendar } from './calendar-views.ts';
import { chatOf } from './chat-subscriber.ts';
import { confirmReminder } from './confirm-reminder.ts';
import { follow } from './follow.ts';
import { unfollow } from './followed-topics.ts';
import { deleteReminder, showMyReminders } from './my-reminders.ts';
import { offerReminders } from './offer-reminders.ts';
import type { ReminderDesk, ReminderStep } from './reminder-desk.ts';
import { settings } from './settings.ts';
import { showDuty } from './show-duty.ts';
import { superior } from './superior.ts';
import { typedChoice } from './typed-choice.ts';
import { showUpcomingDeadlines } from './upcoming-deadlines.ts';

const commands: readonly MenuCommand[] = [
  { command: 'nhac', description: 'Đặt lời nhắc: /nhac nộp báo cáo trước ngày 20 hằng tháng' },
  { command: 'nhaccuatoi', description: 'Các việc đang nhắc ở đây' },
  { command: 'theodoi', description: 'Theo dõi hạn của văn bản, địa phương, đơn vị' },
  { command: 'lich', description: 'Lịch tháng và tệp lịch' },
  { command: 'caidatnhac', description: 'Mốc nhắc, giờ yên lặng, bản tổng hợp' },
  { command: 'captren', description: 'Ai được báo khi chưa ai xác nhận' },
  { command: 'bangtheodoi', description: 'Ai đã xác nhận, ai chưa (cho lãnh đạo)' },
];

/** Asked in this order: settings and answers ("nhắc trước 3 ngày", "nhắc lại sau") before what merely begins with "nhắc". */
const steps: readonly ReminderStep[] = [
  confirmReminder,
  showUpcomingDeadlines,
  showMyReminders,
  showDuty,
  deleteReminder,
  follow,
  unfollow,
  superior,
  showBoard,
  showCalendar,
  settings,
  answerReminder,
  askReminder,
];

/** Deadlines and reminders in the chat: asking for them, following, answering, and seeing what is to come. */
export function createReminders(desk: ReminderDesk): Feature {
  return {
    commands,
    async respond(turn) {
      await markReachable(desk.database, chatOf(turn));
      const meant = { ...turn, text: (await typedChoice(turn, desk)) ?? turn.text };
      for (const step of steps) {
        const reply = await step(meant, desk);
        if (reply !== null) return reply;
      }
      return null;
    },
    offer: (turn, answer) => offerReminders(turn, desk, answer),
  };
}
