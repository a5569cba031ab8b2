import { reportingLevels, reportKinds } from '../../reminders/reporting-regime.ts';
import { setOverride } from '../../store/duties.ts';
import { UsageError } from '../command.ts';
import { type Action, neededId } from './action.ts';

/** Says that a directive's own date takes the place of a computed one of the reporting regime; `off` undoes it. */
export const overrideAction: Action = async ({ database, word, more, values, context }) => {
  const id = neededId(word, 'mã việc (cột đầu của reminders list)');
  const regime = more === 'off' ? null : more;
  const known = reportingLevels.flatMap((level) => reportKinds.map((kind) => `${level}:${kind}`));
  if (regime === null ? more !== 'off' : !known.includes(regime)) {
    throw new UsageError('Thiếu hoặc sai kỳ báo cáo: ví dụ commune:monthly, hoặc off để thôi.');
  }
  const isSet = await database.transaction((session) => setOverride(session, { id, regime }, context.now()));
  if (!isSet) {
    context.log(`Không có việc nào của một văn bản mang mã ${id}.`);
    return 1;
  }
  if (values.json === true) context.out(JSON.stringify({ duty: id, overrides: regime }));
  else
    context.out(
      regime === null
        ? `Việc ${id} không thay hạn nào nữa.`
        : `Việc ${id} thay hạn tính theo chế độ báo cáo: ${regime}.`,
    );
  return 0;
};
