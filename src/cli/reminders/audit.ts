import { auditReminder, lifeLines } from '../../reminders/audit-reminder.ts';
import { type Action, neededId } from './action.ts';

/** The whole life of one message, from the sentence it comes from to the platform's receipt and the acknowledgement. */
export const auditAction: Action = async ({ database, word, values, context }) => {
  const id = neededId(word, 'mã tin nhắc (#…)');
  const life = await auditReminder(database, id);
  if (life === null) {
    context.log(`Không có tin nhắc nào mang mã #${id}.`);
    return 1;
  }
  for (const line of values.json === true ? [JSON.stringify(life)] : lifeLines(life)) context.out(line);
  return 0;
};
