import { paragraph, type Reply } from '../domain/reply.ts';
import { localDate } from '../domain/vietnam-time.ts';
import { listConfirmations } from '../store/acknowledgements.ts';
import type { Session } from '../store/database.ts';
import type { ReminderRules } from './duty-occurrences.ts';
import { occurrenceName } from './occurrence-name.ts';
import { sayDaysLeft, sayDue } from './say-date.ts';
import type { ReminderSubject } from './write-reminder.ts';

const MOST_NAMES = 30;

/** What a superior is told: which of their people have not acknowledged what is due; null when all have. */
export async function writeEscalation(
  session: Session,
  { subject, superior }: { subject: ReminderSubject; superior: number },
  { rules, now }: { rules: ReminderRules; now: Date },
): Promise<Reply | null> {
  const { duty, occurrence } = subject;
  const all = await listConfirmations(session, { duty: duty.id, occurrence, superior });
  const silent = all.filter(({ received, submitted }) => received === null && submitted === null);
  if (silent.length === 0) return null;
  const names = silent.slice(0, MOST_NAMES).map(({ name }): [string] => [name === '' ? 'một nơi chưa đặt tên' : name]);
  const rest = silent.length - names.length;
  return {
    blocks: [
      paragraph({ bold: `Chưa ai xác nhận: ${occurrenceName(duty, occurrence, rules)}` }),
      paragraph(`Hạn: ${sayDue(occurrence, duty.dueTime)} – ${sayDaysLeft(localDate(now), occurrence)}`),
      paragraph(`Chưa xác nhận ${silent.length}/${all.length}:`),
      { kind: 'list', items: rest > 0 ? [...names, [`và ${rest} nơi nữa`]] : names },
    ],
    choices: [],
  };
}
