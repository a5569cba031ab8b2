import { isDate } from '../../domain/calendar-date.ts';
import { instantAt } from '../../domain/vietnam-time.ts';
import { renderReply } from '../../platforms/terminal/render-reply.ts';
import { previewReminders } from '../../reminders/preview-reminders.ts';
import { sayInstant } from '../../reminders/say-date.ts';
import { syncDuties } from '../../reminders/sync-duties.ts';
import { numberOption, textOption, UsageError } from '../command.ts';
import { type Action, type ActionInput, chatLabel, chatOption } from './action.ts';

/** What will be sent, when, to whom, as it would be written then; `--from` now and `--days` 30 unless told. */
export const previewAction: Action = async (input) => {
  const { database, rules, values, context } = input;
  const chat = await chatOption(input);
  if (chat === 'unknown') return 1;
  const now = context.now();
  const days = numberOption(values, 'days', { min: 1, max: 400, fallback: 30 });
  await syncDuties(database, now);
  const subscriber = chat === null ? {} : { subscriber: chat.id };
  const coming = await previewReminders(database, rules, { now, from: fromOption(input), days, ...subscriber });
  for (const { at, step, platform, chatId, name, reply } of coming) {
    const text = renderReply(reply, { columns: Number.POSITIVE_INFINITY, color: false });
    if (values.json === true) {
      context.out(JSON.stringify({ at: at.toISOString(), step, platform, chat: chatId, name, text }));
    } else {
      context.out(`── ${sayInstant(at)} → ${chatLabel({ platform, chatId, name })}`);
      context.out(`${text}\n`);
    }
  }
  if (coming.length === 0 && values.json !== true) context.out(`Không có tin nhắc nào trong ${days} ngày.`);
  return 0;
};

/** Rules are not reckoned further ahead. */
const FURTHEST_DAYS = 800;

/** A day counts from its beginning in Vietnam. */
function fromOption({ values, context }: ActionInput): Date {
  const written = textOption(values, 'from');
  if (written === null) return context.now();
  const from = isDate(written) ? instantAt(written, '00:00') : new Date(isInstant.test(written) ? written : Number.NaN);
  if (Number.isNaN(+from))
    throw new UsageError('--from phải là một ngày (2026-11-25) hoặc một lúc kèm múi giờ (2026-11-25T08:00+07:00).');
  if (+from > +context.now() + FURTHEST_DAYS * 86_400_000) throw new UsageError('--from xa quá hai năm.');
  return from;
}

const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
