import { endOwnDuty, findDuties } from '../../store/duties.ts';
import { type Action, neededId } from './action.ts';

/** Ends a reminder that was asked for in a person's own words, with all its messages still to come. */
export const cancelAction: Action = async ({ database, word, values, context }) => {
  const id = neededId(word, 'mã việc (cột đầu của reminders list)');
  const [duty] = await findDuties(database, { ids: [id] });
  if (duty === undefined) {
    context.log(`Không có việc nào đang nhắc mang mã ${id}.`);
    return 1;
  }
  if (duty.owner === null) {
    context.log(
      `Việc ${id} do văn bản hoặc chế độ báo cáo đặt ra, không xóa được; ai không muốn nhận thì bỏ theo dõi trong bot.`,
    );
    return 1;
  }
  await endOwnDuty(database, { id, owner: duty.owner }, context.now());
  context.out(
    values.json === true ? JSON.stringify({ duty: id, status: 'ended' }) : `Đã thôi nhắc việc ${id}: ${duty.what}`,
  );
  return 0;
};
